import { TABLE_NAMES, type Row, type StudyState, type TableName } from '@bagom/core';
import { sql, type Kysely } from 'kysely';
import { decodeRow } from './row.js';
import { anyTables, columnsOf, type Database } from './schema.js';

/** Rows read at a time: what the database hands over is let go before there is much of it. */
const ROWS_AT_ONCE = 2000;

/** The rows of a table as they stand in the database, by id, in the order of their insertion. */
async function readRows(database: Kysely<Database>, table: TableName): Promise<Map<string, Row>> {
  const rows = new Map<string, Row>();
  const tables = anyTables(database);
  const ordinal = sql.ref<number | string | null>('ordinal');
  const { last } = await tables
    .selectFrom(table)
    .select(sql<number | string | null>`max(${ordinal})`.as('last'))
    .executeTakeFirstOrThrow();
  const columns = columnsOf(table).map(([column]) => column);
  const end = Number(last ?? 0);
  for (let from = 0; from < end; from += ROWS_AT_ONCE) {
    const some = await tables
      .selectFrom(table)
      .select(columns)
      .where('ordinal', '>', from)
      .where('ordinal', '<=', from + ROWS_AT_ONCE)
      .orderBy('ordinal')
      .execute();
    for (const stored of some) {
      const row = decodeRow(table, stored);
      rows.set(row.id, row);
    }
  }
  return rows;
}

/** The whole study as it stands in the database. */
export async function readState(database: Kysely<Database>): Promise<StudyState> {
  const tables: [TableName, Map<string, Row>][] = [];
  for (const table of TABLE_NAMES) tables.push([table, await readRows(database, table)]);
  return Object.fromEntries(tables) as unknown as StudyState;
}

/** Reads that belong together: all of them see the database at one moment. */
export function inSnapshot<T>(
  database: Kysely<Database>,
  read: (snapshot: Kysely<Database>) => Promise<T>,
): Promise<T> {
  return database.transaction().setIsolationLevel('repeatable read').setAccessMode('read only').execute(read);
}
