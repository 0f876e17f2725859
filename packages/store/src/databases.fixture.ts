import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { Pool } from 'pg';
import { openSqliteDatabase } from './node-sqlite.js';
import type { Location } from './open-study.js';
import type { PgClient, PgPool } from './pg-pool.js';
import { Turns } from './turns.js';

/** A database to run the store's tests on. */
export interface Engine {
  name: string;
  /** Two connections are two sessions, so that one can lock the other out. */
  sessions: boolean;
  /** A place where no study is yet. */
  fresh(): Promise<Location>;
  /** SQL behind the program's back, with foreign keys off. */
  tamper(location: Location, sql: string): Promise<void>;
  end(): Promise<void>;
}

let count = 0;
const schemaName = (): string => `bagom_test_${process.pid}_${Date.now()}_${++count}`;

function sqliteEngine(): Engine {
  const folders: string[] = [];
  return {
    name: 'SQLite',
    sessions: true,
    async fresh() {
      const folder = await mkdtemp(join(tmpdir(), 'bagom-store-'));
      folders.push(folder);
      return join(folder, 'study.bagom');
    },
    async tamper(location, sql) {
      const database = await openSqliteDatabase(location as string);
      database.exec(`pragma foreign_keys = off; ${sql}`);
      database.close();
    },
    async end() {
      await Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true })));
    },
  };
}

/** PGlite is one session: its clients take turns, and one in a transaction has it alone. */
function oneSession(database: PGlite): PgPool {
  const turns = new Turns();
  const connect = async (): Promise<PgClient> => {
    let done: (() => void) | null = null;
    const query = async <R>(text: string, values: readonly unknown[] = []) => {
      done ??= await turns.take();
      const command = /^\s*(\w+)/.exec(text)?.[1]?.toUpperCase() ?? '';
      let within = command === 'BEGIN' || command === 'START' || inside;
      try {
        const { rows, affectedRows } = await database.query<R>(text, [...values]);
        return { rows, command, rowCount: affectedRows ?? 0 };
      } finally {
        if (command === 'COMMIT' || command === 'ROLLBACK') within = false;
        inside = within;
        if (!within) {
          done();
          done = null;
        }
      }
    };
    let inside = false;
    return { query, release: () => {} };
  };
  return { connect, end: async () => {} };
}

const withoutKeys = (schema: string, sql: string): string =>
  `set search_path to "${schema}"; set session_replication_role = replica; ${sql}; set session_replication_role = origin`;

function pgliteEngine(): Engine {
  let database: PGlite | undefined;
  return {
    name: 'PGlite',
    sessions: false,
    async fresh() {
      database ??= await PGlite.create();
      return { pool: oneSession(database), schema: schemaName(), location: 'pglite' };
    },
    async tamper(location, sql) {
      if (typeof location === 'string') throw new Error('not a PGlite');
      await database?.exec(withoutKeys(location.schema ?? '', sql));
    },
    async end() {
      await database?.close();
    },
  };
}

/** A real PostgreSQL, when BAGOM_TEST_POSTGRES is its address (of a superuser, for the tampering). */
function postgresEngine(address: string): Engine {
  const pool = new Pool({ connectionString: address, max: 1 });
  const schemas: string[] = [];
  return {
    name: 'PostgreSQL',
    sessions: true,
    async fresh() {
      const schema = schemaName();
      schemas.push(schema);
      const url = new URL(address);
      url.searchParams.set('schema', schema);
      return url.href;
    },
    async tamper(location, sql) {
      const schema = new URL(location as string).searchParams.get('schema') ?? '';
      await pool.query(withoutKeys(schema, sql));
    },
    async end() {
      for (const schema of schemas) await pool.query(`drop schema if exists "${schema}" cascade`);
      await pool.end();
    },
  };
}

export const POSTGRES = process.env.BAGOM_TEST_POSTGRES;

export const ENGINES: readonly (() => Engine)[] = [
  sqliteEngine,
  pgliteEngine,
  ...(POSTGRES ? [() => postgresEngine(POSTGRES)] : []),
];
