import { lineOfOffset } from '../published.js';
import type { PublishedExcerpt, PublishedParagraph, PublishedReport } from '../published.js';
import { contentStems, sentencesOf, wordsOf } from './words.js';

/** One sentence of the authors' prose, with the pseudonyms it names. */
export interface ProseSentence {
  readonly text: string;
  readonly line: number;
  readonly from: number;
  readonly paragraph: PublishedParagraph;
  readonly section: string | null;
  readonly people: readonly string[];
  /** Content stems, made when first asked for. */
  stems(): ReadonlySet<string>;
}

/** What several rules need, made once: sentences in order and the excerpts of each person. */
export interface AuditText {
  readonly sentences: readonly ProseSentence[];
  readonly byPerson: ReadonlyMap<string, readonly PublishedExcerpt[]>;
  readonly ages: ReadonlyMap<string, number>;
  /** Names that were chosen as replacements, also those inside one (“the workshop in Nordby”). */
  readonly known: ReadonlySet<string>;
  /** The prose paragraphs in which excerpts are read, i.e. from the first excerpt's section on. */
  readonly firstExcerptLine: number;
}

export function auditText(report: PublishedReport, known: ReadonlySet<string> = new Set()): AuditText {
  const byPerson = new Map<string, PublishedExcerpt[]>();
  for (const excerpt of report.excerpts) {
    const list = byPerson.get(excerpt.person);
    if (list) list.push(excerpt);
    else byPerson.set(excerpt.person, [excerpt]);
  }
  const ages = new Map(report.people.map((person) => [person.name, person.age]));
  const sentences = report.paragraphs.flatMap((paragraph) =>
    sentencesOf(paragraph.text).map((sentence): ProseSentence => {
      let stems: ReadonlySet<string> | null = null;
      return {
        text: sentence.text,
        from: sentence.from,
        line: lineOfOffset(paragraph, sentence.from),
        paragraph,
        section: paragraph.section,
        people: peopleNamed(sentence.text, ages),
        stems: () => (stems ??= contentStems(sentence.text)),
      };
    }),
  );
  return {
    sentences,
    byPerson,
    ages,
    known: namesIn(known),
    firstExcerptLine: report.excerpts[0]?.fromLine ?? Number.POSITIVE_INFINITY,
  };
}

/** Replacements as they stand, and the names inside them. */
function namesIn(replacements: ReadonlySet<string>): Set<string> {
  const names = new Set<string>();
  for (const replacement of replacements) {
    names.add(replacement);
    for (const [name] of replacement.matchAll(/\p{Lu}[\p{L}-]+(?: \p{Lu}[\p{L}-]+)*/gu)) names.add(name);
  }
  return names;
}

/** The pseudonyms a text names, genitives included; a first name before a surname is somebody else's. */
export function peopleNamed(text: string, names: { has(name: string): boolean }): string[] {
  const found = new Set<string>();
  for (const word of wordsOf(text)) {
    if (!/^\p{Lu}/u.test(word.text)) continue;
    const name = [word.text, word.text.replace(/[’']?s$/u, ''), word.text.replace(/[’']$/u, '')].find(
      (form) => names.has(form),
    );
    if (name === undefined || found.has(name)) continue;
    const after = text.slice(word.to, word.to + 24);
    const surname =
      /^\s\p{Lu}\p{Ll}+/u.test(after) &&
      word.text === name &&
      !names.has(after.trim().split(/\P{L}/u)[0] ?? '');
    if (!surname) found.add(name);
  }
  return [...found];
}

/** The line of an offset in a sentence. */
export function lineInSentence(sentence: ProseSentence, offset: number): number {
  return lineOfOffset(sentence.paragraph, sentence.from + offset);
}

/** All interviewee words of an excerpt are its own; the interviewer's are kept apart. */
export function saidBy(excerpt: PublishedExcerpt, role: 'interviewer' | 'interviewee'): string[] {
  return excerpt.turns.filter((turn) => turn.role === role).map((turn) => turn.text);
}
