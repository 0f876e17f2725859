import type { Phase } from '../fieldwork/participant.js';

/**
 * A published qualitative report as a value: what a reader of the printed text can count and check, without any
 * access to the study behind it. Lines are 1-based lines of the text the report was read from. Offsets are UTF-16
 * and half-open, as everywhere in the study.
 */

/** Who speaks. A report of this form has one anonymous interviewer role and one interviewee an excerpt. */
export type PublishedRole = 'interviewer' | 'interviewee';

/**
 * What an editor's sign inside a turn does: it hides something (`masked`), keeps a sound or gesture (`nonverbal`),
 * explains (`editor`), cuts (`omission`) or shows a silence or broken-off speech (`pause`).
 */
export type PublishedMarkKind = 'masked' | 'nonverbal' | 'editor' | 'omission' | 'pause';

/** One sign inside one turn: `turn` is the index in the excerpt's turns, `from`/`to` are offsets in that turn's text. */
export interface PublishedMark {
  readonly turn: number;
  readonly from: number;
  readonly to: number;
  readonly kind: PublishedMarkKind;
  readonly text: string;
}

/** Text with its place. `lineStarts[k]` is the offset at which line `fromLine + k` begins, where that is known. */
export interface PublishedSpan {
  readonly text: string;
  readonly fromLine: number;
  readonly toLine: number;
  readonly lineStarts?: readonly number[];
}

/** One turn. `label` is printed as it stands, or null where none is printed. A new line in `text` is a paragraph. */
export interface PublishedTurn extends PublishedSpan {
  readonly role: PublishedRole;
  readonly label: string | null;
}

/** One block of interview talk, closed by its attribution. `section` is the deepest numbered section it starts in. */
export interface PublishedExcerpt {
  readonly person: string;
  readonly age: number;
  readonly fromLine: number;
  readonly toLine: number;
  readonly section: string | null;
  /** The prose paragraph just before, or '' when an excerpt or a heading stands there. */
  readonly leadIn: string;
  readonly turns: readonly PublishedTurn[];
  readonly marks: readonly PublishedMark[];
}

/** One pseudonym with the age printed first. `excerpts` counts the excerpts attributed to it. */
export interface PublishedPerson {
  readonly name: string;
  readonly age: number;
  readonly phase: Phase;
  readonly excerpts: number;
}

/** A numbered chapter ('4') or section ('4.1.2') with everything under it. `people` are pseudonyms quoted there. */
export interface PublishedSection {
  readonly number: string;
  readonly title: string;
  /** 1 for a chapter. */
  readonly level: number;
  readonly fromLine: number;
  readonly toLine: number;
  readonly excerpts: number;
  readonly people: readonly string[];
  readonly interviewerTurns: number;
  /** Turns under the interviewee's label. */
  readonly intervieweeTurns: number;
  /** What the interviewee says without a printed label: monologues, mostly. Not among `intervieweeTurns`. */
  readonly unlabelledTurns: number;
}

/** A paragraph of the authors' own prose. */
export interface PublishedParagraph extends PublishedSpan {
  readonly section: string | null;
}

/** A slip of the printed form that the reading survived. */
export type ReportAnomalyKind =
  | 'label-typo'
  | 'label-unknown'
  | 'label-other-person'
  | 'label-punctuation'
  | 'missing-colon'
  | 'missing-label'
  | 'unlabelled-monologue'
  | 'unlabelled-continuation'
  | 'unattributed-turns'
  | 'split-attribution'
  | 'hyphenated-name'
  | 'attribution-without-comma'
  | 'attribution-full-stop'
  | 'attribution-alone'
  | 'lead-in-without-colon'
  | 'missing-lead-in'
  | 'stray-page-number'
  | 'unclosed-bracket';

/** One slip, with the printed words that show it. */
export interface ReportAnomaly {
  readonly line: number;
  readonly kind: ReportAnomalyKind;
  readonly text: string;
}

