import type { Query } from './query.js';
import type { IndexedWords } from './vocabulary.js';

/** A line in which everything asked for stands: the numbers of its first word and of the word after its last, and of those found. */
export interface FoundLine {
  first: number;
  end: number;
  words: number[];
}

/** The lines of a text that have every clause of the query, in order. `fits`: what each word of the text's language fits. */
export function* findLines(
  { terms, lines }: IndexedWords,
  fits: Uint32Array,
  { clauses }: Query,
): Iterable<FoundLine> {
  if (clauses.length === 0) return;
  const all = 2 ** clauses.length - 1;
  const begins = clauses.reduce((bits, { from }) => bits | (1 << from), 0);
  let line = 0;
  for (let i = 0; i < terms.length; i++) {
    if ((fits[terms[i]!]! & begins) === 0) continue;
    // A first word that fits: only now is the line looked at closely.
    while (line + 1 < lines.length && lines[line + 1]! <= i) line++;
    const end = lines[line + 1] ?? terms.length;
    const words = new Set<number>();
    let found = 0;
    for (let at = i; at < end; at++) {
      if ((fits[terms[at]!]! & begins) === 0) continue;
      clauses.forEach(({ from, to }, clause) => {
        if (at + to - from > end) return;
        for (let place = from; place < to; place++)
          if ((fits[terms[at + place - from]!]! & (1 << place)) === 0) return;
        found |= 1 << clause;
        for (let place = from; place < to; place++) words.add(at + place - from);
      });
    }
    if (found === all) yield { first: lines[line]!, end, words: [...words].sort((a, b) => a - b) };
    i = end - 1;
  }
}
