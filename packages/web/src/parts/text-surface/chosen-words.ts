import type { Span, Turn } from '@bagom/core';

/**
 * What is chosen as the study stores it: without white space at its ends, and without the label of who speaks, which stands in the
 * margin and cannot be seen to be chosen. Null when no words are left.
 */
export function chosenWords(text: string, turns: readonly Turn[], { from, to }: Span): Span | null {
  const first = turns.find((turn) => turn.to > from);
  const start = first && isInLabel(text, first, from) ? first.from : from;
  const last = turns.find((turn) => turn.from >= to);
  const end = last && isInLabel(text, last, to - 1) ? lineOf(text, last.from) : to;
  const words = text.slice(start, end);
  const trimmed = {
    from: start + (words.length - words.trimStart().length),
    to: start + words.trimEnd().length,
  };
  return trimmed.from < trimmed.to ? trimmed : null;
}

const lineOf = (text: string, at: number) => text.lastIndexOf('\n', at - 1) + 1;

const isInLabel = (text: string, turn: Turn, at: number) =>
  turn.label !== null && at < turn.from && at >= lineOf(text, turn.from);
