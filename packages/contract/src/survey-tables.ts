import { z } from 'zod';
import { id, route } from './operation.js';

/** A number that may be unknown: nobody answered, or nothing can vary. */
const known = z.number().nullable();
const level = z.object({ value: z.union([z.number(), z.string()]), label: z.string() });

/** A share of one answer, or a mean. `n` persons gave the answer, `base` answered; `df` null is the normal distribution. */
export const estimate = z.object({
  estimate: known,
  error: known,
  lower: known,
  upper: known,
  df: known,
  n: z.number(),
  base: z.number(),
  effectiveN: known,
  designEffect: known,
  hidden: z.boolean(),
});
export const estimateTable = z.object({
  id,
  name: z.string(),
  label: z.string(),
  figure: z.enum(['share', 'mean']),
  levels: z.array(level),
  groups: z.array(z.object({ level: level.nullable(), estimates: z.array(estimate) })),
  test: z
    .object({
      kind: z.enum(['rao-scott', 't', 'ranks']),
      statistic: known,
      df1: known,
      df2: known,
      p: known,
    })
    .nullable(),
});
/** What the figures rest on, by name. */
export const tableSample = z.object({
  weight: z.string().nullable(),
  stratum: z.string().nullable(),
  psu: z.array(z.string()),
  finite: z.boolean(),
  replicates: z.number(),
});
const margin = level.extend({ n: z.number(), share: z.number() });

export const surveyTables = {
  estimates: route
    .route({
      method: 'POST',
      path: '/survey/estimates',
      summary: 'Design-based shares and means with intervals, for everybody and by the groups of a variable',
    })
    .input(
      z.object({
        variables: z.array(id).min(1).max(40),
        by: id.nullable().default(null),
        figure: z.enum(['share', 'mean']).nullable().default(null),
        level: z.number().min(0.5).max(0.999).default(0.95),
      }),
    )
    .output(z.object({ tables: z.array(estimateTable), sample: tableSample, smallCell: z.number() })),
  crosstab: route
    .route({
      method: 'POST',
      path: '/survey/crosstab',
      summary: 'Two variables against each other, with intervals and the Rao-Scott test',
    })
    .input(
      z.object({
        row: id,
        column: id,
        of: z.enum(['row', 'column']).default('row'),
        level: z.number().min(0.5).max(0.999).default(0.95),
      }),
    )
    .output(
      z.object({
        rows: z.array(margin),
        columns: z.array(margin),
        cells: z.array(
          z.array(
            z.object({
              n: z.number(),
              share: known,
              error: known,
              lower: known,
              upper: known,
              residual: known,
              hidden: z.boolean(),
            }),
          ),
        ),
        n: z.number(),
        test: z.object({ statistic: known, df1: known, df2: known, p: known }),
        pearson: z.object({ statistic: known, df: z.number(), p: known }),
        cramersV: known,
        sample: tableSample,
        smallCell: z.number(),
      }),
    ),
};
