import type { StudyState } from '@bagom/core';

/** How a text is called in a list: its title, and whose it is. */
export function nameOfSource(
  state: StudyState,
  sourceId: string,
): { sourceTitle: string; pseudonym: string | null; number: number } {
  const source = state.sources.get(sourceId);
  const person = source?.participantId ? state.participants.get(source.participantId) : undefined;
  return {
    sourceTitle: source?.title ?? '',
    pseudonym: person?.pseudonym ?? null,
    number: person?.number ?? Number.MAX_SAFE_INTEGER,
  };
}
