import { z } from 'zod';
import { id, route } from './operation.js';

export const certaintyBand = z.enum(['sure', 'likely', 'unsure']);
/** A respondent who gave this answer; a number as text (`2`). */
const answered = z.object({ variableId: id, answer: z.string().max(500) });

export const respondents = {
  read: route
    .route({
      method: 'GET',
      path: '/classes/{id}/respondents',
      summary: 'Respondents with the probability of each class, the surest first',
    })
    .input(
      z.object({
        id,
        /** Only those most likely in this class, from 1. */
        class: z.coerce.number().int().min(1).optional(),
        band: certaintyBand.optional(),
        where: z.array(answered).max(5).default([]),
        /** The least sure first. */
        reverse: z.stringbool().or(z.boolean()).default(false),
        limit: z.coerce.number().int().min(1).max(20_000).default(5_000),
      }),
    )
    .output(
      z.object({
        /** How many fit; `rows` holds the first of them. */
        total: z.number(),
        /** Who fits `where`, by class and by band, the surest band first: `counts[class][band]`. */
        counts: z.array(z.array(z.number())),
        rows: z.array(
          z.object({
            row: z.number(),
            /** What the survey calls the respondent; null where no variable has that role. */
            respondent: z.string().nullable(),
            posterior: z.array(z.number()),
          }),
        ),
      }),
    ),
  flow: route
    .route({
      method: 'GET',
      path: '/classes/{id}/flow',
      summary: 'Who goes where from K to K + 1 classes, among the models that were fitted together',
    })
    .input(z.object({ id }))
    .output(
      z.object({
        weighted: z.boolean(),
        models: z.array(
          z.object({
            id,
            name: z.string(),
            /** Empty where a class has no name. */
            classNames: z.array(z.string()),
            shares: z.array(z.number()),
          }),
        ),
        /** `flows[i][a][b]`: of all who have a class, the weighted share in class a of model i and b of model i + 1. */
        flows: z.array(z.array(z.array(z.number()))),
        n: z.number(),
      }),
    ),
};
