import {
  BagomError,
  casesOf,
  currentVersion,
  mentionsOf,
  replacementOf,
  rowsBy,
  type Source,
  type SourceVersion,
  type StudyState,
} from '@bagom/core';
import type { StudyFile } from '@bagom/store';

/** Sources as a list shows them, in the order of people and titles, with what stands in each. */
export function sourceEntries(state: StudyState, only?: string) {
  const people = new Map(casesOf(state).map((person) => [person.participant.id, person]));
  const one = only === undefined ? undefined : state.sources.get(only);
  const sources = only === undefined ? [...state.sources.values()] : one ? [one] : [];
  const entries = sources.map((source) => {
    const person = source.participantId ? people.get(source.participantId) : undefined;
    const version = currentVersion(state, source.id);
    const mentions = mentionsOf(state, source.id, source.version);
    return {
      number: person?.participant.number ?? Infinity,
      entry: {
        ...source,
        pseudonym: person?.participant.pseudonym ?? null,
        phase: person?.participant.phase ?? null,
        complexity: person?.complexity ?? null,
        length: version?.length ?? 0,
        turns: version?.turns.length ?? 0,
        codings: rowsBy(state, 'codings', 'sourceId', source.id).size,
        openMentions: mentions.filter(({ decision }) => decision === 'open').length,
        mentions: mentions.length,
      },
    };
  });
  return entries
    .sort(
      (a, b) =>
        a.number - b.number || (a.entry.fromLine ?? 0) - (b.entry.fromLine ?? 0) || byTitle(a.entry, b.entry),
    )
    .map(({ entry }) => entry);
}

/** A source with its text as it is now. */
export async function openSource(study: StudyFile, sourceId: string, seen: StudyState = study.state) {
  const { version, text } = await currentText(study, sourceId);
  const source = sourceEntries(seen, sourceId)[0]!;
  const mentions = mentionsOf(study.state, sourceId, source.version).flatMap((mention) => {
    const { from, to, decision } = mention;
    return decision === 'keep' ? [] : [{ from, to, decision, printed: replacementOf(study.state, mention) }];
  });
  return { source, text, turns: version.turns, marks: version.marks, mentions };
}

/** The current text of a source with its row and version. */
export async function currentText(
  study: StudyFile,
  sourceId: string,
): Promise<{ source: Source; version: SourceVersion; text: string }> {
  const source = study.state.sources.get(sourceId);
  const version = source && currentVersion(study.state, sourceId);
  if (!source || !version) throw new BagomError('row.missing', { table: 'sources', id: sourceId });
  return { source, version, text: await study.text(version.text) };
}

const byTitle = (a: Source, b: Source) => (a.title < b.title ? -1 : a.title > b.title ? 1 : 0);
