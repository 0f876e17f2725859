import { z } from 'zod';
import { group, passage } from './comparison.js';
import { changed, id, route } from './operation.js';

export const claim = z.object({
  id,
  number: z.number().int(),
  statement: z.string().min(1).max(2000),
  quantifier: z.string().max(60),
  group: group.omit({ site: true }),
  codes: z.array(id).max(50),
  chapterId: id.nullable(),
  surveyFigure: z.string().max(500),
});
export const claimProblem = z.enum([
  'no-group',
  'no-evidence',
  'quantifier-too-strong',
  'quantifier-unknown',
  'counter-case-untold',
  'evidence-outside-group',
  'evidence-withdrawn',
]);
export const assessment = z.object({
  claimId: id,
  of: z.number(),
  persons: z.array(id),
  against: z.array(id),
  passages: z.number(),
  carries: z.string().nullable(),
  problems: z.array(claimProblem),
});
export const evidence = z.object({
  id,
  claimId: id,
  codingId: id,
  stance: z.enum(['for', 'against']),
  note: z.string().max(2000),
});
export const reference = z.object({
  id,
  authors: z.string(),
  year: z.number(),
  title: z.string(),
  about: z.string(),
  targetGroup: z.string(),
  intervention: z.string(),
});
export const claimReference = z.object({
  id,
  claimId: id,
  referenceId: id,
  relation: z.enum(['agrees', 'differs', 'extends']),
});

export const claims = {
  read: route
    .route({ method: 'GET', path: '/claims', summary: 'Claims with what their evidence carries' })
    .output(
      z.object({
        claims: z.array(
          claim.extend({
            assessment,
            evidence: z.array(evidence.extend({ passage: passage.nullable() })),
            references: z.array(claimReference),
          }),
        ),
        references: z.array(reference),
        quantifiers: z.array(z.object({ word: z.string(), from: z.number(), persons: z.number() })),
      }),
    ),
  save: route
    .route({ method: 'PUT', path: '/claims', summary: 'Add or change a claim' })
    .input(claim.extend({ id: id.optional() }).partial({ number: true }))
    .output(changed),
  remove: route
    .route({ method: 'DELETE', path: '/claims/{id}', summary: 'Remove a claim with its evidence' })
    .input(z.object({ id }))
    .output(changed),
  addEvidence: route
    .route({
      method: 'POST',
      path: '/claims/{claimId}/evidence',
      summary: 'Tie a coded passage to a claim, for or against',
    })
    .input(
      z.object({
        claimId: id,
        codingId: id,
        stance: z.enum(['for', 'against']),
        note: z.string().max(2000).default(''),
      }),
    )
    .output(changed),
  removeEvidence: route
    .route({ method: 'DELETE', path: '/claims/evidence/{id}', summary: 'Untie a passage from its claim' })
    .input(z.object({ id }))
    .output(changed),
  saveReference: route
    .route({ method: 'PUT', path: '/claims/references', summary: 'Add or change a work in the literature' })
    .input(reference.extend({ id: id.optional() }))
    .output(changed),
  readAgainst: route
    .route({ method: 'POST', path: '/claims/{claimId}/references', summary: 'Read a claim against a work' })
    .input(z.object({ claimId: id, referenceId: id, relation: z.enum(['agrees', 'differs', 'extends']) }))
    .output(changed),
  untieReference: route
    .route({ method: 'DELETE', path: '/claims/reference-ties/{id}', summary: 'Untie a work from a claim' })
    .input(z.object({ id }))
    .output(changed),
  removeReference: route
    .route({
      method: 'DELETE',
      path: '/claims/references/{id}',
      summary: 'Remove a work that no claim is read against',
    })
    .input(z.object({ id }))
    .output(changed),
};
