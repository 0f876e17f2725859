import type { Kysely } from 'kysely';
import { makeTables, type Dialect } from './make-tables.js';

export const number = 8;

/** Passages that show what a code means. */
export async function up(database: Kysely<never>, dialect: Dialect): Promise<void> {
  await makeTables(database, dialect, {
    examples:
      'id text, codeId text > codes, sourceId text > sources, version integer, from integer, to integer, quoteHash text, chosenHash text, coderId text? > coders',
  });
}
