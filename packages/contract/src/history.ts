import { z } from 'zod';
import { changed, id, operation, route } from './operation.js';
import { historyEntry, station } from './study.js';

/** Which operations: of a person, a kind, a station, a time, or on one row. */
export const historyFilter = z.object({
  actor: z.string().max(200).optional(),
  kind: z.string().max(100).optional(),
  station: station.optional(),
  /** Days, ISO 8601, both included. */
  since: z.string().max(30).optional(),
  until: z.string().max(30).optional(),
  table: z.string().max(40).optional(),
  row: id.optional(),
});
/** A value of a column in words; null: there was none. */
const words = z.string().nullable();
const columnChange = z.object({ column: z.string(), before: words, after: words });
const conflict = z.object({
  id,
  kind: z.enum(['row', 'text', 'value', 'version']),
  table: z.string(),
  rowId: id,
  /** What the row is called. */
  name: z.string(),
  column: z.string(),
  /** What differs, column by column; of a row, all that it holds. `now`: as it stands. */
  columns: z.array(z.object({ column: z.string(), ours: words, theirs: words, now: words })),
  /** Whether the row is there in each copy, and now. */
  there: z.object({ ours: z.boolean(), theirs: z.boolean(), now: z.boolean() }),
  by: z.string(),
  at: z.string(),
  state: z.enum(['open', 'ours', 'theirs', 'other', 'both']),
  /** Of two texts: their versions, by id, and what differs between them, passage by passage. */
  texts: z
    .object({
      ours: id,
      theirs: id,
      total: z.number(),
      /** Each in pieces: the same in both texts, or not. */
      passages: z.array(z.array(z.object({ ours: z.string(), theirs: z.string() }))),
    })
    .nullable(),
  station: station.nullable(),
});

/** A kept file that is not here: its hash, by which it is known, and what it was called. */
const missingOriginal = z.object({ hash: z.string(), name: z.string() });

export const history = {
  list: route
    .route({ method: 'GET', path: '/history/entries', summary: 'Operations, newest first, narrowed down' })
    .input(
      historyFilter.extend({
        limit: z.coerce.number().int().min(1).max(2000).default(100),
      }),
    )
    .output(
      z.object({
        /** How many there are that fit; the newest of them follow. */
        total: z.number(),
        entries: z.array(
          historyEntry.extend({
            /** The copy it came from, where it was merged. */
            copy: z.string().nullable(),
            /** Whether what it did holds now. */
            stands: z.boolean(),
          }),
        ),
        actors: z.array(z.string()),
        kinds: z.array(z.string()),
        /** Of one row: what it is called. */
        rowName: z.string().nullable(),
      }),
    ),
  entry: route
    .route({
      method: 'GET',
      path: '/history/entries/{id}',
      summary: 'What an operation changed, column by column',
    })
    .input(z.object({ id, limit: z.coerce.number().int().min(1).max(500).default(50) }))
    .output(
      z.object({
        /** It is of a text that the coder who asks codes blind: what it changed is not told yet. */
        hidden: z.boolean(),
        total: z.number(),
        rows: z.array(
          z.object({
            table: z.string(),
            id,
            name: z.string(),
            done: z.enum(['added', 'changed', 'removed']),
            columns: z.array(columnChange),
          }),
        ),
      }),
    ),
  merge: route
    .route({
      method: 'POST',
      path: '/merge',
      summary: 'Take in what was done in a copy of the study, or tell it',
    })
    .input(z.object({ file: z.file(), dryRun: z.union([z.boolean(), z.stringbool()]).optional() }))
    .output(
      z.object({
        fileName: z.string(),
        operations: z.number(),
        changes: z.number(),
        conflicts: z.number(),
        restored: z.number(),
        lost: z.number(),
        doubled: z.number(),
        renumbered: z.number(),
        sameCoders: z.array(z.string()),
        /** Imported files and recordings that did not come with it. */
        missingOriginals: z.array(missingOriginal),
        people: z.array(
          z.object({
            actor: z.string(),
            since: z.string(),
            until: z.string(),
            kinds: z.array(z.object({ kind: z.string(), n: z.number() })),
          }),
        ),
        /** The copy had taken in all that is here: what stands in it stands here. */
        forward: z.boolean(),
        /** The operation that ended the merge; null: nothing was done. Undoing it undoes all of the merge. */
        operation: operation.nullable(),
        root: id.nullable(),
      }),
    ),
  conflicts: route
    .route({
      method: 'GET',
      path: '/merge',
      summary: 'Conflicts of merged copies, and imported files that are missing',
    })
    .output(
      z.object({
        conflicts: z.array(conflict),
        missingOriginals: z.array(missingOriginal),
      }),
    ),
  decide: route
    .route({ method: 'POST', path: '/merge/conflicts/{id}', summary: 'Decide a conflict' })
    .input(
      z.object({
        id,
        /** `both`: of two texts, theirs laid over ours as a version of its own. */
        choose: z.enum(['ours', 'theirs', 'other', 'both']),
        /** With `other`: the third. */
        text: z.string().max(200_000).optional(),
      }),
    )
    .output(
      changed.extend({
        /** Of two texts: what became of what stands on them, and the words that both had changed differently. */
        texts: z
          .object({
            version: z.number(),
            counts: z.object({ same: z.number(), changed: z.number(), moved: z.number(), lost: z.number() }),
            found: z.number(),
            clashes: z.array(z.object({ ours: z.string(), theirs: z.string() })),
          })
          .nullable(),
      }),
    ),
  copy: route
    .route({ method: 'POST', path: '/study/copy', summary: 'Write a copy of the study for somebody else' })
    .input(
      z.object({
        /** A path on the machine that the program runs on; nothing is overwritten. */
        to: z.string().min(1).max(1000),
        withKey: z.boolean().default(false),
        withMedia: z.boolean().default(true),
      }),
    )
    .output(
      z.object({
        location: z.string(),
        bytes: z.number(),
        originals: z.number(),
        missing: z.array(z.string()),
        key: z.boolean(),
      }),
    ),
  copyPlace: route
    .route({ method: 'GET', path: '/study/copy', summary: 'Where a copy could be laid' })
    .output(z.object({ to: z.string(), hasKey: z.boolean() })),
  addOriginal: route
    .route({
      method: 'POST',
      path: '/merge/originals',
      summary: 'Add an imported file that did not come with a copy',
    })
    .input(z.object({ file: z.file() }))
    .output(z.object({ name: z.string() })),
};
