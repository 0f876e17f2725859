import type { Change } from '../history/operation.js';
import { followRow, rowsBy } from './rows-by.js';
import type { Language } from './study.js';
import { TABLE_NAMES, TABLES, type Column, type Row, type TableName, type Tables } from './tables.js';

/** A study as a value: every row of every table, by id. It is what its operations, one after the other, made of nothing. */
export type StudyState = { readonly [T in TableName]: ReadonlyMap<string, Tables[T]> };

type MutableState = { [T in TableName]: Map<string, Tables[T]> };

export function emptyState(): StudyState {
  return Object.fromEntries(TABLE_NAMES.map((name) => [name, new Map()])) as unknown as MutableState;
}

/** Carries changes out on a state, in place: states may hold a hundred thousand rows. The only way to change one. */
export function applyChanges(state: StudyState, changes: readonly Change[]): void {
  for (const { table, id, after } of changes) {
    const rows = state[table] as Map<string, Row>;
    followRow(rows, rows.get(id), after);
    if (after === null) rows.delete(id);
    else rows.set(id, after);
  }
}

/** The language a study is written and printed in. */
export function studyLanguage(state: StudyState): Language {
  return [...state.studies.values()][0]?.language ?? 'da';
}

/** The rows of a table that have these values, in insertion order. With a column that points into a table, only the rows that point there are looked at. */
export function rowsWhere<T extends TableName>(
  state: StudyState,
  table: T,
  values: Partial<Tables[T]>,
): Tables[T][] {
  const wanted = Object.entries(values) as [keyof Tables[T], unknown][];
  const columns = TABLES[table] as Record<keyof Tables[T], Column>;
  const pointer = wanted.find(([column]) => columns[column].to !== undefined);
  const among = pointer
    ? rowsBy(state, table, pointer[0] as keyof Tables[T] & string, pointer[1] as never)
    : (state[table] as ReadonlyMap<string, Tables[T]>);
  const found: Tables[T][] = [];
  for (const row of among.values()) {
    if (wanted.every(([column, value]) => row[column] === value)) found.push(row);
  }
  return found;
}

/** A change to be made, before it is known what stands there now. */
export type Draft =
  | { [T in TableName]: { do: 'insert'; table: T; row: Tables[T] } }[TableName]
  | { [T in TableName]: { do: 'update'; table: T; id: string; set: Partial<Tables[T]> } }[TableName]
  | { do: 'remove'; table: TableName; id: string };

export const insert = <T extends TableName>(table: T, row: Tables[T]): Draft =>
  ({ do: 'insert', table, row }) as Draft;
export const update = <T extends TableName>(table: T, id: string, set: Partial<Tables[T]>): Draft =>
  ({ do: 'update', table, id, set }) as Draft;
export const remove = (table: TableName, id: string): Draft => ({ do: 'remove', table, id });
