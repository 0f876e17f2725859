import type { StudyState } from '../study/state.js';
import { TABLES, TABLE_NAMES, type Column, type Row, type TableName } from '../study/tables.js';
import type { MergeConflict } from './merge-conflict.js';
import { canonicalJson, type Change, type Operation } from './operation.js';

/** A copy's operations, to be taken into ours. */
export interface MergeInput {
  readonly ours: StudyState;
  /** The ids of the operations that we have. */
  readonly known: ReadonlySet<string>;
  /** The other copy as it stands, and what was done in it, oldest first. */
  readonly theirs: StudyState;
  readonly operations: readonly Operation[];
  /** A row of theirs as it reads in our texts, where both copies have changed one; null: it has no place there. */
  readonly inOurTexts?: (table: TableName, row: Row, current: Row | null) => Row | null;
}

type Found = Omit<MergeConflict, 'id' | 'state' | 'table'> & { table: TableName };

export interface MergePlan {
  /** Their operations, each with the changes that it comes to here; none, where we had it all already. */
  readonly operations: readonly { readonly operation: Operation; readonly changes: readonly Change[] }[];
  /** Rows we had removed that something of theirs rests on: they come back. */
  readonly restored: readonly Change[];
  readonly conflicts: readonly Found[];
  /** Rows of theirs that have no place in our texts. */
  readonly lost: readonly { readonly table: TableName; readonly row: Row }[];
}

const POINTERS = TABLE_NAMES.flatMap((table) =>
  Object.entries<Column>(TABLES[table]).flatMap(([column, { to }]) => (to ? [{ table, column, to }] : [])),
);
const valueOf = (row: Row | null, column: string): unknown =>
  (row as unknown as Record<string, unknown> | null)?.[column];
const same = (a: unknown, b: unknown): boolean => canonicalJson(a ?? null) === canonicalJson(b ?? null);

/**
 * Takes another copy's operations into ours, column by column: what only one copy changed comes along, what both changed in the
 * same way is one change, and what they changed in different ways stays as it is here and is told, with both values. Nothing is
 * decided by which came last, because the clocks of two machines agree on nothing.
 */
export function planMerge(input: MergeInput): MergePlan {
  const { ours, known } = input;
  const made = new Map<string, Row | null>();
  const at = (table: TableName, id: string): Row | null =>
    made.get(`${table} ${id}`) ?? (made.has(`${table} ${id}`) ? null : (ours[table].get(id) ?? null));
  const conflicts = new Map<string, Found>();
  /** What both copies began from, where they came to differ. */
  const begun = new Map<string, unknown>();
  const lost: { table: TableName; row: Row }[] = [];

  const mergedRow = (change: Change, operation: Operation): Row | null => {
    const { table, id, before } = change;
    const current = at(table, id);
    const after =
      change.after && input.inOurTexts ? input.inOurTexts(table, change.after, current) : change.after;
    if (change.after !== null && after === null) {
      if (current === null) lost.push({ table, row: change.after });
      return current;
    }
    const tell = (column: string, mine: unknown, their: unknown) => {
      const key = `${table} ${id} ${column}`;
      if (!begun.has(key)) begun.set(key, column === '' ? before : valueOf(before, column));
      const place = { table, rowId: id, column, by: operation.actor, at: operation.at };
      conflicts.set(key, { ...place, ours: mine, theirs: their });
    };
    if (same(current, after)) return current;
    if (after === null) {
      if (before && ownColumns(current!, before, input, table)) return null;
      tell('', current, null);
      return current;
    }
    if (current === null) {
      if (before === null) return after;
      tell('', null, after);
      return null;
    }
    const next: Record<string, unknown> = { ...current };
    for (const column of Object.keys(TABLES[table])) {
      const [mine, old, their] = [current, before, after].map((row) => valueOf(row, column));
      if (same(their, old) || same(their, mine)) continue;
      if (before !== null && same(mine, old)) next[column] = their ?? null;
      // An order among siblings is no content: ours stands, and nobody is asked.
      else if (column !== 'position') tell(column, mine ?? null, their ?? null);
    }
    return next as unknown as Row;
  };

  const operations = input.operations
    .filter(({ id }) => !known.has(id))
    .map((operation) => ({
      operation,
      changes: operation.changes.flatMap((change): Change[] => {
        const { table, id } = change;
        const before = at(table, id);
        const after = mergedRow(change, operation);
        if (same(before, after)) return [];
        made.set(`${table} ${id}`, after);
        return [{ table, id, before, after }];
      }),
    }));

  const restored = mendPointers(operations, made, input, conflicts, lost);
  // A later operation of theirs may have come to agree with us, or taken back what it did.
  const open = [...conflicts].flatMap(([key, found]) => {
    const { table, rowId, column } = found;
    const row = at(table, rowId);
    const agreed = column === '' ? same(row, found.theirs) : same(valueOf(row, column), found.theirs);
    const tookBack = begun.has(key) && same(begun.get(key), found.theirs);
    return (agreed || tookBack) && !restored.some(({ id }) => id === rowId) ? [] : [found];
  });
  return { operations, restored, conflicts: open, lost };
}

