import {
  currentVersion,
  overlaps,
  proposalsAt,
  queryTerms,
  speakerTurns,
  termPlaces,
  topicTurns,
  type Coding,
  type GuideTopic,
  type MatchHow,
  type CodingProposal,
  type ProposalContext,
  type ProposalText,
  type SourceVersion,
} from '@bagom/core';
import type { StudyFile } from '@bagom/store';
import { nameOfSource } from './name-of-source.js';
import { patternPlaces } from './pattern-places.js';

export interface ProposalAsked {
  by: 'words' | 'pattern' | 'speaker' | 'topic';
  query: string;
  topic: GuideTopic | undefined;
  match: MatchHow;
  speakers: 'interviewee' | 'all';
  context: ProposalContext;
  /** Empty: all texts. */
  sourceIds: readonly string[];
  codeId: string | null;
  coderId: string | null;
  /** Those the coder may see. */
  codings: ReadonlyMap<string, Coding>;
}

interface Looked extends ProposalText {
  sourceId: string;
  version: SourceVersion;
}

/** How many are shown at a time; the rest are told by their number. */
const MOST = 2000;
/** Characters shown before and after a passage. */
const AROUND = 90;

/** Passages of the study's texts that could be coded, by person and place. Nothing is changed. */
export async function proposeCodings(study: StudyFile, asked: ProposalAsked) {
  const { state } = study;
  const only = new Set(asked.sourceIds);
  const texts: Looked[] = [];
  for (const { id, language } of state.sources.values()) {
    if (only.size > 0 && !only.has(id)) continue;
    const version = currentVersion(state, id);
    if (!version) continue;
    texts.push({
      sourceId: id,
      version,
      turns: version.turns,
      language,
      text: await study.text(version.text),
    });
  }
  const own = codingsBySource(asked);
  const found = passages(texts, asked, (id) => nameOfSource(state, id).sourceTitle)
    .map(({ source, proposals }) => ({ source, proposals, name: nameOfSource(state, source.sourceId) }))
    .sort((a, b) => a.name.number - b.name.number);
  const persons = new Set<string>();
  let total = 0;
  const shown = [];
  for (const { source, proposals, name } of found) {
    const { sourceId, text, version } = source;
    const person = state.sources.get(sourceId)?.participantId;
    if (person && proposals.length > 0) persons.add(person);
    total += proposals.length;
    for (const { from, to, reason, hits, score } of proposals) {
      if (shown.length >= MOST) break;
      const there = (own.get(sourceId) ?? []).filter((coding) => overlaps(coding, { from, to }));
      const same = there.some((coding) => coding.from === from && coding.to === to);
      shown.push({
        sourceId,
        sourceTitle: name.sourceTitle,
        pseudonym: name.pseudonym,
        version: version.number,
        from,
        to,
        words: text.slice(from, to),
        hits: hits.map((hit) => ({ from: hit.from - from, to: hit.to - from })),
        reason,
        score,
        before: wordsBefore(text, from),
        after: wordsAfter(text, to),
        coded: same ? ('same' as const) : there.length > 0 ? ('overlaps' as const) : null,
      });
    }
  }
  return { total, persons: persons.size, proposals: shown };
}

function passages(
  texts: readonly Looked[],
  asked: ProposalAsked,
  titleOf: (sourceId: string) => string,
): { source: Looked; proposals: CodingProposal[] }[] {
  const { by, query, topic, match } = asked;
  if (by === 'topic') return topic ? topicTurns(topic, texts) : [];
  const terms = queryTerms(query);
  return texts.map((source) => {
    if (by === 'speaker') return { source, proposals: speakerTurns(source, query) };
    const places =
      by === 'words'
        ? termPlaces(source, terms, match)
        : query === ''
          ? []
          : patternPlaces(query, source.text, titleOf(source.sourceId));
    return { source, proposals: proposalsAt(source, places, asked) };
  });
}

/** What the coder has given the code already, by text. */
function codingsBySource({ codeId, coderId, codings }: ProposalAsked): Map<string, Coding[]> {
  const own = new Map<string, Coding[]>();
  if (codeId === null) return own;
  for (const coding of codings.values()) {
    if (coding.codeId !== codeId || (coderId !== null && coding.coderId !== coderId)) continue;
    const list = own.get(coding.sourceId);
    if (list) list.push(coding);
    else own.set(coding.sourceId, [coding]);
  }
  return own;
}

/** What stands before a place, from the beginning of a word. */
function wordsBefore(text: string, from: number): string {
  const start = Math.max(0, from - AROUND);
  const around = text.slice(start, from);
  return start === 0 ? around : around.replace(/^\S*\s/, '');
}

/** What stands after a place, to the end of a word. */
function wordsAfter(text: string, to: number): string {
  const around = text.slice(to, to + AROUND);
  return to + AROUND >= text.length ? around : around.replace(/\s\S*$/, '');
}
