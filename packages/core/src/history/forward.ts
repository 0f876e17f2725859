import type { StudyState } from '../study/state.js';
import { TABLE_NAMES, type Row, type TableName } from '../study/tables.js';
import { canonicalJson, type Change, type Operation } from './operation.js';

/**
 * Brings a copy of a study to where another stands that knew all that was done in it. Each of their operations changes what it
 * changed there; what they had settled differently than it comes to here is put right with the last one on the same row. The
 * rows are theirs afterwards, all but the note of which copies were merged, which each copy keeps for itself.
 */
export function planForward(
  ours: StudyState,
  theirs: StudyState,
  operations: readonly Operation[],
): { operation: Operation; changes: Change[] }[] {
  const made = new Map<string, Row | null>();
  const at = (table: TableName, id: string): Row | null =>
    made.has(`${table} ${id}`) ? made.get(`${table} ${id}`)! : (ours[table].get(id) ?? null);
  const last = new Map<string, Change[]>();
  const planned = operations.map((operation) => {
    const changes: Change[] = [];
    for (const { table, id, before: was, after: is } of operation.changes) {
      if (table === 'mergedCopies') continue;
      const before = at(table, id);
      const after = changedAlike(before, was, is);
      last.set(`${table} ${id}`, changes);
      if (same(before, after)) continue;
      made.set(`${table} ${id}`, after);
      changes.push({ table, id, before, after });
    }
    return { operation, changes };
  });
  const rest = planned.at(-1)?.changes ?? [];
  for (const table of TABLE_NAMES) {
    if (table === 'mergedCopies') continue;
    const ids = new Set([...ours[table].keys(), ...theirs[table].keys()]);
    for (const key of made.keys()) if (key.startsWith(`${table} `)) ids.add(key.slice(table.length + 1));
    for (const id of ids) {
      const before = at(table, id);
      const after = (theirs[table].get(id) ?? null) as Row | null;
      if (!same(before, after)) (last.get(`${table} ${id}`) ?? rest).push({ table, id, before, after });
    }
  }
  return planned;
}

/** A row here after what was done to it there, column by column. */
function changedAlike(here: Row | null, before: Row | null, after: Row | null): Row | null {
  if (after === null || before === null) return after;
  if (here === null) return null;
  const next = { ...here } as unknown as Record<string, unknown>;
  for (const [column, value] of Object.entries(after))
    if (!same((before as unknown as Record<string, unknown>)[column], value)) next[column] = value;
  return next as unknown as Row;
}

const same = (a: unknown, b: unknown): boolean => canonicalJson(a ?? null) === canonicalJson(b ?? null);
