import { z } from 'zod';
import { note } from './coding.js';
import { changed, id, route, span } from './operation.js';
import { gateReason } from './report.js';

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
/** A passage that shows what a code means. */
const example = z.object({
  id,
  sourceId: id,
  sourceTitle: z.string(),
  pseudonym: z.string().nullable(),
  version: z.number(),
  ...span,
  /** As they may be printed. */
  words: z.string(),
  /** Others than those it was chosen for. */
  changed: z.boolean(),
  /** What keeps it out of the coding manual; empty: it is printed there. */
  reasons: z.array(gateReason),
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
        examples: count,
        evidence: count,
        claims: count,
        matrices: count,
        doubleCodings: count,
        resolutions: count,
        memos: count,
      }),
    ),
  codeExamples: route
    .route({
      method: 'GET',
      path: '/coding/codes/{id}/examples',
      summary: 'The passages that show what a code means, and what keeps each from being printed',
    })
    .input(z.object({ id }))
    .output(z.object({ examples: z.array(example) })),
  addExample: route
    .route({ method: 'POST', path: '/coding/codes/{id}/examples', summary: 'Use a passage as an example' })
    .input(z.object({ id, sourceId: id, version: z.number(), ...span, coderId: id.nullable() }))
    .output(changed),
  removeExample: route
    .route({
      method: 'DELETE',
      path: '/coding/examples/{id}',
      summary: 'Use a passage as an example no more',
    })
    .input(z.object({ id }))
    .output(changed),
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
