import { languagesOf } from '../text/language.js';
import { documentOfText, type Document, type DocumentForm, type PlaceUnit, type Unread } from './document.js';
import { GRAMMARS, type GrammarName } from './grammars/index.js';
import type { Grammar, Opening } from './grammars/opening.js';
import { layOut, type LaidOut } from './lay-out.js';
import { readMarks } from './marks.js';
import { possibleSpeakers, withAnswered, type Answers, type PossibleSpeaker } from './possible-speakers.js';
import { guessRoles, isRoleWord, type Speaker } from './roles.js';
import type { Mark, Turn, TurnRole } from './source.js';

/** A transcript as it was understood: its text, who speaks where, and what is no word of theirs. */
export interface ReadTranscript {
  readonly text: string;
  readonly grammar: GrammarName;
  readonly turns: Turn[];
  readonly marks: Mark[];
  /** Every label found, with the role it was given and why. */
  readonly speakers: Speaker[];
  /** Every grammar that finds turns in the text (of a long one its beginning), the best first. `score` is from 0 to 1. */
  readonly grammars: { name: GrammarName; score: number; turns: number; speakers: number }[];
  /** Words that may be speakers and come too seldom to be taken for one: asked, and what was answered. */
  readonly possible: PossibleSpeaker[];
  /** What had to be forgiven: labels misspelt, words before the first turn. */
  readonly slips: Unread[];
}

/** What a person chose instead of what was proposed. */
export interface ReadingWish {
  readonly grammar?: GrammarName;
  readonly roles?: Readonly<Record<string, TurnRole>>;
  /** Whether a word before a colon is a speaker, where it comes too seldom to be told. */
  readonly speakers?: Answers;
}

/**
 * Reads a document as a transcript. Every grammar is tried; the one that explains most of the text is taken, unless another is
 * wished for. Turns lie in order, never over each other, and hold no blanks at their ends.
 */
export function understand(document: Document, wish: ReadingWish = {}): ReadTranscript {
  const page = layOut(document);
  const part = beginningOf(page);
  const tried = GRAMMARS.map((grammar) => {
    const openings = grammar.openings(part);
    const turns = turnsOf(part, openings);
    return { grammar, openings, turns, score: scoreOf(part, grammar, turns) };
  }).filter(({ turns, score }) => turns.length > 0 && score > 0);
  const ranked = tried.toSorted((a, b) => b.score - a.score);
  const taken = (wish.grammar && tried.find(({ grammar }) => grammar.name === wish.grammar)) || ranked[0];
  const answers = wish.speakers ?? {};
  const openings = !taken
    ? []
    : part === page && !wish.speakers
      ? taken.openings
      : withAnswered(page, taken.grammar.openings(page), answers);
  const spoken = turnsOf(page, openings);
  const speakers = guessRoles(speakersOf(page.text, spoken, answers), wish.roles);
  const possible = speakers.length > 0 ? possibleSpeakers(page, openings, answers) : [];
  const roles = new Map(speakers.map(({ label, role }) => [label, role]));
  const codes = timeCodes(page);
  const signs = readMarks(page.text);
  const marks = [...signs, ...page.marks, ...codes].sort((a, b) => a.from - b.from || a.to - b.to);
  const named = speakers.length > 0;
  const languages = languagesOf(
    spoken.map(({ from, to }) => page.text.slice(from, Math.min(to, from + 4000))),
  );
  const turns = spoken.map(({ opening, from, to }, i): Turn => {
    const label = opening?.label ?? null;
    const language = languages[i];
    return {
      from,
      to,
      role: label === null ? (opening && !named ? 'interviewee' : 'other') : roles.get(label)!,
      label,
      time: opening?.time ?? null,
      line: opening ? opening.line : lineAt(page, from),
      ...(language ? { language } : {}),
    };
  });
  return {
    text: page.text,
    grammar: taken?.grammar.name ?? 'monologue',
    turns: timesFromCodes(turns, spoken, signs, codes),
    marks,
    speakers,
    grammars: ranked.map(({ grammar, score, turns: found }) => ({
      name: grammar.name,
      score: Math.round(score * 1000) / 1000,
      turns: found.length,
      speakers: new Set(found.flatMap(({ opening }) => opening?.label ?? [])).size,
    })),
    possible,
    slips: [
      ...slipsOf(page, UNITS[document.form] ?? 'line', spoken, named),
      ...questions(possible, UNITS[document.form] ?? 'line'),
    ],
  };
}

