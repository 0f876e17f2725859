import { printedHeadings, type PrintedHeading } from './headings.js';
import { lineJoiner, type LineJoiner } from './hyphens.js';
import { attributionAtEnd, interviewerLabel, openingLabel, spokenLabel } from './labels.js';
import type { Attribution, LabelNames } from './labels.js';
import type { PrintedLine, PrintedLines } from './lines.js';

/** A paragraph or heading as printed, with its reading text. `afterPage`: a page number stood between it and the last. */
export interface PrintedParagraph {
  readonly heading: PrintedHeading | null;
  readonly text: string;
  readonly lineStarts: readonly number[];
  readonly fromLine: number;
  readonly toLine: number;
  readonly lines: readonly PrintedLine[];
  readonly afterPage: number | null;
  readonly attribution: Attribution | null;
}

export interface PrintedText {
  readonly title: string;
  readonly paragraphs: readonly PrintedParagraph[];
  readonly names: LabelNames;
  readonly joiner: LineJoiner;
}

/** Every pseudonym that an attribution carries and the interviewer's label, found before the text is cut up. */
function labelNames(lines: readonly PrintedLine[], joiner: LineJoiner): LabelNames {
  const people = new Set<string>();
  for (const [index, line] of lines.entries()) {
    if (!/(?:år|years?|old)\s?\)[.’'”"]{0,2}$/u.test(line.text.slice(-16))) continue;
    const before = lines[index - 1];
    const pair = before && !before.blank ? [before, line] : [line];
    const found = attributionAtEnd(joiner.join(pair).text);
    if (found) people.add(found.person);
  }
  const openings: string[] = [];
  for (const { text } of lines) {
    const label = openingLabel(text);
    if (label) openings.push(label.printed);
  }
  return { people, interviewer: interviewerLabel(openings, people) };
}

/**
 * Cuts lines into paragraphs. A blank line ends one; so do a heading, a line that opens with a label, and the end of an
 * attribution, because a page break swallows the blank line that stood there. A page break alone never ends one.
 */
export function printedParagraphs(printed: PrintedLines): PrintedText {
  const { lines, pageNumbers } = printed;
  const joiner = lineJoiner(lines);
  const names = labelNames(lines, joiner);
  const { headings, contents } = printedHeadings(lines);
  const width = usualWidth(lines);
  const paragraphs: PrintedParagraph[] = [];
  let open: PrintedLine[] = [];
  let page: number | null = null;
  let afterPage: number | null = null;

  const close = (): void => {
    const first = open[0];
    const last = open[open.length - 1];
    if (!first || !last) return;
    const { text, lineStarts } = joiner.join(open);
    const heading = headings.get(first.number) ?? null;
    const attribution = heading ? null : attributionAtEnd(text);
    paragraphs.push({
      heading,
      text,
      lineStarts,
      lines: open,
      afterPage,
      attribution,
      fromLine: first.number,
      toLine: last.number,
    });
    open = [];
    afterPage = null;
  };
  const begin = (line: PrintedLine): void => {
    open = [line];
    afterPage = page;
    page = null;
  };

  let title = '';
  let headingEnd = 0;
  for (const line of lines) {
    if (contents.has(line.number)) {
      close();
      continue;
    }
    if (line.blank) {
      close();
      if (pageNumbers.has(line.number)) page = line.number;
      continue;
    }
    if (title === '' && paragraphs.length === 0 && open.length === 0 && isTitle(line, headings)) {
      title = line.text;
      continue;
    }
    const heading = headings.get(line.number);
    if (heading) {
      close();
      begin(line);
      headingEnd = line.number + heading.lines - 1;
      if (headingEnd === line.number) close();
      continue;
    }
    if (line.number <= headingEnd) {
      open.push(line);
      if (line.number === headingEnd) close();
      continue;
    }
    const last = open[open.length - 1];
    if (last && opensParagraph(line, last, open, names, joiner, width)) close();
    if (open.length === 0) begin(line);
    else open.push(line);
  }
  close();
  return { title, paragraphs, names, joiner };
}

function isTitle(line: PrintedLine, headings: ReadonlyMap<number, PrintedHeading>): boolean {
  return (
    line.text.length <= 120 &&
    !/[.:;,]$/u.test(line.text) &&
    !headings.has(line.number) &&
    !openingLabel(line.text)
  );
}

function opensParagraph(
  line: PrintedLine,
  last: PrintedLine,
  open: readonly PrintedLine[],
  names: LabelNames,
  joiner: LineJoiner,
  width: number,
): boolean {
  const label = spokenLabel(line.text, names, null);
  if (label && (line.broken || label.slip === null)) return true;
  if (/\)[.’'”"]{0,2}$/u.test(last.text) && /^[\p{Lu}\d’‘“"(]/u.test(line.text)) {
    if (attributionAtEnd(joiner.join(open.slice(-2)).text)) return true;
  }
  if (!line.broken) return false;
  if (last.text.endsWith(':')) return true;
  return (
    /[.!?…]['’”"]?$/u.test(last.text) && last.text.length < width * 0.75 && /^[\p{Lu}\d’‘“"]/u.test(line.text)
  );
}

function usualWidth(lines: readonly PrintedLine[]): number {
  const widths = lines.filter((line) => line.text.length > 40).map((line) => Math.min(line.text.length, 400));
  widths.sort((a, b) => a - b);
  return widths[widths.length >> 1] ?? 80;
}
