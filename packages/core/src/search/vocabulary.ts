import type { Query } from './query.js';
import type { ReadWords, SearchLanguage } from './words.js';
import { folded } from './words.js';
import { stemmer } from '../text/stem.js';

/** A text that can be searched: its words numbered as in the vocabulary of its language. */
export type IndexedWords = Pick<ReadWords, 'language' | 'terms' | 'starts' | 'lines'>;

/** Every word of one language in the study, numbered, with the number of its stem. It grows, and numbers stay. */
class Vocabulary {
  readonly #words = new Map<string, number>();
  readonly #stems = new Map<string, number>();
  readonly #stemOf: number[] = [];

  readonly #language: SearchLanguage;

  constructor(language: SearchLanguage) {
    this.#language = language;
  }

  number(word: string, stem: string): number {
    const known = this.#words.get(word);
    if (known !== undefined) return known;
    const number = this.#words.size;
    this.#words.set(word, number);
    let stemNumber = this.#stems.get(stem);
    if (stemNumber === undefined) this.#stems.set(stem, (stemNumber = this.#stems.size));
    this.#stemOf.push(stemNumber);
    return number;
  }

  /** For each word, in bits, the places of the query that it fits; null when there is a place that no word fits. */
  fits({ places }: Query): Uint32Array | null {
    const fits = new Uint32Array(this.#stemOf.length);
    const stem = stemmer(this.#language);
    let filled = 0;
    const fit = (number: number, bit: number): void => {
      fits[number]! |= bit;
      filled |= bit;
    };
    places.forEach(({ word, as }, place) => {
      const bit = (1 << place) >>> 0;
      if (as === 'written') {
        const number = this.#words.get(word);
        if (number !== undefined) fit(number, bit);
        return;
      }
      if (as === 'beginning') {
        for (const [known, number] of this.#words) if (known.startsWith(word)) fit(number, bit);
        return;
      }
      const wanted = this.#stems.get(stem(folded(word)));
      if (wanted === undefined) return;
      this.#stemOf.forEach((known, number) => {
        if (known === wanted) fit(number, bit);
      });
    });
    return filled === 2 ** places.length - 1 ? fits : null;
  }
}

/** The words of a study's texts, language by language. A text read before a word was known needs nothing done when it is. */
export class Vocabularies {
  readonly #languages: Readonly<Record<SearchLanguage, Vocabulary>> = {
    da: new Vocabulary('da'),
    en: new Vocabulary('en'),
  };

  /** Numbers the words of a text, in place. */
  take({ language, words, stems, terms, starts, lines }: ReadWords): IndexedWords {
    const vocabulary = this.#languages[language];
    const numbers = words.map((word, i) => vocabulary.number(word, stems[i]!));
    for (let i = 0; i < terms.length; i++) terms[i] = numbers[terms[i]!]!;
    return { language, terms, starts, lines };
  }

  fits(query: Query): Record<SearchLanguage, Uint32Array | null> {
    return { da: this.#languages.da.fits(query), en: this.#languages.en.fits(query) };
  }
}
