import type { Query } from './query.js';
import type { IndexedWords } from './vocabulary.js';

/** A line in which everything asked for stands: the numbers of its first word and of the word after its last, and of those found. */
export interface FoundLine {
  first: number;
  end: number;
  words: number[];
}

/** The first word at `from` or later that begins a clause, or the number of words. Apart from the rest, so that it is quick. */
function nextBeginning(terms: Uint32Array, fits: Uint32Array, begins: number, from: number): number {
  let at = from;
  while (at < terms.length && (fits[terms[at]!]! & begins) === 0) at++;
  return at;
}

/**
 * The lines of a text that have every clause of the query, in order. `fits`: what each word of the text's language fits; null:
 * nothing can be found in it.
 */
export function* findLines(
  { terms, lines }: IndexedWords,
  fits: Uint32Array | null,
  { clauses }: Query,
): Iterable<FoundLine> {
  if (clauses.length === 0 || fits === null) return;
  const all = 2 ** clauses.length - 1;
  const begins = clauses.reduce((bits, { from }) => bits | (1 << from), 0);
  let line = 0;
  for (let i = nextBeginning(terms, fits, begins, 0); i < terms.length;) {
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
    i = nextBeginning(terms, fits, begins, end);
  }
}
