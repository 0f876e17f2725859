import { peopleOfExcerpts } from '../published.js';
import type {
  PublishedExcerpt,
  PublishedMark,
  PublishedReport,
  PublishedSection,
  ReportAnomaly,
} from '../published.js';
import { auditReport, type FindingRule } from './audit.js';

// Small makers for the tests of the rules: a report of a few lines, so that a case is one line.

const MARKS: readonly [RegExp, PublishedMark['kind']][] = [
  [/\[(?:griner|Griner)\]|\(griner\)/gu, 'nonverbal'],
  [/\[(?:bynavn|by|sted|butik|navn på ven)\]/gu, 'masked'],
  [/\[[^\]]+, red\.\]|\[i går\]/gu, 'editor'],
  [/\(…\)|\[\.\.\.\]/gu, 'omission'],
  [/(?<![([])(?:…|\.\.\.)(?![)\]])/gu, 'pause'],
];

/** An excerpt from one line a turn: `?` opens the interviewer's turns. */
export function excerpt(
  line: number,
  person: string,
  age: number,
  turns: readonly string[],
  section = '1.1',
): PublishedExcerpt {
  const spoken = turns.map((text, at) => ({
    role: text.startsWith('?') ? ('interviewer' as const) : ('interviewee' as const),
    label: text.startsWith('?') ? 'Interviewer' : person,
    text: text.replace(/^\?/u, ''),
    fromLine: line + at,
    toLine: line + at,
  }));
  const marks = spoken.flatMap(({ text }, turn) =>
    MARKS.flatMap(([sign, kind]) =>
      [...text.matchAll(sign)].map((match) => ({
        turn,
        from: match.index,
        to: match.index + match[0].length,
        kind,
        text: match[0],
      })),
    ),
  );
  return {
    person,
    age,
    fromLine: line,
    toLine: line + turns.length - 1,
    section,
    leadIn: 'Sådan:',
    turns: spoken,
    marks,
  };
}

export interface Made {
  excerpts?: PublishedExcerpt[];
  prose?: readonly (readonly [number, string, string?])[];
  titles?: Readonly<Record<string, string>>;
  anomalies?: ReportAnomaly[];
}

export function made({
  excerpts = [],
  prose = [],
  titles = { '1': 'Dage', '1.1': 'Morgener' },
  anomalies = [],
}: Made): PublishedReport {
  const sections = Object.entries(titles).map(([number, title]): PublishedSection => {
    const inside = excerpts.filter(({ section }) => section === number || section?.startsWith(`${number}.`));
    return {
      number,
      title,
      level: number.split('.').length,
      fromLine: 1,
      toLine: 999,
      excerpts: inside.length,
      people: [...new Set(inside.map(({ person }) => person))],
      interviewerTurns: 0,
      intervieweeTurns: 0,
      unlabelledTurns: 0,
    };
  });
  const paragraphs = prose.map(([line, text, section = '1.1']) => ({
    text,
    fromLine: line,
    toLine: line,
    section: section === '' ? null : section,
  }));
  return {
    title: 'Dage',
    lines: 999,
    excerpts,
    people: peopleOfExcerpts(excerpts),
    sections,
    paragraphs,
    anomalies,
  };
}

export const heard = (rule: FindingRule, parts: Made): [number, string, string][] =>
  auditReport(made(parts), { rules: [rule] }).map(({ line, severity, message }) => [
    line,
    severity,
    message.da,
  ]);

export const ODA = excerpt(10, 'Oda', 34, ['?Hvordan går det?', 'Det går fint nok i dag.']);
