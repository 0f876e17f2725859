import type { Span } from '@bagom/core';

const LETTER = /[\p{L}\p{N}\p{M}]/u;

/** Where words stand in a text, in order and without overlaps. Whole words have no letter just before or after. */
export function placesOf(
  text: string,
  words: string,
  { matchCase, wholeWords }: { matchCase: boolean; wholeWords: boolean },
): Span[] {
  if (words === '') return [];
  // Small letters may be longer than the capital they came from (İ): then places would shift.
  const small = text.toLocaleLowerCase('da');
  const fold = !matchCase && small.length === text.length;
  const [hay, needle] = fold ? [small, words.toLocaleLowerCase('da')] : [text, words];
  const places: Span[] = [];
  for (let from = hay.indexOf(needle); from >= 0;) {
    const to = from + needle.length;
    const whole = !LETTER.test(text.charAt(from - 1)) && !LETTER.test(text.charAt(to));
    if (!wholeWords || whole) places.push({ from, to });
    from = hay.indexOf(needle, !wholeWords || whole ? to : from + 1);
  }
  return places;
}
