import { ChangedPlaces, type TextChanges } from './change.js';
import type { Span } from './spans.js';
import { wholeLetters } from './whole-letters.js';

/** What became of a stretch when its text was changed. */
export type Carried =
  /** It stands on the same words. */
  | { readonly is: 'same'; readonly span: Span }
  /** Some of its words became others; `kept` is the part of it, 0 to 1, that is still there. */
  | { readonly is: 'changed'; readonly span: Span; readonly kept: number }
  /** Its words were taken out here and stand, exactly once, somewhere else. */
  | { readonly is: 'moved'; readonly span: Span }
  /** What it stood on is gone. */
  | { readonly is: 'lost' };

/**
 * Carries stretches of a text over its changes, so that each stands on the words it stood on. Words that were put in at an end of
 * a stretch stay outside it; words that one of its own became belong to it. A stretch is lost when its words were taken out, and
 * when nothing is left of it and what came instead reaches beyond it: then nobody can say that it is still about this.
 */
export function carrySpans(
  before: string,
  after: string,
  changes: TextChanges,
  spans: readonly Span[],
): Carried[] {
  const places = new ChangedPlaces(changes);
  return spans.map((span): Carried => {
    const { kept, cut } = places.left(span);
    const carried = wholeLetters(after, { from: places.start(span.from), to: places.end(span.to) });
    const words = before.slice(span.from, span.to);
    if (carried.from < carried.to && (kept > 0 || !cut)) {
      if (after.slice(carried.from, carried.to) === words) return { is: 'same', span: carried };
      if (kept > 0 || after.slice(carried.from, carried.to).trim() !== '')
        return { is: 'changed', span: carried, kept: kept / (span.to - span.from) };
    }
    const at = onlyPlace(before, words) < 0 ? -1 : onlyPlace(after, words);
    return at < 0 ? { is: 'lost' } : { is: 'moved', span: { from: at, to: at + words.length } };
  });
}

/** Too few letters to be sure that the same words elsewhere are the ones that were taken out. */
const SHORT = 12;

/** Where words stand that stand once and only once, or -1. */
function onlyPlace(text: string, words: string): number {
  if (words.length < SHORT) return -1;
  const at = text.indexOf(words);
  return at >= 0 && text.indexOf(words, at + 1) < 0 ? at : -1;
}
