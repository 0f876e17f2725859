import type { StudyState } from '../study/state.js';
import { TABLES, TABLE_NAMES, type Column, type Row, type TableName } from '../study/tables.js';
import { isPlaced } from '../transcripts/placed.js';
import type { LostSpan } from '../transcripts/source.js';
import type { MergeConflict } from './merge-conflict.js';
import { canonicalJson, type Change, type Operation } from './operation.js';

/** A copy's operations, to be taken into ours. */
export interface MergeInput {
  readonly ours: StudyState;
  /** The other copy as it stands, and what of it is new here, oldest first (see `newsOf`). */
  readonly theirs: StudyState;
  readonly operations: readonly Operation[];
  /** A row of theirs as it reads in our texts, where both copies have changed one; null: it has no place there. */
  readonly inOurTexts?: (table: TableName, row: Row, current: Row | null) => Row | null;
}

type Found = Omit<MergeConflict, 'id' | 'state' | 'table'> & { table: TableName };

export interface MergePlan {
  /** Their operations, each with the changes that it comes to here; none, where it was done here as well. */
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
  const { ours } = input;
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
      // A conflict of a merge that was settled here by one of our own.
      if (table === 'mergeConflicts') return null;
      tell('', null, after);
      return null;
    }
    const next: Record<string, unknown> = { ...current };
    const place = isPlaced(table) ? placeAfter(current, before, after) : null;
    Object.assign(next, place);
    for (const column of Object.keys(TABLES[table])) {
      if (place && column in place) continue;
      const [mine, old, their] = [current, before, after].map((row) => valueOf(row, column));
      if (same(their, old) || same(their, mine)) continue;
      if (before !== null && same(mine, old)) next[column] = their ?? null;
      // Decided in both copies, and differently: it is open again.
      else if (table === 'mergeConflicts') next[column] = column === 'state' ? 'open' : mine;
      // An order among siblings is no content: nobody is asked, and both copies come to the same one.
      else if (column === 'position') next[column] = Math.max(Number(mine), Number(their));
      else tell(column, mine ?? null, their ?? null);
    }
    return next as unknown as Row;
  };

  const unchanged = leftAsTheyWere(input.operations);
  const operations = input.operations.map((operation) => ({
    operation,
    changes: operation.changes.flatMap((change): Change[] => {
      const { table, id } = change;
      if (table === 'mergedCopies' || unchanged.has(`${table} ${id}`)) return [];
      if (doubledThere(change, operation)) return [];
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

/** Rows that all they did left as they were before: something was done and taken back, which is nothing. */
function leftAsTheyWere(operations: readonly Operation[]): Set<string> {
  const first = new Map<string, Row | null>();
  const last = new Map<string, Row | null>();
  for (const { changes } of operations)
    for (const { table, id, before, after } of changes) {
      const key = `${table} ${id}`;
      if (!first.has(key)) first.set(key, before);
      last.set(key, after);
    }
  return new Set([...last].filter(([key, after]) => same(first.get(key), after)).map(([key]) => key));
}

/** Columns that together say where a row stands in a text. */
const PLACE = ['version', 'from', 'to', 'quoteHash'] as const;

/**
 * Where a row stands is one value: a part of it is on other words. Where both moved it, it stands where the text that is shown
 * has it, which theirs is when it comes here as it is (see `inOurTexts`); on the same text, ours stands.
 */
function placeAfter(current: Row, before: Row | null, after: Row): Record<string, unknown> {
  const columns = PLACE.filter((column) => column in after);
  const place = (row: Row | null) =>
    Object.fromEntries(columns.map((column) => [column, valueOf(row, column)]));
  const [mine, old, their] = [place(current), place(before), place(after)];
  if (same(their, old) || same(their, mine) || (!same(mine, old) && mine['version'] === their['version']))
    return mine;
  return their;
}

/**
 * A coding that their merge of a third copy took away because one alike stood there. Whether one stands here is found anew: each
 * of two merges may have kept the other one.
 */
function doubledThere({ table, id, after }: Change, { kind, changes }: Operation): boolean {
  if (kind !== 'study.merge' || table !== 'codings' || after !== null) return false;
  return !changes.some((one) => one.table === 'lostSpans' && (one.after as LostSpan | null)?.rowId === id);
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
          const by = withoutChanges(operations, table, row.id);
          made.set(`${table} ${row.id}`, null);
          const place = { table, rowId: row.id, column: '', by: by?.actor ?? '', at: by?.at ?? '' };
          conflicts.set(`${table} ${row.id} `, { ...place, ours: null, theirs: row });
          continue;
        }
        const kept = ours[to].get(id);
        if (kept) {
          const by = withoutChanges(operations, to, id);
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

/** Takes all changes of a row out of their operations again; whose they were last. */
function withoutChanges(
  operations: { operation: Operation; changes: Change[] }[],
  table: TableName,
  id: string,
): Operation | undefined {
  const isIt = (change: Change) => change.table === table && change.id === id;
  const last = operations.findLast(({ changes }) => changes.some(isIt));
  for (const one of operations) one.changes = one.changes.filter((change) => !isIt(change));
  return last?.operation;
}
