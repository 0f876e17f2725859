import {
  BagomError,
  canonicalJson,
  inverse,
  type Change,
  type Draft,
  type Operation,
  type Row,
  type StudyState,
  type TableName,
} from '@bagom/core';
import { completed, keptRow } from './row.js';
import { POINTERS, type Pointer } from './schema.js';

/** A state with changes laid over it: what an operation has done so far, before it is done. */
class Overlay {
  readonly #state: StudyState;
  readonly #changed = new Map<TableName, Map<string, Row | null>>();
  readonly changes: Change[] = [];

  constructor(state: StudyState) {
    this.#state = state;
  }

  get(table: TableName, id: string): Row | null {
    const changed = this.#changed.get(table)?.get(id);
    return changed === undefined ? (this.#state[table].get(id) ?? null) : changed;
  }

  set(table: TableName, id: string, after: Row | null): void {
    this.changes.push({ table, id, before: this.get(table, id), after });
    let rows = this.#changed.get(table);
    if (rows === undefined) this.#changed.set(table, (rows = new Map()));
    rows.set(id, after);
  }

  /** The rows that are new or other than before. */
  *written(): Iterable<[TableName, Row]> {
    for (const [table, rows] of this.#changed)
      for (const row of rows.values()) if (row !== null) yield [table, row];
  }

  removed(table: TableName): Set<string> {
    const gone = new Set<string>();
    for (const [id, row] of this.#changed.get(table) ?? []) if (row === null) gone.add(id);
    return gone;
  }

  /** The first row, as it will be, that points to one of these. */
  pointingTo({ table, ids: of }: Pointer, ids: ReadonlySet<string>): Row | undefined {
    const points = (row: Row): boolean => of(row).some((id) => ids.has(id));
    const changed = this.#changed.get(table);
    for (const row of changed?.values() ?? []) if (row !== null && points(row)) return row;
    for (const row of this.#state[table].values()) if (!changed?.has(row.id) && points(row)) return row;
    return undefined;
  }
}

/** Every pointer must lead somewhere once the whole operation is done; before that, order is free. */
function checkPointers(overlay: Overlay): void {
  for (const pointer of POINTERS) {
    const gone = overlay.removed(pointer.to);
    const by = gone.size === 0 ? undefined : overlay.pointingTo(pointer, gone);
    if (by === undefined) continue;
    const id = pointer.ids(by).find((one) => gone.has(one)) ?? '';
    throw new BagomError('row.in-use', { table: pointer.to, id, by: pointer.table, byId: by.id });
  }
  for (const [table, row] of overlay.written()) {
    for (const { ids, to } of POINTERS.filter((pointer) => pointer.table === table)) {
      const id = ids(row).find((one) => overlay.get(to, one) === null);
      if (id !== undefined)
        throw new BagomError('row.missing', { table: to, id, from: table, fromId: row.id });
    }
  }
}

/** What drafts come to on a state: full rows before and after. An update that changes nothing is left out. */
export function resolveDrafts(state: StudyState, drafts: readonly Draft[]): Change[] {
  const overlay = new Overlay(state);
  for (const draft of drafts) {
    const { table } = draft;
    const id = draft.do === 'insert' ? draft.row.id : draft.id;
    const before = overlay.get(table, id);
    if (draft.do === 'insert') {
      if (before !== null) throw new BagomError('row.exists', { table, id });
      overlay.set(table, id, keptRow(table, draft.row));
      continue;
    }
    if (before === null) throw new BagomError('row.missing', { table, id });
    if (draft.do === 'remove') {
      overlay.set(table, id, null);
      continue;
    }
    const after = keptRow(table, { ...before, ...draft.set } as Row);
    if (after.id !== id) throw new BagomError('row.bad-value', { table, id, column: 'id' });
    if (canonicalJson(after) !== canonicalJson(before)) overlay.set(table, id, after);
  }
  checkPointers(overlay);
  return overlay.changes;
}

/** Operations taken back, last one first: what each comes to. Pointers need lead somewhere only when all of it is done. */
export function resolveBack(state: StudyState, operations: readonly Operation[]): Change[][] {
  const overlay = new Overlay(state);
  const changes = operations.map((operation) => {
    const from = overlay.changes.length;
    layOver(overlay, operation, inverse(operation.changes));
    return overlay.changes.slice(from);
  });
  checkPointers(overlay);
  return changes;
}

/** An operation's changes taken back (sense -1) or done again (1), refused when a row is no longer what it left. */
export function resolveAgain(state: StudyState, original: Operation, sense: 1 | -1): Change[] {
  const overlay = new Overlay(state);
  layOver(overlay, original, sense === 1 ? original.changes : inverse(original.changes));
  checkPointers(overlay);
  return overlay.changes;
}

function layOver(overlay: Overlay, { root, kind, subject }: Operation, changes: readonly Change[]): void {
  for (const { table, id, before, after } of changes) {
    if (canonicalJson(overlay.get(table, id)) !== canonicalJson(before && completed(table, before)))
      throw new BagomError('history.changed-since', { root, kind, subject, table, id });
    overlay.set(table, id, after === null ? null : keptRow(table, after));
  }
}
