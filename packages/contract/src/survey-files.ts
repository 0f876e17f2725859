import { z } from 'zod';
import { id, operation, route } from './operation.js';

/** Something that was not read, or not written, as it stands. */
export const importNote = z.object({
  line: z.number().nullable(),
  kind: z.string(),
  text: z.string(),
  /** What the place is counted by; lines when it is left out. */
  unit: z.enum(['line', 'paragraph', 'page', 'cue']).optional(),
});

/** What a questionnaire says of a survey's columns. */
export const questionnaireSummary = z.object({
  fileName: z.string(),
  kind: z.enum(['limesurvey', 'redcap', 'xlsform', 'ddi']),
  title: z.string(),
  language: z.string(),
  languages: z.array(z.string()),
  /** The columns that found their question. */
  matched: z.array(
    z.object({
      name: z.string(),
      label: z.string(),
      question: z.string(),
      from: z.string(),
      /** How many answers have words, and how many values count as no answer. */
      labels: z.number(),
      missing: z.number(),
    }),
  ),
});

/** How a wave is written: SPSS, Stata, text as programs read it or as Excel opens it in Danish, or a DDI codebook without answers. */
export const exportFormat = z.enum(['sav', 'dta', 'csv', 'csv-excel', 'ddi']);

/** What of a wave is written. The same fields are the query of the download, `/files/waves/{waveId}`. */
export const exportWishes = z.object({
  format: exportFormat,
  /** The class model whose classes and posterior probabilities are added. */
  modelId: id.optional(),
  /** Columns that tell respondents apart are left out unless they are asked for. */
  respondents: z.union([z.boolean(), z.stringbool()]).optional(),
  /** Leave out columns of words. */
  withoutTexts: z.union([z.boolean(), z.stringbool()]).optional(),
});

export const surveyFiles = {
  questionnaire: route
    .route({
      method: 'POST',
      path: '/survey/waves/{waveId}/questionnaire',
      summary: 'Put a questionnaire to a wave: labels, answers, missing values',
    })
    .input(
      z.object({
        waveId: id,
        file: z.file(),
        language: z.string().max(80).optional(),
        /** Codes that mean no answer in any question: `-99, Don't know | UNK, Unknown`. */
        missingCodes: z.string().max(5000).optional(),
        keepCodes: z.union([z.boolean(), z.stringbool()]).optional(),
        dryRun: z.union([z.boolean(), z.stringbool()]).optional(),
      }),
    )
    .output(
      z.object({
        questionnaire: questionnaireSummary,
        notes: z.array(importNote),
        /** Null in a dry run. */
        operation: operation.nullable(),
      }),
    ),
  exported: route
    .route({
      method: 'GET',
      path: '/survey/waves/{waveId}/export',
      summary: 'What a file of a wave would hold, and what of it the format changes',
    })
    .input(exportWishes.extend({ waveId: id }))
    .output(
      z.object({
        fileName: z.string(),
        respondents: z.number(),
        variables: z.number(),
        /** Columns that are left out, and columns of words that are in. */
        leftOut: z.array(z.string()),
        texts: z.array(z.string()),
        /** Columns that the class model adds. */
        added: z.array(z.string()),
        bytes: z.number(),
        notes: z.array(importNote),
      }),
    ),
};
