import type { Kysely } from 'kysely';
import { addColumns, makeTables, type Dialect } from './make-tables.js';

export const number = 3;

/** Recordings, places lost between versions, the codebook's history, annotations and links, bookmarks, double coding. */
export async function up(database: Kysely<never>, dialect: Dialect): Promise<void> {
  await addColumns(database, dialect, {
    codes: 'shortName text?, status text?',
    memos: 'version integer?, from integer?, to integer?, quoteHash text?',
  });
  await makeTables(database, dialect, {
    recordings:
      'id text, sourceId text > sources, fileName text, original text, mime text, seconds real?, peaks text',
    lostSpans:
      'id text, sourceId text > sources, fromVersion integer, toVersion integer, table text, rowId text, row text, quote text, state text, at text',
    codeEvents: 'id text, codeId text, kind text, detail text, note text, by text, at text',
    memoLinks: 'id text, memoId text > memos, about text, aboutId text',
    bookmarks:
      'id text, sourceId text > sources, version integer, from integer, to integer, name text, coderId text? > coders',
    doubleCodings:
      'id text, name text, seed integer, sourceIds text, coderIds text, codeIds text, blind integer, createdAt text',
    resolutions:
      'id text, doubleCodingId text > doubleCodings, sourceId text > sources, version integer, from integer, to integer, codeId text > codes, decision text, reason text, by text, at text',
  });
}
