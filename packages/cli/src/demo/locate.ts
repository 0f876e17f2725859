import type { Span } from '@bagom/core';

/**
 * Where a quote stands in a text, found by its words: one stretch copied exactly, or `first words >>> last words`. White space
 * may differ. Each part must occur once; a string says what is wrong instead.
 */
export function locate(text: string, quote: string): Span | string {
  const [first = '', last, more] = quote.split('>>>').map((part) => part.trim());
  if (more !== undefined) return 'more than one >>>';
  const begin = once(text, first);
  if (typeof begin === 'string' || last === undefined) return begin;
  const end = once(text, last, begin.from);
  if (typeof end === 'string') return end;
  return { from: begin.from, to: end.to };
}

/** Where words stand the one time that they stand in a text from `after` on. */
function once(text: string, words: string, after = 0): Span | string {
  if (words === '') return 'no words';
  const pattern = words.split(/\s+/).map(escaped).join('\\s+');
  const found = [...text.slice(after).matchAll(new RegExp(pattern, 'g'))];
  const only = found[0];
  if (!only || found.length > 1) return `${found.length} times: ${words.slice(0, 80)}`;
  const from = after + only.index;
  return { from, to: from + only[0].length };
}

const escaped = (word: string): string => word.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
