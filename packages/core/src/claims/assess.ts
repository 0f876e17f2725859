import { withDescendants } from '../coding/codebook.js';
import { casesOf, isInGroup, mayCount } from '../fieldwork/cases.js';
import { mayPrint } from '../report/gate.js';
import type { StudyState } from '../study/state.js';
import type { QuantifierRule } from '../study/study.js';
import type { Claim } from './claim.js';

/** The words of the field with the shares from which they carry, as a study starts out; each study may set its own. */
export const QUANTIFIERS: readonly QuantifierRule[] = [
  { word: 'enkelte', from: 0, persons: 1 },
  { word: 'nogle', from: 0.1, persons: 2 },
  { word: 'flere', from: 0.15, persons: 3 },
  { word: 'en del', from: 0.25, persons: 3 },
  { word: 'mange', from: 0.4, persons: 4 },
  { word: 'de fleste', from: 0.5, persons: 5 },
  { word: 'stort set alle', from: 0.85, persons: 5 },
  { word: 'alle', from: 1, persons: 5 },
];

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
  /** Persons of the group in whose words the claim's codes stand. */
  persons: string[];
  /** Persons with a passage told against it. */
  against: string[];
  passages: number;
  /** The strongest word that the count carries, or null for none. */
  carries: string | null;
  problems: ClaimProblem[];
}

export function assess(state: StudyState, claim: Claim): Assessment {
  const rules = [...state.studies.values()][0]?.quantifiers ?? QUANTIFIERS;
  const people = casesOf(state);
  const byId = new Map(people.map((person) => [person.participant.id, person]));
  const codes = withDescendants(state, claim.codes);
  const coded = new Set<string>();
  const saying = new Set<string>();
  let passages = 0;
  for (const coding of state.codings.values()) {
    const id = state.sources.get(coding.sourceId)?.participantId;
    const person = id ? byId.get(id) : undefined;
    if (!id || !person || !mayCount(person) || !isInGroup(person, claim.group)) continue;
    coded.add(id);
    if (!codes.has(coding.codeId)) continue;
    saying.add(id);
    passages++;
  }

  const problems = new Set<ClaimProblem>();
  const against = new Set<string>();
  let supporting = 0;
  for (const item of state.evidence.values()) {
    if (item.claimId !== claim.id) continue;
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
    persons: [...saying],
    against: [...against],
    passages,
    carries: allowed.at(-1)?.word ?? null,
    problems: [...problems],
  };
}
