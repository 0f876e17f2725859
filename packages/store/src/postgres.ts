import { BagomError } from '@bagom/core';
import { CompiledQuery, Kysely, PostgresDialect, sql, type PostgresPool } from 'kysely';
import { inStudyWords } from './database-errors.js';
import { BlobOriginals } from './media.js';
import type { PostgresConnection } from './pg-pool.js';
import type { Place } from './place.js';
import { PostgresLock } from './postgres-lock.js';
import type { Database } from './schema.js';

export const isPostgres = (location: string): boolean => /^postgres(ql)?:\/\//i.test(location);

/** The address may name the study's schema: `postgres://user@host/database?schema=name`. */
async function connectionTo(address: string): Promise<PostgresConnection> {
  let url: URL;
  try {
    url = new URL(address);
  } catch {
    throw new BagomError('database.unreachable', { location: 'postgres://', reason: 'this is no address' });
  }
  const schema = url.searchParams.get('schema');
  const shown = new URL(url);
  if (shown.password !== '') shown.password = '***';
  shown.searchParams.delete('password');
  url.searchParams.delete('schema');
  // Loaded only where it is used: a study file needs none of it.
  const { Pool } = await import('pg');
  const pool = new Pool({
    connectionString: url.href,
    max: 4,
    connectionTimeoutMillis: 10_000,
    keepAlive: true,
    application_name: 'bagom',
  });
  // A connection that is cut off is replaced; without a listener, in the pool or out of it, it would end the program.
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));
  return { pool, schema, location: shown.href };
}

function databaseOf({ pool, schema }: PostgresConnection): Kysely<Database> {
  return new Kysely<Database>({
    dialect: new PostgresDialect({
      pool: pool as unknown as PostgresPool,
      onCreateConnection: async (connection) => {
        if (schema === null) return;
        await connection.executeQuery(
          CompiledQuery.raw(`set search_path to "${schema.replaceAll('"', '""')}"`),
        );
      },
    }),
  });
}

async function tablesIn(database: Kysely<Database>): Promise<{ schema: string | null; tables: Set<string> }> {
  const { rows } = await sql<{ schema: string | null; name: string | null }>`
    select current_schema() as schema, t.table_name as name
    from (select 1) one left join information_schema.tables t on t.table_schema = current_schema()`.execute(
    database,
  );
  const names = rows.flatMap(({ name }) => (name === null ? [] : [name]));
  return { schema: rows[0]?.schema ?? null, tables: new Set(names) };
}

export async function openPostgres(given: string | PostgresConnection): Promise<Place> {
  const connection = typeof given === 'string' ? await connectionTo(given) : given;
  const { location, pool } = connection;
  const database = databaseOf(connection);
  try {
    const { schema, tables } = await tablesIn(database);
    if (schema === null || tables.size === 0) throw new BagomError('study.not-found', { location });
    if (!['meta', 'operations', 'studies', 'blobs'].every((name) => tables.has(name))) {
      throw new BagomError('study.not-a-study', { location });
    }
    const lock = new PostgresLock(pool, schema, location);
    let closed = false;
    return {
      location,
      dialect: 'postgres',
      database,
      originals: new BlobOriginals(database),
      lock: () => lock.take(),
      damage: async () => [],
      writeTo: async (path, without) => {
        const [{ fillSqlite }, { copyRows }] = [await import('./sqlite.js'), await import('./copy-rows.js')];
        await fillSqlite(path, (to) => copyRows(database, to, without));
      },
      close: async () => {
        if (closed) return;
        closed = true;
        lock.release();
        await database.destroy();
      },
    };
  } catch (error) {
    await database.destroy();
    throw inStudyWords(error, location);
  }
}

/** Makes a study in a schema, which is made too when it is not there; all in one transaction. */
export async function createPostgres(
  given: string | PostgresConnection,
  fill: (database: Kysely<Database>) => Promise<void>,
): Promise<void> {
  const connection = typeof given === 'string' ? await connectionTo(given) : given;
  const { location, schema } = connection;
  const database = databaseOf(connection);
  try {
    await database.transaction().execute(async (transaction) => {
      if (schema !== null) await transaction.schema.createSchema(schema).ifNotExists().execute();
      const { tables } = await tablesIn(transaction);
      if (tables.size > 0) throw new BagomError('study.exists', { location });
      await fill(transaction);
    });
  } catch (error) {
    throw inStudyWords(error, location);
  } finally {
    await database.destroy();
  }
}
