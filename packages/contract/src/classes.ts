import { z } from 'zod';
import { changed, id, route } from './operation.js';

/** A code and its figures; the page has the words. */
export const classNote = z.object({ code: z.string(), data: z.record(z.string(), z.unknown()) });
export const goodness = z.object({
  g2: z.number(),
  x2: z.number(),
  df: z.object({ table: z.number(), cases: z.number() }),
  sparse: z.boolean(),
});
export const pairResidual = z.object({
  a: z.number(),
  b: z.number(),
  x2: z.number(),
  df: z.number(),
  bvr: z.number(),
});
export const comparedModel = z.object({
  classes: z.number(),
  loglik: z.number(),
  npar: z.number(),
  aic: z.number(),
  bic: z.number(),
  abic: z.number(),
  caic: z.number().optional(),
  aic3: z.number().optional(),
  icl: z.number().optional(),
  entropy: z.number(),
  smallest: z.number(),
  smallestN: z.number().optional(),
  goodness: goodness.optional(),
  /** Starts that reached the best likelihood, of those run to the end. */
  hits: z.number().optional(),
  finished: z.number().optional(),
  identified: z.boolean().optional(),
});
/** What is optional here is absent from models fitted before it was kept. Everything is numbered from 0. */
export const fitSummary = z.object({
  loglik: z.number(),
  npar: z.number(),
  aic: z.number(),
  bic: z.number(),
  abic: z.number(),
  caic: z.number().optional(),
  aic3: z.number().optional(),
  icl: z.number().optional(),
  entropy: z.number(),
  n: z.number(),
  patterns: z.number(),
  shares: z.array(z.number()),
  probs: z.array(z.array(z.array(z.number()))),
  categories: z.array(z.array(z.number())),
  maxima: z.array(z.object({ loglik: z.number(), hits: z.number(), distance: z.number().optional() })),
  identified: z.boolean(),
  warnings: z.array(classNote),
  notes: z.array(classNote).optional(),
  compared: z.array(comparedModel),
  converged: z.boolean().optional(),
  rank: z.number().optional(),
  finished: z.number().optional(),
  missed: z.number().optional(),
  unseen: z.number().optional(),
  effectiveN: z.number().optional(),
  spread: z.number().optional(),
  smallestN: z.number().optional(),
  boundary: z.array(z.object({ indicator: z.number(), class: z.number(), category: z.number() })).optional(),
  goodness: goodness.optional(),
  /** The largest pairs, the largest first, of `pairs` in all. */
  residuals: z.array(pairResidual).optional(),
  pairs: z.number().optional(),
  quality: z
    .object({
      modalShares: z.array(z.number()),
      averageByModal: z.array(z.array(z.number()).nullable()),
      classification: z.array(z.array(z.number())),
      expectedError: z.number(),
    })
    .optional(),
  dropped: z.object({ empty: z.number(), incomplete: z.number() }).optional(),
  /** The model whose names and order its classes took over when it was fitted. */
  named: z.object({ from: z.string(), distance: z.number() }).optional(),
});
export const modelSettings = z.object({
  ordinal: z.array(id),
  userMissingAsCategory: z.array(id),
  design: z.boolean(),
  finished: z.number(),
  tolerance: z.number(),
});
export const classModel = z.object({
  id,
  waveId: id,
  name: z.string(),
  indicators: z.array(z.object({ id, name: z.string(), label: z.string(), labels: z.array(z.string()) })),
  classes: z.number(),
  weightId: id.nullable(),
  missing: z.enum(['fiml', 'listwise']),
  seed: z.number(),
  starts: z.number(),
  chosen: z.boolean(),
  classNames: z.array(z.string()),
  settings: modelSettings.nullable(),
  reason: z.string().nullable(),
  /** The answers are not those it was fitted on: a recode or a missing rule has changed. */
  stale: z.boolean(),
  fit: fitSummary,
});
/** Work that takes time: its state, how far it is (0 to 1), and what it is doing. */
export const job = z.object({
  id,
  kind: z.string(),
  state: z.enum(['running', 'done', 'failed', 'cancelled']),
  progress: z.number(),
  doing: z.string(),
  /** What is left of it, as far as its pace tells; null before it can be told, and once it has ended. */
  secondsLeft: z.number().nullable(),
  error: z.object({ da: z.string(), en: z.string() }).nullable(),
  /** Ids of what it made. */
  made: z.array(id),
});

/** What a fit is asked for. */
const fitAsked = z.object({
  waveId: id,
  indicators: z.array(id).min(1).max(200),
  from: z.number().int().min(1).max(9).default(1),
  to: z.number().int().min(1).max(9).default(6),
  starts: z.number().int().min(1).max(100_000).default(500),
  seed: z.number().int().min(0).default(1),
  missing: z.enum(['fiml', 'listwise']).default('fiml'),
  weightId: id.nullable().default(null),
  /** Indicators whose categories are ordered within classes. */
  ordinal: z.array(id).max(200).default([]),
  /** Indicators whose user-missing values count as categories. */
  userMissingAsCategory: z.array(id).max(200).default([]),
  /** Strata and sampling units of the wave, where it has them, count in standard errors. */
  design: z.boolean().default(true),
  tolerance: z.number().positive().max(1).default(1e-10),
});

export const classes = {
  read: route
    .route({ method: 'GET', path: '/classes', summary: 'The models that were fitted' })
    .output(z.object({ models: z.array(classModel) })),
  fit: route
    .route({ method: 'POST', path: '/classes/fit', summary: 'Fit models with from..to classes, as a job' })
    .input(fitAsked)
    .output(job),
  fitTime: route
    .route({
      method: 'POST',
      path: '/classes/fit/time',
      summary: 'About how long such a fit takes here, from some steps timed on these answers',
    })
    .input(fitAsked)
    .output(z.object({ seconds: z.number() })),
  job: route
    .route({ method: 'GET', path: '/jobs/{id}', summary: 'How far a job is' })
    .input(z.object({ id }))
    .output(job),
  cancel: route
    .route({ method: 'DELETE', path: '/jobs/{id}', summary: 'Cancel a job; nothing of it stays' })
    .input(z.object({ id }))
    .output(job),
  change: route
    .route({
      method: 'PATCH',
      path: '/classes/{id}',
      summary: 'Choose a model, say why, name it and its classes',
    })
    .input(
      z.object({
        id,
        name: z.string().min(1).max(200).optional(),
        chosen: z.boolean().optional(),
        classNames: z.array(z.string().max(80)).optional(),
        /** The classes in another order: at each new place the old one, from 0. */
        classOrder: z.array(z.number().int().min(0).max(8)).max(9).optional(),
        /** Needed to choose a model that is not identified, or whose fit did not settle. */
        acknowledged: z.boolean().default(false),
        /** Why this model, in the researcher's words; null: nothing said. */
        reason: z.string().max(4000).nullable().optional(),
      }),
    )
    .output(changed),
  remove: route
    .route({ method: 'DELETE', path: '/classes/{id}', summary: 'Remove a model and its analyses' })
    .input(z.object({ id }))
    .output(changed),
};
