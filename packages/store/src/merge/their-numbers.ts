import { rowsWhere, type Change, type Operation, type Row, type StudyState } from '@bagom/core';

type Values = Record<string, unknown>;

/** The number that a version of theirs has here, by source and their number; of those alone that are called differently. */
export type Numbers = ReadonlyMap<string, ReadonlyMap<number, number>>;

/** What their versions of texts are called here: as they are, or numbered on from our last where ours have the number. */
export function numbersHere(ours: StudyState, theirs: StudyState): Numbers {
  const numbers = new Map<string, Map<number, number>>();
  for (const sourceId of theirs.sources.keys()) {
    const mine = rowsWhere(ours, 'sourceVersions', { sourceId });
    if (mine.length === 0) continue;
    const called = new Map(mine.map(({ id, number }) => [id, number]));
    let last = Math.max(...called.values());
    const other = new Map<number, number>();
    for (const { id, number } of rowsWhere(theirs, 'sourceVersions', { sourceId }).toSorted(
      (a, b) => a.number - b.number,
    )) {
      const here = called.get(id) ?? (number <= last ? last + 1 : number);
      last = Math.max(last, here);
      if (here !== number) other.set(number, here);
    }
    if (other.size > 0) numbers.set(sourceId, other);
  }
  return numbers;
}

/** Their operations, with the versions of texts called as they are here. */
export function inOurNumbers(operations: readonly Operation[], numbers: Numbers): readonly Operation[] {
  if (numbers.size === 0) return operations;
  return operations.map((operation) => ({
    ...operation,
    changes: operation.changes.map((change) => ({
      ...change,
      before: renumbered(change, change.before, numbers),
      after: renumbered(change, change.after, numbers),
    })),
  }));
}

function renumbered({ table }: Change, row: Row | null, numbers: Numbers): Row | null {
  if (row === null) return null;
  const values = row as unknown as Values;
  const of = (sourceId: unknown, columns: readonly string[]): Row => {
    const here = numbers.get(String(sourceId));
    if (!here) return row;
    const set = columns.flatMap((column) => {
      const number = here.get(values[column] as number);
      return number === undefined ? [] : [[column, number]];
    });
    return { ...row, ...(Object.fromEntries(set) as object) };
  };
  if (table === 'sources') return of(values['id'], ['version']);
  if (table === 'sourceVersions') return of(values['sourceId'], ['number']);
  if (table === 'lostSpans') return of(values['sourceId'], ['fromVersion', 'toVersion']);
  if (table === 'memos') return values['about'] === 'source' ? of(values['aboutId'], ['version']) : row;
  if (table === 'mergeConflicts')
    return values['column'] === 'version' ? of(values['rowId'], ['ours', 'theirs']) : row;
  return 'version' in values && 'sourceId' in values ? of(values['sourceId'], ['version']) : row;
}
