import { ChangedPlaces, type TextChanges } from '../text/change.js';
import { languagesOf } from '../text/language.js';
import { documentOfText } from './document.js';
import { readMarks } from './marks.js';
import type { Mark, SourceVersion, Turn, TurnRole } from './source.js';
import { understand, type ReadTranscript } from './understand.js';

/** A place in the new text, and where in the recording it was said (seconds). */
export interface TimedPlace {
  readonly at: number;
  readonly seconds: number;
}

export interface NextTurns {
  readonly turns: Turn[];
  readonly marks: Mark[];
  /** `read`: the text itself says who speaks and was read anew; `carried`: the turns followed their words. */
  readonly how: 'read' | 'carried';
}

/**
 * Who speaks where in a text that was changed. If reading the old text gives the turns it has, the text itself says who speaks,
 * and the new one is read in the same way: a label that was put in begins a turn. Otherwise (bold names, a table, voices of a
 * subtitle) the turns follow their words. Roles, times and lines that were known stay with the words they belong to.
 */
export function nextTurns(
  old: SourceVersion,
  before: string,
  after: string,
  changes: TextChanges,
  times: readonly TimedPlace[] = [],
): NextTurns {
  const places = new ChangedPlaces(changes);
  const signs = new Set(readMarks(before).map(keyOf));
  const marks = [
    ...old.marks.flatMap((mark) => (signs.has(keyOf(mark)) ? [] : moved(places, after, mark))),
    ...readMarks(after),
  ].sort((a, b) => a.from - b.from || a.to - b.to);
  const carried = old.turns.flatMap((turn) => moved(places, after, turn, true));
  const read = readAgain(old, before, after);
  if (!read) return { turns: timed(spoken(after, carried), times), marks, how: 'carried' };
  let at = 0;
  const turns = read.turns.map(({ line: _line, ...turn }): Turn => {
    while (at < carried.length && carried[at]!.to <= turn.from) at++;
    const known = carried[at];
    const same = known && known.from < turn.to ? known : null;
    // One turn that became two: the second is new.
    if (same) at++;
    return {
      ...turn,
      role: same && same.label === turn.label ? same.role : turn.role,
      time: turn.time ?? same?.time ?? null,
      line: same?.line ?? null,
    };
  });
  return { turns: timed(turns, times), marks, how: 'read' };
}

const keyOf = ({ from, to, kind }: Mark): string => `${from} ${to} ${kind}`;

function moved<T extends { from: number; to: number }>(
  places: ChangedPlaces,
  after: string,
  stretch: T,
  /** Whether words that were put in at its ends are part of it: of a turn they are, of words in italics not. */
  withEnds = false,
): T[] {
  const { kept, cut } = places.left(stretch);
  const [first, last] = [places.start(stretch.from), places.end(stretch.to)];
  const from = withEnds ? Math.min(first, places.end(stretch.from)) : first;
  const to = withEnds ? Math.max(last, places.start(stretch.to)) : last;
  if (from >= to || (kept === 0 && cut)) return [];
  const words = after.slice(from, to);
  const start = from + (words.length - words.trimStart().length);
  const end = from + words.trimEnd().length;
  return start < end ? [{ ...stretch, from: start, to: end }] : [];
}

/** The new text, read as the old one was; null where the text alone does not say who speaks. */
function readAgain(old: SourceVersion, before: string, after: string): ReadTranscript | null {
  const roles: Record<string, TurnRole> = {};
  const speakers: Record<string, boolean> = {};
  for (const { label, role } of old.turns)
    if (label !== null) {
      roles[label] = role;
      speakers[label] = true;
    }
  const same = ({ turns }: ReadTranscript) =>
    turns.length === old.turns.length &&
    turns.every((turn, i) => {
      const { from, to, label, role } = old.turns[i]!;
      // Without a label only the reading says who it is; roles of labels are handed on.
      return (
        turn.from === from && turn.to === to && turn.label === label && (label !== null || turn.role === role)
      );
    });
  const first = understand(documentOfText(before), { roles, speakers });
  // An empty text says nothing yet: what was typed says it.
  if (old.turns.length === 0) return understand(documentOfText(after), { roles });
  if (same(first)) return understand(documentOfText(after), { grammar: first.grammar, roles, speakers });
  const other = first.grammars.find(
    ({ name, turns }) =>
      name !== first.grammar &&
      turns === old.turns.length &&
      same(understand(documentOfText(before), { grammar: name, roles, speakers })),
  );
  return other ? understand(documentOfText(after), { grammar: other.name, roles, speakers }) : null;
}

/** Turns in order without overlaps, each with the language of its words as they are now. */
function spoken(after: string, carried: readonly Turn[]): Turn[] {
  const kept = carried.reduce<Turn[]>((turns, turn) => {
    const from = Math.max(turn.from, turns.at(-1)?.to ?? 0);
    return from < turn.to ? [...turns, { ...turn, from }] : turns;
  }, []);
  const languages = languagesOf(kept.map(({ from, to }) => after.slice(from, Math.min(to, from + 4000))));
  return kept.map(({ language: _old, ...turn }, i) => {
    const language = languages[i];
    return language ? { ...turn, language } : turn;
  });
}

/** Each given time belongs to the turn that ends after its place: that of its words, or the next when it stands before them. */
function timed(turns: readonly Turn[], times: readonly TimedPlace[]): Turn[] {
  if (times.length === 0) return [...turns];
  const of = new Map<number, number>();
  for (const { at, seconds } of times) {
    const index = turns.findIndex(({ to }) => to >= at);
    if (index >= 0 && !of.has(index)) of.set(index, seconds);
  }
  return turns.map((turn, i) => {
    const seconds = of.get(i);
    return seconds === undefined ? turn : { ...turn, time: seconds };
  });
}
