import { casesOf, mayCount } from '../../fieldwork/cases.js';
import { BagomError } from '../../study/bagom-error.js';
import type { StudyState } from '../../study/state.js';
import { codeTree, flatTree } from '../codebook.js';
import { CONSENSUS_CODER } from '../double-coding.js';
import { doubleCodingProgress } from '../blindness.js';
import type { TurnRole } from '../../transcripts/source.js';
import type { AgreementQuestion } from './agreement.js';
import type { AgreementUnit } from './text-units.js';

/** What somebody asks of coders' agreement; what is left out is found in the study. */
export interface AgreementAsked {
  /** The sample whose texts, coders and codes are compared. */
  readonly doubleCodingId?: string;
  readonly coderIds?: readonly string[];
  /** Texts that all the coders were asked to code: who coded nothing in one said no throughout. */
  readonly sourceIds?: readonly string[];
  readonly codeIds?: readonly string[];
  readonly unit: AgreementUnit;
  readonly withUnder?: boolean;
  readonly roles?: readonly TurnRole[] | null;
  /** Texts that are left out whatever else is asked. */
  readonly without?: ReadonlySet<string>;
}

export interface AgreementOf {
  readonly question: AgreementQuestion;
  /** Coders who coded in none of these texts: they count as having said no throughout. */
  readonly silent: readonly string[];
}

/**
 * Completes a question about agreement.
 *
 * Coders: those named, or of the sample; else all who coded anything, and all there are where fewer than two did.
 * Texts: those named, or of the sample; else those that two of the coders judged. A coder judged a text who coded anything in it,
 * whose finished sample it is in, or who was named with it. A coder without a coding in the whole study is silent: they count as
 * having judged every text the others coded. Texts of people who withdrew are left out.
 * Codes: those named, or of the sample; else those used in the texts, or with all under them the top codes.
 *
 * Refuses one coder (`agreement.one-coder`) and texts that no two judged (`agreement.no-text`).
 */
export function questionOf(state: StudyState, asked: AgreementAsked): AgreementOf {
  const sample = asked.doubleCodingId ? state.doubleCodings.get(asked.doubleCodingId) : undefined;
  const by = new Map<string, Set<string>>();
  for (const { coderId, sourceId } of state.codings.values()) {
    let coded = by.get(coderId);
    if (!coded) by.set(coderId, (coded = new Set()));
    coded.add(sourceId);
  }
  const coderIds = asked.coderIds ?? sample?.coderIds ?? coders(state, by);
  if (coderIds.length < 2) {
    const name = state.coders.get(coderIds[0] ?? '')?.name ?? '';
    throw new BagomError('agreement.one-coder', { name });
  }
  const named = asked.sourceIds ? new Set(asked.sourceIds) : null;
  const assigned = assignment(state, coderIds, by, named);
  const judges = (sourceId: string) =>
    coderIds.filter((coderId) => by.get(coderId)?.has(sourceId) || assigned(coderId, sourceId)).length;
  const among = asked.sourceIds ?? sample?.sourceIds ?? textsOf(coderIds, by);
  const withdrawn = textsWithdrawn(state);
  const sourceIds = among.filter(
    (sourceId) => !withdrawn.has(sourceId) && !asked.without?.has(sourceId) && judges(sourceId) > 1,
  );
  if (sourceIds.length === 0) throw new BagomError('agreement.no-text');
  const codeIds = asked.codeIds ?? (sample && sample.codeIds.length > 0 ? sample.codeIds : null);
  const { unit, withUnder = false, roles = null } = asked;
  const question: AgreementQuestion = {
    coderIds,
    sourceIds,
    codeIds: codeIds ?? codesIn(state, coderIds, sourceIds, withUnder),
    unit,
    withUnder,
    roles,
    assigned,
  };
  const silent = coderIds.filter((coderId) => !sourceIds.some((sourceId) => by.get(coderId)?.has(sourceId)));
  return { question, silent };
}

function coders(state: StudyState, by: ReadonlyMap<string, ReadonlySet<string>>): string[] {
  const all = [...state.coders.keys()].filter((id) => id !== CONSENSUS_CODER);
  const active = all.filter((id) => by.has(id));
  return active.length < 2 ? all : active;
}

/** In the order of the study's texts, those that any of the coders coded. */
function textsOf(coderIds: readonly string[], by: ReadonlyMap<string, ReadonlySet<string>>): string[] {
  return [...new Set(coderIds.flatMap((id) => [...(by.get(id) ?? [])]))];
}

function assignment(
  state: StudyState,
  coderIds: readonly string[],
  by: ReadonlyMap<string, ReadonlySet<string>>,
  named: ReadonlySet<string> | null,
): (coderId: string, sourceId: string) => boolean {
  const given = new Map(coderIds.map((id) => [id, new Set<string>()]));
  for (const sample of state.doubleCodings.values())
    for (const { coderId, done } of doubleCodingProgress(state, sample))
      if (done || !sample.blind) for (const id of sample.sourceIds) given.get(coderId)?.add(id);
  return (coderId, sourceId) =>
    !by.has(coderId) || named?.has(sourceId) === true || given.get(coderId)?.has(sourceId) === true;
}

function textsWithdrawn(state: StudyState): Set<string> {
  const people = new Set(casesOf(state).flatMap((one) => (mayCount(one) ? [] : [one.participant.id])));
  const found = new Set<string>();
  for (const { id, participantId } of state.sources.values())
    if (participantId !== null && people.has(participantId)) found.add(id);
  return found;
}

/** Codes in tree order: those used in the texts, or the top ones that anything under was used of. */
function codesIn(
  state: StudyState,
  coderIds: readonly string[],
  sourceIds: readonly string[],
  withUnder: boolean,
): string[] {
  const [who, where] = [new Set(coderIds), new Set(sourceIds)];
  const used = new Set<string>();
  for (const { codeId, coderId, sourceId } of state.codings.values())
    if (who.has(coderId) && where.has(sourceId)) used.add(codeId);
  const tree = codeTree(state);
  if (!withUnder) return flatTree(tree).flatMap(({ code }) => (used.has(code.id) ? [code.id] : []));
  return tree
    .filter((top) => flatTree([top]).some(({ code }) => used.has(code.id)))
    .map(({ code }) => code.id);
}