/** Whether a row is as their removal found it. Places in texts that we changed are ours to move. */
function ownColumns(current: Row, before: Row, { inOurTexts }: MergeInput, table: TableName): boolean {
  const there = inOurTexts ? inOurTexts(table, before, current) : before;
  return same(current, there);
}

/**
 * Every pointer must lead somewhere. What one copy removed and the other still points to stays, or comes back, and is told:
 * a coding must not lose its code because somebody tidied the codebook.
 */
function mendPointers(
  operations: { operation: Operation; changes: Change[] }[],
  made: Map<string, Row | null>,
  { ours, theirs }: MergeInput,
  conflicts: Map<string, Found>,
  lost: readonly { readonly table: TableName; readonly row: Row }[],
): Change[] {
  const restored: Change[] = [];
  const homeless = new Set(lost.map(({ table, row }) => `${table} ${row.id}`));
  for (let again = true; again;) {
    again = false;
    for (const { table, column, to } of POINTERS) {
      for (const row of rowsNow(table, made, ours)) {
        const id = valueOf(row, column);
        if (typeof id !== 'string' || rowNow(to, id, made, ours)) continue;
        again = true;
        // It rests on a place that our text has not: it cannot stand here, and is kept in the conflict.
        if (homeless.has(`${to} ${id}`)) {
          const by = withoutChange(operations, table, row.id, (after) => after !== null);
          made.set(`${table} ${row.id}`, null);
          const place = { table, rowId: row.id, column: '', by: by?.actor ?? '', at: by?.at ?? '' };
          conflicts.set(`${table} ${row.id} `, { ...place, ours: null, theirs: row });
          continue;
        }
        const kept = ours[to].get(id);
        if (kept) {
          const by = withoutChange(operations, to, id, (after) => after === null);
          made.delete(`${to} ${id}`);
          const place = { table: to, rowId: id, column: '', by: by?.actor ?? '', at: by?.at ?? '' };
          conflicts.set(`${to} ${id} `, { ...place, ours: kept, theirs: null });
          continue;
        }
        const back = theirs[to].get(id);
        if (!back) return restored; // Theirs is damaged: the store refuses what dangles.
        made.set(`${to} ${id}`, back);
        restored.push({ table: to, id, before: null, after: back });
        const place = { table: to, rowId: id, column: '', by: '', at: '' };
        conflicts.set(`${to} ${id} `, { ...place, ours: null, theirs: back });
      }
    }
  }
  return restored;
}

const rowNow = (table: TableName, id: string, made: ReadonlyMap<string, Row | null>, ours: StudyState) =>
  made.has(`${table} ${id}`) ? made.get(`${table} ${id}`) : ours[table].get(id);

function* rowsNow(table: TableName, made: ReadonlyMap<string, Row | null>, ours: StudyState): Iterable<Row> {
  for (const row of ours[table].values()) if (!made.has(`${table} ${row.id}`)) yield row;
  for (const [key, row] of made) if (row && key === `${table} ${row.id}`) yield row;
}

/** Takes the changes of a row that come to such an end out of their operations again; whose they were. */
function withoutChange(
  operations: { operation: Operation; changes: Change[] }[],
  table: TableName,
  id: string,
  ending: (after: Row | null) => boolean,
): Operation | undefined {
  const isIt = (change: Change) => change.table === table && change.id === id && ending(change.after);
  const last = operations.findLast(({ changes }) => changes.some(isIt));
  for (const one of operations) one.changes = one.changes.filter((change) => !isIt(change));
  return last?.operation;
}
