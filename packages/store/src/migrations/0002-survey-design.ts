import type { Kysely } from 'kysely';
import { addColumns, makeTables, type Dialect } from './make-tables.js';

export const number = 2;

/** Survey designs, derived variables, what is worked out on a class model, and respondents to invite. */
export async function up(database: Kysely<never>, dialect: Dialect): Promise<void> {
  await addColumns(database, dialect, {
    waves: 'design text?',
    variables: 'recipe text?',
    classModels: 'settings text?, reason text?',
  });
  await makeTables(database, dialect, {
    classAnalyses:
      'id text, modelId text > classModels, kind text, options text, result text, createdAt text',
    invitations:
      'id text, waveId text > waves, modelId text > classModels, row integer, className text, certainty real, quota text, state text, note text, changedAt text',
  });
}
