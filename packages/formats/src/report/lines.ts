/** A printed line. `broken`: it begins with the single space that a page break leaves where a blank line stood. */
export interface PrintedLine {
  readonly number: number;
  readonly text: string;
  readonly broken: boolean;
  readonly blank: boolean;
}

/** Lines without page furniture. `pageNumbers` are the lines that held a lone page number in sequence. */
export interface PrintedLines {
  readonly lines: readonly PrintedLine[];
  readonly count: number;
  readonly pageNumbers: ReadonlyMap<number, string>;
}

const RUNNING_HEAD = /^(?:(\d{1,4})\s+(\D.{2,118})|(\D.{2,118}?)\s+(\d{1,4}))$/u;

/**
 * Splits a report into lines and takes page furniture out: lone page numbers between blank lines that rise through the
 * report, and running heads, which are one wording with a rising number that returns on at least four pages.
 */
export function printedLines(text: string): PrintedLines {
  const raw = text.replace(/\r\n?/g, '\n').split('\n');
  // What follows the last line break is a line only if something stands on it.
  if (raw.length > 1 && (raw[raw.length - 1] ?? '').trim() === '') raw.pop();
  const lines = raw.map((line, index): PrintedLine => {
    const trimmed = line.replace(/\f/g, ' ').trim();
    return {
      number: index + 1,
      text: trimmed,
      broken: /^[ \f]/.test(line) && trimmed !== '',
      blank: trimmed === '',
    };
  });
  const furniture = new Set<number>();
  const pageNumbers = lonePageNumbers(lines);
  for (const number of pageNumbers.keys()) furniture.add(number);
  for (const number of runningHeads(lines)) furniture.add(number);
  return {
    lines: lines.map((line) =>
      furniture.has(line.number) ? { ...line, text: '', blank: true, broken: false } : line,
    ),
    count: raw.length,
    pageNumbers,
  };
}

function lonePageNumbers(lines: readonly PrintedLine[]): Map<number, string> {
  const found: { line: number; value: number; text: string }[] = [];
  for (const [index, line] of lines.entries()) {
    if (!/^\d{1,4}$/.test(line.text)) continue;
    const before = lines[index - 1];
    const after = lines[index + 1];
    if ((before && !before.blank) || (after && !after.blank)) continue;
    found.push({ line: line.number, value: Number(line.text), text: line.text });
  }
  // Page numbers rise; the longest rising run is the pages, and what falls out of it is something else.
  const tails: number[] = [];
  const previous = new Map<number, number>();
  for (const [index, { value }] of found.entries()) {
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((found[tails[middle] ?? 0]?.value ?? 0) < value) low = middle + 1;
      else high = middle;
    }
    const parent = tails[low - 1];
    if (parent !== undefined) previous.set(index, parent);
    tails[low] = index;
  }
  const pages = new Map<number, string>();
  let at = tails[tails.length - 1];
  while (at !== undefined) {
    const page = found[at];
    if (page) pages.set(page.line, page.text);
    at = previous.get(at);
  }
  return new Map([...pages].reverse());
}

function runningHeads(lines: readonly PrintedLine[]): number[] {
  const seen = new Map<string, { line: number; page: number }[]>();
  for (const line of lines) {
    if (line.text.length > 124) continue;
    const match = RUNNING_HEAD.exec(line.text);
    if (!match) continue;
    const words = (match[2] ?? match[3] ?? '').trim();
    const list = seen.get(words);
    const entry = { line: line.number, page: Number(match[1] ?? match[4]) };
    if (list) list.push(entry);
    else seen.set(words, [entry]);
  }
  const heads: number[] = [];
  for (const list of seen.values()) {
    const rising = list.every((entry, index) => index === 0 || entry.page > (list[index - 1]?.page ?? 0));
    if (list.length >= 4 && rising) heads.push(...list.map((entry) => entry.line));
  }
  return heads;
}
