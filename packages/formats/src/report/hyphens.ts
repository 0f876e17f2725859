import type { PrintedLine } from './lines.js';

/** Joins printed lines to reading text: words broken at a line end are healed, real hyphens stay. */
export interface LineJoiner {
  join(lines: readonly PrintedLine[]): { text: string; lineStarts: number[] };
  /** What stands between two neighbouring pieces: drops or keeps the hyphen that ends the first. */
  glue(before: string, after: string): { before: string; between: string };
}

const BROKEN = /([\p{L}\d]+(?:-[\p{L}\d]+)*)-$/u;
const SUSPENDED = /^(?:og|eller|samt|såvel|og\/eller|til|and|or|to)\b/u;

/**
 * Learns the words of the whole report. A broken word is joined when the joined form is seen elsewhere, keeps its hyphen
 * when the hyphenated form is, and otherwise follows its letters: a capital, a figure or an abbreviation keeps the hyphen.
 */
export function lineJoiner(lines: readonly PrintedLine[]): LineJoiner {
  const whole = new Set<string>();
  const hyphenated = new Set<string>();
  if (lines.some((line) => line.text.endsWith('-'))) {
    let broken = false;
    for (const { text } of lines) {
      let first = true;
      for (const [word] of text.matchAll(/[\p{L}\d-]+/gu)) {
        // Both halves of a broken word are no words of their own.
        const half = (first && broken) || word.endsWith('-');
        first = false;
        if (half || word.length > 60) continue;
        const lower = word.toLowerCase();
        const hyphen = lower.lastIndexOf('-');
        if (hyphen === -1) whole.add(lower);
        else hyphenated.add(lower.slice(0, hyphen + 5));
      }
      broken = text.endsWith('-');
    }
  }
  const glue = (before: string, after: string): { before: string; between: string } => {
    const first = before.endsWith('-') ? BROKEN.exec(before.slice(-60))?.[1] : undefined;
    if (first === undefined)
      return { before, between: /[–—/]$/u.test(before) && !/\s[–—]$/u.test(before) ? '' : ' ' };
    if (SUSPENDED.test(after)) return { before, between: ' ' };
    const next = /^[\p{L}\d]+/u.exec(after.slice(0, 60))?.[0] ?? '';
    if (next === '') return { before, between: ' ' };
    if (/^[\p{Lu}\d]/u.test(next) || /\d$/.test(first) || /^[\p{Lu}]{2,}$/u.test(first))
      return { before, between: '' };
    const [a, b] = [first.toLowerCase(), next.toLowerCase()];
    if (!whole.has(a + b) && hyphenated.has(`${a}-${b.slice(0, 4)}`)) return { before, between: '' };
    return { before: before.slice(0, -1), between: '' };
  };
  return {
    glue,
    join(parts) {
      const lineStarts: number[] = [];
      const pieces: string[] = [];
      let length = 0;
      let expected = parts[0]?.number ?? 0;
      for (const line of parts) {
        const last = pieces.pop();
        if (last !== undefined) {
          const { before, between } = glue(last, line.text);
          pieces.push(before, between);
          length += before.length - last.length + between.length;
        }
        // Lines that gave nothing (a page number, its blank lines) start where the next words do.
        for (; expected <= line.number; expected += 1) lineStarts.push(length);
        pieces.push(line.text);
        length += line.text.length;
      }
      return { text: pieces.join(''), lineStarts };
    },
  };
}
