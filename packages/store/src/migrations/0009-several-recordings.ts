import type { Kysely } from 'kysely';
import { addColumns, type Dialect } from './make-tables.js';

export const number = 9;

/** A text may have several recordings: where each begins on the text's clock. */
export async function up(database: Kysely<never>, dialect: Dialect): Promise<void> {
  await addColumns(database, dialect, { recordings: 'start real?' });
}
