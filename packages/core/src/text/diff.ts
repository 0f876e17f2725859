import type { TextChange, TextChanges } from './change.js';

/** Words, runs of white space, single signs: what a diff keeps or replaces as a whole. */
const TOKEN = /[\p{L}\p{N}\p{M}]+|\s+|[^\p{L}\p{N}\p{M}\s]/gu;

/** Tokens that together are looked for once and only once in both texts, longest first. */
const ANCHORS = [9, 5, 3, 1] as const;
/** A stretch without anchors up to this many steps is compared token by token; a larger one is replaced as a whole. */
const STEPS = 4_000_000;

/**
 * What changes turn one text into another, in whole words. Runs of tokens that stand exactly once in both texts hold the texts
 * together (patience diff, B. Cohen); between them the shortest edit is found (Myers 1986, Algorithmica 1:251-266). A word that
 * was replaced in a thousand places is a thousand changes, and the time grows with the text, not with its square.
 */
export function diffText(before: string, after: string): TextChanges {
  const a = tokensOf(before);
  const b = tokensOf(after);
  const numbers = new Map<string, number>();
  const numbered = (tokens: readonly string[]) =>
    Int32Array.from(tokens, (token) => {
      const known = numbers.get(token);
      if (known !== undefined) return known;
      numbers.set(token, numbers.size);
      return numbers.size - 1;
    });
  const changes: TextChange[] = [];
  const starts = startsOf(a);
  const startsAfter = startsOf(b);
  const replaced = ({ a0, a1, b0, b1 }: Stretch) => {
    const change = {
      from: starts[a0]!,
      to: starts[a1]!,
      insert: after.slice(startsAfter[b0], startsAfter[b1]),
    };
    const last = changes.at(-1);
    if (last && last.to === change.from)
      changes[changes.length - 1] = { from: last.from, to: change.to, insert: last.insert + change.insert };
    else changes.push(change);
  };
  compare(numbered(a), numbered(b), { a0: 0, a1: a.length, b0: 0, b1: b.length }, 0, replaced);
  return changes;
}

const tokensOf = (text: string): string[] => text.match(TOKEN) ?? [];

/** Where each token begins, and at the end where the text ends. */
function startsOf(tokens: readonly string[]): Int32Array {
  const starts = new Int32Array(tokens.length + 1);
  tokens.forEach((token, i) => (starts[i + 1] = starts[i]! + token.length));
  return starts;
}

/** Tokens a0 to a1 of one text beside b0 to b1 of the other. */
interface Stretch {
  readonly a0: number;
  readonly a1: number;
  readonly b0: number;
  readonly b1: number;
}

function compare(
  a: Int32Array,
  b: Int32Array,
  { a0, a1, b0, b1 }: Stretch,
  level: number,
  replaced: (stretch: Stretch) => void,
): void {
  while (a0 < a1 && b0 < b1 && a[a0] === b[b0]) {
    a0++;
    b0++;
  }
  while (a0 < a1 && b0 < b1 && a[a1 - 1] === b[b1 - 1]) {
    a1--;
    b1--;
  }
  if (a0 === a1 && b0 === b1) return;
  const stretch = { a0, a1, b0, b1 };
  if (a0 === a1 || b0 === b1) return replaced(stretch);
  for (let next = level; next < ANCHORS.length; next++) {
    const anchors = commonOnce(a, b, stretch, ANCHORS[next]!);
    if (anchors.length === 0) continue;
    let [fromA, fromB] = [a0, b0];
    for (const [atA, atB] of anchors) {
      // What an anchor before has covered already.
      if (atA < fromA || atB < fromB) continue;
      compare(a, b, { a0: fromA, a1: atA, b0: fromB, b1: atB }, next, replaced);
      [fromA, fromB] = [atA, atB];
      while (fromA < a1 && fromB < b1 && a[fromA] === b[fromB]) {
        fromA++;
        fromB++;
      }
    }
    return compare(a, b, { a0: fromA, a1, b0: fromB, b1 }, next, replaced);
  }
  shortest(a, b, stretch, replaced);
}

