import {
  BagomError,
  casesOf,
  currentVersion,
  mentionsOf,
  replacementOf,
  type Source,
  type SourceVersion,
  type StudyState,
} from '@bagom/core';
import type { StudyFile } from '@bagom/store';

/** Sources as a list shows them, in the order of people and titles, with what stands in each. */
export function sourceEntries(state: StudyState, only?: string) {
  const codings = countBy(state.codings.values());
  const mentions = new Map<string, { all: number; open: number }>();
  for (const { sourceId, version, decision } of state.mentions.values()) {
    if (state.sources.get(sourceId)?.version !== version) continue;
    const count = mentions.get(sourceId) ?? { all: 0, open: 0 };
    count.all++;
    if (decision === 'open') count.open++;
    mentions.set(sourceId, count);
  }
  const people = new Map(casesOf(state).map((person) => [person.participant.id, person]));
  const versions = new Map<string, SourceVersion>();
  for (const version of state.sourceVersions.values())
    if (state.sources.get(version.sourceId)?.version === version.number)
      versions.set(version.sourceId, version);
  const sources =
    only === undefined
      ? [...state.sources.values()]
      : [...state.sources.values()].filter(({ id }) => id === only);
  const entries = sources.map((source) => {
    const person = source.participantId ? people.get(source.participantId) : undefined;
    return {
      number: person?.participant.number ?? Infinity,
      entry: {
        ...source,
        pseudonym: person?.participant.pseudonym ?? null,
        phase: person?.participant.phase ?? null,
        complexity: person?.complexity ?? null,
        length: versions.get(source.id)?.length ?? 0,
        turns: versions.get(source.id)?.turns.length ?? 0,
        codings: codings.get(source.id) ?? 0,
        openMentions: mentions.get(source.id)?.open ?? 0,
        mentions: mentions.get(source.id)?.all ?? 0,
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

function countBy(rows: Iterable<{ sourceId: string }>): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { sourceId } of rows) counts.set(sourceId, (counts.get(sourceId) ?? 0) + 1);
  return counts;
}
