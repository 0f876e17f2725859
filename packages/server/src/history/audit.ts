import {
  BagomError,
  columnChanges,
  plainWords,
  rowName,
  stationsOf,
  TABLE_NAMES,
  valueWords,
  type Operation,
  type Row,
  type Station,
  type StudyState,
  type TableName,
} from '@bagom/core';
import type { StudyFile } from '@bagom/store';
import { HIDDEN } from '../merge/shown-conflicts.js';

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

/** Which operations came from which copy. */
export function copiesOf(state: StudyState): Map<string, string> {
  const copies = new Map<string, string>();
  for (const { name, operations } of state.mergedCopies.values())
    for (const id of operations) copies.set(id, name);
  return copies;
}

/** The history narrowed down, newest first: the last `limit` that fit, how many fit, and what it can be narrowed by. */
export async function historyEntries(study: StudyFile, filter: HistoryFilter, limit: number) {
  const copies = copiesOf(study.state);
  const stands = new Map<string, boolean>();
  const [actors, kinds] = [new Set<string>(), new Set<string>()];
  const fit: Omit<Entry, 'stands'>[] = [];
  let total = 0;
  for await (const operation of study.history()) {
    const { id, root, sense, seq, at, actor, kind, subject, changes } = operation;
    stands.set(root, sense === 1);
    actors.add(actor);
    kinds.add(kind);
    if (!isAsked(operation, filter)) continue;
    total++;
    fit.push({
      ...{ id, root, sense, seq, at, actor, kind, subject },
      changes: changes.length,
      copy: copies.get(id) ?? null,
    });
    // A long history need not be in memory whole.
    if (fit.length > 2 * limit) fit.splice(0, fit.length - limit);
  }
  return {
    total,
    entries: fit
      .slice(-limit)
      .reverse()
      .map((entry) => ({ ...entry, stands: stands.get(entry.root) ?? true })),
    actors: [...actors].toSorted(),
    kinds: [...kinds].toSorted(),
    rowName: filter.row ? await nameOfRow(study, filter) : null,
  };
}

type Entry = Pick<Operation, 'id' | 'root' | 'sense' | 'seq' | 'at' | 'actor' | 'kind' | 'subject'> & {
  changes: number;
  copy: string | null;
  stands: boolean;
};

async function nameOfRow(study: StudyFile, { table, row = '' }: HistoryFilter): Promise<string> {
  const tables = TABLE_NAMES.filter((name) => !table || name === table);
  for (const name of tables) {
    const there = study.state[name].get(row) as Row | undefined;
    if (there) return rowName(study.state, name, there);
  }
  // It is gone: as it was called last.
  let last = '';
  for await (const { changes } of study.history())
    for (const { table: name, id, before } of changes)
      if (id === row && before && tables.includes(name)) last = rowName(study.state, name, before);
  return last;
}

/** What an operation changed, row by row, in words. */
export async function historyEntry(study: StudyFile, id: string, limit: number) {
  const { state } = study;
  for await (const operation of study.history()) {
    if (operation.id !== id) continue;
    const rows = operation.changes.slice(0, limit).map((change) => {
      const { table, before, after } = change;
      const shown = (after ?? before)!;
      return {
        table,
        id: change.id,
        name: rowName(state, table, shown),
        done:
          before === null ? ('added' as const) : after === null ? ('removed' as const) : ('changed' as const),
        columns: columnChanges(change)
          .filter(({ column }) => !HIDDEN.has(column) || PLACES.has(column))
          .map(({ column, before: was, after: is }) => ({
            column,
            before: inWords(state, table, column, was),
            after: inWords(state, table, column, is),
          }))
          .filter(({ before: was, after: is }) => (was ?? '') !== (is ?? '')),
      };
    });
    return { total: operation.changes.length, rows };
  }
  throw new BagomError('row.missing', { table: 'operations', id });
}

const PLACES = new Set(['position', 'version', 'from', 'to']);

const inWords = (state: StudyState, table: TableName, column: string, value: unknown): string | null =>
  plainWords(valueWords(state, table, column, value));
