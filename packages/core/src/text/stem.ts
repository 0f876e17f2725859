import snowball from 'snowball-stemmers';
import { danishStemmer } from './danish/stem-danish.js';

/** A word of a text: its place, and its stem. */
export interface StemmedWord {
  from: number;
  to: number;
  stem: string;
}

type StemLanguage = 'danish' | 'english';
const stemmers = new Map<StemLanguage, (word: string) => string>();

/**
 * The stem of a word without capitals: in English by the Snowball algorithm (Porter 2001), in Danish by `danishStemmer`:
 * `ensomheden` and `ensomheder` are one, and so are `lukkede` and `lukning`, `gik` and `går`. A text in another language is stemmed as Danish: it leaves most words that are not Danish alone.
 */
export function stemmer(language: string): (word: string) => string {
  const name: StemLanguage = /^en\b/i.test(language) ? 'english' : 'danish';
  const known = stemmers.get(name);
  if (known) return known;
  const algorithm = snowball.newStemmer(name);
  const byEndings = (word: string): string => algorithm.stem(word);
  const stemOf = name === 'danish' ? danishStemmer(byEndings) : byEndings;
  const stems = new Map<string, string>();
  const stem = (word: string): string => {
    const lower = word.toLocaleLowerCase('da');
    let found = stems.get(lower);
    if (found === undefined) {
      // Texts repeat their words; a hundred thousand of them are a few megabytes.
      if (stems.size > 100_000) stems.clear();
      stems.set(lower, (found = stemOf(lower)));
    }
    return found;
  };
  stemmers.set(name, stem);
  return stem;
}

/** Letters and digits, with an apostrophe or hyphen inside: `8-9`, `bo's`, `ikke-ryger`. */
export const WORD = /[\p{L}\p{N}\p{M}]+(?:['’-][\p{L}\p{N}\p{M}]+)*/gu;

/** The words of a text with their stems, in order. */
export function stemmedWords(text: string, language: string): StemmedWord[] {
  const stem = stemmer(language);
  return Array.from(text.matchAll(WORD), (found) => ({
    from: found.index,
    to: found.index + found[0].length,
    stem: stem(found[0]),
  }));
}
