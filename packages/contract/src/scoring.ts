import { z } from 'zod';
import { id, route } from './operation.js';
import { exportFormat } from './survey-files.js';

/** Whom to place, and by which model: one of the study's or a saved file, a wave of the study or a data file. */
const scored = z.object({
  modelId: id.optional(),
  modelFile: z.file().optional(),
  /** Which of several models in a file, by its number of classes; else the one with the lowest BIC. */
  classes: z.coerce.number().int().min(1).max(9).optional(),
  waveId: id.optional(),
  file: z.file().optional(),
});

export const scoring = {
  score: route
    .route({ method: 'POST', path: '/classes/score', summary: 'Place new people in the classes of a model' })
    .input(scored)
    .output(
      z.object({
        people: z.string(),
        rows: z.number(),
        model: z.object({
          name: z.string(),
          n: z.number(),
          classNames: z.array(z.string()),
          /** The numbers of classes of the models in the file it came from. */
          among: z.array(z.number()),
        }),
        indicators: z.array(
          z.object({
            name: z.string(),
            /** Null: there is no such column, and everybody lacks it. */
            column: z.string().nullable(),
            answered: z.number(),
            /** Values the model does not know; `firstRow` from 0. */
            unknown: z.array(
              z.object({ value: z.union([z.number(), z.string()]), rows: z.number(), firstRow: z.number() }),
            ),
          }),
        ),
        /** By class and by band, the surest first. */
        counts: z.array(z.array(z.number())),
        /** Who answered none of the indicators, and has no class. */
        unanswered: z.number(),
        /** Who gave answers that every class rules out. */
        unlike: z.number(),
        /** The first of them. */
        first: z.array(
          z.object({
            row: z.number(),
            respondent: z.string().nullable(),
            posterior: z.array(z.number()).nullable(),
            answered: z.number(),
            unlike: z.boolean(),
          }),
        ),
      }),
    ),
  scoredFile: route
    .route({ method: 'POST', path: '/classes/score/file', summary: 'The people placed, as a file' })
    .input(
      scored.extend({
        format: exportFormat,
        /** All of the columns, not only who it is. */
        all: z.union([z.boolean(), z.stringbool()]).default(false),
      }),
    )
    .output(z.file()),
};
