import { changeText, type TextChange, type TextChanges } from './change.js';
import { diffText } from './diff.js';
import type { Span } from './spans.js';

/** Words that both changed, and differently. */
export interface Clash {
  readonly ours: string;
  readonly theirs: string;
}

/** Two people's corrections of one text, in one. */
export interface JoinedTexts {
  readonly text: string;
  /** What turns our text into it. */
  readonly changes: TextChanges;
  /** Where both had corrected the same words differently: theirs stand in the joined text. */
  readonly clashes: readonly Clash[];
}

/**
 * Lays their corrections over ours: both had `base` before them. What only one changed comes along, what both changed alike is
 * one change, and of words that both changed differently, or side by side, theirs stand; where each put something in at the same
 * place, both stay, ours first. Whole words are compared (see `diffText`), so that no word is put together of two.
 */
export function joinTexts(base: string, ours: string, theirs: string): JoinedTexts {
  const mine = diffText(base, ours);
  const their = diffText(base, theirs);
  const changes: TextChange[] = [];
  const clashes: Clash[] = [];
  /** By how much places after the last one of ours that was passed have moved. */
  let moved = 0;
  let [i, j] = [0, 0];
  const pass = () => {
    const { from, to, insert } = mine[i++]!;
    moved += insert.length - (to - from);
  };
  while (j < their.length) {
    const first = their[j]!;
    while (i < mine.length && !isBeside(base, mine[i]!.to, first.from)) pass();
    if (i === mine.length || !meets(base, mine[i]!, first)) {
      changes.push({ from: first.from + moved, to: first.to + moved, insert: first.insert });
      j++;
      continue;
    }
    // All changes that hang together, of either.
    const together: Span = { from: Math.min(mine[i]!.from, first.from), to: Math.max(mine[i]!.to, first.to) };
    const [fromMine, fromTheir, before] = [i, j, moved];
    let reach = together.to;
    j++;
    pass();
    for (let more = true; more;) {
      more = false;
      if (i < mine.length && isBeside(base, reach, mine[i]!.from)) {
        reach = Math.max(reach, mine[i]!.to);
        pass();
        more = true;
      }
      if (j < their.length && isBeside(base, reach, their[j]!.from)) {
        reach = Math.max(reach, their[j++]!.to);
        more = true;
      }
    }
    const place = { from: together.from, to: reach };
    const our = within(base, place, mine.slice(fromMine, i));
    const other = within(base, place, their.slice(fromTheir, j));
    if (our === other) continue;
    const from = place.from + before;
    const bothPutIn = place.from === place.to;
    if (!bothPutIn) clashes.push({ ours: our.trim(), theirs: other.trim() });
    changes.push({ from, to: from + our.length, insert: bothPutIn ? our + other : other });
  }
  return { text: changeText(ours, changes), changes, clashes };
}

/** Whether there is nothing but a space between two places. */
const isBeside = (text: string, end: number, start: number): boolean =>
  start <= end || (start - end <= 4 && /^[^\S\n]*$/.test(text.slice(end, start)));

/** Whether two changes are of the same words, or of words side by side: one person's word beside the other's is no sentence of either. */
const meets = (text: string, a: Span, b: Span): boolean =>
  isBeside(text, a.to, b.from) && isBeside(text, b.to, a.from);

/** The words of a stretch after the changes in it. */
const within = (text: string, { from, to }: Span, changes: TextChanges): string =>
  changeText(
    text.slice(from, to),
    changes.map((change) => ({ ...change, from: change.from - from, to: change.to - from })),
  );

/**
 * Which of the earlier texts two others come from: the one from which both are the shortest way away, and of several the
 * earliest. A text that only one of them went through is no nearer than the one where they parted.
 */
export function partedAt(earlier: readonly string[], ours: string, theirs: string): string {
  let best = '';
  let least = Infinity;
  for (const text of earlier) {
    const way = distance(text, ours) + distance(text, theirs);
    if (way < least) [best, least] = [text, way];
  }
  return best;
}

const distance = (before: string, after: string): number =>
  diffText(before, after).reduce((sum, { from, to, insert }) => sum + (to - from) + insert.length, 0);
