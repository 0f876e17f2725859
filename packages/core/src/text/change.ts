import type { Span } from './spans.js';

/** The words from `from` to `to` become `insert`. Offsets are those of the text before the change. */
export interface TextChange extends Span {
  readonly insert: string;
}

/** Changes of one text: in text order, without overlaps. */
export type TextChanges = readonly TextChange[];

/** The text after the changes. Throws where they overlap, are out of order, or leave the text. */
export function changeText(text: string, changes: TextChanges): string {
  const parts: string[] = [];
  let at = 0;
  for (const { from, to, insert } of changes) {
    if (from < at || to < from || to > text.length)
      throw new RangeError(`a change from ${from} to ${to} overlaps another or leaves the text`);
    parts.push(text.slice(at, from), insert);
    at = to;
  }
  parts.push(text.slice(at));
  return parts.join('');
}

/** Where the places of a text are after its changes. Made once, asked often: each question is a binary search. */
export class ChangedPlaces {
  readonly #changes: TextChanges;
  /** By how much places after change i have moved, all changes up to it counted. */
  readonly #moved: Int32Array;

  constructor(changes: TextChanges) {
    this.#changes = changes;
    this.#moved = new Int32Array(changes.length);
    let moved = 0;
    changes.forEach(({ from, to, insert }, i) => {
      moved += insert.length - (to - from);
      this.#moved[i] = moved;
    });
  }

  /** The number of the first change that ends after a place, or at it. */
  first(at: number): number {
    let low = 0;
    let high = this.#changes.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#changes[middle]!.to < at) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  #before(i: number): number {
    return i === 0 ? 0 : this.#moved[i - 1]!;
  }

  /** Where a stretch that begins here begins: after what was put in before it, and with what its first words became. */
  start(at: number): number {
    for (let i = this.first(at); i < this.#changes.length; i++) {
      const { from, to } = this.#changes[i]!;
      if (from > at) return at + this.#before(i);
      if (to > at) return from + this.#before(i);
    }
    return at + this.#before(this.#changes.length);
  }

  /** Where a stretch that ends here ends: before what was put in after it, and with what its last words became. */
  end(at: number): number {
    for (let i = this.first(at); i < this.#changes.length; i++) {
      const { from, to, insert } = this.#changes[i]!;
      if (from >= at) return at + this.#before(i);
      if (to >= at) return from + this.#before(i) + insert.length;
    }
    return at + this.#before(this.#changes.length);
  }

  /** How much of a stretch is still there, in UTF-16 units, and whether a change reaches over one of its ends. */
  left({ from, to }: Span): { kept: number; cut: boolean } {
    let gone = 0;
    let cut = false;
    for (let i = this.first(from); i < this.#changes.length; i++) {
      const change = this.#changes[i]!;
      if (change.from >= to) break;
      const shared = Math.min(change.to, to) - Math.max(change.from, from);
      if (shared <= 0) continue;
      gone += shared;
      cut ||= change.from < from || change.to > to;
    }
    return { kept: to - from - gone, cut };
  }
}
