import {
  TABLES,
  TABLE_NAMES,
  type ClassModel,
  type Column,
  type Row,
  type TableName,
  type Tables,
  type Variable,
} from '@bagom/core';
import type { ColumnType, Generated, Kysely } from 'kysely';

/** What a column holds in a database: the same three on SQLite and PostgreSQL. */
export type Stored = string | number | null;
export type StoredRow = Record<string, Stored>;

/** `ordinal` counts insertions, so that rows come back in the order in which the history made them. */
type StudyTables = { [T in TableName]: { [C in keyof Tables[T]]: Stored } & { ordinal: Generated<number> } };

/** PostgreSQL hands over its 64-bit whole numbers as text. */
type Whole = ColumnType<number | string, number>;

export interface OperationsTable {
  seq: Whole;
  id: string;
  at: string;
  actor: string;
  kind: string;
  subject: string;
  root: string;
  sense: Whole;
  changes: string;
  previous: string;
  hash: string;
}

export interface Database extends StudyTables {
  operations: OperationsTable;
  blobs: { hash: string; bytes: Uint8Array };
  meta: { key: string; value: string };
}

/** The tables of the study, whichever: one mechanism reads and writes the rows of all of them. */
export type AnyTables = Kysely<Record<TableName, StoredRow>>;
export const anyTables = (database: Kysely<Database>): AnyTables => database as unknown as AnyTables;

const COLUMNS = new Map<TableName, readonly [string, Column][]>(
  TABLE_NAMES.map((table) => [table, Object.entries<Column>(TABLES[table])]),
);

export const columnsOf = (table: TableName): readonly [string, Column][] => COLUMNS.get(table) ?? [];

/** A column that points into a table; `ids` are those a row points to. */
export interface Pointer {
  table: TableName;
  column: string;
  to: TableName;
  ids: (row: Row) => readonly string[];
}

const idIn = (column: string) => (row: Row) => {
  const id = (row as unknown as Record<string, unknown>)[column];
  return typeof id === 'string' ? [id] : [];
};

export const POINTERS: readonly Pointer[] = [
  ...TABLE_NAMES.flatMap((table) =>
    columnsOf(table).flatMap(([column, { to }]) =>
      to === undefined ? [] : [{ table, column, to, ids: idIn(column) }],
    ),
  ),
  // Two that point from within JSON.
  {
    table: 'variables',
    column: 'recipe',
    to: 'variables',
    ids: (row) => {
      const from = (row as Variable).recipe?.from;
      return typeof from === 'string' ? [from] : [];
    },
  },
  {
    table: 'classModels',
    column: 'indicators',
    to: 'variables',
    ids: (row) => {
      const { indicators } = row as ClassModel;
      // A row that somebody else changed may hold anything.
      return Array.isArray(indicators) ? indicators.filter((id) => typeof id === 'string') : [];
    },
  },
];

/** Columns that name a blob by its hash; an empty text names none. */
export const BLOB_COLUMNS: readonly { table: TableName; column: string }[] = [
  { table: 'variables', column: 'column' },
  { table: 'classModels', column: 'posteriors' },
  { table: 'sourceVersions', column: 'text' },
  { table: 'recordings', column: 'peaks' },
];

/** Columns that name a kept file by its hash; an empty text: nothing was imported. */
export const ORIGINAL_COLUMNS: readonly { table: TableName; column: string }[] = [
  { table: 'waves', column: 'original' },
  { table: 'waves', column: 'questionnaire' },
  { table: 'sources', column: 'original' },
  { table: 'recordings', column: 'original' },
];
