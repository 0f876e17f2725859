import type { Operation } from '../history/operation.js';
import type { StudyState } from '../study/state.js';
import type { LostSpan } from '../transcripts/source.js';
import type { Coding, Example, Memo } from './coding.js';
import type { DoubleCoding } from './double-coding.js';

/** Tells whether a coder may not see a row yet. */
export interface Veil {
  /** Texts that the coder codes blind. */
  readonly sourceIds: ReadonlySet<string>;
  readonly hidesCoding: (coding: Pick<Coding | Example, 'sourceId' | 'coderId'>) => boolean;
  readonly hidesMemo: (memo: Pick<Memo, 'about' | 'aboutId' | 'coderId'>) => boolean;
  /** A coding, example or memo that a new version of the text could not carry along. */
  readonly hidesLost: (lost: Pick<LostSpan, 'table' | 'row'>) => boolean;
}

/**
 * What is kept from a coder while double codings are blind: in the texts of a sample of theirs, the other coders' codings and
 * what they wrote about the text or a coding in it. Null: nothing is kept from them. Nobody in particular sees everything.
 */
export function veilOver(state: StudyState, coderId: string | null): Veil | null {
  const samples = [...state.doubleCodings.values()].filter(
    ({ blind, coderIds }) => blind && coderId !== null && coderIds.includes(coderId),
  );
  if (samples.length === 0) return null;
  const sourceIds = new Set(samples.flatMap((sample) => sample.sourceIds));
  const hidesCoding: Veil['hidesCoding'] = (coding) =>
    coding.coderId !== coderId && sourceIds.has(coding.sourceId);
  const hidesMemo: Veil['hidesMemo'] = ({ about, aboutId, coderId: by }) => {
    if (by === coderId) return false;
    if (about === 'source') return sourceIds.has(aboutId);
    const coding = about === 'coding' ? state.codings.get(aboutId) : undefined;
    return coding !== undefined && hidesCoding(coding);
  };
  return {
    sourceIds,
    hidesCoding,
    hidesMemo,
    hidesLost: ({ table, row }) =>
      ((table === 'codings' || table === 'examples') && hidesCoding(row as unknown as Coding)) ||
      (table === 'memos' && hidesMemo(row as unknown as Memo)),
  };
}

/** The codings that a coder may see. */
export function visibleCodings(state: StudyState, coderId: string | null): StudyState['codings'] {
  const veil = veilOver(state, coderId);
  return veil ? without(state.codings, veil.hidesCoding) : state.codings;
}

/** The study as a coder may see it: whatever is counted or retrieved from this tells nothing of what is kept from them. */
export function seenBy(state: StudyState, coderId: string | null): StudyState {
  const veil = veilOver(state, coderId);
  if (!veil) return state;
  return {
    ...state,
    codings: without(state.codings, veil.hidesCoding),
    // A passage shown as an example of a code is as good as a coding there.
    examples: without(state.examples, veil.hidesCoding),
    memos: without(state.memos, veil.hidesMemo),
    lostSpans: without(state.lostSpans, veil.hidesLost),
  };
}

function without<R>(rows: ReadonlyMap<string, R>, hides: (row: R) => boolean): ReadonlyMap<string, R> {
  return new Map([...rows].filter(([, row]) => !hides(row)));
}

/** How far a coder of a double coding is. */
export interface CoderProgress {
  coderId: string;
  /** Texts of the sample in which they coded anything. */
  coded: number;
  /** They said so, or coded in every text. */
  done: boolean;
}

/** How far each coder of a double coding is; all are done when every one coded in every text, or said they are done. */
export function doubleCodingProgress(state: StudyState, sample: DoubleCoding): CoderProgress[] {
  const coded = new Map(sample.coderIds.map((id) => [id, new Set<string>()]));
  const texts = new Set(sample.sourceIds);
  for (const { sourceId, coderId } of state.codings.values())
    if (texts.has(sourceId)) coded.get(coderId)?.add(sourceId);
  return sample.coderIds.map((coderId) => {
    const n = coded.get(coderId)!.size;
    const done = n === texts.size || (sample.doneCoderIds ?? []).includes(coderId);
    return { coderId, coded: n, done };
  });
}

/** Whether an operation tells of something that is kept from a coder: what it was about is then not said. */
export function hidesOperation(veil: Veil | null, { changes }: Pick<Operation, 'changes'>): boolean {
  if (!veil) return false;
  return changes.some(({ table, before, after }) => {
    const row = after ?? before;
    if (table === 'codings' || table === 'examples') return veil.hidesCoding(row as Coding | Example);
    if (table === 'lostSpans') return veil.hidesLost(row as LostSpan);
    return table === 'memos' && veil.hidesMemo(row as Memo);
  });
}
