import type { Kysely } from 'kysely';
import { addColumns, type Dialect } from './make-tables.js';

export const number = 4;

/** The questionnaire a wave was described by is kept beside its answers. */
export async function up(database: Kysely<never>, dialect: Dialect): Promise<void> {
  await addColumns(database, dialect, { waves: 'questionnaireFile text?, questionnaire text?' });
}
