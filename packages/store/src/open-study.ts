import { BagomError, emptyState, insert, QUANTIFIERS, type Language, type Study } from '@bagom/core';
import type { Kysely } from 'kysely';
import { userInfo } from 'node:os';
import { inStudyWords } from './database-errors.js';
import { BEGINNING, nextOperation, writeOperation } from './history.js';
import { knownVersion, migrate, VERSION } from './migrations/index.js';
import type { Dialect } from './migrations/make-tables.js';
import { newId } from './new-id.js';
import type { Mode, Place } from './place.js';
import type { PostgresConnection } from './pg-pool.js';
import { createPostgres, isPostgres, openPostgres } from './postgres.js';
import { resolveDrafts } from './resolve.js';
import type { Database } from './schema.js';
import { createSqlite, openSqlite } from './sqlite.js';
import { StudyFile } from './study-file.js';
import { writeRows } from './write-rows.js';

/** A path, an address `postgres://…?schema=name`, or an open PostgreSQL. */
export type Location = string | PostgresConnection;

const FORMAT = 'bagom';

const onPostgres = (location: Location): boolean => typeof location !== 'string' || isPostgres(location);

/** Whoever sits at the machine, when nobody says. */
function someone(): string {
  try {
    return userInfo().username;
  } catch {
    return 'unknown';
  }
}

export interface NewStudy {
  title: string;
  language: Language;
  actor: string;
  id?: string;
}

/** The tables and the first operation. */
async function fill(database: Kysely<Database>, dialect: Dialect, study: NewStudy): Promise<void> {
  const { title, language, actor, id = newId() } = study;
  const row: Study = {
    id,
    title,
    language,
    createdAt: new Date().toISOString(),
    smallCell: 3,
    quantifiers: [...QUANTIFIERS[language]],
    quotas: [],
  };
  await migrate(database, dialect, 0);
  await database
    .insertInto('meta')
    .values([
      { key: 'format', value: FORMAT },
      { key: 'version', value: String(VERSION) },
      { key: 'head', value: JSON.stringify(BEGINNING) },
    ])
    .execute();
  const changes = resolveDrafts(emptyState(), [insert('studies', row)]);
  const operation = nextOperation(BEGINNING, actor, {
    kind: 'study.create',
    subject: title,
    root: null,
    sense: 1,
    changes,
  });
  await writeRows(database, changes);
  await writeOperation(database, operation);
}

/** Makes a new study and opens it for writing. */
export async function createStudy(location: Location, study: NewStudy): Promise<StudyFile> {
  if (onPostgres(location)) {
    await createPostgres(location, (database) => fill(database, 'postgres', study));
  } else {
    await createSqlite(location as string, (database) => fill(database, 'sqlite', study));
  }
  return openStudy(location, { actor: study.actor });
}

async function versionAt(place: Place): Promise<number> {
  const rows = await place.database.selectFrom('meta').selectAll().execute();
  const meta = new Map(rows.map(({ key, value }) => [key, value]));
  if (meta.get('format') !== FORMAT) throw new BagomError('study.not-a-study', { location: place.location });
  return knownVersion(meta.get('version'), place.location);
}

/** Opens a study. To write is the default; then no other program may have it open for writing. */
export async function openStudy(
  location: Location,
  options: { mode?: Mode; actor?: string } = {},
): Promise<StudyFile> {
  const { mode = 'write', actor = someone() } = options;
  const shown = typeof location === 'string' ? location : location.location;
  let place: Place | undefined;
  try {
    place = onPostgres(location) ? await openPostgres(location) : await openSqlite(location as string, mode);
    const version = await versionAt(place);
    if (mode === 'write') await place.lock();
    if (version < VERSION) await bringUp(place, mode, version);
    return await StudyFile.load(place, mode, actor);
  } catch (error) {
    await place?.close();
    throw inStudyWords(error, place?.location ?? (onPostgres(location) ? 'postgres' : shown));
  }
}

/** A study of an older version is brought up to this one by whoever opens it for writing. */
async function bringUp(place: Place, mode: Mode, version: number): Promise<void> {
  const { location } = place;
  if (mode === 'read') throw new BagomError('study.older-version', { location, version, known: VERSION });
  await place.database.transaction().execute((transaction) => migrate(transaction, place.dialect, version));
}
