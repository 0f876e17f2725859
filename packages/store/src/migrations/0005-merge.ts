import type { Kysely } from 'kysely';
import { makeTables, type Dialect } from './make-tables.js';

export const number = 5;

/** What two merged copies of a study had changed in different ways. */
export async function up(database: Kysely<never>, dialect: Dialect): Promise<void> {
  await makeTables(database, dialect, {
    mergeConflicts:
      'id text, table text, rowId text, column text, ours text?, theirs text?, by text, at text, state text',
  });
}
