import { BagomError } from '../study/bagom-error.js';
import { insert, remove, rowsWhere, update, type Draft, type StudyState } from '../study/state.js';
import { TABLES, type Column, type Row, type TableName, type Tables } from '../study/tables.js';
import type { MergeConflict } from './merge-conflict.js';
import { canonicalJson } from './operation.js';

/** How a conflict is to be decided: the row or value as it is here, as it is in the copy, or a text of one's own. */
export type Decision =
  | { readonly choose: 'ours' | 'theirs' }
  | { readonly choose: 'other'; readonly text: string };

/** What can be chosen in a conflict. `text`: a third may be written. `version`: two texts of one source, chosen between there. */
export type ConflictKind = 'row' | 'text' | 'value' | 'version';

export function conflictKind({ table, column }: Pick<MergeConflict, 'table' | 'column'>): ConflictKind {
  if (column === '') return 'row';
  if (table === 'sources' && column === 'version') return 'version';
  const type = columnOf(table, column);
  // Words of a vocabulary and ids are text in the database, but nobody writes a third of them.
  return type?.type === 'text' && !type.to && WRITTEN.has(column) ? 'text' : 'value';
}

const WRITTEN = new Set(
  [
    ['name', 'title', 'label', 'definition', 'use', 'useNot', 'example', 'shortName', 'body', 'note', 'text'],
    [
      'statement',
      'surveyFigure',
      'rationale',
      'situation',
      'reason',
      'question',
      'topic',
      'focusName',
      'place',
    ],
    [
      'pseudonym',
      'replacement',
      'value',
      'need',
      'barrier',
      'authors',
      'about',
      'targetGroup',
      'intervention',
    ],
    ['interviewer', 'region', 'initials', 'sector'],
  ].flat(),
);

const columnOf = (table: string, column: string): Column | undefined =>
  (TABLES as Record<string, Record<string, Column>>)[table]?.[column];

/**
 * The drafts that carry a decision out, the conflict's own state with them: one operation, undone like any other. What stands is
 * left alone if it is what was chosen. Both values remain in the conflict. Two texts of one source are another matter: `settleTexts`.
 */
export function decideConflict(state: StudyState, conflict: MergeConflict, decision: Decision): Draft[] {
  const { rowId, column, ours, theirs } = conflict;
  const table = conflict.table as TableName;
  const kind = conflictKind(conflict);
  if (kind === 'version') throw new Error('decideConflict: two texts are settled by settleTexts');
  const noted = update('mergeConflicts', conflict.id, { state: decision.choose });
  const there = state[table].get(rowId);
  if (kind === 'row') {
    if (decision.choose === 'other') throw new BagomError('merge.no-third', { column: '' });
    const wanted = (decision.choose === 'ours' ? ours : theirs) as Row | null;
    if (wanted === null) return there ? [remove(table, rowId), noted] : [noted];
    return there ? [noted] : [insert(table, wanted), noted];
  }
  if (!there) throw new BagomError('row.missing', { table, id: rowId });
  if (decision.choose === 'other' && kind !== 'text') throw new BagomError('merge.no-third', { column });
  const value = decision.choose === 'other' ? decision.text : decision.choose === 'ours' ? ours : theirs;
  const now = (there as unknown as Record<string, unknown>)[column];
  if (canonicalJson(now ?? null) === canonicalJson(value ?? null)) return [noted];
  const draft = { do: 'update', table, id: rowId, set: { [column]: value } } as unknown as Draft;
  return [draft, ...others(state, table, there, column, value), noted];
}

/** Of models one is chosen, of a wave's variables one is the weight: choosing theirs lets ours go. */
function others(state: StudyState, table: TableName, row: Row, column: string, value: unknown): Draft[] {
  if (table === 'classModels' && column === 'chosen' && value === true)
    return rowsWhere(state, 'classModels', { chosen: true })
      .filter(({ id }) => id !== row.id)
      .map(({ id }) => update('classModels', id, { chosen: false }));
  if (table === 'variables' && column === 'role' && value === 'weight')
    return rowsWhere(state, 'variables', { waveId: (row as Tables['variables']).waveId, role: 'weight' })
      .filter(({ id }) => id !== row.id)
      .map(({ id }) => update('variables', id, { role: 'none' }));
  return [];
}
