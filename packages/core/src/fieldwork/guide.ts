import type { StudyState } from '../study/state.js';
import { casesOf, mayCount } from './cases.js';
import type { AnswerState } from './interview.js';

export type AnswerCounts = Record<AnswerState, number>;

/**
 * Persons by what they said to each topic of the guide, and `persons`: how many could have been asked, because they were
 * interviewed or have a mark. Who withdrew, or whose consent covers no use, is left out as in the comparison.
 */
export function guideCounts(state: StudyState): { persons: number; byTopic: Map<string, AnswerCounts> } {
  const counting = new Set(
    casesOf(state)
      .filter(mayCount)
      .map(({ participant }) => participant.id),
  );
  const byTopic = new Map<string, AnswerCounts>();
  for (const id of state.guideTopics.keys())
    byTopic.set(id, { raised: 0, asked: 0, denied: 0, 'not-asked': 0, 'not-raised': 0 });
  const persons = new Set<string>();
  for (const { participantId } of state.interviews.values())
    if (counting.has(participantId)) persons.add(participantId);
  for (const { participantId, topicId, state: said } of state.guideAnswers.values()) {
    const counts = byTopic.get(topicId);
    if (!counts || !counting.has(participantId)) continue;
    counts[said]++;
    persons.add(participantId);
  }
  return { persons: persons.size, byTopic };
}
