import {
  BagomError,
  columnChanges,
  plainWords,
  rowName,
  seenOperation,
  stationsOf,
  TABLE_NAMES,
  valueWords,
  type MergedCopy,
  type Operation,
  type Station,
  type StudyState,
  type TableName,
  type Veil,
} from '@bagom/core';
import type { StudyFile } from '@bagom/store';
import { HIDDEN } from '../merge/shown-conflicts.js';

/** The study as whoever asks may see it, and what is kept from them. */
export interface Sight {
  seen: StudyState;
  veil: Veil | null;
}

export interface HistoryFilter {
  actor?: string;
  kind?: string;
  station?: Station;
  since?: string;
  until?: string;
  table?: string;
  row?: string;
}

/** Whether an operation is asked for. A day that is given as the last counts to its end. */
export function isAsked(operation: Operation, filter: HistoryFilter): boolean {
  const { actor, kind, station, since, until, table, row } = filter;
  const { at, changes } = operation;
  return (
    (!actor || operation.actor === actor) &&
    (!kind || operation.kind === kind) &&
    (!since || at >= since) &&
    (!until || at.slice(0, until.length) <= until) &&
    (!station || stationsOf(changes).has(station)) &&
    (!row || changes.some((change) => change.id === row && (!table || change.table === table)))
  );
}

/** Notes which operations came from which copy: told by the operation that ended their merge, also when it was undone since. */
export function noteCopies({ changes }: Operation, copies: Map<string, string>): void {
  for (const { table, before, after } of changes) {
    if (table !== 'mergedCopies' || before !== null) continue;
    const { name, operations } = after as MergedCopy;
    for (const id of operations) copies.set(id, name);
  }
}

/** The history narrowed down, newest first: the last `limit` that fit, how many fit, and what it can be narrowed by. */
export async function historyEntries(
  study: StudyFile,
  filter: HistoryFilter,
  limit: number,
  { seen, veil }: Sight,
) {
  const copies = new Map<string, string>();
  const stands = new Map<string, boolean>();
  const [actors, kinds] = [new Set<string>(), new Set<string>()];
  const fit: Omit<Entry, 'stands' | 'copy'>[] = [];
  let total = 0;
  for await (const operation of study.history()) {
    const { id, root, sense, seq, at, actor, kind } = operation;
    stands.set(root, sense === 1);
    actors.add(actor);
    noteCopies(operation, copies);
    kinds.add(kind);
    if (!isAsked(operation, filter)) continue;
    total++;
    const { subject, changes } = seenOperation(veil, operation);
    fit.push({
      id,
      root,
      sense,
      seq,
      at,
      actor,
      kind,
      subject,
      changes: changes.length,
    });
    // A long history need not be in memory whole.
    if (fit.length > 2 * limit) fit.splice(0, fit.length - limit);
  }
  return {
    total,
    entries: fit
      .slice(-limit)
      .reverse()
      .map((entry) => ({
        ...entry,
        stands: stands.get(entry.root) ?? true,
        copy: copies.get(entry.id) ?? null,
      })),
    actors: [...actors].toSorted(),
    kinds: [...kinds].toSorted(),
    rowName: filter.row ? await nameOfRow(study, filter, { seen, veil }) : null,
  };
}

type Entry = Pick<Operation, 'id' | 'root' | 'sense' | 'seq' | 'at' | 'actor' | 'kind' | 'subject'> & {
  changes: number;
  copy: string | null;
  stands: boolean;
};

async function nameOfRow(
  study: StudyFile,
  { table, row = '' }: HistoryFilter,
  { seen, veil }: Sight,
): Promise<string> {
  const tables = TABLE_NAMES.filter((name) => !table || name === table);
  for (const name of tables) {
    const there = seen[name].get(row);
    if (there) return rowName(seen, name, there);
  }
  // It is gone: as it was called last.
  let last = '';
  for await (const operation of study.history())
    for (const { table: name, id, before } of seenOperation(veil, operation).changes)
      if (id === row && before && tables.includes(name)) last = rowName(seen, name, before);
  return last;
}

/** What an operation changed, row by row, in words. */
export async function historyEntry(study: StudyFile, id: string, limit: number, { seen, veil }: Sight) {
  for await (const operation of study.history()) {
    if (operation.id !== id) continue;
    const { hidden, changes } = seenOperation(veil, operation);
    const rows = changes.slice(0, limit).map((change) => {
      const { table, before, after } = change;
      const shown = (after ?? before)!;
      return {
        table,
        id: change.id,
        name: rowName(seen, table, shown),
        done:
          before === null ? ('added' as const) : after === null ? ('removed' as const) : ('changed' as const),
        columns: columnChanges(change)
          .filter(({ column }) => !HIDDEN.has(column) || PLACES.has(column))
          .map(({ column, before: was, after: is }) => ({
            column,
            before: inWords(seen, table, column, was),
            after: inWords(seen, table, column, is),
          }))
          .filter(({ before: was, after: is }) => (was ?? '') !== (is ?? '')),
      };
    });
    return { hidden, total: changes.length, rows };
  }
  throw new BagomError('row.missing', { table: 'operations', id });
}

const PLACES = new Set(['position', 'version', 'from', 'to']);

const inWords = (state: StudyState, table: TableName, column: string, value: unknown): string | null =>
  plainWords(valueWords(state, table, column, value));
