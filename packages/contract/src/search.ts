import { z } from 'zod';
import { id, route } from './operation.js';

export const searchKind = z.enum(['text', 'memo', 'code', 'claim', 'reference', 'person', 'site', 'report']);

/** Words found, with those around them. */
const hit = z.object({
  /** The row it stands in; of a transcript its source. */
  id,
  title: z.string(),
  /** Who speaks, under the published name. */
  pseudonym: z.string().nullable(),
  /** As it was transcribed or written: names that are masked stand here as in the transcript itself. */
  text: z.string(),
  /** Offsets in `text`. */
  marks: z.array(z.object({ from: z.number(), to: z.number() })),
  /** Where the first of the words stand in the whole text; of what is not a transcript, in its fields one after the other. */
  from: z.number(),
  to: z.number(),
  /** The page it is met on, and what is chosen there. */
  place: z.object({ station: z.string(), choices: z.record(z.string(), z.string()) }),
});

export const search = route
  .route({
    method: 'POST',
    path: '/search',
    summary: 'Words anywhere in the study, in all their inflections, with those around them',
  })
  .input(
    z.object({
      /** Words that must stand together; a phrase in quotes; `ensom*` for all that begins so. */
      words: z.string().max(500),
      kinds: z.array(searchKind).default([...searchKind.options]),
      from: z.number().int().min(0).default(0),
      count: z.number().int().min(1).max(200).default(20),
    }),
  )
  .output(
    z.object({
      groups: z.array(
        z.object({
          kind: searchKind,
          /** Places: turns and paragraphs of transcripts, else rows. */
          total: z.number(),
          /** Persons in whose words it was found. */
          persons: z.number(),
          hits: z.array(hit),
        }),
      ),
      /** Texts read so far of those there are: what is not read yet is not found yet. */
      reading: z.object({ done: z.number(), of: z.number() }),
    }),
  );
