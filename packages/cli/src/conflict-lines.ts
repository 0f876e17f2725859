import {
  plainWords,
  rowName,
  valueWords,
  type MergeConflict,
  type Row,
  type StudyState,
  type TableName,
} from '@bagom/core';
import type { Messages } from './language.js';
import { table } from './table.js';

/** What two copies disagree on, a line each: its number, what it is of by name, and both values. */
export function conflictLines(
  state: StudyState,
  conflicts: readonly { number: number; conflict: MergeConflict }[],
  { conflicts: say }: Messages,
): string {
  const rows = conflicts.map(({ number, conflict }) => {
    const { column, ours, theirs, by } = conflict;
    const of = conflict.table as TableName;
    const row = (state[of].get(conflict.rowId) ?? (column === '' ? (ours ?? theirs) : null)) as Row | null;
    const value = (side: unknown): string => {
      if (column === '') return side === null ? say.removed : say.there;
      return short(plainWords(valueWords(state, of, column, side)) ?? '');
    };
    const name = row ? rowName(state, of, row) : conflict.rowId;
    return [String(number), short(`${name}${column && ` · ${column}`}`), value(ours), value(theirs), by];
  });
  return [say.open(conflicts.length), table([say.columns, ...rows], [0])].join('\n');
}

function short(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > 40 ? `${line.slice(0, 39).replace(/[\uD800-\uDBFF]$/, '')}…` : line;
}
