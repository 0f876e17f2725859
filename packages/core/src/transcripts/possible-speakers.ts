import { isFunctionWord } from '../text/language.js';
import { colonCandidates } from './grammars/colon-labels.js';
import type { Opening } from './grammars/opening.js';
import type { LaidOut } from './lay-out.js';

/**
 * A word in the place of a speaker's label that comes too seldom to be taken for one: a visitor, or a sentence with a colon. Only
 * a person can tell, so it is asked; `speaks` is the answer, null while there is none.
 */
export interface PossibleSpeaker {
  readonly label: string;
  /** How often it stands so. */
  readonly n: number;
  /** Where it stands first, and the words after it. */
  readonly line: number | null;
  readonly text: string;
  readonly speaks: boolean | null;
}

/** What a person answered, by label. */
export type Answers = Readonly<Record<string, boolean>>;

/** Words before a colon that are no speakers in any talk: notes of the one who types, and what leads a list or an example. */
const NO_SPEAKERS = new Set(
  `note notat noter nb obs fx eks eksempel eksempelvis eksempler ps pst dvs jf altså pointe pause dato tid tidspunkt sted lokale kilde emne tema
  titel fil filnavn optagelse varighed længde side spørgsmål svar kommentar bemærkning citat konklusion opsummering resumé baggrund
  resultat problem løsning fordel ulempe først dernæst bagefter derefter endelig desuden først sidst ergo sandheden tanken svaret problemet
  notes remark example examples eg ie ex viz date time place location source topic theme title file recording duration length page question
  answer comment quote conclusion summary background result problem solution advantage first second third then finally also fact anmerkung
  hinweis beispiel datum ort thema frage antwort anteckning exempel plats fråga svar merknad eksempel spørsmål http https`
    .split(/\s+/)
    .filter(Boolean),
);
/** `Anden kvinde:` is one more who speaks. */
const ANOTHER = /^(?:anden|annen|annan|andere)$/u;
const LONGEST = 3;
const SHOWN = 80;
/** Whoever writes more different words before a colon than this does not name speakers by them. */
const MOST = 40;

/** Whether words may name somebody who speaks: few, with a capital, none of them a word that holds a sentence together. */
function mayName(label: string): boolean {
  const words = label.split(/[\s.&/+]+/u).filter(Boolean);
  if (words.length === 0 || words.length > LONGEST || !/^\p{Lu}/u.test(label)) return false;
  return !words.some((word, i) => {
    const small = word.toLowerCase();
    return NO_SPEAKERS.has(small) || (isFunctionWord(small) && !(i === 0 && ANOTHER.test(small)));
  });
}

const plain = (label: string) => label.toLowerCase();

/** The turns that begin where a person said that somebody speaks, put among those that the grammar found. */
export function withAnswered(page: LaidOut, openings: readonly Opening[], answers: Answers): Opening[] {
  const yes = new Map(
    Object.entries(answers).flatMap(([label, speaks]) => (speaks ? [[plain(label), label] as const] : [])),
  );
  if (yes.size === 0) return [...openings];
  const found = new Set(openings.map(({ at }) => at));
  const more: Opening[] = [];
  for (const { sign, ...candidate } of colonCandidates(page)) {
    const label = sign === ':' ? yes.get(plain(candidate.label)) : undefined;
    if (label !== undefined && !found.has(candidate.at)) more.push({ ...candidate, label });
  }
  return [...openings, ...more].sort((a, b) => a.at - b.at);
}

/**
 * Words that may be speakers among those that are none, in the order in which they stand, with what was answered. What stands before
 * the first turn is the head of the paper, and not asked about.
 */
export function possibleSpeakers(
  page: LaidOut,
  openings: readonly Opening[],
  answers: Answers,
): PossibleSpeaker[] {
  const [first] = openings;
  if (!first) return [];
  const given = new Map(Object.entries(answers).map(([label, speaks]) => [plain(label), speaks]));
  const turns = new Set(openings.map(({ at }) => at));
  const found = new Map<string, PossibleSpeaker>();
  for (const { at, from, label, sign, line } of colonCandidates(page)) {
    const key = plain(label);
    const speaks = given.get(key) ?? null;
    if (sign !== ':' || (speaks === null && (at < first.at || turns.has(at) || !mayName(label)))) continue;
    const known = found.get(key);
    if (known) {
      found.set(key, { ...known, n: known.n + 1 });
      continue;
    }
    const end = page.text.indexOf('\n', from);
    const text = page.text.slice(from, Math.min(end < 0 ? page.text.length : end, from + SHOWN + 1)).trim();
    // A word alone on its line is a heading.
    if (speaks === null && text === '') continue;
    found.set(key, {
      label,
      n: 1,
      line,
      text: text.length > SHOWN ? `${text.slice(0, SHOWN - 1)}…` : text,
      speaks,
    });
  }
  const list = [...found.values()];
  return list.length > MOST ? list.filter(({ speaks }) => speaks !== null) : list;
}
