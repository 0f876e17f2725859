import { z } from 'zod';
import { classNote, job, pairResidual } from './classes.js';
import { changed, id, route } from './operation.js';

const seed = z.number().int().min(0).default(1);
const starts = (usual: number) => z.number().int().min(1).max(100_000).default(usual);
const placement = {
  assignment: z.enum(['modal', 'proportional']).default('modal'),
  correction: z.enum(['bch', 'ml', 'none']),
};

/** A figure, its standard error and interval; null where the estimate is on its boundary or was held fixed. */
export const estimated = z.object({
  estimate: z.number(),
  se: z.number().nullable(),
  low: z.number().nullable(),
  high: z.number().nullable(),
});
export const classTest = z.object({ statistic: z.number(), df: z.number(), p: z.number() });
const errorKind = z.enum(['observed', 'bhhh', 'sandwich', 'propagated']);
const notes = z.array(classNote);

const errorsAsked = z.object({
  errors: z.enum([
    'observed',
    'bhhh',
    'sandwich',
    'linearised',
    'replicate-weights',
    'jackknife',
    'bootstrap',
    'parametric-bootstrap',
  ]),
  replicates: z.number().int().min(2).max(10_000).default(500),
  seed,
  level: z.number().min(0.5).max(0.999).default(0.95),
});
const errorsFound = z.object({
  shares: z.array(estimated),
  /** `[indicator][class][category]` */
  probs: z.array(z.array(z.array(estimated))),
  df: z.number().nullable(),
  scaling: z.number().nullable(),
  replicates: z.number().nullable(),
  notes,
});

const ratioAsked = z.object({
  replicates: z.number().int().min(1).max(10_000).default(100),
  starts: starts(60),
  seed,
});
const ratioFound = z.object({
  nullClasses: z.number(),
  nullLoglik: z.number(),
  statistic: z.number(),
  exceeding: z.number(),
  replicates: z.number(),
  p: z.number(),
  monteCarloError: z.number(),
  replicated: z.number(),
  ratios: z.array(z.number()),
  notes,
});

const residualsAsked = z.object({ replicates: z.number().int().min(0).max(10_000).default(100), seed });
const bootstrapTest = z.object({ statistic: z.number(), p: z.number(), monteCarloError: z.number() });
const residualsFound = z.object({
  pairs: z.array(pairResidual.extend({ p: z.number().nullable() })),
  /** The whole table; null without samples. */
  g2: bootstrapTest.nullable(),
  x2: bootstrapTest.nullable(),
  replicates: z.number(),
  notes,
});

const covariatesAsked = z.object({
  method: z.enum(['one-step', 'two-step', 'three-step']).default('three-step'),
  assignment: placement.assignment,
  correction: placement.correction.default('ml'),
  covariates: z
    .array(
      z.object({
        variableId: id,
        as: z.enum(['numeric', 'categorical']),
        /** The value that the others are compared with; null: the first. */
        reference: z.number().nullable().default(null),
      }),
    )
    .min(1)
    .max(20),
  /** From 0. */
  referenceClass: z.number().int().min(0).max(8).default(0),
  starts: starts(20),
  seed,
});
const coefficient = estimated.extend({
  odds: z.number(),
  oddsLow: z.number().nullable(),
  oddsHigh: z.number().nullable(),
  p: z.number().nullable(),
});
const covariatesFound = z.object({
  terms: z.array(
    z.object({
      variableId: id.nullable(),
      name: z.string(),
      label: z.string(),
      category: z.number().nullable(),
    }),
  ),
  /** `[class][term]` */
  coefficients: z.array(z.array(coefficient)),
  errors: errorKind,
  tests: z.array(
    z.object({ variableId: id, name: z.string(), label: z.string(), test: classTest.nullable() }),
  ),
  loglik: z.number(),
  npar: z.number(),
  n: z.number(),
  rows: z.number(),
  dropped: z.object({ covariate: z.number(), answers: z.number() }),
  shares: z.array(z.number()).nullable(),
  probs: z.array(z.array(z.array(z.number()))).nullable(),
  shift: z.number().nullable(),
  placement: z.array(z.array(z.number())).nullable(),
  notes,
});

