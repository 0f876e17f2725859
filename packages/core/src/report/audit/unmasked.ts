import { lineOfOffset } from '../published.js';
import type { PublishedExcerpt, PublishedReport, PublishedTurn } from '../published.js';
import type { AuditText } from './audit-text.js';
import { passage, type Finding, type FindingPassage } from './finding.js';
import { edged } from './words.js';

interface Proper {
  readonly word: string;
  readonly turn: PublishedTurn;
  readonly from: number;
  readonly line: number;
}

/** Too wide to point anybody out, or no names at all. */
const WIDE =
  /^(?:I|Danmark|Norge|Sverige|Finland|Island|Norden|Europa|EU|USA|Tyskland|England|Jylland|Fyn|Sjælland|Denmark|Gud|God|Jesus|Guds|Facebook|Google|Netflix|Youtube|YouTube|TV|Internet|Danish|English)$/u;
/** In these words the editor hides or explains somebody or something near the name. */
const PERSON_MASK =
  /navn på (?:medarbejder|mentor|\p{L}*person)|medarbejder|mentor|datter|søn|kontaktperson|ven|kæreste|name of/iu;

/**
 * A name of a third person, shop, place or organisation left standing in speech while the same report hides others of its
 * kind. Evidence is a capital inside a sentence, never a list of places; a masked passage in the same excerpt makes it a
 * warning, since there the editor looked and missed it, otherwise it is a note. A name known to be a replacement is none.
 */
export function unmasked(report: PublishedReport, text: AuditText): Finding[] {
  const findings: Finding[] = [];
  const masks = report.excerpts.some((excerpt) => excerpt.marks.some((mark) => mark.kind === 'masked'));
  if (!masks) return findings;
  const lower = commonWords(report);
  for (const excerpt of report.excerpts) {
    const names = properNames(excerpt, text, lower);
    if (names.length === 0) continue;
    const hidden = hiddenIn(excerpt);
    const words = [...new Set(names.map((name) => name.word))];
    const list = words.map((word) => `»${word}«`).join(', ');
    const person = words.some((word) => PERSON_MASK.test(explained(excerpt, word)));
    const bracketed = names.some((name) => insideBracket(name));
    const close = hidden[0];
    findings.push({
      rule: 'unmasked',
      severity: close || bracketed ? 'warning' : 'note',
      line: names[0]?.line ?? excerpt.fromLine,
      message: {
        da:
          `${list} står åbent i uddraget med ${excerpt.person}` +
          (close
            ? `, hvor ${close.text} er skjult`
            : bracketed || person
              ? ', i redaktørens egen forklaring'
              : ', mens rapporten ellers skjuler navne'),
        en:
          `${list} ${words.length === 1 ? 'stands' : 'stand'} open in the excerpt of ${excerpt.person}` +
          (close
            ? `, where ${close.text} is hidden`
            : bracketed || person
              ? ', in the editor’s own explanation'
              : ', while the report hides names elsewhere'),
      },
      passages: [
        ...onePerLine(names)
          .slice(0, 4)
          .map((name) => ({
            line: name.line,
            text: passage(name.turn.text, name.from, name.from + name.word.length, 50),
          })),
        ...hidden.slice(0, 2),
      ],
    });
  }
  return findings;
}

/** Words that the report also writes small: capitals of theirs are emphasis or a quoted beginning, not names. */
function commonWords(report: PublishedReport): Set<string> {
  const lower = new Set<string>();
  for (const span of [...report.paragraphs, ...report.excerpts.flatMap((excerpt) => excerpt.turns)]) {
    for (const match of span.text.matchAll(/(?<![\p{L}-])\p{Ll}[\p{L}]+/gu))
      lower.add(match[0].toLowerCase());
  }
  return lower;
}

function properNames(excerpt: PublishedExcerpt, text: AuditText, lower: ReadonlySet<string>): Proper[] {
  const found: Proper[] = [];
  for (const turn of excerpt.turns) {
    for (const match of turn.text.matchAll(
      edged(
        /(?<=[\p{L}\d,–] )(?<!\b(?:hr\.|fru|\p{Lu}\p{L}+) )(?:\p{Lu}\p{Ll}{2,}(?:[-’'‘]\p{L}+)?)(?: \p{Lu}\p{Ll}{2,})*/gu,
      ),
    )) {
      const word = match[0].replace(/[’']s?$/u, '');
      const root = word.replace(/s$/u, '');
      const known =
        text.ages.has(word) ||
        text.ages.has(root) ||
        excerpt.person.includes(word) ||
        isReplacement(word, text.known);
      // A theory, a film or a test carries a name without pointing at anybody.
      if (
        /^\s(?:pyramide|behovspyramide|teori|model|metode|skala|test|film)/u.test(
          turn.text.slice(match.index + match[0].length),
        )
      )
        continue;
      if (/-\p{Ll}/u.test(word) && !word.includes(' ')) continue;
      if (
        known ||
        WIDE.test(word) ||
        WIDE.test(root) ||
        lower.has(word.toLowerCase()) ||
        lower.has(root.toLowerCase())
      )
        continue;
      found.push({ word, turn, from: match.index, line: lineOfOffset(turn, match.index) });
    }
    for (const match of turn.text.matchAll(
      edged(/(?<=\b(?:i|på|fra|ind i|medlem af|hos) )\p{Lu}{3,5}\b(?= [–-] \p{Lu})/gu),
    )) {
      if (text.known.has(match[0])) continue;
      found.push({ word: match[0], turn, from: match.index, line: lineOfOffset(turn, match.index) });
    }
  }
  return found;
}

/** Whether a name was chosen in the place of another, genitives and names of several replacements included. */
function isReplacement(name: string, known: ReadonlySet<string>): boolean {
  const has = (form: string) => known.has(form) || known.has(form.replace(/s$/u, ''));
  return has(name) || name.split(' ').every(has);
}

function onePerLine(names: readonly Proper[]): Proper[] {
  const lines = new Set<number>();
  return names.filter(({ line }) => !lines.has(line) && lines.add(line));
}

function insideBracket({ turn, from }: Proper): boolean {
  const opens = turn.text.lastIndexOf('[', from);
  return opens !== -1 && turn.text.indexOf(']', opens) > from;
}

function explained(excerpt: PublishedExcerpt, word: string): string {
  for (const turn of excerpt.turns) {
    const at = turn.text.indexOf(word);
    const bracket = at === -1 ? null : /^[^\s]*\s?\[([^\]]+)\]/u.exec(turn.text.slice(at));
    if (bracket) return bracket[1] ?? '';
  }
  return '';
}

function hiddenIn(excerpt: PublishedExcerpt): FindingPassage[] {
  return excerpt.marks
    .filter((mark) => mark.kind === 'masked')
    .map((mark) => {
      const turn = excerpt.turns[mark.turn];
      return { line: turn ? lineOfOffset(turn, mark.from) : excerpt.fromLine, text: mark.text };
    });
}
