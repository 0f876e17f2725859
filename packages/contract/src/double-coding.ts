import { z } from 'zod';
import { changed, id, operation, route, span } from './operation.js';
import { turnRole } from './transcripts.js';

const seed = z
  .number()
  .int()
  .min(0)
  .max(2 ** 32 - 1);
export const caseAxis = z.enum(['phase', 'complexity', 'gender', 'background', 'channel', 'site']);
export const doubleCoding = z.object({
  id,
  name: z.string().trim().min(1).max(120),
  seed,
  sourceIds: z.array(id),
  coderIds: z.array(id),
  codeIds: z.array(id),
  blind: z.boolean(),
  createdAt: z.string(),
  doneCoderIds: z.array(id).nullable(),
});
export const doubleCodingEntry = doubleCoding.extend({
  progress: z.array(z.object({ coderId: id, coded: z.number(), done: z.boolean() })),
  /** Every coder is done. */
  done: z.boolean(),
  resolutions: z.number(),
});

const spans = z.array(z.object(span));
export const agreementUnit = z.enum(['characters', 'sentences', 'turns', 'excerpts']);
/** Who is compared and where; what is left out is found in the study. */
const compared = z.object({
  doubleCodingId: id.optional(),
  coderIds: z.array(id).min(2).max(20).optional(),
  sourceIds: z.array(id).min(1).max(5000).optional(),
  codeIds: z.array(id).min(1).max(2000).optional(),
  withUnder: z.boolean().default(false),
  roles: z.array(turnRole).min(1).nullable().default(null),
});
const coefficient = z.number().nullable();
/** 95 %, of the draws in which the coefficient could be told: so many. */
const interval = z.object({ low: z.number(), high: z.number(), told: z.number() }).nullable();
const coefficients = {
  percent: coefficient,
  kappa: coefficient,
  fleiss: coefficient,
  alpha: coefficient,
  ac1: coefficient,
  unitized: coefficient,
};
export const agreement = z.object({
  ...coefficients,
  prevalence: z.number(),
  prevalenceOf: z.array(z.number().nullable()),
  units: z.number(),
  ci: z.object({
    percent: interval,
    kappa: interval,
    fleiss: interval,
    alpha: interval,
    ac1: interval,
    unitized: interval,
  }),
});
export const agreementFound = z.object({
  unit: agreementUnit,
  coderIds: z.array(id),
  sourceIds: z.array(id),
  /** Coders who coded in none of the texts: counted as having said no. */
  silent: z.array(id),
  /** Times that whole turns were drawn anew for the intervals; 0: there are none. */
  replicates: z.number(),
  codes: z.array(agreement.extend({ codeId: id })),
  overall: agreement,
});
export const resolution = z.object({
  id,
  decision: z.enum(['keep', 'drop']),
  spans: spans.nullable(),
  reason: z.string(),
  by: z.string(),
  at: z.string(),
});
export const disagreement = z.object({
  sourceId: id,
  version: z.number(),
  ...span,
  codeId: id,
  kind: z.enum(['presence', 'borders']),
  /** What each coder coded here; null: did not judge the text. */
  coded: z.array(spans.nullable()),
  resolution: resolution.nullable(),
});

export const doubleCodings = {
  read: route
    .route({
      method: 'GET',
      path: '/coding/double-codings',
      summary: 'Samples that several coders code, and how far each coder is',
    })
    .output(z.object({ doubleCodings: z.array(doubleCodingEntry) })),
  draw: route
    .route({
      method: 'POST',
      path: '/coding/double-codings',
      summary:
        'Draw texts of all kinds of people to be coded blind by several; or look at what would be drawn',
    })
    .input(
      z.object({
        name: doubleCoding.shape.name,
        coderIds: z.array(id).min(2).max(20),
        codeIds: z.array(id).max(2000).default([]),
        count: z.number().int().min(1).max(5000),
        axis: caseAxis.nullable(),
        kind: z.enum(['transcript', 'excerpt']).nullable().default(null),
        seed,
        preview: z.boolean().default(false),
      }),
    )
    .output(
      z.object({
        strata: z.array(
          z.object({ value: z.string().nullable(), available: z.number(), drawn: z.array(id) }),
        ),
        operation: operation.nullable(),
        id: id.optional(),
      }),
    ),
  change: route
    .route({
      method: 'PATCH',
      path: '/coding/double-codings/{id}',
      summary: 'Rename a double coding, choose its codes, or end or restore its blindness',
    })
    .input(
      z.object({
        id,
        name: doubleCoding.shape.name.optional(),
        codeIds: z.array(id).max(2000).optional(),
        blind: z.boolean().optional(),
      }),
    )
    .output(changed),
  done: route
    .route({
      method: 'POST',
      path: '/coding/double-codings/{id}/done',
      summary: 'Say that a coder is done, also with texts in which there was nothing to code',
    })
    .input(z.object({ id, coderId: id, done: z.boolean() }))
    .output(changed),
  remove: route
    .route({
      method: 'DELETE',
      path: '/coding/double-codings/{id}',
      summary: 'Remove a double coding with what was settled; codings stay',
    })
    .input(z.object({ id }))
    .output(changed),
  agreement: route
    .route({
      method: 'POST',
      path: '/coding/agreement',
      summary: 'Compare coders on each code and on all; while it is worked on, the job to follow',
    })
    .input(
      compared.extend({
        unit: agreementUnit,
        replicates: z.number().int().min(0).max(10_000).default(1000),
        seed: seed.default(1),
      }),
    )
    .output(z.object({ found: agreementFound.nullable(), jobId: id.nullable(), progress: z.number() })),
  disagreements: route
    .route({
      method: 'POST',
      path: '/coding/disagreements',
      summary: 'Where coders differ, in the order of the texts, with how it was settled',
    })
    .input(compared)
    .output(
      z.object({
        coderIds: z.array(id),
        /** All of them, also where not all are listed. */
        total: z.number(),
        settled: z.number(),
        disagreements: z.array(disagreement),
      }),
    ),
  resolve: route
    .route({
      method: 'POST',
      path: '/coding/double-codings/{id}/resolutions',
      summary: 'Settle disagreements with a reason; and, if wanted, carry it out as the consensus coder',
    })
    .input(
      z.object({
        id,
        items: z
          .array(
            z.object({
              sourceId: id,
              version: z.number().int(),
              ...span,
              codeId: id,
              /** Borders that are kept; null: the whole stretch. */
              spans: spans.min(1).max(100).nullable().default(null),
            }),
          )
          .min(1)
          .max(1000),
        decision: z.enum(['keep', 'drop']),
        reason: z.string().trim().min(1).max(2000),
        by: z.string().trim().min(1).max(200),
        carry: z.boolean().default(false),
      }),
    )
    .output(changed),
  consensus: route
    .route({
      method: 'POST',
      path: '/coding/double-codings/{id}/consensus',
      summary: 'Code all that the coders agreed on or settled as the consensus coder',
    })
    .input(z.object({ id }))
    .output(z.object({ operation: operation.nullable(), added: z.number(), removed: z.number() })),
};
