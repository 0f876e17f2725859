import { folded } from './words.js';

/** A word of a query: in all its inflections, just as it is written, or all words that begin so. */
export interface QueryWord {
  /** Folded. */
  word: string;
  as: 'inflected' | 'written' | 'beginning';
}

/** What must stand in one line: every clause; the words of a clause one after the other. */
export interface Query {
  places: QueryWord[];
  /** Half-open ranges of places. */
  clauses: { from: number; to: number }[];
}

/** Places are bits of a 32-bit number. */
const MOST_WORDS = 30;

/**
 * Reads what someone typed: words, all of which must stand together; "words in quotes" just so and one after the other, also with the
 * quotes »« and ”“; `ensom*` for all that begins so. A word with a hyphen is a phrase of its parts. Words past the thirtieth are left out.
 */
export function readQuery(typed: string): Query {
  const query: Query = { places: [], clauses: [] };
  // The groups: within quotes, or a run of anything but spaces and quotes.
  for (const [, quoted, plain] of typed.matchAll(/["“”„»«]([^"“”„»«]*)(?:["“”„»«]|$)|([^\s"“”„»«]+)/gu)) {
    const words = [...(quoted ?? plain ?? '').matchAll(/([\p{L}\p{N}\p{M}]+)(\*?)/gu)];
    const from = query.places.length;
    const as = quoted === undefined ? 'inflected' : 'written';
    for (const [, word = '', star] of words.slice(0, MOST_WORDS - from))
      query.places.push({ word: folded(word), as: star === '*' ? 'beginning' : as });
    if (query.places.length > from) query.clauses.push({ from, to: query.places.length });
  }
  return query;
}
