import type { PageLine } from './page-lines.js';

const LABEL =
  /^(?:[[(#*]{0,2}\d{1,2}:\d{2}(?::\d{2})?[\])#]{0,2}\s*=?\s*)?\p{L}[\p{L}\p{N} .'’_-]{0,30}?\s?[:;](?:\s|$)/u;
const ENDED = /[.!?…:][)\]"'”’»]*$/u;

/**
 * The lines of each paragraph. A new one begins after a gap clearly wider than the page's lines have, at an indent, at a label,
 * after a short line that ends a sentence, and on a new page after a short line that ends one.
 */
export function paragraphsOf(pages: readonly (readonly PageLine[])[]): PageLine[][] {
  const paragraphs: PageLine[][] = [];
  let before: PageLine | null = null;
  for (const lines of pages) {
    const pitch = middle(
      lines
        .slice(1)
        .map((line, i) => lines[i]!.y - line.y)
        .filter((gap) => gap > 0),
    );
    const left = middle(lines.map(({ x }) => x));
    const right = Math.max(0, ...lines.map(({ end }) => end));
    for (const line of lines) {
      const last = before;
      before = line;
      const open = paragraphs.at(-1);
      if (!last || !open || begins(line, last, { pitch, left, right })) paragraphs.push([line]);
      else open.push(line);
    }
  }
  return paragraphs;
}

function begins(
  line: PageLine,
  last: PageLine,
  page: { pitch: number; left: number; right: number },
): boolean {
  if (LABEL.test(line.text)) return true;
  if (Math.abs(line.size - last.size) > 1.5) return true;
  const short = last.end < page.left + (page.right - page.left) * 0.75;
  const ended = ENDED.test(last.text);
  if (line.page !== last.page) return short && (ended || !/^\p{Ll}/u.test(line.text));
  const gap = last.y - line.y;
  // Another column or a note in the margin: the text goes upwards.
  if (gap < 0) return ended;
  if (page.pitch > 0 && gap > page.pitch * 1.35) return true;
  if (line.x > page.left + line.size * 0.8 && line.x > last.x + line.size * 0.8) return true;
  return short && ended;
}

function middle(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? 0;
}
