import { withDescendants } from '../coding/codebook.js';
import { casesOf, isInGroup, mayCount } from '../fieldwork/cases.js';
import { mayPrint } from '../report/gate.js';
import { rowsBy } from '../study/rows-by.js';
import type { StudyState } from '../study/state.js';
import type { Language, QuantifierRule } from '../study/study.js';
import type { Claim } from './claim.js';

const FROM = [0, 0.1, 0.15, 0.25, 0.4, 0.5, 0.85, 1];
const PERSONS = [1, 2, 3, 3, 4, 5, 5, 5];

/** The words of the field with the shares from which they carry, as a study starts out; each study may set its own. */
export const QUANTIFIERS: Readonly<Record<Language, readonly QuantifierRule[]>> = {
  da: carriedFrom('enkelte', 'nogle', 'flere', 'en del', 'mange', 'de fleste', 'stort set alle', 'alle'),
  en: carriedFrom('a few', 'some', 'several', 'a good many', 'many', 'most', 'almost all', 'all'),
};

/** Eight words, weakest first, on the one scale: a word carries the same whatever the language. */
function carriedFrom(...words: [string, string, string, string, string, string, string, string]) {
  return words.map((word, step): QuantifierRule => ({ word, from: FROM[step]!, persons: PERSONS[step]! }));
}

/** The study's own words, weakest first. */
export function quantifiersOf(state: StudyState): readonly QuantifierRule[] {
  return [...state.studies.values()][0]?.quantifiers ?? QUANTIFIERS.da;
}

export type ClaimProblem =
  | 'no-group'
  | 'no-evidence'
  | 'quantifier-too-strong'
  | 'quantifier-unknown'
  | 'counter-case-untold'
  | 'evidence-outside-group'
  | 'evidence-withdrawn';

/** What a claim's evidence carries. Persons are counted, never passages. */
export interface Assessment {
  claimId: string;
  /** Persons of the group whose interviews were coded: the denominator. */
  of: number;
  /** Persons of the group in whose words the claim's codes stand, by number. */
  persons: string[];
  /** Persons with a passage told against it. */
  against: string[];
  passages: number;
  /** The strongest word that the count carries, or null for none. */
  carries: string | null;
  problems: ClaimProblem[];
}

export function assess(state: StudyState, claim: Claim): Assessment {
  const rules = quantifiersOf(state);
  const people = casesOf(state);
  const byId = new Map(people.map((person) => [person.participant.id, person]));
  const codes = withDescendants(state, claim.codes);
  const coded = new Set<string>();
  const saying = new Set<string>();
  let passages = 0;
  const groupOfSource = new Map<string, string>();
  for (const { id: sourceId, participantId } of state.sources.values()) {
    const person = participantId ? byId.get(participantId) : undefined;
    if (!participantId || !person || !mayCount(person) || !isInGroup(person, claim.group)) continue;
    if (rowsBy(state, 'codings', 'sourceId', sourceId).size === 0) continue;
    groupOfSource.set(sourceId, participantId);
    coded.add(participantId);
  }
  for (const codeId of codes)
    for (const { sourceId } of rowsBy(state, 'codings', 'codeId', codeId).values()) {
      const participantId = groupOfSource.get(sourceId);
      if (participantId === undefined) continue;
      saying.add(participantId);
      passages++;
    }

  const problems = new Set<ClaimProblem>();
  const against = new Set<string>();
  let supporting = 0;
  for (const item of rowsBy(state, 'evidence', 'claimId', claim.id).values()) {
    const coding = state.codings.get(item.codingId);
    const id = coding && state.sources.get(coding.sourceId)?.participantId;
    const person = id ? byId.get(id) : undefined;
    if (!id || !person) continue;
    if (item.stance === 'against') against.add(id);
    else supporting++;
    if (!isInGroup(person, claim.group)) problems.add('evidence-outside-group');
    if (!mayPrint(state, id).allowed) problems.add('evidence-withdrawn');
  }

  const share = coded.size === 0 ? 0 : saying.size / coded.size;
  const allowed = rules.filter((rule) => share >= rule.from && saying.size >= rule.persons);
  const rule = rules.find(({ word }) => word === claim.quantifier);
  if (coded.size === 0) problems.add('no-group');
  if (supporting === 0) problems.add('no-evidence');
  if (!rule) problems.add('quantifier-unknown');
  else if (!allowed.includes(rule)) problems.add('quantifier-too-strong');
  if (rule && rule.from === 1 && against.size > 0) problems.add('counter-case-untold');
  return {
    claimId: claim.id,
    of: coded.size,
    persons: people.map(({ participant }) => participant.id).filter((id) => saying.has(id)),
    against: [...against],
    passages,
    carries: allowed.at(-1)?.word ?? null,
    problems: [...problems],
  };
}
