import { z } from 'zod';
import { changed, id, route, span } from './operation.js';
import { openSource } from './transcripts.js';

export const entityKind = z.enum(['person', 'place', 'organisation', 'site', 'occupation', 'date', 'other']);
export const entity = z.object({
  id,
  kind: entityKind,
  replacement: z.string().min(1).max(120),
  note: z.string().max(2000),
});
export const decision = z.enum(['open', 'mask', 'keep']);
export const mention = z.object({
  id,
  sourceId: id,
  version: z.number(),
  ...span,
  entityId: id.nullable(),
  kind: entityKind,
  decision,
  reason: z.string().max(500),
  /** What is printed in its place when it is masked. */
  printed: z.string(),
});
export const publishedTurn = z.object({
  role: z.enum(['interviewer', 'interviewee', 'other']),
  label: z.string().nullable(),
  text: z.string(),
  turn: z.number(),
});

export const masking = {
  read: route
    .route({
      method: 'GET',
      path: '/masking/{sourceId}',
      summary: 'A source with its mentions, and the study’s entities',
    })
    .input(z.object({ sourceId: id }))
    .output(
      openSource.extend({
        mentions: z.array(mention),
        entities: z.array(entity.extend({ mentions: z.number() })),
        /** How the whole source would be printed now. */
        published: z.array(publishedTurn),
      }),
    ),
  propose: route
    .route({
      method: 'POST',
      path: '/masking/{sourceId}/propose',
      summary: 'Add proposals for what to mask, undecided',
    })
    .input(z.object({ sourceId: id }))
    .output(z.object({ added: z.number(), operation: changed.shape.operation.nullable() })),
  add: route
    .route({
      method: 'POST',
      path: '/masking/mentions',
      summary: 'Mark a stretch; everywhere: all the same words in all sources',
    })
    .input(
      z.object({
        sourceId: id,
        ...span,
        kind: entityKind,
        decision: decision.default('mask'),
        entityId: id.optional(),
        /** Makes an entity with this replacement when no `entityId` is given. */
        replacement: z.string().max(120).optional(),
        reason: z.string().max(500).default(''),
        everywhere: z.boolean().default(false),
      }),
    )
    .output(changed),
  decide: route
    .route({
      method: 'POST',
      path: '/masking/decide',
      summary: 'Decide on mentions: mask, keep or leave open',
    })
    .input(
      z.object({
        ids: z.array(id).min(1).max(5000),
        decision,
        kind: entityKind.optional(),
        entityId: id.optional(),
        replacement: z.string().max(120).optional(),
        reason: z.string().max(500).default(''),
      }),
    )
    .output(changed),
  remove: route
    .route({ method: 'DELETE', path: '/masking/mentions/{id}', summary: 'Remove a mention' })
    .input(z.object({ id }))
    .output(changed),
  saveEntity: route
    .route({ method: 'PUT', path: '/masking/entities', summary: 'Change what is printed for an entity' })
    .input(entity)
    .output(changed),
};
