import { z } from 'zod';
import { id, operation, route, span } from './operation.js';

/** Words that were replaced: `from`/`to` are offsets in the text before, half-open. */
const textChange = z.object({
  from: z.number().int().min(0),
  to: z.number().int().min(0),
  insert: z.string(),
});
const placedTable = z.enum([
  'codings',
  'examples',
  'mentions',
  'memos',
  'bookmarks',
  'wishes',
  'barriers',
  'blocks',
]);
const place = z.object({ ...span, words: z.string() });

/** What a new version does to what stands on the text. Words longer than a few lines are shortened. */
export const versionReport = z.object({
  /** Places where the text changes. */
  changes: z.number(),
  counts: z.object({ same: z.number(), changed: z.number(), moved: z.number(), lost: z.number() }),
  /** Rows that stand nowhere, on other words or elsewhere: every lost one, then every changed one, then up to 500 others. */
  rows: z.array(
    z.object({
      table: placedTable,
      id,
      /** The code, the memo's title, the wish: what a person knows it by. */
      name: z.string(),
      is: z.enum(['changed', 'moved', 'lost', 'same']),
      before: place,
      after: place.nullable(),
    }),
  ),
  evidenceLost: z.number(),
  blocksLost: z.number(),
  blocksChanged: z.number(),
  /** Mentions whose words changed after it was decided to print them: open again. */
  reopened: z.number(),
  turns: z.object({ before: z.number(), after: z.number(), how: z.enum(['read', 'carried']) }),
});

export const lostSpan = z.object({
  id,
  table: placedTable,
  name: z.string(),
  /** The words it stood on. */
  quote: z.string(),
  /** Of what changed: where it stands now, and on which words. */
  now: place.nullable(),
  fromVersion: z.number(),
  toVersion: z.number(),
  state: z.enum(['open', 'placed', 'dropped', 'changed', 'checked']),
  /** Why it was given up. */
  dropped: z.string(),
  at: z.string(),
  /** Evidence of claims that comes back with it. */
  evidence: z.number(),
});

export const versions = {
  versions: route
    .route({
      method: 'GET',
      path: '/transcripts/{id}/versions',
      summary: 'The versions of a text, newest first',
    })
    .input(z.object({ id }))
    .output(
      z.object({
        shown: z.number(),
        versions: z.array(
          z.object({ id, number: z.number(), length: z.number(), turns: z.number(), reason: z.string() }),
        ),
      }),
    ),
  difference: route
    .route({
      method: 'GET',
      path: '/transcripts/{id}/difference',
      summary: 'Two versions of a text, and what changes turn the one into the other',
    })
    .input(z.object({ id, /** Ids of versions. */ from: id, to: id }))
    .output(z.object({ before: z.string(), after: z.string(), changes: z.array(textChange) })),
  correct: route
    .route({
      method: 'POST',
      path: '/transcripts/{id}/correct',
      summary: 'Make the next version of a text; everything that stands on it follows, or is listed as lost',
    })
    .input(
      z.object({
        id,
        /** The version that was corrected: another is refused. */
        version: z.number().int(),
        /** What was changed; or `text`, the whole new text. */
        changes: z.array(textChange).max(200_000).optional(),
        text: z.string().optional(),
        reason: z.string().max(500),
        /** Where in the recording a place of the new text was said. */
        times: z
          .array(z.object({ at: z.number().int().min(0), seconds: z.number().min(0) }))
          .max(50_000)
          .optional(),
        /** Tell what would happen, and change nothing. */
        dryRun: z.boolean().optional(),
      }),
    )
    .output(z.object({ report: versionReport, version: z.number(), operation: operation.nullable() })),
  lost: route
    .route({
      method: 'GET',
      path: '/transcripts/{id}/lost',
      summary: 'What the versions of a text could not carry along, or carried to other words',
    })
    .input(z.object({ id }))
    .output(z.array(lostSpan)),
  placeLost: route
    .route({ method: 'POST', path: '/lost/{id}/place', summary: 'Put what was lost on words of the text' })
    .input(z.object({ id, version: z.number().int(), ...span }))
    .output(z.object({ operation })),
  dropLost: route
    .route({ method: 'POST', path: '/lost/{id}/drop', summary: 'Give up what was lost, with why' })
    .input(z.object({ id, reason: z.string().min(1).max(500) }))
    .output(z.object({ operation })),
  checkChanged: route
    .route({
      method: 'POST',
      path: '/lost/check',
      summary: 'Say that places whose words changed have been looked at',
    })
    .input(z.object({ ids: z.array(id).min(1).max(20_000) }))
    .output(z.object({ operation })),
};
