import type { Span } from './spans.js';

/** Signs that may stand inside one letter as it is seen: surrogates, combining marks, joiners, variation selectors, Hangul. */
const JOINING = /[\p{M}\p{Cs}\p{Join_Control}\u1100-\u11FF\uA960-\uA97F\uD7B0-\uD7FF]/u;
/** No letter that anybody writes is longer. */
const LONGEST = 256;

const letters = new Intl.Segmenter('und', { granularity: 'grapheme' });

/**
 * The smallest stretch around this one that holds whole letters (grapheme clusters, UAX 29): an emoji of several parts, a letter
 * with its accents and a flag are in it or outside, never cut.
 */
export function wholeLetters(text: string, { from, to }: Span): Span {
  const start = letterAround(text, from).from;
  return { from: start, to: Math.max(start, letterAround(text, to).to) };
}

/** The letter that a position lies inside; the position itself, where it lies between two. */
function letterAround(text: string, at: number): Span {
  const between = { from: at, to: at };
  if (at <= 0 || at >= text.length) return between;
  if (!JOINING.test(text.charAt(at)) && !JOINING.test(text.charAt(at - 1))) return between;
  // Flags pair up from the left, so it is told from where a word begins.
  let begin = Math.max(0, at - LONGEST);
  for (let i = at - 1; i > begin; i--)
    if (text.charCodeAt(i) <= 0x20) {
      begin = i;
      break;
    }
  const found = letters.segment(text.slice(begin, at + LONGEST)).containing(at - begin);
  if (!found || found.index === at - begin) return between;
  return { from: begin + found.index, to: begin + found.index + found.segment.length };
}
