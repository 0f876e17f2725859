import type { PrintedLine } from './lines.js';

/** A numbered heading as printed. `lines` is how many printed lines it takes. */
export interface PrintedHeading {
  readonly line: number;
  readonly lines: number;
  readonly number: string;
  readonly title: string;
}

export interface PrintedHeadings {
  readonly headings: ReadonlyMap<number, PrintedHeading>;
  /** Lines of a table of contents: neither headings nor prose. */
  readonly contents: ReadonlySet<number>;
}

const NUMBERED = /^(\d{1,2}(?:\.\d{1,2}){0,5})(\.?)\s+([\p{Lu}’‘'"].{0,150})$/u;
const LEADER = /^(.*?)(?:\s*(?:\.\s?){3,}\s*|\s{2,})(\d{1,4})$/u;

interface Candidate {
  readonly index: number;
  readonly number: string;
  readonly title: string;
}

/**
 * Finds numbered headings by their numbering alone: of all lines that look like one, the longest run in which each number
 * may follow the one before, the later run where two are equally long, since a table of contents comes first.
 */
export function printedHeadings(lines: readonly PrintedLine[]): PrintedHeadings {
  const contents = new Set<number>();
  const listed = new Map<string, string>();
  const candidates: Candidate[] = [];
  for (const [index, line] of lines.entries()) {
    if (line.text.length > 160) continue;
    const match = NUMBERED.exec(line.text);
    if (!match) continue;
    const [, number = '', dot, title = ''] = match;
    const leader = LEADER.exec(title);
    if (leader) {
      contents.add(line.number);
      listed.set(number, (leader[1] ?? '').trim());
      continue;
    }
    const before = lines[index - 1];
    const opens = !before || before.blank || line.broken || contents.has(before.number);
    if (!opens || /[.,;:]$/u.test(title)) continue;
    if (dot && !(lines[index + 1]?.blank ?? true)) continue;
    candidates.push({ index, number, title });
  }
  const headings = new Map<number, PrintedHeading>();
  for (const candidate of longestRun(candidates, listed)) {
    const line = lines[candidate.index];
    if (!line) continue;
    let title = candidate.title;
    let taken = 1;
    // A title may run on to a second line: a short one in small letters with nothing under it.
    const next = lines[candidate.index + 1];
    if (next && !next.blank && /^\p{Ll}/u.test(next.text) && (lines[candidate.index + 2]?.blank ?? true)) {
      title = title.endsWith('-') ? title.slice(0, -1) + next.text : `${title} ${next.text}`;
      taken = 2;
    }
    headings.set(line.number, { line: line.number, lines: taken, number: candidate.number, title });
  }
  return { headings, contents };
}

function longestRun(candidates: readonly Candidate[], listed: ReadonlyMap<string, string>): Candidate[] {
  const bestUnder = new Map<string, { score: number; at: number }>();
  const previous: (number | undefined)[] = [];
  let best = { score: 0, at: -1 };
  for (const [at, { number, title }] of candidates.entries()) {
    let score = 0;
    let from: number | undefined;
    for (const earlier of mayPrecede(number)) {
      const known = bestUnder.get(earlier);
      if (known && known.score > score) [score, from] = [known.score, known.at];
    }
    const entry = listed.get(number);
    score += entry?.slice(0, 12).toLowerCase() === title.slice(0, 12).toLowerCase() ? 3 : 1;
    previous.push(from);
    // The number counts for each of its parents too, since 4.3 may follow 4.2.7 as well as 4.2.
    for (let prefix = number; prefix !== ''; prefix = prefix.slice(0, Math.max(0, prefix.lastIndexOf('.')))) {
      const known = bestUnder.get(`${prefix}*`);
      if (!known || score >= known.score) bestUnder.set(`${prefix}*`, { score, at });
    }
    const known = bestUnder.get(number);
    if (!known || score >= known.score) bestUnder.set(number, { score, at });
    if (score >= best.score) best = { score, at };
  }
  const run: Candidate[] = [];
  for (let at: number | undefined = best.at; at !== undefined && at >= 0; at = previous[at]) {
    const candidate = candidates[at];
    if (candidate) run.push(candidate);
  }
  // One numbered line alone is no numbering.
  return run.length > 1 || listed.size > 0 || run[0]?.number === '1' ? run.reverse() : [];
}

/** The keys a number may follow: its parent when it is a first child, else its elder sisters (one may be lost). */
function mayPrecede(number: string): string[] {
  const dot = number.lastIndexOf('.');
  const parent = number.slice(0, Math.max(0, dot));
  const last = Number(number.slice(dot + 1));
  const sister = (back: number): string => `${parent === '' ? '' : `${parent}.`}${last - back}*`;
  return last <= 1 && parent !== '' ? [parent, sister(1)] : [sister(1), sister(2)];
}