const distalAsked = z.object({
  outcomeId: id,
  as: z.enum(['mean', 'proportions']),
  assignment: placement.assignment,
  correction: placement.correction,
});
const distalFound = z.object({
  outcome: z.object({ name: z.string(), label: z.string() }),
  shares: z.array(z.number()),
  means: z.array(estimated).nullable(),
  variances: z.array(z.number()).nullable(),
  /** `[class][category]` */
  proportions: z.array(z.array(estimated)).nullable(),
  categories: z.array(z.object({ value: z.number(), label: z.string() })),
  equal: classTest.nullable(),
  pairs: z.array(
    z.object({
      a: z.number(),
      b: z.number(),
      difference: z.number(),
      se: z.number().nullable(),
      p: z.number().nullable(),
    }),
  ),
  errors: errorKind,
  n: z.number(),
  rows: z.number(),
  dropped: z.object({ outcome: z.number(), answers: z.number() }),
  placement: z.array(z.array(z.number())),
  notes,
});

const wavesAsked = z.object({
  waveId: id,
  compare: z.enum(['fixed', 'metric', 'configural']).default('fixed'),
  weightId: id.nullable().default(null),
  starts: starts(20),
  seed,
});
const wavesFound = z.object({
  waves: z.array(
    z.object({
      waveId: id,
      name: z.string(),
      year: z.number().nullable(),
      n: z.number(),
      rows: z.number(),
      shares: z.array(estimated),
      probs: z.array(z.array(z.array(z.number()))),
    }),
  ),
  /** By class: the other wave minus the model's own. */
  changes: z.array(estimated.extend({ p: z.number().nullable() })),
  tests: z.array(
    z.object({
      of: z.enum(['meaning', 'shares']),
      how: z.enum(['likelihood-ratio', 'wald']),
      test: classTest.nullable(),
    }),
  ),
  loglik: z.number(),
  npar: z.number(),
  bic: z.number(),
  errors: errorKind,
  notes,
});

const kept = { id, modelId: id, createdAt: z.string() };
/** An analysis as it is kept: what was asked for (`options`) and what came out (`result`), by kind. */
export const classAnalysis = z.discriminatedUnion('kind', [
  z.object({ ...kept, kind: z.literal('standard-errors'), options: errorsAsked, result: errorsFound }),
  z.object({ ...kept, kind: z.literal('likelihood-ratio'), options: ratioAsked, result: ratioFound }),
  z.object({ ...kept, kind: z.literal('residuals'), options: residualsAsked, result: residualsFound }),
  z.object({ ...kept, kind: z.literal('covariates'), options: covariatesAsked, result: covariatesFound }),
  z.object({ ...kept, kind: z.literal('distal'), options: distalAsked, result: distalFound }),
  z.object({ ...kept, kind: z.literal('waves'), options: wavesAsked, result: wavesFound }),
]);

/** An analysis as it is asked for. */
export const analysisAsked = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('standard-errors'), options: errorsAsked }),
  z.object({ kind: z.literal('likelihood-ratio'), options: ratioAsked.prefault({}) }),
  z.object({ kind: z.literal('residuals'), options: residualsAsked.prefault({}) }),
  z.object({ kind: z.literal('covariates'), options: covariatesAsked }),
  /** Without a correction: BCH for means, ML for proportions. */
  z.object({
    kind: z.literal('distal'),
    options: distalAsked.extend({ correction: placement.correction.optional() }),
  }),
  z.object({ kind: z.literal('waves'), options: wavesAsked }),
]);

export const waveMatch = z.object({
  waveId: id,
  name: z.string(),
  year: z.number().nullable(),
  indicators: z.array(
    z.object({
      name: z.string(),
      variableId: id.nullable(),
      unknown: z.array(z.number()),
      unused: z.array(z.number()),
    }),
  ),
  comparable: z.boolean(),
});

/** What is worked out on a fitted model: each a job whose result is kept with the model. */
export const classAnalyses = {
  analyses: route
    .route({ method: 'GET', path: '/classes/{id}/analyses', summary: 'What was worked out on a model' })
    .input(z.object({ id }))
    .output(z.object({ analyses: z.array(classAnalysis) })),
  analyse: route
    .route({
      method: 'POST',
      path: '/classes/{id}/analyses',
      summary: 'Work something out on a model, as a job',
    })
    .input(z.object({ id, analysis: analysisAsked }))
    .output(job),
  removeAnalysis: route
    .route({ method: 'DELETE', path: '/classes/analyses/{id}', summary: 'Remove an analysis' })
    .input(z.object({ id }))
    .output(changed),
  waves: route
    .route({
      method: 'GET',
      path: '/classes/{id}/waves',
      summary: 'The other waves, and whether they have what the model rests on',
    })
    .input(z.object({ id }))
    .output(z.object({ waves: z.array(waveMatch) })),
};
