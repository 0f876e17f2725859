import { z } from 'zod';
import { changed, id, route } from './operation.js';

export const matrixAxis = z.enum([
  'code',
  'section',
  'person',
  'phase',
  'complexity',
  'gender',
  'background',
  'channel',
  'site',
]);
export const matrixSpec = z.object({ rows: matrixAxis, cols: matrixAxis, codes: z.array(id).max(500) });
/** Which persons: all of the values must hold; an absent one asks for nothing. */
export const group = z.object({
  phase: z.string().optional(),
  complexity: z.string().optional(),
  gender: z.string().optional(),
  background: z.string().optional(),
  channel: z.string().optional(),
  site: z.string().optional(),
});
export const matrixHead = z.object({ key: z.string(), name: z.string(), depth: z.number(), n: z.number() });
export const matrix = z.object({
  rows: z.array(matrixHead),
  cols: z.array(matrixHead),
  cells: z.array(
    z.object({
      row: z.string(),
      col: z.string(),
      persons: z.number(),
      passages: z.number(),
      participants: z.array(id),
    }),
  ),
  n: z.number(),
});
export const passage = z.object({
  sourceId: id,
  sourceTitle: z.string(),
  version: z.number(),
  participantId: id.nullable(),
  pseudonym: z.string().nullable(),
  age: z.number().nullable(),
  phase: z.string().nullable(),
  complexity: z.string().nullable(),
  from: z.number(),
  to: z.number(),
  /** The words as they may be printed. */
  text: z.string(),
  codings: z.array(z.object({ id, codeId: id, coderId: id })),
  mayPrint: z.boolean(),
});
export const wish = z.object({
  id,
  participantId: id,
  need: z.string().min(1).max(300),
  arena: z.enum(['general', 'peers']),
  status: z.enum(['doing', 'planned', 'unmet', 'dream', 'conditional', 'ended', 'content']),
  elicitation: z.enum(['spontaneous', 'asked', 'led']),
  sourceId: id.nullable(),
  from: z.number().nullable(),
  to: z.number().nullable(),
});
export const barrier = z.object({
  id,
  participantId: id,
  barrier: z.string().min(1).max(300),
  locus: z.enum(['person', 'offer', 'system', 'money', 'distance', 'others']),
  sourceId: id.nullable(),
  from: z.number().nullable(),
  to: z.number().nullable(),
});
const said = {
  pseudonym: z.string(),
  phase: z.string().nullable(),
  complexity: z.string().nullable(),
  quote: z.string().nullable(),
};

export const comparison = {
  matrix: route
    .route({
      method: 'POST',
      path: '/comparison/matrix',
      summary: 'Persons by two axes, through what was coded in their words',
    })
    .input(z.object({ spec: matrixSpec, group: group.default({}), coderId: id.optional() }))
    .output(matrix),
  passages: route
    .route({
      method: 'POST',
      path: '/comparison/passages',
      summary: 'The passages behind a cell, as they may be printed',
    })
    .input(
      z.object({
        codes: z.array(id).max(500).default([]),
        group: group.default({}),
        participantId: id.optional(),
        sourceId: id.optional(),
        coderId: id.optional(),
        from: z.number().int().min(0).default(0),
        count: z.number().int().min(1).max(500).default(50),
      }),
    )
    .output(z.object({ total: z.number(), persons: z.number(), passages: z.array(passage) })),
  wishes: route
    .route({
      method: 'GET',
      path: '/comparison/wishes',
      summary: 'Wishes and barriers, at the level of types',
    })
    .output(z.object({ wishes: z.array(wish.extend(said)), barriers: z.array(barrier.extend(said)) })),
  saveWish: route
    .route({ method: 'PUT', path: '/comparison/wishes', summary: 'Add or change a wish' })
    .input(wish.extend({ id: id.optional() }))
    .output(changed),
  removeWish: route
    .route({ method: 'DELETE', path: '/comparison/wishes/{id}', summary: 'Remove a wish' })
    .input(z.object({ id }))
    .output(changed),
  saveBarrier: route
    .route({ method: 'PUT', path: '/comparison/barriers', summary: 'Add or change a barrier' })
    .input(barrier.extend({ id: id.optional() }))
    .output(changed),
  removeBarrier: route
    .route({ method: 'DELETE', path: '/comparison/barriers/{id}', summary: 'Remove a barrier' })
    .input(z.object({ id }))
    .output(changed),
};
