import { lineOfOffset } from '../published.js';
import type { PublishedExcerpt, PublishedReport, PublishedTurn } from '../published.js';
import { passage, type Finding } from './finding.js';
import { wordsOf, type Word } from './words.js';

const RUN = 9;

interface Spoken {
  readonly excerpt: PublishedExcerpt;
  readonly turn: PublishedTurn;
  readonly words: readonly Word[];
}

interface Overlap {
  readonly a: Spoken;
  readonly b: Spoken;
  fromA: number;
  toA: number;
  fromB: number;
  toB: number;
}

/**
 * The same answer printed in two places must read the same, or one printing has been edited: the reader cannot know which
 * words were said. The same words under two pseudonyms give a person away twice and cannot both be true.
 */
export function quotePrintedTwice(report: PublishedReport): Finding[] {
  const first = new Map<string, { spoken: Spoken; at: number }>();
  const overlaps = new Map<string, Overlap>();
  const ids = new Map<Spoken, number>();
  for (const excerpt of report.excerpts) {
    for (const turn of excerpt.turns) {
      if (turn.role !== 'interviewee') continue;
      const spoken: Spoken = { excerpt, turn, words: wordsOf(turn.text) };
      ids.set(spoken, ids.size);
      for (let at = 0; at + RUN <= spoken.words.length; at += 1) {
        const key = spoken.words
          .slice(at, at + RUN)
          .map((word) => word.text.toLowerCase())
          .join(' ');
        const earlier = first.get(key);
        if (!earlier) first.set(key, { spoken, at });
        else if (earlier.spoken.excerpt !== excerpt) {
          const pair = `${ids.get(earlier.spoken)}:${ids.get(spoken)}`;
          const known = overlaps.get(pair);
          if (known) {
            known.toA = Math.max(known.toA, earlier.at + RUN);
            known.fromA = Math.min(known.fromA, earlier.at);
            known.toB = at + RUN;
          } else {
            const [fromA, fromB] = [earlier.at, at];
            overlaps.set(pair, {
              a: earlier.spoken,
              b: spoken,
              fromA,
              toA: fromA + RUN,
              fromB,
              toB: fromB + RUN,
            });
          }
        }
      }
    }
  }
  return [...overlaps.values()].flatMap((overlap) => describe(overlap));
}

function describe({ a, b, fromA, toA, fromB, toB }: Overlap): Finding[] {
  const cut = (
    spoken: Spoken,
    from: number,
    to: number,
  ): { from: number; to: number; text: string; line: number } => {
    const start = spoken.words[from]?.from ?? 0;
    const end = spoken.words[to - 1]?.to ?? spoken.turn.text.length;
    return {
      from: start,
      to: end,
      text: spoken.turn.text.slice(start, end),
      line: lineOfOffset(spoken.turn, start),
    };
  };
  const [one, two] = [cut(a, fromA, toA), cut(b, fromB, toB)];
  const differences = wordDifferences(a.words.slice(fromA, toA), b.words.slice(fromB, toB));
  const same = a.excerpt.person === b.excerpt.person;
  const who = same ? a.excerpt.person : `${a.excerpt.person} / ${b.excerpt.person}`;
  const shown = differences
    .slice(0, 4)
    .map(([x, y]) => `»${x || '–'}« / »${y || '–'}«`)
    .join('; ');
  const words = toB - fromB;
  let da = `samme svar af ${who} er trykt to gange (${words} ord, linje ${one.line} og ${two.line})`;
  let en = `the same answer by ${who} is printed twice (${words} words, lines ${one.line} and ${two.line})`;
  if (!same)
    [da, en] = [
      `samme ord er trykt under to pseudonymer: ${who}`,
      `the same words are printed under two pseudonyms: ${who}`,
    ];
  if (differences.length > 0)
    [da, en] = [`${da} med forskellige ord: ${shown}`, `${en} with different words: ${shown}`];
  else if (one.text !== two.text)
    [da, en] = [`${da}; kun tegnsætningen er forskellig`, `${en}; only the punctuation differs`];
  return [
    {
      rule: 'quote-printed-twice',
      severity: !same ? 'error' : differences.length > 0 ? 'warning' : 'note',
      line: two.line,
      message: { da, en },
      passages: [
        { line: one.line, text: passage(one.text) },
        { line: two.line, text: passage(two.text) },
      ],
    },
  ];
}

/** The words that differ between two nearly equal runs, in order, as pairs of what one and the other prints. */
export function wordDifferences(a: readonly Word[], b: readonly Word[]): [string, string][] {
  if (a.length * b.length > 400_000) return [];
  const width = b.length + 1;
  const table = new Uint16Array((a.length + 1) * width);
  const same = (i: number, j: number): boolean => a[i]?.text.toLowerCase() === b[j]?.text.toLowerCase();
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      const here = i * width + j;
      table[here] = same(i, j)
        ? (table[here + width + 1] ?? 0) + 1
        : Math.max(table[here + width] ?? 0, table[here + 1] ?? 0);
    }
  }
  const pairs: [string, string][] = [];
  let [i, j, left, right] = [0, 0, '', ''];
  const flush = (): void => {
    if (left !== '' || right !== '') pairs.push([left.trim(), right.trim()]);
    [left, right] = ['', ''];
  };
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && same(i, j)) {
      flush();
      i += 1;
      j += 1;
    } else if (
      j >= b.length ||
      (i < a.length && (table[(i + 1) * width + j] ?? 0) >= (table[i * width + j + 1] ?? 0))
    ) {
      left += ` ${a[i]?.text ?? ''}`;
      i += 1;
    } else {
      right += ` ${b[j]?.text ?? ''}`;
      j += 1;
    }
  }
  flush();
  return pairs;
}
