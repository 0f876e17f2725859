import { BagomError } from '../study/bagom-error.js';
import { insert, update, type Draft, type StudyState } from '../study/state.js';
import { TABLES, type Row } from '../study/tables.js';
import type { Evidence } from '../claims/claim.js';
import type { Span } from '../text/spans.js';
import { positionsIn } from './placed.js';
import type { LostSpan } from './source.js';

/**
 * Puts what was lost on words of the text that is shown, with what rested on it: a coding comes back with its evidence and its
 * memos. Throws `lost.owner-gone` when what it belongs to (a code, a chapter) has been removed since.
 */
export function placeLost(
  state: StudyState,
  lost: LostSpan,
  span: Span,
  version: number,
  quoteHash: string,
): Draft[] {
  const { table, rowId } = lost;
  const row = ownColumns(lost);
  for (const [column, { to }] of Object.entries(TABLES[table]) as [string, { to?: keyof StudyState }][]) {
    const pointed = row[column];
    if (to && typeof pointed === 'string' && !state[to].has(pointed))
      throw new BagomError('lost.owner-gone', { table: to });
  }
  const positions = positionsIn(row, span, version, () => quoteHash);
  const drafts: Draft[] = [
    state[table].has(rowId)
      ? { do: 'update', table, id: rowId, set: positions }
      : ({ do: 'insert', table, row: { ...row, ...positions } as unknown as Row } as Draft),
    update('lostSpans', lost.id, { state: 'placed' }),
  ];
  const { evidence = [], memos = [] } = lost.row as { evidence?: Evidence[]; memos?: string[] };
  for (const one of evidence)
    if (state.claims.has(one.claimId) && !state.evidence.has(one.id)) drafts.push(insert('evidence', one));
  for (const id of memos) {
    // A memo that has found another subject since stays with it.
    const memo = state.memos.get(id);
    if (memo?.about === 'study' && memo.aboutId === '')
      drafts.push(update('memos', id, { about: 'coding', aboutId: rowId }));
  }
  return drafts;
}

/** Gives up what was lost, with why; the row stays readable in the list. */
export const dropLost = (lost: LostSpan, reason: string): Draft[] => [
  update('lostSpans', lost.id, { state: 'dropped', row: { ...lost.row, dropped: reason } }),
];

/** Places whose words changed, now that somebody has looked at them. */
export const checkChanged = (changed: readonly LostSpan[]): Draft[] =>
  changed.map(({ id }) => update('lostSpans', id, { state: 'checked' }));

/** The row without what is kept beside it. */
function ownColumns({ table, row }: LostSpan): Record<string, unknown> {
  return Object.fromEntries(Object.entries(row).filter(([column]) => column in TABLES[table]));
}
