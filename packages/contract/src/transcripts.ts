import { z } from 'zod';
import { changed, id, route, span } from './operation.js';

export const turnRole = z.enum(['interviewer', 'interviewee', 'other']);
/** The ways in which a transcript may say who speaks. */
export const grammar = z.enum([
  'voices',
  'table',
  'time-first',
  'initials',
  'colon-labels',
  'bold-names',
  'name-line',
  'bold-questions',
  'dashes',
  'monologue',
]);
export const turn = z.object({
  from: z.number(),
  to: z.number(),
  role: turnRole,
  label: z.string().nullable(),
  time: z.number().nullable(),
  line: z.number().nullable(),
  /** ISO 639-1 or `other`, when the turn's words are enough to tell. */
  language: z.string().optional(),
});
export const mark = z.object({
  from: z.number(),
  to: z.number(),
  kind: z.enum([
    'nonverbal',
    'pause',
    'omission',
    'editor',
    'masked',
    'overlap',
    'unclear',
    'inaudible',
    'time',
    'bold',
    'italic',
    'underline',
    'strike',
    'heading',
    'list',
  ]),
  seconds: z.number().optional(),
});
const tally = z.array(z.object({ what: z.string(), n: z.number() }));
/** What was understood of a transcript, before anything is kept. */
export const transcriptPreview = z.object({
  form: z.string(),
  /** Of a text file. */
  encoding: z.string().nullable(),
  grammar,
  /** Every grammar that finds turns, the best first; `score` is the share of the text it explains. */
  grammars: z.array(z.object({ name: grammar, score: z.number(), turns: z.number(), speakers: z.number() })),
  speakers: z.array(
    z.object({
      label: z.string(),
      role: turnRole,
      turns: z.number(),
      /** Turns that hold a question. */
      asks: z.number(),
      /** Why the role was given. */
      reason: z.enum(['word', 'asks', 'answers', 'alone', 'several', 'chosen', 'once']),
    }),
  ),
  /** Words that may be speakers and come too seldom to be taken for one; `speaks` is what was answered. */
  possible: z.array(
    z.object({
      label: z.string(),
      n: z.number(),
      line: z.number().nullable(),
      text: z.string(),
      speaks: z.boolean().nullable(),
    }),
  ),
  /** The first turns, long ones shortened. */
  turns: z.array(
    z.object({
      label: z.string().nullable(),
      role: turnRole,
      time: z.number().nullable(),
      language: z.string().nullable(),
      text: z.string(),
    }),
  ),
  turnCount: z.number(),
  /** Marks by kind, and turns by language (`unknown` where their words are too few to tell). */
  marks: tally,
  languages: tally,
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
