import { z } from 'zod';
import { note } from './coding.js';
import { changed, id, route, span } from './operation.js';

const codeEvent = z.object({
  id,
  codeId: z.string(),
  kind: z.enum([
    'made',
    'renamed',
    'redefined',
    'recoloured',
    'moved',
    'merged',
    'split',
    'recoded',
    'status',
    'removed',
  ]),
  detail: z.record(z.string(), z.union([z.string(), z.array(z.string())])),
  note: z.string(),
  by: z.string(),
  at: z.string(),
});
/** A coding with its words, to choose among. */
const codingWithWords = z.object({
  id,
  codeId: id,
  coderId: id,
  sourceId: id,
  sourceTitle: z.string(),
  pseudonym: z.string().nullable(),
  version: z.number(),
  ...span,
  words: z.string(),
});
const count = z.number();
/** What a merging or recoding did: codings that have the code now, and those that became one with a coding that was there. */
const movedCodings = changed.extend({ moved: count, joined: count });

/** What is done to the codebook itself. */
export const codebook = {
  codeHistory: route
    .route({
      method: 'GET',
      path: '/coding/codes/{id}/history',
      summary: 'What has happened to a code, latest first',
    })
    .input(z.object({ id }))
    .output(z.object({ events: z.array(codeEvent) })),
  codeCodings: route
    .route({
      method: 'GET',
      path: '/coding/codes/{id}/codings',
      summary: 'The codings of a code itself, with their words',
    })
    .input(z.object({ id }))
    .output(z.object({ codings: z.array(codingWithWords) })),
  hangingOnCode: route
    .route({
      method: 'GET',
      path: '/coding/codes/{id}/hanging',
      summary: 'What goes or changes when a code is removed',
    })
    .input(z.object({ id }))
    .output(
      z.object({
        codes: count,
        codings: count,
        persons: count,
        evidence: count,
        claims: count,
        matrices: count,
        doubleCodings: count,
        resolutions: count,
        memos: count,
      }),
    ),
  mergeCodes: route
    .route({ method: 'POST', path: '/coding/codes/{id}/merge', summary: 'Merge other codes into a code' })
    .input(z.object({ id, codeIds: z.array(id).min(1).max(500), note: note.default('') }))
    .output(movedCodings),
  splitCode: route
    .route({
      method: 'POST',
      path: '/coding/codes/{id}/split',
      summary: 'Move codings of a code to a new code',
    })
    .input(
      z.object({
        id,
        codingIds: z.array(id).min(1).max(20000),
        name: z.string().trim().min(1).max(120),
        definition: z.string().max(5000).default(''),
        under: z.boolean().default(false),
        note: note.default(''),
      }),
    )
    .output(changed),
  recode: route
    .route({ method: 'POST', path: '/coding/recode', summary: 'Give codings another code' })
    .input(z.object({ codingIds: z.array(id).min(1).max(20000), codeId: id, note: note.default('') }))
    .output(movedCodings),
  recolour: route
    .route({
      method: 'POST',
      path: '/coding/codes/{id}/recolour',
      summary: 'Give a code, or the whole branch under it, another hue',
    })
    .input(z.object({ id, hue: z.number().int().min(0).max(359), branch: z.boolean().default(false) }))
    .output(changed),
};
