import { TABLE_NAMES, type Row, type StudyState, type TableName } from '@bagom/core';
import type { Kysely } from 'kysely';
import { decodeRow } from './row.js';
import { anyTables, columnsOf, type Database } from './schema.js';

/** The rows of a table as they stand in the database, in the order of their insertion. */
async function readRows(database: Kysely<Database>, table: TableName): Promise<Row[]> {
  const rows = await anyTables(database)
    .selectFrom(table)
    .select(columnsOf(table).map(([column]) => column))
    .orderBy('ordinal')
    .execute();
  return rows.map((row) => decodeRow(table, row));
}

/** The whole study as it stands in the database. */
export async function readState(database: Kysely<Database>): Promise<StudyState> {
  const tables: [TableName, Map<string, Row>][] = [];
  for (const table of TABLE_NAMES) {
    const rows = await readRows(database, table);
    tables.push([table, new Map(rows.map((row) => [row.id, row]))]);
  }
  return Object.fromEntries(tables) as unknown as StudyState;
}

/** Reads that belong together: all of them see the database at one moment. */
export function inSnapshot<T>(
  database: Kysely<Database>,
  read: (snapshot: Kysely<Database>) => Promise<T>,
): Promise<T> {
  return database.transaction().setIsolationLevel('repeatable read').setAccessMode('read only').execute(read);
}
