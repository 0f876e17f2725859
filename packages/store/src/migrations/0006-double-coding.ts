import type { Kysely } from 'kysely';
import { addColumns, type Dialect } from './make-tables.js';

export const number = 6;

/** Coders say when they are done, and a settled disagreement says which borders were chosen. */
export async function up(database: Kysely<never>, dialect: Dialect): Promise<void> {
  await addColumns(database, dialect, { doubleCodings: 'doneCoderIds text?', resolutions: 'spans text?' });
}