/** As much of a long text as is enough to see how it says who speaks: some thirty hours of talk. */
const ENOUGH = 2_000_000;

function beginningOf(page: LaidOut): LaidOut {
  if (page.text.length <= ENOUGH) return page;
  const paragraphs = page.paragraphs.filter(({ to }) => to <= ENOUGH);
  const text = page.text.slice(0, paragraphs.at(-1)?.to ?? 0);
  // A single paragraph longer than that is all there is to see.
  return paragraphs.length === 0
    ? page
    : { text, paragraphs, marks: page.marks.filter(({ to }) => to <= text.length) };
}

/** Reads turns off a plain text. */
export const readTurns = (text: string): ReadTranscript => understand(documentOfText(text));

/** A turn before its speaker has a role; without an opening it is what stands before the first. */
interface Spoken {
  readonly opening: Opening | null;
  readonly from: number;
  readonly to: number;
}

function turnsOf({ text }: LaidOut, openings: readonly Opening[]): Spoken[] {
  const turns: Spoken[] = [];
  const add = (opening: Opening | null, from: number, to: number) => {
    const words = text.slice(from, to);
    const start = from + (words.length - words.trimStart().length);
    const end = from + words.trimEnd().length;
    if (start < end) turns.push({ opening, from: start, to: end });
  };
  const [first] = openings;
  if (!first) return turns;
  add(null, 0, first.at);
  openings.forEach((opening, i) => {
    const next = openings[i + 1]?.at ?? text.length;
    add(opening, opening.from, Math.min(opening.to ?? next, next));
    // What stands after a table's row is nobody's.
    const after = openings[i + 1];
    if (
      opening.to !== undefined &&
      opening.to < next &&
      (!after || /\n\n/.test(text.slice(opening.to, next).trimEnd()))
    )
      add(null, opening.to, next);
  });
  return turns;
}

/**
 * How much of a text a grammar explains, from 0 to 1: the share of its characters that stand in turns (half where the turn has
 * no name), times the share of turns whose label comes back or is a word for a speaker, less where nobody answers, times its trust.
 */
function scoreOf({ text }: LaidOut, grammar: Grammar, turns: readonly Spoken[]): number {
  const counts = new Map<string, number>();
  let held = 0;
  let named = 0;
  for (const { opening, from, to } of turns) {
    if (!opening) continue;
    const { label } = opening;
    held += (to - from) * (label === null ? 0.5 : 1);
    if (label === null) continue;
    named++;
    counts.set(label, (counts.get(label) ?? 0) + 1);
  }
  const all = Math.max(
    1,
    text.length - turns.reduce((sum, { opening }) => sum + (opening ? opening.from - opening.at : 0), 0),
  );
  let back = 0;
  for (const [label, n] of counts) if (n > 1 || grammar.certain || isRoleWord(label)) back += n;
  const returning = named === 0 ? 1 : back / named;
  const answers = counts.size === 1 ? 0.7 : 1;
  return grammar.trust * Math.min(1, held / all) * returning * answers;
}

/** What is still open about who speaks, and what a person said is no speaker. */
function questions(possible: readonly PossibleSpeaker[], unit: PlaceUnit): Unread[] {
  return possible.flatMap(({ label, line, text, speaks }) =>
    speaks === true
      ? []
      : [
          {
            line,
            unit,
            kind: speaks === null ? 'label-once' : 'label-refused',
            text: `${label}: ${text}`,
          },
        ],
  );
}

