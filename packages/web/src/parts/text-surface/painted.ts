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
  /** On the interviewer's words: drawn as a double line. */
  asked: boolean;
  /** Beside the point just now: a stripe, no wash. */
  quiet: boolean;
}

/** What is painted on a text: asked for the stretch in sight only, in text order. */
export interface Painter {
  over: (from: number, to: number) => readonly PaintedSpan[];
}

/** Gives a text what is painted on it. */
export const setPainter = StateEffect.define<Painter>();
/** The spans that are looked at: drawn with a frame. */
export const setLooked = StateEffect.define<ReadonlySet<string>>();

export interface Painted {
  painter: Painter;
  looked: ReadonlySet<string>;
}

export const painted = StateField.define<Painted>({
  create: () => ({ painter: { over: () => [] }, looked: new Set() }),
  update(value, transaction) {
    let next = value;
    for (const effect of transaction.effects) {
      if (effect.is(setPainter)) next = { ...next, painter: effect.value };
      if (effect.is(setLooked)) next = { ...next, looked: effect.value };
    }
    return next;
  },
});
