import { studyLanguage, type PrintedBlock, type PrintedReport, type StudyState } from '@bagom/core';
import type { Messages } from './language.js';

/** A passage as it is taken along: its words as they may be printed, its codes by path. */
export interface RetrievedPassage {
  /** The title of the text, and its version. */
  source: string;
  version: number;
  person: string | null;
  age: number | null;
  from: number;
  to: number;
  text: string;
  codes: string[];
  /** Whether it may be quoted: consent covers it, and nothing in it is undecided. */
  mayPrint: boolean;
}

/** The first passages of those that fit, how many they are in all, and from how many persons. */
export interface Retrieved {
  passages: RetrievedPassage[];
  total: number;
  persons: number;
}

const COLUMNS = ['person', 'age', 'source', 'version', 'from', 'to', 'codes', 'text'] as const;

/** One passage a line, as Excel opens it on a Danish computer. The words of those that may not be printed are left out. */
export function passagesCsv({ passages }: Retrieved): string {
  const field = (value: string | number | null): string => {
    const text = typeof value === 'string' && /^[=+\-@\t\r]/.test(value) ? `'${value}` : String(value ?? '');
    return /["\r\n;]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  const lines = passages.map((passage) =>
    COLUMNS.map((column) => {
      if (column === 'codes') return field(passage.codes.join(', '));
      return field(column === 'text' && !passage.mayPrint ? '' : passage[column]);
    }).join(';'),
  );
  return `\uFEFF${[COLUMNS.join(';'), ...lines].join('\r\n')}\r\n`;
}

/** Passages as a document: under each person what they said, with its codes. What may not be printed is held back, and told. */
export function passagesReport(
  { passages }: Retrieved,
  state: StudyState,
  { retrieve: say }: Messages,
): PrintedReport {
  const byWhom = new Map<string, RetrievedPassage[]>();
  for (const passage of passages) {
    const who = passage.person === null ? passage.source : say.who(passage.person, passage.age);
    byWhom.set(who, [...(byWhom.get(who) ?? []), passage]);
  }
  const withheld = passages.filter(({ mayPrint }) => !mayPrint).length;
  const chapters = [...byWhom].map(([title, theirs], i) => ({
    chapterId: String(i),
    number: String(i + 1),
    level: 1,
    title,
    blocks: theirs.flatMap(({ codes, text, mayPrint }, n): PrintedBlock[] => {
      const blockId = `${i}-${n}`;
      const words = mayPrint ? text : say.mayNotPrint;
      return [{ kind: 'prose', blockId, text: `${words}\n${codes.join(' · ')}` }];
    }),
  }));
  return {
    title: [...state.studies.values()][0]?.title ?? '',
    language: studyLanguage(state),
    chapters,
    withheld,
    excerpts: passages.length - withheld,
    persons: new Set(passages.flatMap(({ person }) => person ?? [])).size,
  };
}
