import type { Kysely } from 'kysely';
import { makeTables, type Dialect } from './make-tables.js';

export const number = 7;

/** Which copies were merged into the study, and which operations came with each. */
export async function up(database: Kysely<never>, dialect: Dialect): Promise<void> {
  await makeTables(database, dialect, { mergedCopies: 'id text, name text, operations text' });
}
