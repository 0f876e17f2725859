import type { Span } from '../text/spans.js';
import type { Turn, TurnRole } from './source.js';

/**
 * Whose words a stretch lies on: the interviewee's as soon as some of them are, else the interviewer's as soon as some are, else
 * another's. A coding on the interviewer's words tells about the interview, not about the person. Turns come in text order.
 */
export function whoseWords(turns: readonly Turn[], { from, to }: Span): TurnRole {
  let low = 0;
  let high = turns.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (turns[middle]!.to <= from) low = middle + 1;
    else high = middle;
  }
  let whose: TurnRole = 'other';
  for (let i = low; i < turns.length && turns[i]!.from < to; i++) {
    if (turns[i]!.role === 'interviewee') return 'interviewee';
    if (turns[i]!.role === 'interviewer') whose = 'interviewer';
  }
  return whose;
}
