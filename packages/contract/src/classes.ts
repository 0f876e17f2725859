import { z } from 'zod';
import { changed, id, route } from './operation.js';

export const comparedModel = z.object({
  classes: z.number(),
  loglik: z.number(),
  npar: z.number(),
  aic: z.number(),
  bic: z.number(),
  abic: z.number(),
  entropy: z.number(),
  smallest: z.number(),
});
export const fitSummary = z.object({
  loglik: z.number(),
  npar: z.number(),
  aic: z.number(),
  bic: z.number(),
  abic: z.number(),
  entropy: z.number(),
  n: z.number(),
  patterns: z.number(),
  shares: z.array(z.number()),
  probs: z.array(z.array(z.array(z.number()))),
  categories: z.array(z.array(z.number())),
  maxima: z.array(z.object({ loglik: z.number(), hits: z.number() })),
  identified: z.boolean(),
  warnings: z.array(z.object({ code: z.string(), data: z.record(z.string(), z.unknown()) })),
  compared: z.array(comparedModel),
});
export const modelSettings = z.object({
  ordinal: z.array(id),
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
  error: z.object({ da: z.string(), en: z.string() }).nullable(),
  /** Ids of what it made. */
  made: z.array(id),
});

export const classes = {
  read: route
    .route({ method: 'GET', path: '/classes', summary: 'The models that were fitted' })
    .output(z.object({ models: z.array(classModel) })),
  fit: route
    .route({ method: 'POST', path: '/classes/fit', summary: 'Fit models with from..to classes, as a job' })
    .input(
      z.object({
        waveId: id,
        indicators: z.array(id).min(1).max(200),
        from: z.number().int().min(1).max(9).default(1),
        to: z.number().int().min(1).max(9).default(6),
        starts: z.number().int().min(1).max(10000).default(100),
        seed: z.number().int().min(0).default(1),
        missing: z.enum(['fiml', 'listwise']).default('fiml'),
        weightId: id.nullable().default(null),
      }),
    )
    .output(job),
  job: route
    .route({ method: 'GET', path: '/jobs/{id}', summary: 'How far a job is' })
    .input(z.object({ id }))
    .output(job),
  cancel: route
    .route({ method: 'DELETE', path: '/jobs/{id}', summary: 'Cancel a job; nothing of it stays' })
    .input(z.object({ id }))
    .output(job),
  change: route
    .route({ method: 'PATCH', path: '/classes/{id}', summary: 'Choose a model, name it and its classes' })
    .input(
      z.object({
        id,
        name: z.string().min(1).max(200).optional(),
        chosen: z.boolean().optional(),
        classNames: z.array(z.string().max(80)).optional(),
      }),
    )
    .output(changed),
  remove: route
    .route({ method: 'DELETE', path: '/classes/{id}', summary: 'Remove a model' })
    .input(z.object({ id }))
    .output(changed),
};
