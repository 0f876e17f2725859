import {
  casesOf,
  currentVersion,
  gate,
  publishedTurns,
  type Case,
  type Coding,
  type Passage,
  type StudyState,
} from '@bagom/core';
import type { StudyFile } from '@bagom/store';

/** Passages as a reader sees them: the words as they may be printed, who said them, and whether they may leave. */
export async function readPassages(study: StudyFile, passages: readonly Passage[]) {
  const { state } = study;
  const people = casesById(state);
  const read = [];
  for (const passage of passages) {
    const source = state.sources.get(passage.sourceId)!;
    const person = passage.participantId ? people.get(passage.participantId) : undefined;
    read.push({
      sourceId: passage.sourceId,
      sourceTitle: source.title,
      version: passage.version,
      participantId: passage.participantId,
      pseudonym: person?.participant.pseudonym ?? null,
      age: person?.participant.age ?? null,
      phase: person?.participant.phase ?? null,
      complexity: person?.complexity ?? null,
      from: passage.from,
      to: passage.to,
      text: await printableWords(study, passage.sourceId, passage),
      codings: passage.codings.map(({ id, codeId, coderId }) => ({ id, codeId, coderId })),
      mayPrint: gate(state, passage).allowed,
    });
  }
  return read;
}

/** The passage a coding stands on. */
export function passageOf(state: StudyState, coding: Coding): Passage {
  const { sourceId, version, from, to } = coding;
  return {
    sourceId,
    version,
    from,
    to,
    participantId: state.sources.get(sourceId)?.participantId ?? null,
    codings: [coding],
  };
}

/** The words of a stretch as they may be printed. Speakers are named, by their published names, where more than one turn is cut. */
export async function printableWords(
  study: StudyFile,
  sourceId: string,
  span: { from: number; to: number },
): Promise<string> {
  const source = study.state.sources.get(sourceId);
  const version = source && currentVersion(study.state, sourceId);
  if (!source || !version) return '';
  const turns = publishedTurns(study.state, source, await study.text(version.text), version.turns, span);
  if (turns.length === 1) return turns[0]!.text;
  return turns.map(({ label, text }) => (label === null ? text : `${label}: ${text}`)).join('\n');
}

export function casesById(state: StudyState): Map<string, Case> {
  return new Map(casesOf(state).map((person) => [person.participant.id, person]));
}
