import { BagomError } from '@bagom/core';
import { closeSync, openSync, rmSync, statSync } from 'node:fs';
import { hostname } from 'node:os';
import { openSqliteDatabase, type SqliteDatabase } from './node-sqlite.js';

/** The right to write a study, held until it is let go or the program ends, however it ends. */
export interface Lock {
  release(): void;
}

interface Holder {
  pid: number | null;
  host: string | null;
  since: string | null;
}

const inode = (path: string): bigint | null =>
  statSync(path, { bigint: true, throwIfNoEntry: false })?.ino ?? null;

const UNKNOWN: Holder = { pid: null, host: null, since: null };

function holderIn(database: SqliteDatabase): Holder {
  try {
    database.exec('pragma busy_timeout = 1000');
    const [holder] = database.prepare('select pid, host, since from holder').all() as Holder[];
    return holder === undefined ? UNKNOWN : { pid: holder.pid, host: holder.host, since: holder.since };
  } catch {
    return UNKNOWN;
  }
}

/**
 * Locks a study by a tiny SQLite file beside it: SQLite's RESERVED lock on it is the operating system's and vanishes with
 * the process, while others can still read there who holds it.
 */
export async function lockFile(path: string, location: string): Promise<Lock> {
  for (let attempt = 0; attempt < 10; attempt++) {
    // The file must be there before it is opened, so that it can be seen that the one locked is the one at this path.
    if (inode(path) === null) {
      try {
        closeSync(openSync(path, 'wx'));
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      }
    }
    const before = inode(path);
    const database = await openSqliteDatabase(path);
    try {
      database.exec('pragma journal_mode = memory; pragma synchronous = off; pragma busy_timeout = 0');
      database.exec('begin immediate');
      database.exec(
        'create table if not exists holder (pid integer, host text, since text); delete from holder',
      );
      // Not prepared: on Node 20 a statement that is not collected yet would keep the lock after closing.
      const host = hostname().replaceAll("'", "''");
      database.exec(`insert into holder values (${process.pid}, '${host}', '${new Date().toISOString()}')`);
      database.exec('commit; begin immediate');
    } catch (error) {
      const code = Number((error as { errcode?: number }).errcode) & 0xff;
      const busy = code === 5 || code === 6;
      const holder = busy ? holderIn(database) : UNKNOWN;
      database.close();
      if (busy) throw new BagomError('study.locked', { location, ...holder });
      // Cut short by a power failure while it was written: nobody can be holding it.
      if (code === 11 || code === 26) {
        rmSync(path, { force: true });
        continue;
      }
      throw error;
    }
    if (before === null || inode(path) !== before) {
      database.close();
      continue;
    }
    return { release: () => release(database, path) };
  }
  throw new BagomError('study.locked', { location, ...UNKNOWN });
}

function release(database: SqliteDatabase, path: string): void {
  const removed = tryRemove(path);
  if (database.isOpen) database.close();
  // Windows removes no open file.
  if (!removed) tryRemove(path);
}

function tryRemove(path: string): boolean {
  try {
    rmSync(path, { force: true });
    return true;
  } catch {
    return false;
  }
}
