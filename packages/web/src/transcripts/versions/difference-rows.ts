import type { TextChange } from '@bagom/core';

/** Words of one side of a difference: as they stand on both, or on this side alone. */
export interface Piece {
  words: string;
  changed: boolean;
}
/** Lines that differ, beside each other; `line` is the first one's number in the text before, from 1. */
export interface DifferenceRow {
  line: number;
  before: Piece[];
  after: Piece[];
}

/** The lines of two texts in which they differ. Changes in the same or neighbouring lines share a row. */
export function differenceRows(before: string, changes: readonly TextChange[]): DifferenceRow[] {
  const rows: DifferenceRow[] = [];
  let line = 1;
  let counted = 0;
  for (let i = 0; i < changes.length;) {
    const from = before.lastIndexOf('\n', changes[i]!.from - 1) + 1;
    let to = lineEnd(before, changes[i]!.to);
    let last = i + 1;
    while (last < changes.length && changes[last]!.from <= to) {
      to = Math.max(to, lineEnd(before, changes[last]!.to));
      last++;
    }
    for (let at = before.indexOf('\n', counted); at >= 0 && at < from; at = before.indexOf('\n', at + 1))
      line++;
    counted = from;
    const row: DifferenceRow = { line, before: [], after: [] };
    let at = from;
    for (const change of changes.slice(i, last)) {
      const same = { words: before.slice(at, change.from), changed: false };
      row.before.push(same, { words: before.slice(change.from, change.to), changed: true });
      row.after.push(same, { words: change.insert, changed: true });
      at = change.to;
    }
    const rest = { words: before.slice(at, to), changed: false };
    rows.push({ line, before: spoken([...row.before, rest]), after: spoken([...row.after, rest]) });
    i = last;
  }
  return rows;
}

const lineEnd = (text: string, at: number): number => {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end;
};
const spoken = (pieces: Piece[]) => pieces.filter(({ words }) => words !== '');
