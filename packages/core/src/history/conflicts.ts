import { rowsWhere, type Draft, type StudyState } from '../study/state.js';
import { decideConflict } from './decide-conflict.js';
import type { MergeConflict } from './merge-conflict.js';

/** Of a text that was read from another file in each copy: which file that is goes with the text. */
const WITH_THE_TEXT: ReadonlySet<string> = new Set(['original', 'fileName']);

const isText = ({ table, column }: MergeConflict): boolean => table === 'sources' && column === 'version';

/** What merged copies disagree on, as it is decided: what goes with a choice between two texts is not asked by itself. */
export function conflictsToDecide(state: StudyState): MergeConflict[] {
  const all = [...state.mergeConflicts.values()];
  const texts = new Set(all.filter(isText).map(({ rowId }) => rowId));
  return all.filter(({ table, rowId, column }) => !goesWithText(table, column) || !texts.has(rowId));
}

const goesWithText = (table: string, column: string): boolean =>
  table === 'sources' && WITH_THE_TEXT.has(column);

/** The file that goes with the text that was chosen. */
export function decideWithText(
  state: StudyState,
  { rowId }: MergeConflict,
  choose: 'ours' | 'theirs' | 'both',
): Draft[] {
  return rowsWhere(state, 'mergeConflicts', { table: 'sources', rowId })
    .filter(({ table, column }) => goesWithText(table, column))
    .flatMap((conflict) =>
      decideConflict(state, conflict, { choose: choose === 'theirs' ? 'theirs' : 'ours' }),
    );
}
