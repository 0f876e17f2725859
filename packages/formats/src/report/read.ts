import { BagomError, countSections, peopleOfExcerpts } from '@bagom/core';
import type {
  PublishedExcerpt,
  PublishedParagraph,
  PublishedReport,
  PublishedSection,
  ReportAnomaly,
} from '@bagom/core';
import { readExcerpts } from './excerpts.js';
import { printedLines } from './lines.js';
import { printedParagraphs, type PrintedParagraph } from './paragraphs.js';

/** Why a text is no report of this form: it is empty, no text at all, or holds no attributed interview excerpt. */
export type ReportErrorCode = 'report.empty' | 'report.not-text' | 'report.no-excerpts';

const REASONS: Readonly<Record<ReportErrorCode, { readonly da: string; readonly en: string }>> = {
  'report.empty': {
    da: 'filen er tom: vælg rapporten som ren tekst',
    en: 'the file is empty: choose the report as plain text',
  },
  'report.not-text': {
    da: 'filen er ikke ren tekst: gem rapporten som tekst (UTF-8) og prøv igen',
    en: 'the file is not plain text: save the report as text (UTF-8) and try again',
  },
  'report.no-excerpts': {
    da: 'ingen interviewuddrag fundet: et uddrag slutter med navn og alder i parentes, fx (Navn, 40 år)',
    en: 'no interview excerpts found: an excerpt ends in a name and an age in brackets, as in (Name, 40 år)',
  },
};

/** Thrown by `readReport`; `reason` says what is wrong and what to do, in both languages. */
export class ReportError extends BagomError {
  declare readonly code: ReportErrorCode;
  readonly reason: { readonly da: string; readonly en: string };

  constructor(code: ReportErrorCode) {
    super(code);
    this.name = 'ReportError';
    this.reason = REASONS[code];
  }
}

/**
 * Reads a published qualitative report from its text: excerpts with turns and marks, the pseudonyms, numbered sections
 * with their counts, the authors' prose and every slip of form. Knows the form only, no report.
 */
export function readReport(text: string): PublishedReport {
  const body = text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
  if (!/\S/u.test(body)) throw new ReportError('report.empty');
  if (isBinary(body)) throw new ReportError('report.not-text');
  // Cheap and telling: without an age in brackets nothing below can find an excerpt.
  if (!/\d\s(?:år|years?(?: old)?)\s?\)/u.test(body.replace(/\n/g, ' ')))
    throw new ReportError('report.no-excerpts');

  const lines = printedLines(body.normalize('NFC'));
  const printed = printedParagraphs(lines);
  const read = readExcerpts(printed, lines.pageNumbers);
  if (read.excerpts.length === 0) throw new ReportError('report.no-excerpts');

  const sections = sectionsOf(printed.paragraphs, lines.count);
  const section = sectionFinder(sections);
  const excerpts = read.excerpts.map((excerpt): PublishedExcerpt => ({
    ...excerpt,
    section: section(excerpt.fromLine),
  }));
  return {
    title: printed.title,
    lines: lines.count,
    excerpts,
    people: peopleOfExcerpts(excerpts),
    sections: countSections(sections, excerpts),
    paragraphs: read.prose.map(({ text: prose, fromLine, toLine, lineStarts }): PublishedParagraph => ({
      text: prose,
      fromLine,
      toLine,
      section: section(fromLine),
      lineStarts,
    })),
    anomalies: [...read.anomalies].sort((a: ReportAnomaly, b: ReportAnomaly) => a.line - b.line),
  };
}

/** Control characters have no place in a text; a few strays are forgiven, one NUL is not. */
function isBinary(text: string): boolean {
  const sample = text.length > 200_000 ? text.slice(0, 100_000) + text.slice(-100_000) : text;
  if (sample.includes('\u0000')) return true;
  let odd = 0;
  for (let i = 0; i < sample.length; i += 1) {
    const code = sample.charCodeAt(i);
    if (code === 0xfffd || (code < 32 && code !== 9 && code !== 10 && code !== 12 && code !== 13)) odd += 1;
  }
  return odd > 20 && odd > sample.length / 100;
}

type Span = Pick<PublishedSection, 'number' | 'title' | 'level' | 'fromLine' | 'toLine'>;

function sectionsOf(paragraphs: readonly PrintedParagraph[], lines: number): Span[] {
  const heads = paragraphs.flatMap((paragraph) => (paragraph.heading ? [paragraph.heading] : []));
  const ends = new Map<number, number>();
  // From the last heading backwards: a section ends before the next heading of its own level or a higher one.
  const nextAt: number[] = [];
  for (const head of [...heads].reverse()) {
    const level = levelOf(head.number);
    let end = lines;
    for (let above = 1; above <= level; above += 1) end = Math.min(end, (nextAt[above] ?? lines + 1) - 1);
    ends.set(head.line, end);
    nextAt[level] = head.line;
  }
  return heads.map(({ number, title, line }) => ({
    number,
    title,
    level: levelOf(number),
    fromLine: line,
    toLine: ends.get(line) ?? lines,
  }));
}

function levelOf(number: string): number {
  return number.split('.').length;
}

/** Finds the deepest section of a line: sections are in line order, so it is the last one begun that has not ended. */
function sectionFinder(sections: readonly Span[]): (line: number) => string | null {
  return (line) => {
    let low = 0;
    let high = sections.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sections[middle]?.fromLine ?? 0) <= line) low = middle + 1;
      else high = middle;
    }
    return sections[low - 1]?.number ?? null;
  };
}
