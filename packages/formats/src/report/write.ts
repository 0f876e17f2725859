import type { PublishedExcerpt, PublishedReport, PublishedTurn } from '@bagom/core';

const PROSE_WIDTH = 100;
const TALK_WIDTH = 88;
/** A reader takes more loose paragraphs than this for prose. */
const LOOSE = 3;
/** Stands for a space that must not become a line break; never printed. */
const TIE = '\u0001';

/**
 * Prints a report in the form that `readReport` reads: title, numbered headings, paragraphs, and excerpts of labelled turns
 * closed by `(Name, 40 år)`. Reading it again gives the same people, excerpts, turns and sections. Slips are not printed.
 */
export function writeReport(report: PublishedReport): string {
  const people = new Set(report.excerpts.map((excerpt) => excerpt.person));
  const blocks: { line: number; rank: number; print: (before: string) => string[] }[] = [
    ...report.sections.map(({ fromLine, number, title }) => ({
      line: fromLine,
      rank: 0,
      print: () => [`${number} ${flat(title)}`],
    })),
    ...report.paragraphs.map(({ fromLine, text }) => ({
      line: fromLine,
      rank: 1,
      print: () => [wrap(flat(text), PROSE_WIDTH)],
    })),
    ...report.excerpts.map((excerpt) => ({
      line: excerpt.fromLine,
      rank: 2,
      print: (before: string) => [...leadIn(excerpt, before), ...talk(excerpt, people)],
    })),
  ];
  blocks.sort((a, b) => a.line - b.line || a.rank - b.rank);
  const printed: string[] = report.title === '' ? [] : [flat(report.title)];
  for (const { print } of blocks) {
    for (const block of print(printed[printed.length - 1] ?? '')) if (block !== '') printed.push(block);
  }
  return `${printed.join('\n\n')}\n`;
}

/** A lead-in is a paragraph like others; it is printed here only when the paragraphs do not hold it already. */
function leadIn(excerpt: PublishedExcerpt, before: string): string[] {
  const text = wrap(flat(excerpt.leadIn), PROSE_WIDTH);
  return text === '' || text === before ? [] : [text];
}

function talk(excerpt: PublishedExcerpt, people: ReadonlySet<string>): string[] {
  const { turns, person, age } = excerpt;
  const source = `(${person}, ${age} år)`.replaceAll(' ', TIE);
  return turns.flatMap((turn, at) => {
    const paragraphs = paragraphsOf(turn);
    const label = labelOf(turn, excerpt, people);
    return paragraphs.map((text, k) => {
      const opened = k === 0 && label !== null ? `${label.replaceAll(' ', TIE)}: ${text}` : text;
      const closed =
        at === turns.length - 1 && k === paragraphs.length - 1 ? `${opened} ${source}`.trim() : opened;
      return wrap(closed, TALK_WIDTH);
    });
  });
}

/** A lone monologue may stand without a label, its attribution says who speaks; in a dialogue every turn carries one. */
function labelOf(turn: PublishedTurn, excerpt: PublishedExcerpt, people: ReadonlySet<string>): string | null {
  if (turn.role === 'interviewer') return 'Interviewer';
  if (turn.label === null && excerpt.turns.length === 1) return null;
  return turn.label !== null && people.has(turn.label) ? turn.label : excerpt.person;
}

function paragraphsOf(turn: PublishedTurn): string[] {
  const parts = turn.text
    .split('\n')
    .map(flat)
    .filter((part) => part !== '');
  const loose = parts
    .slice(1)
    .some((part) => part.endsWith(':') || /^\p{Lu}[\p{L}\d -]{0,30}[:;]\s/u.test(part));
  return parts.length > LOOSE || loose || parts.length === 0 ? [parts.join(' ')] : parts;
}

function flat(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}

/**
 * Breaks at spaces only, never inside a word, and never where the break would read as something else: before a figure or a
 * label, after a hyphen, a dash or a stroke, or inside an attribution.
 */
function wrap(text: string, width: number): string {
  const lines: string[] = [];
  let line = '';
  for (const token of text.split(' ')) {
    const tied =
      /^(?:\d[\d.]*|.*[:;])$/u.test(token) || /[-–—/]$/u.test(line) || /\p{Lu}[\p{L}\d]*$/u.test(line);
    if (line === '') line = token;
    else if (line.length + 1 + token.length <= width || tied) line += ` ${token}`;
    else {
      lines.push(line);
      line = token;
    }
  }
  if (line !== '') lines.push(line);
  return lines.join('\n').replaceAll(TIE, ' ');
}
