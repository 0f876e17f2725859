import { z } from 'zod';
import { changed, id, language, operation, route } from './operation.js';
import { importNote, questionnaireSummary } from './survey-files.js';
import { versionReport } from './versions.js';
import { grammar, transcriptPreview, turnRole } from './transcripts.js';

export const count = z.object({ what: z.string(), n: z.number() });
export const station = z.enum([
  'survey',
  'classes',
  'fieldwork',
  'transcripts',
  'masking',
  'coding',
  'comparison',
  'claims',
  'report',
]);
export const stationOverview = z.object({
  station,
  status: z.enum(['empty', 'underway', 'complete']),
  there: z.array(count),
  missing: z.array(count),
  next: z.string(),
});
export const info = z.object({
  title: z.string(),
  language: z.string(),
  respondents: z.number(),
  classes: z.array(z.object({ name: z.string(), share: z.number() })),
  sites: z.number(),
  participants: z.object({
    total: z.number(),
    byPhase: z.record(z.string(), z.number()),
    byGender: z.record(z.string(), z.number()),
    byChannel: z.record(z.string(), z.number()),
    byComplexity: z.record(z.string(), z.number()),
  }),
  interviews: z.number(),
  transcripts: z.number(),
  excerpts: z.number(),
  mentions: z.number(),
  codes: z.number(),
  codings: z.number(),
  memos: z.number(),
  claims: z.number(),
  operations: z.number(),
});
export const historyEntry = operation.extend({
  id,
  at: z.string(),
  actor: z.string(),
  sense: z.union([z.literal(1), z.literal(-1)]),
  root: id,
  changes: z.number(),
});
export const problem = z.object({
  code: z.string(),
  table: z.string().optional(),
  id: z.string().optional(),
  seq: z.number().optional(),
  data: z.record(z.string(), z.unknown()),
});
/** What an import read, changed and could not carry. */
export const importSummary = z.object({
  as: z.enum(['survey', 'transcript', 'report']),
  fileName: z.string(),
  /** What was made, by name: respondents, variables, sources, turns, marks, codes, codings, people, excerpts. */
  made: z.array(count),
  /** Everything that was not read as it stands, with its place. */
  notes: z.array(importNote),
  /** Of a survey that came with its questionnaire: what that says. */
  questionnaire: questionnaireSummary.optional(),
  id: id.nullable(),
  /** Of a transcript: how it was understood. */
  transcript: transcriptPreview.optional(),
  /** Of a corrected file: the version it becomes, and what becomes of what stands on the text. */
  version: z.object({ version: z.number(), report: versionReport }).optional(),
});

export const study = {
  overview: route.route({ method: 'GET', path: '/study', summary: 'The study and its chain' }).output(
    z.object({
      info,
      stations: z.array(stationOverview),
      undo: operation.nullable(),
      /** What merged copies had changed in different ways and nobody has decided. */
      openConflicts: z.number(),
      redo: operation.nullable(),
      location: z.string(),
      hasKey: z.boolean(),
      smallCell: z.number(),
      quantifiers: z.array(z.object({ word: z.string(), from: z.number(), persons: z.number() })),
    }),
  ),
  rename: route
    .route({ method: 'PATCH', path: '/study', summary: 'Change the title or language' })
    .input(z.object({ title: z.string().min(1).max(300).optional(), language: language.optional() }))
    .output(changed),
  check: route
    .route({ method: 'GET', path: '/study/check', summary: 'Check the chain of operations and every span' })
    .output(z.object({ ok: z.boolean(), problems: z.array(problem) })),
  history: route
    .route({ method: 'GET', path: '/history', summary: 'Operations, newest first' })
    .input(
      z.object({
        limit: z.coerce.number().int().min(1).max(500).default(50),
        before: z.coerce.number().int().optional(),
      }),
    )
    .output(z.array(historyEntry)),
  undo: route
    .route({ method: 'POST', path: '/history/undo', summary: 'Undo the last operation, or the one named' })
    .input(z.object({ root: id.optional() }))
    .output(z.object({ operation: operation.nullable() })),
  redo: route
    .route({ method: 'POST', path: '/history/redo', summary: 'Do the last undone operation again' })
    .input(z.object({ root: id.optional() }))
    .output(z.object({ operation: operation.nullable() })),
  import: route
    .route({ method: 'POST', path: '/import', summary: 'Read a file into the study' })
    .input(
      z.object({
        file: z.file(),
        as: z.enum(['survey', 'transcript', 'report']).optional(),
        participantId: id.optional(),
        /** The source whose next version this corrected transcript is. */
        replaces: id.optional(),
        /** The questionnaire of a survey: LimeSurvey, REDCap, XLSForm or DDI. */
        questionnaire: z.file().optional(),
        /** The language wanted of a questionnaire in several. */
        questionnaireLanguage: z.string().max(80).optional(),
        /** Codes that mean no answer in any question of it. */
        missingCodes: z.string().max(5000).optional(),
        /** Leave answer codes in letters as text. */
        keepCodes: z.union([z.boolean(), z.stringbool()]).optional(),
        /** Of a transcript: how it says who speaks, where a person knows better than the program. */
        grammar: grammar.optional(),
        /** Of a transcript: roles that were put right. */
        roles: z
          .array(z.object({ label: z.string().max(100), role: turnRole }))
          .max(200)
          .optional(),
        /** Of a transcript: whether words before a colon are speakers, where they come too seldom to be told. */
        speakers: z
          .array(z.object({ label: z.string().max(100), speaks: z.union([z.boolean(), z.stringbool()]) }))
          .max(200)
          .optional(),
        /** A form field is text, so `true` may come as a word. */
        dryRun: z.union([z.boolean(), z.stringbool()]).optional(),
      }),
    )
    .output(importSummary),
};
