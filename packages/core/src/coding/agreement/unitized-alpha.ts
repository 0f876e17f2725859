import type { Span } from '../../text/spans.js';

/** A stretch of the text that a coder cut out and gave a category. */
export interface CodedUnit extends Span {
  readonly value: string;
}

/** What a coefficient for unitizing is made of, in characters; the sums of several texts may be added up. */
export interface UnitizedSums {
  /** Coders times length, and over how much of it pairs of coders said the same. */
  readonly all: number;
  readonly agreeing: number;
  /** Of each category, '' the gaps: its length in all, and how much of what chance would pair is a stretch with itself. */
  readonly values: ReadonlyMap<string, { readonly length: number; readonly alone: number }>;
}

/** Observed and expected disagreement, in characters. */
export interface Disagreement {
  readonly observed: number;
  readonly expected: number;
}

const GAP = '';

/**
 * Alpha for unitizing (Krippendorff, Mathet, Bouvry & Widlocher 2016, Quality & Quantity 50:2347-2364; Krippendorff 2019,
 * Content Analysis, 4th ed., section 12.6), for coders who choose their own stretches. `coders` holds each coder's stretches in a
 * text of `length` characters; one coder's must not overlap. Coincidences are the lengths over which two coders' stretches lie
 * upon each other. Chance pairs the same lengths, but no stretch with itself: it cannot be cut anew, so it takes away the
 * square of its length, a gap only its length.
 */
export function unitizedSums(coders: readonly (readonly CodedUnit[])[], length: number): UnitizedSums {
  const lines = coders.map((units) => withGaps(units, length));
  let agreeing = 0;
  for (let a = 0; a < lines.length; a++)
    for (let b = a + 1; b < lines.length; b++)
      // Each pair of coders meets twice, once either way round.
      agreeing += (2 * meeting(lines[a]!, lines[b]!)) / (lines.length - 1);
  const values = new Map<string, { length: number; alone: number }>();
  for (const line of lines)
    for (const { from, to, value } of line) {
      const long = to - from;
      let sums = values.get(value);
      if (!sums) values.set(value, (sums = { length: 0, alone: 0 }));
      sums.length += long;
      sums.alone += value === GAP ? long : long * long;
    }
  return { all: coders.length * length, agreeing, values };
}

/** What was observed and what chance gives: alpha is 1 - observed / expected. */
export function unitizedDisagreement({ all, agreeing, values }: UnitizedSums): Disagreement {
  let alone = 0;
  let alike = 0;
  for (const sums of values.values()) {
    alone += sums.alone;
    alike += sums.length ** 2 - sums.alone;
  }
  return { observed: all - agreeing, expected: all - alike / (all - alone / all) };
}

/** 1 - observed / expected disagreement; several codes or texts are put together by adding both up. Null: it cannot be told. */
export function unitizedAlpha(parts: readonly Disagreement[]): number | null {
  const sum = (of: keyof Disagreement) => parts.reduce((all, part) => all + part[of], 0);
  return sum('expected') > 1e-9 ? 1 - sum('observed') / sum('expected') : null;
}

/** A coder's line from 0 to the end of the text: stretches and the gaps between them. */
function withGaps(units: readonly CodedUnit[], length: number): CodedUnit[] {
  const line: CodedUnit[] = [];
  let at = 0;
  for (const unit of units.toSorted((a, b) => a.from - b.from)) {
    if (unit.from < at || unit.to > length || unit.to <= unit.from)
      throw new RangeError(`a stretch from ${unit.from} to ${unit.to} overlaps another or leaves the text`);
    if (unit.from > at) line.push({ from: at, to: unit.from, value: GAP });
    line.push(unit);
    at = unit.to;
  }
  if (at < length) line.push({ from: at, to: length, value: GAP });
  return line;
}

/** Over how many characters two lines have the same value. */
function meeting(a: readonly CodedUnit[], b: readonly CodedUnit[]): number {
  let same = 0;
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    const one = a[i]!;
    const other = b[j]!;
    if (one.value === other.value) same += Math.min(one.to, other.to) - Math.max(one.from, other.from);
    if (one.to <= other.to) i++;
    if (other.to <= one.to) j++;
  }
  return same;
}
