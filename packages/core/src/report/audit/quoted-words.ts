import type { PublishedReport } from '../published.js';
import { saidBy, lineInSentence, type AuditText, type ProseSentence } from './audit-text.js';
import { passage, type Finding } from './finding.js';
import { stem, wordsOf, edged } from './words.js';

const QUOTE = /[’‘“”"»]([^’‘“”"«»\n]{3,160})[’”"«]/gu;
const SPEECH = edged(
  /\b(?:sig(?:er|e)|sagde|fortæller|fortalte|beskriver|kalder|udtrykker|svarer|nævner|omtaler|forklarer|citat\p{L}*|ord|says?|said|tells|describes|calls|puts it|words)\b/u,
);

/** A longer list helps nobody. */
const MOST = 300;

interface PersonWords {
  readonly turns: readonly { readonly words: readonly string[]; readonly joined: string }[];
  readonly single: ReadonlySet<string>;
}

/**
 * Words in quotation marks are a promise that they were said. Each quotation in the prose, where the sentence names one
 * person and speaks of saying, is looked up in that person's printed excerpts: verbatim is fine, altered is shown beside
 * what is printed, and not found is a note, since it may stand in a part of the interview that is not printed.
 */
export function quotedWords(_report: PublishedReport, text: AuditText): Finding[] {
  const prepared = new Map<string, PersonWords>();
  const findings: Finding[] = [];
  let subject: { person: string; paragraph: unknown } | null = null;
  for (const sentence of text.sentences) {
    if (findings.length >= MOST) break;
    const [person, other] = sentence.people;
    if (person !== undefined)
      subject = other === undefined ? { person, paragraph: sentence.paragraph } : null;
    if (!subject || subject.paragraph !== sentence.paragraph) continue;
    // A sentence without a name goes on about the person only if it says so.
    if (person === undefined && !edged(/\b(?:han|hun|he|she)\b/iu).test(sentence.text)) continue;
    if (!SPEECH.test(sentence.text)) continue;
    const known = prepared.get(subject.person) ?? personWords(subject.person, text);
    prepared.set(subject.person, known);
    for (const match of sentence.text.matchAll(QUOTE)) {
      const opens = match.index === 0 || /[\s(–:]/u.test(sentence.text[match.index - 1] ?? '');
      const finding = opens ? check(sentence, subject.person, match[1] ?? '', match.index, known) : null;
      if (finding) findings.push(finding);
    }
  }
  return findings;
}

function personWords(person: string, text: AuditText): PersonWords {
  const turns = (text.byPerson.get(person) ?? [])
    .flatMap((excerpt) => [...saidBy(excerpt, 'interviewee'), ...saidBy(excerpt, 'interviewer')])
    .map((turn) => wordsOf(turn.toLowerCase()).map((word) => word.text))
    .map((words) => ({ words, joined: ` ${words.join(' ')} ` }));
  return { turns, single: new Set(turns.flatMap((turn) => turn.words)) };
}

function check(
  sentence: ProseSentence,
  person: string,
  quote: string,
  at: number,
  known: PersonWords,
): Finding | null {
  const words = wordsOf(quote.toLowerCase()).map((word) => word.text);
  if (words.length < 2) return single(sentence, person, quote, at, words[0] ?? '', known);
  const joined = ` ${words.join(' ')} `;
  if (known.turns.some((turn) => turn.joined.includes(joined))) return null;
  const near = nearest(words, known);
  const line = lineInSentence(sentence, at);
  const shown = { line, text: passage(sentence.text, at, at + quote.length) };
  if (near) {
    return {
      rule: 'quoted-words',
      severity: 'warning',
      line,
      message: {
        da: `citatet »${quote}« er ændret: ${person} siger »${near}«`,
        en: `the quotation »${quote}« is altered: ${person} says »${near}«`,
      },
      passages: [shown],
    };
  }
  return {
    rule: 'quoted-words',
    severity: 'note',
    line,
    message: {
      da: `citatet »${quote}« findes ikke i noget trykt uddrag af ${person}`,
      en: `the quotation »${quote}« is in no printed excerpt of ${person}`,
    },
    passages: [shown],
  };
}

/** One quoted word is mostly the authors' own distance to it. It counts only where the person says another form of it. */
function single(
  sentence: ProseSentence,
  person: string,
  quote: string,
  at: number,
  word: string,
  known: PersonWords,
): Finding | null {
  if (word.length < 6 || known.single.has(word) || !edged(/\b(?:han|hun|som|he|she)\b/iu).test(sentence.text))
    return null;
  const said = [...known.single].find((other) => other.length >= 6 && stem(other) === stem(word));
  if (said === undefined) return null;
  const line = lineInSentence(sentence, at);
  return {
    rule: 'quoted-words',
    severity: 'note',
    line,
    message: {
      da: `ordet »${quote}« er bøjet om: ${person} siger »${said}«`,
      en: `the word »${quote}« is inflected anew: ${person} says »${said}«`,
    },
    passages: [{ line, text: passage(sentence.text, at, at + quote.length) }],
  };
}

/** The stretch of speech that holds most of the quoted stems, if it holds enough of them to be the same saying. */
function nearest(words: readonly string[], known: PersonWords): string | null {
  const stems = words.map(stem);
  const heavy = stems.filter((root) => root.length >= 4);
  const wanted = new Set(heavy.length > 1 ? heavy : stems);
  const size = words.length + 2;
  let best = { score: 0, text: '' };
  for (const { words: said } of known.turns) {
    const roots = said.map(stem);
    for (let at = 0; at < said.length; at += 1) {
      if (!wanted.has(roots[at] ?? '')) continue;
      const hits = new Set(roots.slice(at, at + size).filter((root) => wanted.has(root))).size;
      if (hits > best.score) best = { score: hits, text: said.slice(at, at + size).join(' ') };
    }
  }
  const long = [...wanted].filter((root) => root.length >= 4);
  const enough =
    best.score / wanted.size >= 0.6 &&
    long.some((root) => wordsOf(best.text).some((word) => stem(word.text) === root));
  return enough ? best.text : null;
}