/** Runs of `length` tokens that stand once in both stretches, in an order that both keep: the longest such order. */
function commonOnce(
  a: Int32Array,
  b: Int32Array,
  { a0, a1, b0, b1 }: Stretch,
  length: number,
): [number, number][] {
  const once = (tokens: Int32Array, from: number, to: number) => {
    const places = new Map<string, number>();
    for (let i = from; i + length <= to; i++) {
      const run = tokens.subarray(i, i + length).join();
      places.set(run, places.has(run) ? -1 : i);
    }
    return places;
  };
  const inB = once(b, b0, b1);
  const pairs: [number, number][] = [];
  for (const [run, atA] of once(a, a0, a1)) {
    const atB = inB.get(run);
    if (atA >= 0 && atB !== undefined && atB >= 0) pairs.push([atA, atB]);
  }
  return longestIncreasing(pairs.sort((one, other) => one[0] - other[0]));
}

/** The longest run of pairs, already in order of the first, whose seconds rise (patience sorting). */
function longestIncreasing(pairs: readonly [number, number][]): [number, number][] {
  const tops: number[] = [];
  const before = new Int32Array(pairs.length).fill(-1);
  pairs.forEach(([, value], i) => {
    let low = 0;
    let high = tops.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (pairs[tops[middle]!]![1] < value) low = middle + 1;
      else high = middle;
    }
    if (low > 0) before[i] = tops[low - 1]!;
    tops[low] = i;
  });
  const found: [number, number][] = [];
  for (let i = tops.at(-1) ?? -1; i >= 0; i = before[i]!) found.push(pairs[i]!);
  return found.reverse();
}

/** The shortest edit of a stretch without anchors. */
function shortest(
  a: Int32Array,
  b: Int32Array,
  stretch: Stretch,
  replaced: (stretch: Stretch) => void,
): void {
  const { a0, a1, b0, b1 } = stretch;
  const n = a1 - a0;
  const m = b1 - b0;
  const furthest: Int32Array[] = [];
  let row = new Int32Array(2 * (n + m) + 3);
  const zero = n + m + 1;
  let steps = 0;
  for (let d = 0; d <= n + m; d++) {
    steps += 2 * d + 1;
    if (steps > STEPS) return replaced(stretch);
    furthest.push(row.slice(zero - d - 1, zero + d + 2));
    for (let k = -d; k <= d; k += 2) {
      let x =
        k === -d || (k !== d && row[zero + k - 1]! < row[zero + k + 1]!)
          ? row[zero + k + 1]!
          : row[zero + k - 1]! + 1;
      while (x < n && x - k < m && a[a0 + x] === b[b0 + x - k]) x++;
      row[zero + k] = x;
      if (x >= n && x - k >= m) return walkBack(furthest, stretch, replaced);
    }
  }
}

/** Reads the edit off the furthest points reached with 0, 1, 2 ... steps, last one first. */
function walkBack(
  furthest: readonly Int32Array[],
  { a0, a1, b0, b1 }: Stretch,
  replaced: (stretch: Stretch) => void,
): void {
  const edits: Stretch[] = [];
  let x = a1 - a0;
  let y = b1 - b0;
  for (let d = furthest.length - 1; d > 0; d--) {
    const at = (k: number) => furthest[d]![k + d + 1]!;
    const k = x - y;
    const down = k === -d || (k !== d && at(k - 1) < at(k + 1));
    const fromX = down ? at(k + 1) : at(k - 1);
    const fromY = fromX - (down ? k + 1 : k - 1);
    edits.push({
      a0: a0 + fromX,
      a1: a0 + fromX + Number(!down),
      b0: b0 + fromY,
      b1: b0 + fromY + Number(down),
    });
    [x, y] = [fromX, fromY];
  }
  for (const edit of joined(edits.reverse())) replaced(edit);
}

/** Edits that touch, put together, so that a replaced word is one change and not a removal and an insertion. */
function joined(edits: readonly Stretch[]): Stretch[] {
  const found: Stretch[] = [];
  for (const edit of edits) {
    const last = found.at(-1);
    if (last && last.a1 === edit.a0 && last.b1 === edit.b0)
      found[found.length - 1] = { a0: last.a0, a1: edit.a1, b0: last.b0, b1: edit.b1 };
    else found.push(edit);
  }
  return found;
}
