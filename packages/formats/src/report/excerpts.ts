import type { PublishedExcerpt, PublishedTurn, ReportAnomaly, ReportAnomalyKind } from '@bagom/core';
import { spokenLabel, openingLabel, type SpokenLabel } from './labels.js';
import { marksOf } from './marks.js';
import type { PrintedParagraph, PrintedText } from './paragraphs.js';

export interface ReadExcerpts {
  readonly excerpts: readonly Omit<PublishedExcerpt, 'section'>[];
  readonly prose: readonly PrintedParagraph[];
  readonly anomalies: readonly ReportAnomaly[];
}

const OMITTED = /^[([](?:…|\.{3})[)\]]$/u;
/** How many unlabelled paragraphs may stand between two labelled ones before they are prose and not talk. */
const LOOSE = 3;

/**
 * Finds excerpts by their attribution and walks back over labelled paragraphs, lone omission marks and the unlabelled
 * continuations between them. What no excerpt takes is prose.
 */
export function readExcerpts(printed: PrintedText, pageNumbers: ReadonlyMap<number, string>): ReadExcerpts {
  const { paragraphs, names } = printed;
  const excerpts: Omit<PublishedExcerpt, 'section'>[] = [];
  const anomalies: ReportAnomaly[] = [];
  const taken = new Set<PrintedParagraph>();
  const note = (line: number, kind: ReportAnomalyKind, text: string): void => {
    anomalies.push({ line, kind, text: text.length > 160 ? `${text.slice(0, 159)}…` : text });
  };

  for (const [index, closing] of paragraphs.entries()) {
    if (!closing.attribution) continue;
    const first = firstParagraph(printed, index, closing.attribution.person);
    const own = paragraphs.slice(first, index + 1);
    for (const paragraph of own) taken.add(paragraph);
    noteAttribution(closing, note);
    const turns = readTurns(own, closing.attribution.person, printed, note);
    const before = paragraphs[first - 1];
    const leadIn = before && !before.heading && !before.attribution ? before.text : '';
    const fromLine = own[0]?.fromLine ?? closing.fromLine;
    if (leadIn === '') note(fromLine, 'missing-lead-in', own[0]?.text ?? '');
    else if (!/:['’”"]?$/u.test(leadIn))
      note(before?.toLine ?? fromLine, 'lead-in-without-colon', leadIn.slice(-80));
    const marks = turns.flatMap((turn, at) => marksOf(turn.text, at));
    for (const turn of turns) {
      if (unbalanced(turn.text)) note(turn.fromLine, 'unclosed-bracket', turn.text);
    }
    const { person, age } = closing.attribution;
    excerpts.push({ person, age, fromLine, toLine: closing.toLine, leadIn, turns, marks });
  }

  const prose = paragraphs.filter((paragraph) => !taken.has(paragraph) && !paragraph.heading);
  for (const paragraph of prose) {
    const label = spokenLabel(paragraph.text, names, null);
    if (label?.slip === null) note(paragraph.fromLine, 'unattributed-turns', paragraph.text);
  }
  for (const [line, text] of pageNumbers) note(line, 'stray-page-number', text);
  return { excerpts, prose, anomalies };
}

/** Walks back from the attribution to the paragraph that opens its excerpt. */
function firstParagraph({ paragraphs, names }: PrintedText, closing: number, person: string): number {
  let first = closing;
  let loose = 0;
  for (let k = closing - 1; k >= 0; k -= 1) {
    const paragraph = paragraphs[k];
    if (!paragraph || paragraph.heading || paragraph.attribution) break;
    const label = spokenLabel(paragraph.text, names, person);
    if (label && (label.slip !== 'no-colon' || followsTalk(paragraphs[k - 1], names, person))) {
      first = k;
      loose = 0;
      continue;
    }
    if (paragraph.text.endsWith(':') && !openingLabel(paragraph.text)) break;
    if (!OMITTED.test(paragraph.text)) loose += 1;
    if (loose > LOOSE) break;
  }
  // A lone omission mark may open an excerpt.
  while (OMITTED.test(paragraphs[first - 1]?.text ?? '')) first -= 1;
  return first;
}

function followsTalk(
  before: PrintedParagraph | undefined,
  names: PrintedText['names'],
  person: string,
): boolean {
  if (!before || before.heading || before.attribution) return false;
  const label = spokenLabel(before.text, names, person);
  return before.text.endsWith(':') || (label !== null && label.slip !== 'no-colon');
}

interface OpenTurn {
  role: PublishedTurn['role'];
  label: string | null;
  text: string;
  fromLine: number;
  toLine: number;
  lineStarts: number[];
}

type Note = (line: number, kind: ReportAnomalyKind, text: string) => void;

function readTurns(
  own: readonly PrintedParagraph[],
  person: string,
  printed: PrintedText,
  note: Note,
): PublishedTurn[] {
  const turns: OpenTurn[] = [];
  for (const paragraph of own) {
    const label = spokenLabel(paragraph.text, printed.names, person);
    const unknown = label ? null : openingLabel(paragraph.text);
    const end = paragraph.attribution?.from ?? paragraph.text.length;
    const said = paragraph.text.slice(0, end).trimEnd();
    const last = turns[turns.length - 1];
    if (label) {
      noteLabel(label, paragraph, note);
      turns.push(openTurn(paragraph, label.role, label.printed, said, label.from));
    } else if (unknown && last && unknown.printed.length <= 12) {
      note(paragraph.fromLine, 'label-unknown', paragraph.text);
      const role = last.role === 'interviewee' ? 'interviewer' : 'interviewee';
      turns.push(openTurn(paragraph, role, unknown.printed, said, unknown.from));
    } else if (!last) {
      if (!OMITTED.test(said)) {
        note(paragraph.fromLine, own.length === 1 ? 'unlabelled-monologue' : 'missing-label', said);
      }
      turns.push(openTurn(paragraph, 'interviewee', null, said, 0));
    } else if (last.label === null && OMITTED.test(last.text)) {
      continueTurn(last, '\n', paragraph, said);
    } else if (paragraph.afterPage !== null && runsOn(last.text, said)) {
      const { before, between } = printed.joiner.glue(last.text, said);
      last.text = before;
      continueTurn(last, between, paragraph, said);
    } else if (said !== '') {
      if (!OMITTED.test(said)) note(paragraph.fromLine, 'unlabelled-continuation', said);
      continueTurn(last, '\n', paragraph, said);
    } else {
      last.toLine = paragraph.toLine;
    }
  }
  return mergeOpening(turns).map((turn): PublishedTurn => ({ ...turn }));
}

function openTurn(
  paragraph: PrintedParagraph,
  role: PublishedTurn['role'],
  label: string | null,
  said: string,
  from: number,
): OpenTurn {
  return {
    role,
    label,
    text: said.slice(from),
    fromLine: paragraph.fromLine,
    toLine: paragraph.toLine,
    lineStarts: paragraph.lineStarts.map((start) => Math.max(0, Math.min(start, said.length) - from)),
  };
}

function continueTurn(turn: OpenTurn, between: string, paragraph: PrintedParagraph, said: string): void {
  const offset = turn.text.length + between.length;
  for (let line = turn.toLine + 1; line < paragraph.fromLine; line += 1) turn.lineStarts.push(offset);
  turn.lineStarts.push(...paragraph.lineStarts.map((start) => offset + Math.min(start, said.length)));
  turn.text += between + said;
  turn.toLine = paragraph.toLine;
}

/** An omission mark that opens an excerpt belongs to the first turn, whoever speaks it. */
function mergeOpening(turns: OpenTurn[]): OpenTurn[] {
  const [first, second, ...rest] = turns;
  if (!first || !second || first.label !== null || !OMITTED.test(first.text)) return turns;
  const gap = Array.from({ length: second.fromLine - first.fromLine }, () => 0);
  const shift = first.text.length + 1;
  return [
    {
      ...second,
      text: `${first.text}\n${second.text}`,
      fromLine: first.fromLine,
      lineStarts: [...gap, ...second.lineStarts.map((start) => start + shift)],
    },
    ...rest,
  ];
}

function runsOn(before: string, after: string): boolean {
  return /^\p{Ll}/u.test(after) || !/[.!?…:;)\]’'”"]$/u.test(before);
}

function noteLabel(label: SpokenLabel, paragraph: PrintedParagraph, note: Note): void {
  const line = paragraph.fromLine;
  if (label.slip === 'typo') note(line, 'label-typo', paragraph.text);
  if (label.slip === 'punctuation') note(line, 'label-punctuation', paragraph.text);
  if (label.slip === 'no-colon') note(line, 'missing-colon', paragraph.text);
  if (label.slip === 'other-person') note(line, 'label-other-person', paragraph.text);
}

function noteAttribution(closing: PrintedParagraph, note: Note): void {
  const { attribution } = closing;
  if (!attribution) return;
  const text = closing.text.slice(attribution.from).trim();
  const at = closing.lineStarts.findLastIndex((start) => start <= attribution.from);
  const line = closing.fromLine + Math.max(0, at);
  const last = closing.lines[closing.lines.length - 1];
  const before = closing.lines[closing.lines.length - 2];
  if (before && last && !last.text.includes('(')) {
    note(line, 'split-attribution', `${before.text.slice(before.text.lastIndexOf('('))} / ${last.text}`);
    if (before.text.endsWith('-')) note(line, 'hyphenated-name', attribution.person);
  } else if (last && last.text.startsWith('(')) note(line, 'attribution-alone', text);
  if (!attribution.comma) note(line, 'attribution-without-comma', text);
  if (attribution.stop) note(line, 'attribution-full-stop', text);
}

function unbalanced(text: string): boolean {
  let open = 0;
  for (const sign of text) {
    if (sign === '[') open += 1;
    if (sign === ']') open -= 1;
    if (open < 0) return true;
  }
  return open !== 0;
}
