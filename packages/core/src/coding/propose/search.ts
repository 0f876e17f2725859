import { overlaps, type Span } from '../../text/spans.js';
import { stemmedWords, stemmer, WORD } from '../../text/stem.js';
import type { Turn } from '../../transcripts/source.js';
import type { CodingProposal, ProposalContext, ProposalReason, ProposalText } from './proposal.js';
import { widen } from './widen.js';

/** `stem`: in any inflection; `whole`: whole words as written; `part`: inside words too. Capitals never matter. */
export type MatchHow = 'stem' | 'whole' | 'part';
export interface ProposalScope {
  speakers: 'interviewee' | 'all';
  context: ProposalContext;
}

/** The alternatives of a query: parted by commas, semicolons or line breaks; each a word or several in a row. */
export function queryTerms(query: string): string[] {
  return query
    .split(/[,;\n]+/)
    .map((term) => term.trim())
    .filter((term) => term !== '');
}

/** The places of a text where one of the terms stands. */
export function termPlaces(
  { text, language }: ProposalText,
  terms: readonly string[],
  how: MatchHow,
): Span[] {
  if (how === 'part') return terms.flatMap((term) => partsIn(text, term));
  const stem = how === 'stem' ? stemmer(language) : (word: string) => word.toLocaleLowerCase('da');
  const words =
    how === 'stem'
      ? stemmedWords(text, language)
      : Array.from(text.matchAll(WORD), (found) => ({
          from: found.index,
          to: found.index + found[0].length,
          stem: stem(found[0]),
        }));
  const starts = new Map<string, number[]>();
  words.forEach((word, at) => {
    const list = starts.get(word.stem);
    if (list) list.push(at);
    else starts.set(word.stem, [at]);
  });
  return terms.flatMap((term) => {
    const wanted = Array.from(term.matchAll(WORD), ([word]) => stem(word));
    return (starts.get(wanted[0] ?? '') ?? []).flatMap((at): Span[] =>
      wanted.every((one, i) => words[at + i]?.stem === one)
        ? [{ from: words[at]!.from, to: words[at + wanted.length - 1]!.to }]
        : [],
    );
  });
}

function partsIn(text: string, term: string): Span[] {
  const pattern = new RegExp(term.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'), 'giu');
  return Array.from(text.matchAll(pattern), ({ index, 0: found }) => ({
    from: index,
    to: index + found.length,
  }));
}

/** Places that were found become proposals: widened, kept to the speakers asked for, and overlapping ones of a turn made one. */
export function proposalsAt(
  source: ProposalText,
  places: readonly Span[],
  { speakers, context }: ProposalScope,
  reason: ProposalReason = 'words',
): CodingProposal[] {
  const found: CodingProposal[] = [];
  const inOrder = [...places].filter(({ from, to }) => from < to).sort((a, b) => a.from - b.from);
  let turnAt = 0;
  for (const place of inOrder) {
    while (turnAt < source.turns.length && source.turns[turnAt]!.to <= place.from) turnAt++;
    const turn = source.turns[turnAt];
    if (!turn || turn.from > place.from || !speaks(turn, speakers)) continue;
    const span = widen(source.text, turn, place, context);
    const last = found.at(-1);
    if (last && overlaps(last, span)) {
      last.to = Math.max(last.to, span.to);
      last.hits.push(place);
    } else if (span.from < span.to) found.push({ ...span, reason, hits: [place], score: null });
  }
  return found;
}

/** The turns of whoever is called so, whatever the capitals and a colon or stop after the name. */
export function speakerTurns({ text, turns }: ProposalText, name: string): CodingProposal[] {
  const plain = (label: string) => label.toLocaleLowerCase('da').replace(/[\s.:;]+$/g, '');
  const wanted = queryTerms(name).map(plain);
  return turns.flatMap((turn): CodingProposal[] => {
    const called = turn.label === null ? '' : plain(turn.label);
    if (!wanted.includes(called) && !wanted.includes(turn.role)) return [];
    const span = widen(text, turn, turn, 'turn');
    return span.from < span.to ? [{ ...span, reason: 'speaker', hits: [], score: null }] : [];
  });
}

export function speaks({ role }: Turn, speakers: ProposalScope['speakers']): boolean {
  return speakers === 'all' || role === 'interviewee';
}
