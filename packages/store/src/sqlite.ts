import { BagomError } from '@bagom/core';
import { open, realpath, rm, stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Kysely, sql } from 'kysely';
import { syncFolder, takeName } from './durable-file.js';
import { lockFile, type Lock } from './lock.js';
import { MediaFolder } from './media.js';
import { openSqliteDatabase, type SqliteDatabase } from './node-sqlite.js';
import type { Mode, Place } from './place.js';
import type { Database } from './schema.js';
import { sqliteDialect } from './sqlite-dialect.js';

/** "Bago" in a SQLite file's header: what tells a study from any other SQLite file. */
const APPLICATION_ID = 0x4261676f;
const HEADER_BYTES = 100;

/**
 * Files this process has open. Closing any handle of a file drops all of the process's locks on it (POSIX), SQLite's too:
 * a file that is open is never looked into by other means.
 */
const openHere = new Map<string, number>();

const nameOf = (path: string): string => path.replace(/\.bagom$/, '');

/** Says what is wrong with a file that is no study, without touching it. */
async function refuseStrangers(path: string, location: string): Promise<void> {
  const found = await stat(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR')
      throw new BagomError('study.not-found', { location });
    throw new BagomError('database.unreachable', { location, reason: error.message });
  });
  const no = (reason: string): BagomError => new BagomError('study.not-a-study', { location, reason });
  if (!found.isFile()) throw no('no file');
  if (found.size < HEADER_BYTES) throw no('too short');
  const handle = await open(path, 'r').catch((error: NodeJS.ErrnoException) => {
    throw new BagomError('database.unreachable', { location, reason: error.message });
  });
  const header = Buffer.alloc(HEADER_BYTES);
  try {
    await handle.read(header, 0, HEADER_BYTES, 0);
  } finally {
    await handle.close();
  }
  if (header.toString('latin1', 0, 16) !== 'SQLite format 3\0') throw no('not SQLite');
  if (header.readUInt32BE(68) !== APPLICATION_ID) throw no('another SQLite database');
  const pageSize = header.readUInt16BE(16) === 1 ? 65536 : header.readUInt16BE(16);
  const log = await stat(`${path}-wal`).catch(() => null);
  // With a log waiting to be carried over, the file itself may be behind its header.
  if (!log?.size && found.size < pageSize * header.readUInt32BE(28)) throw no('cut short');
}

function prepare(database: SqliteDatabase, mode: Mode): void {
  database.exec('pragma busy_timeout = 5000; pragma foreign_keys = on; pragma secure_delete = on');
  database.exec('pragma cache_size = -16000; pragma temp_store = memory');
  database.exec(mode === 'read' ? 'pragma query_only = on' : 'pragma synchronous = full');
}

/**
 * Reading, too, opens the file for writing where that is allowed: only then does SQLite tidy its log away when it closes.
 * Without a write permission on the folder the file is read as one that nobody changes.
 */
async function openDatabase(path: string, mode: Mode): Promise<SqliteDatabase> {
  let database: SqliteDatabase | undefined;
  try {
    database = await openSqliteDatabase(path);
    prepare(database, mode);
    database.prepare('select count(*) from sqlite_master').all();
    return database;
  } catch (error) {
    database?.close();
    const code = Number((error as { errcode?: number }).errcode) & 0xff;
    const log = await stat(`${path}-wal`).catch(() => null);
    if (mode === 'write' || log?.size || (code !== 8 && code !== 14)) throw error;
    const url = pathToFileURL(path);
    url.searchParams.set('immutable', '1');
    const asItIs = await openSqliteDatabase(url, { readOnly: true });
    prepare(asItIs, mode);
    return asItIs;
  }
}

/**
 * Leaves one plain file behind: no log, which the last to close carries over. It is done by hand because the package for
 * Node 20 really closes a database only when the last of its statements is collected as garbage.
 */
function tidyUp(database: SqliteDatabase): void {
  try {
    database.exec('pragma busy_timeout = 0; pragma query_only = off; pragma journal_mode = delete');
  } catch {
    // Someone else has it open, and will do it.
  }
}

export async function openSqlite(location: string, mode: Mode): Promise<Place> {
  const given = resolve(location);
  const path = await realpath(given).catch(() => given);
  if (!openHere.has(path)) await refuseStrangers(path, location);
  openHere.set(path, (openHere.get(path) ?? 0) + 1);
  const forget = (): void => {
    const left = (openHere.get(path) ?? 1) - 1;
    if (left === 0) openHere.delete(path);
    else openHere.set(path, left);
  };
  let connection: SqliteDatabase;
  try {
    connection = await openDatabase(path, mode);
  } catch (error) {
    forget();
    throw error;
  }
  const database = new Kysely<Database>({ dialect: sqliteDialect(connection) });
  let lock: Lock | undefined;
  let closed = false;
  return {
    location,
    dialect: 'sqlite',
    database,
    originals: new MediaFolder(`${nameOf(path)}.media`),
    lock: async () => {
      if (lock !== undefined) return;
      lock = await lockFile(`${path}.lock`, location);
      // Only now: whoever is refused has changed nothing.
      connection.exec('pragma journal_mode = wal');
    },
    damage: async () => {
      const said = connection.prepare('pragma quick_check(20)').all() as { quick_check: string }[];
      return said.map((line) => line.quick_check).filter((line) => line !== 'ok');
    },
    writeTo: async (to) => {
      // A reader may not write, not even another file.
      connection.exec('pragma query_only = off');
      try {
        // Through kysely, so that no transaction is under way on the connection.
        await sql`vacuum into ${to}`.execute(database);
      } finally {
        if (mode === 'read') connection.exec('pragma query_only = on');
      }
    },
    close: async () => {
      if (closed) return;
      closed = true;
      tidyUp(connection);
      await database.destroy();
      // Kysely destroys only a driver it has used.
      if (connection.isOpen) connection.close();
      lock?.release();
      forget();
    },
  };
}

/** Makes a SQLite file of a study, on the disk when it returns. */
export async function fillSqlite(
  path: string,
  fill: (database: Kysely<Database>) => Promise<void>,
): Promise<void> {
  const connection = await openSqliteDatabase(path);
  try {
    connection.exec('pragma foreign_keys = on; pragma synchronous = full');
    connection.exec(`pragma application_id = ${APPLICATION_ID}`);
    const database = new Kysely<Database>({ dialect: sqliteDialect(connection) });
    await database.transaction().execute(fill);
    await database.destroy();
  } finally {
    if (connection.isOpen) connection.close();
  }
}

/** Makes a study file: whole, on the disk and under its name only when `fill` has filled it. Nothing is overwritten. */
export async function createSqlite(
  location: string,
  fill: (database: Kysely<Database>) => Promise<void>,
): Promise<void> {
  const path = resolve(location);
  const exists = new BagomError('study.exists', { location });
  if (await stat(path).catch(() => null)) throw exists;
  const beside = `${path}.${process.pid}.new`;
  try {
    await rm(beside, { force: true });
    await fillSqlite(beside, fill);
    await takeName(beside, path).catch((error: NodeJS.ErrnoException) => {
      throw error.code === 'EEXIST' ? exists : error;
    });
  } catch (error) {
    if (error instanceof BagomError) throw error;
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === undefined || code === 'ERR_SQLITE_ERROR' || /^E[A-Z]+$/.test(code)) {
      throw new BagomError('database.unreachable', { location, reason: message });
    }
    throw error;
  } finally {
    await rm(beside, { force: true });
  }
  await syncFolder(dirname(path));
}
