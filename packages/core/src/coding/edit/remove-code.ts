import { remove, type Draft, type StudyState } from '../../study/state.js';
import { casesOf, mayCount } from '../../fieldwork/cases.js';
import { codePath, withDescendants } from '../codebook.js';
import { codeEvent, type Stamp } from './code-event.js';
import { codeLists, followCodes } from './code-lists.js';
import { keepMemos } from './follow-memos.js';
import { codeOf } from './merge-codes.js';

/** What goes, or changes, when a code and all that is under it is removed. */
export interface HangingOnCode {
  /** Codes under it. */
  codes: number;
  codings: number;
  /** Persons whose words have the code; who withdrew is not counted. */
  persons: number;
  /** Passages shown as examples of the codes. */
  examples: number;
  evidence: number;
  claims: number;
  matrices: number;
  doubleCodings: number;
  resolutions: number;
  /** Memos about the codes and codings: they live on at the text or the study. */
  memos: number;
}

export function hangingOnCode(state: StudyState, codeId: string): HangingOnCode {
  const codes = withDescendants(state, [codeId]);
  const codings = [...state.codings.values()].filter((coding) => codes.has(coding.codeId));
  const ids = new Set(codings.map(({ id }) => id));
  const counting = new Set(casesOf(state).flatMap((one) => (mayCount(one) ? [one.participant.id] : [])));
  const persons = new Set<string>();
  for (const { sourceId } of codings) {
    const person = state.sources.get(sourceId)?.participantId;
    if (person && counting.has(person)) persons.add(person);
  }
  const lists = codeLists(state).filter((list) => list.codes.some((id) => codes.has(id)));
  const among = <Row>(rows: ReadonlyMap<string, Row>, which: (row: Row) => boolean) =>
    [...rows.values()].filter(which).length;
  return {
    codes: codes.size - 1,
    codings: codings.length,
    persons: persons.size,
    examples: among(state.examples, ({ codeId: of }) => codes.has(of)),
    evidence: among(state.evidence, ({ codingId }) => ids.has(codingId)),
    claims: lists.filter(({ table }) => table === 'claims').length,
    matrices: lists.filter(({ table }) => table === 'blocks').length,
    doubleCodings: lists.filter(({ table }) => table === 'doubleCodings').length,
    resolutions: among(state.resolutions, (row) => codes.has(row.codeId)),
    memos: among(
      state.memos,
      ({ about, aboutId }) =>
        (about === 'code' && codes.has(aboutId)) || (about === 'coding' && ids.has(aboutId)),
    ),
  };
}

/**
 * Removes a code, the codes under it and everything coded with them. Memos live on: those at codings at the text, those about codes
 * at the study. Evidence that stood on the codings goes with them.
 * @throws BagomError `code.last-of-list`: it is the only code of a matrix or a sample of double coding.
 */
export function removeCode(state: StudyState, codeId: string, stamp: Stamp): Draft[] {
  const { name } = codeOf(state, codeId);
  const codes = withDescendants(state, [codeId]);
  const codings = [...state.codings.values()].filter((coding) => codes.has(coding.codeId));
  const sources = new Map(codings.map(({ id, sourceId }) => [id, sourceId]));
  const { codings: n } = hangingOnCode(state, codeId);
  return [
    ...keepMemos(state, 'coding', new Set(sources.keys()), (id) => ({
      about: 'source',
      aboutId: sources.get(id)!,
    })),
    ...keepMemos(state, 'code', codes),
    ...followCodes(state, (id) => (codes.has(id) ? [] : [id])),
    ...[...state.evidence.values()].flatMap(({ id, codingId }) =>
      sources.has(codingId) ? [remove('evidence', id)] : [],
    ),
    ...[...state.resolutions.values()].flatMap((row) =>
      codes.has(row.codeId) ? [remove('resolutions', row.id)] : [],
    ),
    ...[...state.examples.values()].flatMap((row) =>
      codes.has(row.codeId) ? [remove('examples', row.id)] : [],
    ),
    ...codings.map(({ id }) => remove('codings', id)),
    codeEvent(stamp, codeId, 'removed', { name, path: codePath(state, codeId), codings: String(n) }),
    ...[...codes].map((id) => remove('codes', id)),
  ];
}