function speakersOf(text: string, turns: readonly Spoken[], answers: Answers) {
  const said = new Set(Object.entries(answers).flatMap(([label, speaks]) => (speaks ? [label] : [])));
  const speakers = new Map<
    string,
    { label: string; turns: number; asks: number; joint: boolean; said: boolean }
  >();
  for (const { opening, from, to } of turns) {
    if (!opening?.label) continue;
    const { label } = opening;
    const speaker = speakers.get(label) ?? { label, turns: 0, asks: 0, joint: true, said: said.has(label) };
    speaker.turns++;
    if (text.slice(from, to).includes('?')) speaker.asks++;
    speaker.joint &&= opening.slip?.kind === 'label-joint';
    speakers.set(label, speaker);
  }
  return [...speakers.values()];
}

/** Where subtitles begin: each is a time mark over its words. */
function timeCodes({ paragraphs }: LaidOut): Mark[] {
  return paragraphs.flatMap(({ from, to, of }) =>
    of.time === undefined ? [] : [{ from, to, kind: 'time' as const, seconds: of.time }],
  );
}

/**
 * Turns without a time of their own take it from the codes: from one that stands where the turn begins, else from one that
 * closes the turn before, as f4 writes them.
 */
function timesFromCodes(
  turns: Turn[],
  spoken: readonly Spoken[],
  signs: readonly Mark[],
  subtitles: readonly Mark[],
): Turn[] {
  const written = signs.flatMap(({ from, to, kind, seconds }) =>
    kind === 'time' && seconds !== undefined ? [{ from, to, seconds }] : [],
  );
  if (written.length + subtitles.length === 0) return turns;
  const starts = new Map([...written, ...subtitles].map(({ from, seconds }) => [from, seconds]));
  const ends = new Map(written.map(({ to, seconds }) => [to, seconds]));
  return turns.map((turn, i) => {
    const { opening } = spoken[i]!;
    const own = (opening ? starts.get(opening.at) : undefined) ?? turn.time ?? starts.get(turn.from);
    const time = own ?? (i > 0 ? ends.get(turns[i - 1]!.to) : undefined) ?? null;
    return { ...turn, time };
  });
}

/** Labels in the middle of a turn: two have written in one line, or a line feed was lost. Told, and left as they stand. */
const INSIDE = /[.?!…]["'”’]?[ \t]+(\p{Lu}[\p{L}\p{N}]{0,20}):[ \t]/gu;

function slipsOf(page: LaidOut, unit: PlaceUnit, turns: readonly Spoken[], named: boolean): Unread[] {
  const { text } = page;
  const slips: Unread[] = [];
  const add = (line: number | null, kind: string, words: string) =>
    slips.push({ line, unit, kind, text: words.length > 120 ? `${words.slice(0, 119)}…` : words });
  if (!named) slips.push({ line: null, unit, kind: 'no-speakers', text: String(turns.length) });
  const labels = new Set(turns.map(({ opening }) => opening?.label));
  turns.forEach(({ opening, from, to }, i) => {
    const words = text.slice(from, to);
    if (!opening || (named && opening.label === null && i === 0)) {
      add(lineAt(page, from), i === 0 ? 'before-first-turn' : 'between-turns', words);
      return;
    }
    if (opening.slip) add(opening.line, opening.slip.kind, opening.slip.printed);
    if (!named || !words.includes(':')) return;
    for (const match of words.matchAll(INSIDE))
      if (labels.has(match[1]))
        add(
          lineAt(page, from + match.index),
          'label-inside-turn',
          words.slice(match.index + 1, match.index + 60).trim(),
        );
  });
  return slips;
}

/** What the places of a form are counted by; lines where nothing else is said. */
const UNITS: Readonly<Partial<Record<DocumentForm, PlaceUnit>>> = {
  docx: 'paragraph',
  odt: 'paragraph',
  rtf: 'paragraph',
  html: 'paragraph',
  otranscribe: 'paragraph',
  pdf: 'page',
  whisper: 'cue',
};

/** The place in the file of an offset in the text. */
function lineAt({ paragraphs }: LaidOut, offset: number): number | null {
  let low = 0;
  let high = paragraphs.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (paragraphs[middle]!.from <= offset) low = middle;
    else high = middle - 1;
  }
  return paragraphs[low]?.of.line ?? null;
}
