import {
  conflictKind,
  plainWords,
  rowName,
  stationsOf,
  TABLES,
  valueWords,
  type MergeConflict,
  type Row,
  type StudyState,
  type TableName,
} from '@bagom/core';

/** A conflict as it is decided: what it is of, by name, and what differs, in words. */
export function shownConflict(state: StudyState, conflict: MergeConflict) {
  const { id, table: named, rowId, column, ours, theirs, by, at, state: decided } = conflict;
  const table = named as TableName;
  const kind = conflictKind(conflict);
  const now = state[table].get(rowId) ?? null;
  const [our, their] = kind === 'row' ? [ours as Row | null, theirs as Row | null] : [now, now];
  const shown = now ?? our ?? their;
  const words = (row: Row | null, name: string) =>
    plainWords(row && valueWords(state, table, name, (row as unknown as Record<string, unknown>)[name]));
  const value = (of: unknown) => plainWords(valueWords(state, table, column, of));
  const columns =
    kind === 'row'
      ? Object.keys(TABLES[table])
          .filter((name) => name !== 'id' && !HIDDEN.has(name))
          .map((name) => ({
            column: name,
            ours: words(our, name),
            theirs: words(their, name),
            now: words(now, name),
          }))
          .filter(({ ours: a, theirs: b }) => (a ?? '') !== '' || (b ?? '') !== '')
      : [{ column, ours: value(ours), theirs: value(theirs), now: words(now, column) }];
  const [station = null] = stationsOf([{ table, id: rowId, before: null, after: null }]);
  return {
    id,
    kind,
    table,
    rowId,
    column,
    columns,
    by,
    at,
    station,
    name: shown ? rowName(state, table, shown) : '',
    there: {
      ours: kind !== 'row' || ours !== null,
      theirs: kind !== 'row' || theirs !== null,
      now: now !== null,
    },
    state: decided,
  };
}

/** Columns that only the program reads. */
export const HIDDEN: ReadonlySet<string> = new Set([
  'quoteHash',
  'original',
  'posteriors',
  'peaks',
  'turns',
  'marks',
  'fit',
  'settings',
  'result',
  'row',
  'hue',
  'position',
  'version',
  'from',
  'to',
  'sourceIds',
  'coderIds',
  'codeIds',
  'operations',
  'questionnaire',
]);
