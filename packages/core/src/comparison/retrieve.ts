import { withDescendants } from '../coding/codebook.js';
import type { Coding } from '../coding/coding.js';
import { casesOf, isInGroup, mayCount, type Case, type CaseAxis } from '../fieldwork/cases.js';
import type { StudyState } from '../study/state.js';

/** What to look for: codes (with all under them), and who said it. All parts must hold. */
export interface Retrieval {
  codes?: readonly string[];
  group?: Partial<Record<CaseAxis, string>>;
  participantId?: string;
  sourceId?: string;
  coderId?: string;
}

/** One stretch of one text, with every code that was put on exactly it by the coders asked for. */
export interface Passage {
  sourceId: string;
  version: number;
  participantId: string | null;
  from: number;
  to: number;
  codings: Coding[];
}

/** The passages that fit, in the order of persons and then of the text. */
export function retrieve(
  state: StudyState,
  { codes, group = {}, participantId, sourceId, coderId }: Retrieval,
): Passage[] {
  const wanted = codes && codes.length > 0 ? withDescendants(state, codes) : null;
  const people = new Map<string, Case>(casesOf(state).map((person) => [person.participant.id, person]));
  const passages = new Map<string, Passage>();
  for (const coding of state.codings.values()) {
    if (wanted && !wanted.has(coding.codeId)) continue;
    if (coderId && coding.coderId !== coderId) continue;
    if (sourceId && coding.sourceId !== sourceId) continue;
    const source = state.sources.get(coding.sourceId);
    if (!source || (participantId && source.participantId !== participantId)) continue;
    const person = source.participantId ? people.get(source.participantId) : undefined;
    if (person && !mayCount(person)) continue;
    if (Object.values(group).some(Boolean) && !(person && isInGroup(person, group))) continue;
    const key = `${coding.sourceId}|${coding.version}|${coding.from}|${coding.to}`;
    const passage = passages.get(key);
    if (passage) passage.codings.push(coding);
    else
      passages.set(key, {
        sourceId: coding.sourceId,
        version: coding.version,
        participantId: source.participantId,
        from: coding.from,
        to: coding.to,
        codings: [coding],
      });
  }
  const number = (passage: Passage) =>
    people.get(passage.participantId ?? '')?.participant.number ?? Infinity;
  return [...passages.values()].sort(
    (a, b) =>
      number(a) - number(b) || (a.sourceId < b.sourceId ? -1 : a.sourceId > b.sourceId ? 1 : a.from - b.from),
  );
}
