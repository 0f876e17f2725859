import { BagomError } from '@bagom/core';
import type { Kysely } from 'kysely';
import type { Database } from '../schema.js';
import * as first from './0001-first.js';
import * as surveyDesign from './0002-survey-design.js';
import * as codingDesk from './0003-coding-desk.js';
import * as questionnaires from './0004-questionnaires.js';
import * as merge from './0005-merge.js';
import * as doubleCoding from './0006-double-coding.js';
import * as mergedCopies from './0007-merged-copies.js';
import * as examples from './0008-examples.js';
import * as severalRecordings from './0009-several-recordings.js';
import type { Dialect } from './make-tables.js';

interface Migration {
  number: number;
  up(database: Kysely<never>, dialect: Dialect): Promise<void>;
}

const MIGRATIONS: readonly Migration[] = [
  first,
  surveyDesign,
  codingDesk,
  questionnaires,
  merge,
  doubleCoding,
  mergedCopies,
  examples,
  severalRecordings,
];

/** The migrations count up by one from 1: the number of the last is the format's version. */
export function checkedVersion(migrations: readonly { number: number }[]): number {
  migrations.forEach(({ number }, i) => {
    if (number !== i + 1) throw new Error(`migration ${number} stands where ${i + 1} belongs`);
  });
  return migrations.length;
}

export const VERSION = checkedVersion(MIGRATIONS);

/** Brings a study to this version, in the caller's transaction. `from` 0: there are no tables yet. */
export async function migrate(database: Kysely<Database>, dialect: Dialect, from: number): Promise<void> {
  for (const migration of MIGRATIONS.slice(from)) {
    await migration.up(database as unknown as Kysely<never>, dialect);
  }
  await database
    .updateTable('meta')
    .set({ value: String(VERSION) })
    .where('key', '=', 'version')
    .execute();
}

/** The format's version of a study, refused when it is newer than this program. */
export function knownVersion(value: string | undefined, location: string): number {
  const version = Number(value);
  if (!Number.isInteger(version) || version < 1) throw new BagomError('study.not-a-study', { location });
  if (version > VERSION) throw new BagomError('study.newer-version', { location, version, known: VERSION });
  return version;
}
