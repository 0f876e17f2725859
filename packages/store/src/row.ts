import { BagomError, type Column, type Row, type TableName } from '@bagom/core';
import { columnsOf, type Stored, type StoredRow } from './schema.js';

type Values = Readonly<Record<string, unknown>>;

/** A text that both databases keep as it is: no NUL, no half of a surrogate pair. */
const isKeepable = (value: string): boolean => !value.includes('\0') && !/\p{Surrogate}/u.test(value);

function deepFreeze(value: unknown): void {
  if (typeof value !== 'object' || value === null) return;
  Object.freeze(value);
  for (const inner of Object.values(value)) deepFreeze(inner);
}

/** The value as it will be read back, or undefined when the column cannot hold it. */
function kept({ type, nullable }: Column, value: unknown): unknown {
  if (value === null || value === undefined) return nullable ? null : undefined;
  switch (type) {
    case 'text':
      return typeof value === 'string' && isKeepable(value) ? value : undefined;
    case 'integer':
      return Number.isSafeInteger(value) ? Number(value) + 0 : undefined;
    case 'real':
      return Number.isFinite(value) ? Number(value) + 0 : undefined;
    case 'boolean':
      return typeof value === 'boolean' ? value : undefined;
    case 'json':
      return JSON.parse(JSON.stringify(value)) as unknown;
  }
}

/**
 * A row as the study keeps it: a frozen copy with exactly the table's columns. What is in memory is then what the
 * database gives back, and nobody changes it but by an operation.
 */
export function keptRow(table: TableName, row: Row): Row {
  const given = row as unknown as Values;
  const made: Record<string, unknown> = {};
  for (const [name, column] of columnsOf(table)) {
    const value = kept(column, given[name]);
    if (value === undefined)
      throw new BagomError('row.bad-value', { table, id: row.id ?? null, column: name });
    made[name] = value;
  }
  const stranger = Object.keys(given).find((name) => !(name in made));
  if (stranger !== undefined) throw new BagomError('row.bad-value', { table, id: row.id, column: stranger });
  deepFreeze(made);
  return made as unknown as Row;
}

/** A row as an operation wrote it down, perhaps before its table had all its columns: those it lacks are null. */
export function completed(table: TableName, row: Row): Row {
  const absent = columnsOf(table).filter(([name]) => !(name in row));
  return absent.length === 0 ? row : { ...row, ...Object.fromEntries(absent.map(([name]) => [name, null])) };
}

/** A row in the database's values: booleans are 0 and 1, JSON is text. */
export function encodeRow(table: TableName, row: Row): StoredRow {
  const values = row as unknown as Values;
  const stored: StoredRow = {};
  for (const [name, { type }] of columnsOf(table)) {
    const value = values[name];
    if (value === null) stored[name] = null;
    else if (type === 'json') stored[name] = JSON.stringify(value);
    else if (type === 'boolean') stored[name] = value ? 1 : 0;
    else stored[name] = value as Stored;
  }
  return stored;
}

/** JSON longer than this, in characters, is decoded when it is first read: the turns of a transcript are thousands of objects. */
const DECODED_AT_ONCE = 2000;

/**
 * A row out of the database, frozen. PostgreSQL hands over its 64-bit whole numbers as text. What is read is what was made, at
 * once or when it is asked for; a column that holds no JSON throws then.
 */
export function decodeRow(table: TableName, stored: StoredRow): Row {
  const row: Record<string, unknown> = {};
  for (const [name, { type }] of columnsOf(table)) {
    const value = stored[name] ?? null;
    if (value === null || type === 'text') row[name] = value;
    else if (type === 'boolean') row[name] = Number(value) === 1;
    else if (type !== 'json') row[name] = Number(value);
    else if (String(value).length <= DECODED_AT_ONCE) row[name] = parsed(String(value));
    else decodeLater(row, name, String(value));
  }
  return Object.freeze(row) as unknown as Row;
}

function parsed(json: string): unknown {
  const value: unknown = JSON.parse(json);
  deepFreeze(value);
  return value;
}

/** A column like any other to whoever reads, copies or compares the row; its JSON is let go once it is decoded. */
function decodeLater(row: Record<string, unknown>, name: string, json: string): void {
  let waiting: string | null = json;
  let value: unknown;
  const get = (): unknown => {
    if (waiting !== null) {
      value = parsed(waiting);
      waiting = null;
    }
    return value;
  };
  Object.defineProperty(row, name, { get, enumerable: true, configurable: true });
}
