import { flatten, type Segment } from '@bagom/core';
import { StateEffect, StateField } from '@codemirror/state';

/** A stretch in a code's colour. */
export interface PaintedSpan {
  /** Who it is for the page: a coding's id. */
  id: string;
  from: number;
  to: number;
  hue: number;
  /** The code's name, and its whole path for the tooltip. */
  name: string;
  path: string;
  /** The coder's initials. */
  by: string;
  /** Another coder than the one at work: drawn broken, so that it is not colour alone that tells. */
  broken: boolean;
  /** Beside the point just now: a stripe, no wash. */
  quiet: boolean;
}

/** Gives a text its painted spans anew. */
export const setSpans = StateEffect.define<readonly PaintedSpan[]>();
/** The spans that are looked at: drawn with a frame. */
export const setLooked = StateEffect.define<ReadonlySet<string>>();

export interface Painted {
  spans: readonly PaintedSpan[];
  segments: readonly Segment[];
  looked: ReadonlySet<string>;
}

export const painted = StateField.define<Painted>({
  create: () => ({ spans: [], segments: [], looked: new Set() }),
  update(value, transaction) {
    let next = value;
    for (const effect of transaction.effects) {
      if (effect.is(setSpans)) next = { ...next, spans: effect.value, segments: flatten(effect.value) };
      if (effect.is(setLooked)) next = { ...next, looked: effect.value };
    }
    return next;
  },
});

/** The first segment that ends after a place: where painting begins. */
export function firstSegment(segments: readonly Segment[], from: number): number {
  let low = 0;
  let high = segments.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (segments[middle]!.to <= from) low = middle + 1;
    else high = middle;
  }
  return low;
}
