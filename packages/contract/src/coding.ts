import { z } from 'zod';
import { changed, id, route, span } from './operation.js';
import { openSource } from './transcripts.js';

/** Why: the researcher's note in the codebook's history. */
export const note = z.string().max(2000);

export const code = z.object({
  id,
  parentId: id.nullable(),
  position: z.number(),
  name: z.string().min(1).max(120),
  definition: z.string().max(5000),
  use: z.string().max(5000),
  useNot: z.string().max(5000),
  example: z.string().max(5000),
  origin: z.enum(['theory', 'research', 'guide', 'inductive']),
  hue: z.number().int().min(0).max(359),
  shortName: z.string().max(12).nullable(),
  status: z.enum(['proposed', 'active', 'retired']).nullable(),
});
/** A code in the tree, with how many persons and passages stand in it and under it. */
export const codeEntry = code.extend({
  path: z.string(),
  depth: z.number(),
  persons: z.number(),
  passages: z.number(),
});
export const coder = z.object({ id, name: z.string().min(1).max(120), initials: z.string().min(1).max(6) });
export const coding = z.object({
  id,
  sourceId: id,
  version: z.number(),
  ...span,
  codeId: id,
  coderId: id,
  createdAt: z.string(),
});
export const memoSubject = z.enum([
  'study',
  'source',
  'code',
  'coding',
  'participant',
  'claim',
  'memo',
  'site',
  'interview',
  'wish',
]);
/** An annotation is about a source's words: `version`, `from` and `to` say which. */
export const memo = z.object({
  id,
  title: z.string().max(200),
  body: z.string().max(50000),
  about: memoSubject,
  aboutId: z.string(),
  coderId: id.nullable(),
  createdAt: z.string(),
  version: z.number().nullable().default(null),
  from: z.number().nullable().default(null),
  to: z.number().nullable().default(null),
});

/** A source as it is coded; `seq` is the number of the last operation that it has in it. */
const codedSource = openSource.extend({ seq: z.number(), codings: z.array(coding), memos: z.array(memo) });

export const codingStation = {
  codebook: route
    .route({ method: 'GET', path: '/coding/codebook', summary: 'Codes in tree order, and the coders' })
    .output(z.object({ codes: z.array(codeEntry), coders: z.array(coder) })),
  read: route
    .route({
      method: 'GET',
      path: '/coding/sources/{sourceId}',
      summary: 'A source with its codings, and the memos about it, them and codes',
    })
    .input(z.object({ sourceId: id }))
    .output(codedSource),
  since: route
    .route({
      method: 'GET',
      path: '/coding/sources/{sourceId}/since/{seq}',
      summary: 'What has become of the codings of a source, and the memos, since an operation',
    })
    .input(z.object({ sourceId: id, seq: z.coerce.number().int().min(0) }))
    .output(
      z.object({
        seq: z.number(),
        /** The whole source, when more than its codings and memos may be another; then the rest is empty. */
        anew: codedSource.nullable(),
        gone: z.array(coding),
        put: z.array(coding),
        /** All of them; null: they are as they were. */
        memos: z.array(memo).nullable(),
      }),
    ),
  add: route
    .route({ method: 'POST', path: '/coding/codings', summary: 'Give a stretch of a text one or more codes' })
    .input(
      z
        .object({
          sourceId: id,
          version: z.number(),
          ...span,
          codeIds: z.array(id).max(20).default([]),
          /** A code that is made for it, as the same act. */
          newCode: code.pick({ name: true, parentId: true }).optional(),
          coderId: id,
        })
        .refine(({ codeIds, newCode }) => codeIds.length > 0 || newCode, { path: ['codeIds'] }),
    )
    .output(changed.extend({ codings: z.array(coding) })),
  remove: route
    .route({ method: 'DELETE', path: '/coding/codings/{id}', summary: 'Remove a coding' })
    .input(z.object({ id }))
    .output(changed),
  saveCode: route
    .route({ method: 'PUT', path: '/coding/codes', summary: 'Add or change a code' })
    .input(code.partial().required({ name: true }).extend({ note: note.optional() }))
    .output(changed),
  moveCode: route
    .route({
      method: 'POST',
      path: '/coding/codes/{id}/move',
      summary: 'Move a code under another, before a sibling',
    })
    .input(z.object({ id, parentId: id.nullable(), before: id.nullable(), note: note.optional() }))
    .output(changed),
  removeCode: route
    .route({
      method: 'DELETE',
      path: '/coding/codes/{id}',
      summary:
        'Remove a code that nothing rests on; with `withAll` with the codes under it and what is coded',
    })
    .input(z.object({ id, withAll: z.boolean().default(false), note: note.optional() }))
    .output(changed),
  saveCoder: route
    .route({ method: 'PUT', path: '/coding/coders', summary: 'Add or change a coder' })
    .input(coder.extend({ id: id.optional() }))
    .output(changed),
};
