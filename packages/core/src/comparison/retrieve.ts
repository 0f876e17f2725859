import { withDescendants } from '../coding/codebook.js';
import type { Coding } from '../coding/coding.js';
import { casesOf, isInGroup, mayCount, type Case, type CaseAxis } from '../fieldwork/cases.js';
import { rowsBy } from '../study/rows-by.js';
import type { StudyState } from '../study/state.js';
import type { Source } from '../transcripts/source.js';

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

/** The passages that fit, in the order of persons and then of the text. Nobody who withdrew. */
export function retrieve(state: StudyState, retrieval: Retrieval): Passage[] {
  const { codes, coderId } = retrieval;
  const wanted = codes && codes.length > 0 ? withDescendants(state, codes) : null;
  const sources = sourcesThatFit(state, retrieval);
  const passages: Passage[] = [];
  const found = new Map<string, Map<string, Passage>>();
  for (const coding of candidates(state, retrieval, wanted)) {
    if (wanted && !wanted.has(coding.codeId)) continue;
    if (coderId && coding.coderId !== coderId) continue;
    const source = sources.get(coding.sourceId);
    if (!source) continue;
    const { sourceId, version, from, to } = coding;
    let inSource = found.get(sourceId);
    if (!inSource) found.set(sourceId, (inSource = new Map()));
    const key = `${version}|${from}|${to}`;
    const known = inSource.get(key);
    if (known) known.codings.push(coding);
    else {
      const { participantId } = source.source;
      const passage = { sourceId, version, participantId, from, to, codings: [coding] };
      inSource.set(key, passage);
      passages.push(passage);
    }
  }
  const number = (passage: Passage) => sources.get(passage.sourceId)?.number ?? Infinity;
  for (const { codings } of passages) if (codings.length > 1) codings.sort((a, b) => (a.id < b.id ? -1 : 1));
  // Of two sources that are nobody's, Infinity minus itself is NaN: then the sources decide.
  return passages.sort(
    (a, b) =>
      number(a) - number(b) ||
      (a.sourceId < b.sourceId ? -1 : a.sourceId > b.sourceId ? 1 : a.from - b.from || a.to - b.to),
  );
}

/** The sources of those asked for, each with the number of the person whose it is. */
function sourcesThatFit(
  state: StudyState,
  { group = {}, participantId, sourceId }: Retrieval,
): Map<string, { source: Source; number: number }> {
  const people = new Map<string, Case>(casesOf(state).map((person) => [person.participant.id, person]));
  const grouped = Object.values(group).some(Boolean);
  const fit = new Map<string, { source: Source; number: number }>();
  for (const source of state.sources.values()) {
    if (sourceId && source.id !== sourceId) continue;
    if (participantId && source.participantId !== participantId) continue;
    const person = source.participantId ? people.get(source.participantId) : undefined;
    if (person && !mayCount(person)) continue;
    if (grouped && !(person && isInGroup(person, group))) continue;
    fit.set(source.id, { source, number: person?.participant.number ?? Infinity });
  }
  return fit;
}

/** The fewest codings among which all that fit must be. */
function* candidates(
  state: StudyState,
  { participantId, sourceId }: Retrieval,
  codes: ReadonlySet<string> | null,
): Iterable<Coding> {
  if (sourceId) yield* rowsBy(state, 'codings', 'sourceId', sourceId).values();
  else if (participantId)
    for (const { id } of rowsBy(state, 'sources', 'participantId', participantId).values())
      yield* rowsBy(state, 'codings', 'sourceId', id).values();
  else if (codes) for (const code of codes) yield* rowsBy(state, 'codings', 'codeId', code).values();
  else yield* state.codings.values();
}
