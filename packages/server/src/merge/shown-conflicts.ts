import {
  conflictKind,
  diffText,
  plainWords,
  rowName,
  rowsWhere,
  stationsOf,
  TABLES,
  valueWords,
  type MergeConflict,
  type Row,
  type StudyState,
  type TableName,
} from '@bagom/core';
import type { StudyFile } from '@bagom/store';
import { differingPassages } from './differing-passages.js';

/** A conflict as it is decided: what it is of, by name, and what differs, in words. */
export async function shownConflict(study: StudyFile, state: StudyState, conflict: MergeConflict) {
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
    texts: kind === 'version' ? await textsOf(study, conflict) : null,
  };
}

/** Passages told of. */
const MOST = 200;

/** Where two texts of one source differ, with the words around. */
async function textsOf(study: StudyFile, { rowId: sourceId, ours, theirs }: MergeConflict) {
  const versions = rowsWhere(study.state, 'sourceVersions', { sourceId });
  const [mine, their] = [ours, theirs].map((number) => versions.find((one) => one.number === number));
  if (!mine || !their) return null;
  const [text, other] = [await study.text(mine.text), await study.text(their.text)];
  const passages = differingPassages(text, diffText(text, other));
  return { ours: mine.id, theirs: their.id, total: passages.length, passages: passages.slice(0, MOST) };
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
  'rowId',
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
