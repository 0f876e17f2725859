import { z } from 'zod';
import { changed, id, route, span } from './operation.js';

export const turn = z.object({
  from: z.number(),
  to: z.number(),
  role: z.enum(['interviewer', 'interviewee', 'other']),
  label: z.string().nullable(),
  time: z.number().nullable(),
  line: z.number().nullable(),
});
export const mark = z.object({
  from: z.number(),
  to: z.number(),
  kind: z.enum(['nonverbal', 'omission', 'editor', 'masked', 'pause']),
});
export const source = z.object({
  id,
  title: z.string(),
  kind: z.enum(['transcript', 'excerpt']),
  participantId: id.nullable(),
  language: z.string(),
  fileName: z.string(),
  original: z.string(),
  fromLine: z.number().nullable(),
  toLine: z.number().nullable(),
  version: z.number(),
});
/** A source in a list, with what stands in it. */
export const sourceEntry = source.extend({
  pseudonym: z.string().nullable(),
  phase: z.string().nullable(),
  complexity: z.string().nullable(),
  length: z.number(),
  turns: z.number(),
  codings: z.number(),
  openMentions: z.number(),
  mentions: z.number(),
});
/** A source with its text; offsets of turns and marks are UTF-16 in `text`. */
export const openSource = z.object({
  source: sourceEntry,
  text: z.string(),
  turns: z.array(turn),
  marks: z.array(mark),
  /** Where the words are not printed as they stand, with what is printed when they are masked. */
  mentions: z.array(z.object({ ...span, decision: z.enum(['open', 'mask']), printed: z.string() })),
});

export const transcripts = {
  list: route
    .route({ method: 'GET', path: '/transcripts', summary: 'All sources' })
    .output(z.array(sourceEntry)),
  read: route
    .route({ method: 'GET', path: '/transcripts/{id}', summary: 'A source with its text, turns and marks' })
    .input(z.object({ id }))
    .output(openSource),
  change: route
    .route({
      method: 'PATCH',
      path: '/transcripts/{id}',
      summary: "Change a source's title, language or person",
    })
    .input(
      z.object({
        id,
        title: z.string().min(1).max(200).optional(),
        language: z.string().max(20).optional(),
        participantId: id.nullable().optional(),
      }),
    )
    .output(changed),
  remove: route
    .route({
      method: 'DELETE',
      path: '/transcripts/{id}',
      summary: 'Remove a source with its versions, codings and mentions; refused while something rests on it',
    })
    .input(z.object({ id }))
    .output(changed),
};
