import type { PageLine } from './page-lines.js';

/** What is printed on every page and is none of the text. */
export type Furniture = ReadonlyMap<
  PageLine,
  { readonly line: PageLine; readonly kind: 'page-number' | 'running-head' }
>;

const NUMBER = /^(?:(?:side|page|s\.|p\.)\s*)?[-–]?\s*\d{1,4}\s*[-–]?(?:\s*(?:af|of|\/)\s*\d{1,4})?$/i;

/**
 * Page numbers and running heads: among the two first and the two last lines of a page, those that are a number alone where most
 * pages have one, and those whose words (figures apart) come back on at least three pages and half of all.
 */
export function furnitureOf(pages: readonly (readonly PageLine[])[]): Furniture {
  const found = new Map<PageLine, { line: PageLine; kind: 'page-number' | 'running-head' }>();
  const edges = pages.map((lines) => {
    const byHeight = lines.toSorted((a, b) => b.y - a.y);
    return [...new Set([...byHeight.slice(0, 2), ...byHeight.slice(-2)])];
  });
  const full = pages.filter((lines) => lines.length > 0).length;
  const numbers = edges.map((lines) => lines.filter(({ text }) => NUMBER.test(text)));
  if (full >= 2 && numbers.filter((lines) => lines.length > 0).length * 2 > full)
    for (const line of numbers.flat()) found.set(line, { line, kind: 'page-number' });
  const heads = new Map<string, PageLine[]>();
  for (const line of edges.flat()) {
    if (found.has(line)) continue;
    const key = line.text.replace(/\d+/g, '#');
    heads.set(key, [...(heads.get(key) ?? []), line]);
  }
  for (const lines of heads.values()) {
    const on = new Set(lines.map(({ page }) => page)).size;
    // A label alone or a short answer may come back too: a head stands at the same height each time.
    const level = lines.filter((line) => lines.filter((other) => Math.abs(other.y - line.y) < 2).length >= 3);
    if (on >= 3 && on * 2 >= full) for (const line of level) found.set(line, { line, kind: 'running-head' });
  }
  return found;
}