/** The whole report. `lines` is how many lines of text it was read from. */
export interface PublishedReport {
  readonly title: string;
  readonly lines: number;
  readonly excerpts: readonly PublishedExcerpt[];
  readonly people: readonly PublishedPerson[];
  readonly sections: readonly PublishedSection[];
  readonly paragraphs: readonly PublishedParagraph[];
  readonly anomalies: readonly ReportAnomaly[];
}

/** The life phase of a printed age. A printed age outside the field's bands still belongs to the nearest one. */
export function phaseOfPrintedAge(age: number): Phase {
  return age < 30 ? 'young' : age < 50 ? 'adult' : 'older';
}

/** The pseudonyms of the excerpts in order of first appearance; a second age of a name does not make a second person. */
export function peopleOfExcerpts(excerpts: readonly PublishedExcerpt[]): PublishedPerson[] {
  const people = new Map<string, { age: number; excerpts: number }>();
  for (const { person, age } of excerpts) {
    const known = people.get(person);
    if (known) known.excerpts += 1;
    else people.set(person, { age, excerpts: 1 });
  }
  return [...people].map(([name, { age, excerpts: count }]) => ({
    name,
    age,
    phase: phaseOfPrintedAge(age),
    excerpts: count,
  }));
}

/** The figures of a section, a chapter or the whole. */
export type ExcerptCounts = Pick<
  PublishedSection,
  'excerpts' | 'people' | 'interviewerTurns' | 'intervieweeTurns' | 'unlabelledTurns'
>;

/** Counts turns by who speaks, those without a printed label apart. */
export function countTurns(
  turns: readonly PublishedTurn[],
): Pick<PublishedSection, 'interviewerTurns' | 'intervieweeTurns' | 'unlabelledTurns'> {
  const counts = { interviewerTurns: 0, intervieweeTurns: 0, unlabelledTurns: 0 };
  for (const { role, label } of turns) {
    if (label === null) counts.unlabelledTurns++;
    else if (role === 'interviewer') counts.interviewerTurns++;
    else counts.intervieweeTurns++;
  }
  return counts;
}

/** Counts the excerpts that begin within the lines, both included. */
export function countExcerpts(
  excerpts: readonly PublishedExcerpt[],
  fromLine = 1,
  toLine: number = Number.POSITIVE_INFINITY,
): ExcerptCounts {
  const inside = excerpts.filter((excerpt) => excerpt.fromLine >= fromLine && excerpt.fromLine <= toLine);
  return {
    excerpts: inside.length,
    people: [...new Set(inside.map((excerpt) => excerpt.person))],
    ...countTurns(inside.flatMap((excerpt) => excerpt.turns)),
  };
}

/** Counts up every section: what stands in it and under it. */
export function countSections<
  S extends Pick<PublishedSection, 'number' | 'title' | 'level' | 'fromLine' | 'toLine'>,
>(sections: readonly S[], excerpts: readonly PublishedExcerpt[]): (S & ExcerptCounts)[] {
  const within = new Map<string, PublishedExcerpt[]>(sections.map(({ number }) => [number, []]));
  for (const excerpt of excerpts) {
    let number = excerpt.section ?? '';
    while (number !== '') {
      within.get(number)?.push(excerpt);
      number = number.slice(0, Math.max(0, number.lastIndexOf('.')));
    }
  }
  return sections.map((section) => ({ ...section, ...countExcerpts(within.get(section.number) ?? []) }));
}

/** The line on which an offset of a turn or paragraph stands; shared out evenly where line starts are unknown. */
export function lineOfOffset(span: PublishedSpan, offset: number): number {
  const starts = span.lineStarts;
  if (starts && starts.length > 0) {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return Math.min(span.fromLine + low, span.toLine);
  }
  const lines = span.toLine - span.fromLine + 1;
  const share = span.text.length === 0 ? 0 : offset / span.text.length;
  return Math.min(span.toLine, span.fromLine + Math.floor(share * lines));
}
