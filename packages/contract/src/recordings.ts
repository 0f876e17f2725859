import { z } from 'zod';
import { changed, id, operation, route } from './operation.js';
import { job } from './classes.js';
import { transcriptPreview } from './transcripts.js';
import { versionReport } from './versions.js';

export const recording = z.object({
  id,
  fileName: z.string(),
  mime: z.string(),
  /** Null until the page has read it. */
  seconds: z.number().nullable(),
  /** The wave, base64 of signed bytes: the least and the greatest of each stretch in turn; empty: not read. */
  peaks: z.string(),
  /** Where it begins on the text's clock, in seconds; null: where the one before it ends. */
  start: z.number().nullable(),
});
const draft = z.object({
  /** The version that is being written on. */
  version: z.number().int(),
  changes: z.array(z.object({ from: z.number().int(), to: z.number().int(), insert: z.string() })),
  times: z.array(z.object({ at: z.number().int().min(0), seconds: z.number().min(0) })),
});
const recogniser = z.object({ program: z.string().max(1000), model: z.string().max(1000) });

export const recordings = {
  create: route
    .route({ method: 'POST', path: '/transcripts', summary: 'Begin an empty transcript, to be written' })
    .input(z.object({ title: z.string().min(1).max(200), participantId: id.optional() }))
    .output(changed),
  recordings: route
    .route({
      method: 'GET',
      path: '/transcripts/{id}/recordings',
      summary: 'The recordings of a text, with their waves',
    })
    .input(z.object({ id }))
    .output(z.array(recording)),
  keepPeaks: route
    .route({ method: 'PUT', path: '/recordings/{id}/peaks', summary: 'Keep the wave that the page has read' })
    .input(
      z.object({
        id,
        seconds: z.number().positive().max(360_000),
        /** Empty: only the length is known. */
        peaks: z.base64().max(1_900_000),
      }),
    )
    .output(changed),
  changeRecording: route
    .route({
      method: 'PATCH',
      path: '/recordings/{id}',
      summary: "Say where a recording begins on its text's clock",
    })
    .input(z.object({ id, start: z.number().min(-86_400).max(360_000).nullable() }))
    .output(changed),
  removeRecording: route
    .route({
      method: 'DELETE',
      path: '/recordings/{id}',
      summary: 'Take a recording from its text; the file stays',
    })
    .input(z.object({ id }))
    .output(changed),
  readDraft: route
    .route({
      method: 'GET',
      path: '/transcripts/{id}/draft',
      summary: 'What is being written on a text and is no version yet',
    })
    .input(z.object({ id }))
    .output(z.object({ draft: draft.nullable(), kept: z.boolean() })),
  keepDraft: route
    .route({
      method: 'PUT',
      path: '/transcripts/{id}/draft',
      summary: 'Keep what is being written; it is on the disk when this answers',
    })
    .input(draft.extend({ id }))
    .output(z.object({ kept: z.boolean() })),
  removeDraft: route
    .route({
      method: 'DELETE',
      path: '/transcripts/{id}/draft',
      summary: 'Throw away what was being written',
    })
    .input(z.object({ id }))
    .output(z.object({ kept: z.boolean() })),
  recogniser: route
    .route({
      method: 'GET',
      path: '/recogniser',
      summary: 'The program that recognises speech, if one was pointed at',
    })
    .output(z.object({ recogniser: recogniser.nullable() })),
  setRecogniser: route
    .route({
      method: 'PUT',
      path: '/recogniser',
      summary: 'Point at whisper.cpp and a model on this machine, or at nothing',
    })
    .input(z.object({ recogniser: recogniser.nullable() }))
    .output(z.object({ recogniser: recogniser.nullable() })),
  recognise: route
    .route({
      method: 'POST',
      path: '/recordings/{id}/recognise',
      summary: 'Recognise the speech of a recording, as a job',
    })
    .input(z.object({ id }))
    .output(job),
  recognised: route
    .route({ method: 'GET', path: '/recognised/{id}', summary: 'What a job recognised, before it is kept' })
    .input(z.object({ id, add: z.union([z.boolean(), z.stringbool()]).optional() }))
    .output(z.object({ preview: transcriptPreview, report: versionReport })),
  keepRecognised: route
    .route({
      method: 'POST',
      path: '/recognised/{id}',
      summary: 'Make what was recognised the next version of the text, in its place or after it',
    })
    .input(z.object({ id, /** After what is there, instead of in its place. */ add: z.boolean().optional() }))
    .output(z.object({ operation: operation.nullable(), version: z.number() })),
};
