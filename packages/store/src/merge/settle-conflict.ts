import {
  BagomError,
  carrySpans,
  conflictKind,
  currentVersion,
  decideConflict,
  decideWithText,
  diffText,
  insert,
  isPlaced,
  placeOf,
  positionsIn,
  rowName,
  rowsWhere,
  settleTexts,
  studyLanguage,
  type Draft,
  type MergeConflict,
  type Operation,
  type Row,
  type SettledTexts,
  type TableName,
} from '@bagom/core';
import { blobOf } from '../blobs.js';
import type { StudyFile } from '../study-file.js';
import { MAKING } from './making.js';

/** How a conflict is to be settled: as here, as in the copy, both texts one laid over the other, or a text of one's own. */
export type Settlement =
  | { readonly choose: 'ours' | 'theirs' | 'both' }
  | { readonly choose: 'other'; readonly text: string };

/** What was done. */
export interface SettledConflict {
  operation: Operation;
  /** Of two texts: what became of what stands on them. */
  texts: Omit<SettledTexts, 'drafts' | 'made'> | null;
}

/** Settles what two copies had changed differently, as one operation. It may be settled again in another way. */
export async function settleConflict(
  study: StudyFile,
  id: string,
  settlement: Settlement,
): Promise<SettledConflict> {
  const { state } = study;
  const conflict = state.mergeConflicts.get(id);
  if (!conflict) throw new BagomError('row.missing', { table: 'mergeConflicts', id });
  const subject = nameOf(study, conflict);
  if (conflictKind(conflict) !== 'version') {
    if (settlement.choose === 'both') throw new BagomError('merge.no-both');
    const decided = decideConflict(
      state,
      conflict,
      settlement.choose === 'other' ? settlement : { choose: settlement.choose },
    );
    const drafts: Draft[] = [];
    for (const draft of decided) drafts.push(await onShownText(study, draft));
    return { operation: await study.commit('conflict.decide', subject, drafts), texts: null };
  }
  if (settlement.choose === 'other') throw new BagomError('merge.no-third', { column: 'version' });
  const versions = rowsWhere(state, 'sourceVersions', { sourceId: conflict.rowId });
  const texts = new Map<number, string>();
  for (const { number, text } of versions) texts.set(number, await study.text(text));
  const reason = REASON[studyLanguage(state)];
  const { drafts, made, ...told } = settleTexts(
    state,
    conflict,
    { choose: settlement.choose, texts, reason },
    MAKING,
  );
  const blobs = made === null ? [] : [blobOf(made)];
  const all = [...drafts, ...decideWithText(state, conflict, settlement.choose)];
  return { operation: await study.commit('conflict.decide', subject, all, blobs), texts: told };
}

/** Why the version was made, in the study's own language. */
const REASON = { da: 'begge kopiers rettelser samlet', en: 'the corrections of both copies together' };

function nameOf({ state }: StudyFile, { table, rowId, ours, theirs }: MergeConflict): string {
  const row = (state[table as TableName].get(rowId) ?? ours ?? theirs) as Row | null;
  return row && typeof row === 'object' ? rowName(state, table as TableName, row) : '';
}

/**
 * A row that is brought back stood on a text as it was then: it comes back on its words in the text that is shown, or to the list
 * of what is lost.
 */
async function onShownText(study: StudyFile, draft: Draft): Promise<Draft> {
  const { table } = draft;
  const place = draft.do === 'insert' && isPlaced(table) ? placeOf(table, draft.row) : null;
  if (draft.do !== 'insert' || !isPlaced(table) || !place) return draft;
  const { row } = draft;
  const { sourceId, span } = place;
  const { version, quoteHash } = row as { version?: number; quoteHash?: string };
  const shown = currentVersion(study.state, sourceId);
  if (!shown) return draft;
  const quote = (text: string) => text.slice(span.from, span.to);
  const texts: { number: number; text: string }[] = [];
  for (const { number, text } of rowsWhere(study.state, 'sourceVersions', { sourceId }))
    texts.push({ number, text: await study.text(text) });
  // The words tell which text it stood on: two copies may have called different ones by one number.
  const stood =
    quoteHash === undefined
      ? texts.find(({ number }) => number === (version ?? shown.number))
      : texts.find(({ text }) => MAKING.hash(quote(text)) === quoteHash);
  const after = await study.text(shown.text);
  const [carried] = stood ? carrySpans(stood.text, after, diffText(stood.text, after), [span]) : [];
  if (stood && carried && carried.is !== 'lost') {
    const words = after.slice(carried.span.from, carried.span.to);
    const at = positionsIn(row, carried.span, shown.number, () => MAKING.hash(words));
    return { ...draft, row: { ...row, ...at } } as Draft;
  }
  return insert('lostSpans', {
    id: MAKING.newId(),
    sourceId,
    fromVersion: stood?.number ?? shown.number,
    toVersion: shown.number,
    table,
    rowId: row.id,
    row: { ...row },
    quote: stood ? quote(stood.text) : '',
    state: 'open',
    at: MAKING.now(),
  });
}
