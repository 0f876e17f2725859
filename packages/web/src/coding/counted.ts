import { whoseWords, type Turn } from '@bagom/core';
import type { Coding } from './coding-types.js';

/** How many codings a text has: those shown, those of them on the interviewer's words only, and those of the code looked at. */
export interface Counted {
  shown: number;
  /** All on the interviewer's words, shown or not. */
  asked: number;
  inFocus: number;
}

export function countCodings(
  codings: Iterable<Coding>,
  turns: readonly Turn[],
  shown: {
    wanted: (coding: Coding) => boolean;
    /** Whether those on the interviewer's words are shown. */
    asked: boolean;
    focus: ReadonlySet<string> | null;
  },
): Counted {
  const counted = { shown: 0, asked: 0, inFocus: 0 };
  for (const coding of codings) {
    const asked = whoseWords(turns, coding) === 'interviewer';
    if (asked) counted.asked++;
    if (shown.wanted(coding) && (shown.asked || !asked)) counted.shown++;
    if (shown.focus?.has(coding.codeId)) counted.inFocus++;
  }
  return counted;
}
