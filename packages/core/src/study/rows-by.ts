import type { Row, TableName, Tables } from './tables.js';

type Rows = ReadonlyMap<string, Row>;
/** The rows of a table under each value of one column, in insertion order. */
type ByValue = Map<unknown, Map<string, Row>>;

/** The indexes of a table by column; made when a column is first asked, kept in step from then on, gone with the table. */
const made = new WeakMap<Rows, Map<string, ByValue>>();

const NONE: Rows = new Map<string, Row>();
const valueIn = (row: Row, column: string): unknown => (row as unknown as Record<string, unknown>)[column];

/**
 * The rows that have this value in this column, by id and in insertion order, without a look at the others: the codings of a
 * source are `rowsBy(state, 'codings', 'sourceId', id)`, those of a code `rowsBy(state, 'codings', 'codeId', id)`, how many
 * there are is their `size`. The first question to a column reads its table once; `applyChanges` then keeps every answer in
 * step with operations, undo, redo and merges. What is handed out is alive: read it at once, copy it to keep it.
 */
export function rowsBy<T extends TableName, C extends keyof Tables[T] & string>(
  state: { readonly [N in T]: ReadonlyMap<string, Tables[N]> },
  table: T,
  column: C,
  value: Tables[T][C],
): ReadonlyMap<string, Tables[T]> {
  const rows: unknown = byValue(state[table], column).get(value) ?? NONE;
  return rows as ReadonlyMap<string, Tables[T]>;
}

function byValue(rows: Rows, column: string): ByValue {
  let columns = made.get(rows);
  if (!columns) made.set(rows, (columns = new Map()));
  let index = columns.get(column);
  if (!index) {
    columns.set(column, (index = new Map()));
    for (const row of rows.values()) put(index, valueIn(row, column), row);
  }
  return index;
}

function put(index: ByValue, value: unknown, row: Row): void {
  const rows = index.get(value);
  if (rows) rows.set(row.id, row);
  else index.set(value, new Map([[row.id, row]]));
}

/** Takes what becomes of a row into the indexes of its table. `there`: the row as it stands before the change. */
export function followRow(rows: Rows, there: Row | undefined, after: Row | null): void {
  const columns = made.get(rows);
  if (!columns) return;
  for (const [column, index] of columns) {
    const before = there && valueIn(there, column);
    // A row that moves keeps its place among all rows, and that place is not known here: the next question makes the index anew.
    if (there && after && before !== valueIn(after, column)) columns.delete(column);
    else if (after) put(index, valueIn(after, column), after);
    else if (there) {
      const left = index.get(before);
      left?.delete(there.id);
      if (left?.size === 0) index.delete(before);
    }
  }
}
