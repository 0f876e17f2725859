import { z } from 'zod';
import { changed, id, route } from './operation.js';

export const waveDesign = z.object({
  replicates: z
    .object({
      kind: z.enum(['jk1', 'jkn', 'brr', 'fay', 'bootstrap']),
      fay: z.number().min(0).max(0.99).nullable(),
    })
    .nullable(),
  lonelyPsu: z.enum(['refuse', 'adjust', 'certainty', 'average']),
  /** Ids of the variables of units and sizes, stage by stage. */
  stages: z.array(id).max(6).optional(),
});

/** Which variables say what of a wave's sample. Units and population sizes go stage by stage. */
export const sample = z.object({
  weight: id.nullable(),
  stratum: id.nullable(),
  psu: z.array(id).max(3),
  fpc: z.array(id).max(3),
  replicates: z.array(id).max(1000),
  design: waveDesign.nullable(),
});

/** What was understood of it. `df` null: as many as to be normal, or none because of the error. */
export const sampleSummary = z.object({
  n: z.number(),
  counted: z.number(),
  strata: z.number(),
  psus: z.number(),
  stages: z.number(),
  replicates: z.number(),
  finite: z.boolean(),
  df: z.number().nullable(),
  effectiveN: z.number(),
  weightEffect: z.number().nullable(),
  weights: z.object({ least: z.number(), most: z.number(), sum: z.number() }).nullable(),
  warnings: z.array(z.object({ code: z.string(), n: z.number(), names: z.array(z.string()) })),
  error: z.object({ da: z.string(), en: z.string() }).nullable(),
});

/** A row of the missing-data table: answered, left empty, given but counted as no answer. */
const missingCounts = z.object({
  id,
  name: z.string(),
  label: z.string(),
  valid: z.number(),
  system: z.number(),
  user: z.number(),
});

export const surveySample = {
  sample: route
    .route({
      method: 'POST',
      path: '/survey/waves/{waveId}/sample/read',
      summary: 'What is understood of the sample of a wave, as it is or as it would be',
    })
    .input(z.object({ waveId: id, draft: sample.nullable() }))
    .output(z.object({ sample, summary: sampleSummary })),
  setSample: route
    .route({
      method: 'PUT',
      path: '/survey/waves/{waveId}/sample',
      summary: 'Say how the sample of a wave was drawn: weight, strata, sampling units, replicate weights',
    })
    .input(sample.extend({ waveId: id }))
    .output(changed),
  missing: route
    .route({
      method: 'GET',
      path: '/survey/waves/{waveId}/missing',
      summary: 'Missing answers among the indicators, or all variables: by variable, by person, by pattern',
    })
    .input(z.object({ waveId: id, of: z.enum(['indicators', 'all']).default('indicators') }))
    .output(
      z.object({
        variables: z.array(missingCounts),
        /** How many persons miss 0, 1, 2 ... of them. */
        persons: z.array(z.number()),
        patterns: z.array(z.object({ missing: z.array(z.boolean()), n: z.number() })),
        patternCount: z.number(),
      }),
    ),
  missingRule: route
    .route({
      method: 'POST',
      path: '/survey/waves/{waveId}/missing',
      summary: 'Count values as missing in all variables of a wave; a dry run only says where they are',
    })
    .input(
      z.object({
        waveId: id,
        values: z.array(z.number()).max(100),
        range: z.object({ from: z.number().nullable(), to: z.number().nullable() }).nullable(),
        dryRun: z.boolean(),
      }),
    )
    .output(
      z.object({
        operation: changed.shape.operation.nullable(),
        variables: z.array(
          z.object({
            id,
            name: z.string(),
            label: z.string(),
            values: z.array(z.object({ value: z.number(), label: z.string(), n: z.number() })),
          }),
        ),
      }),
    ),
};
