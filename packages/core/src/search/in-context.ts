import type { Span } from '../text/spans.js';
import type { FoundLine } from './find-words.js';
import type { IndexedWords } from './vocabulary.js';
import { endOfWord } from './words.js';

/** Words found, with those around them. `marks` are offsets in `text`; `from` and `to` are the first words found, in the whole text. */
export interface InContext extends Span {
  text: string;
  marks: Span[];
}

const BEFORE = 60;
const AFTER = 150;

/** Cuts a found line out of its text: about two hundred characters, whole words, `…` where something was left out. */
export function inContext(
  text: string,
  { starts }: IndexedWords,
  { first, end, words }: FoundLine,
): InContext {
  const spans = words.map((word) => ({ from: starts[word]!, to: endOfWord(text, starts[word]!) }));
  const lineFrom = starts[first]!;
  const lineTo = endOfLine(text, endOfWord(text, starts[end - 1]!));
  // Words found one after the other are one place to go to.
  let last = 0;
  while (words[last + 1] === words[last]! + 1) last++;
  const { from } = spans[0]!;
  const { to } = spans[last]!;
  let cutFrom = lineFrom;
  if (from - lineFrom > BEFORE) {
    const space = text.indexOf(' ', from - BEFORE);
    cutFrom = space === -1 || space >= from ? from : space + 1;
  }
  let cutTo = lineTo;
  if (lineTo - to > AFTER) {
    const space = text.lastIndexOf(' ', to + AFTER);
    cutTo = space <= to ? to : space;
  }
  const left = cutFrom > lineFrom ? '… ' : '';
  const shift = left.length - cutFrom;
  return {
    from,
    to,
    text: `${left}${text.slice(cutFrom, cutTo).replaceAll('\n', ' ')}${cutTo < lineTo ? ' …' : ''}`,
    marks: spans
      .filter((span) => span.to <= cutTo)
      .map((span) => ({ from: span.from + shift, to: span.to + shift })),
  };
}

function endOfLine(text: string, from: number): number {
  const at = text.indexOf('\n', from);
  return (at === -1 ? text : text.slice(0, at)).trimEnd().length;
}
