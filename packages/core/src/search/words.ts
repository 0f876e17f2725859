import { stemmer } from '../text/stem.js';

/** The languages whose words are stemmed; a text in another is read as Danish, as `stemmer` does. */
export type SearchLanguage = 'da' | 'en';
export const searchLanguage = (language: string): SearchLanguage => (/^en\b/i.test(language) ? 'en' : 'da');

/**
 * The words of a text by number: `terms[i]` is the place in `words` and `stems` of the text's i-th word, which begins at offset
 * `starts[i]`. `lines` are the numbers of the first words of its lines: of a transcript its turns, of a document its paragraphs.
 */
export interface ReadWords {
  language: SearchLanguage;
  words: string[];
  stems: string[];
  terms: Uint32Array<ArrayBuffer>;
  starts: Uint32Array<ArrayBuffer>;
  lines: Uint32Array<ArrayBuffer>;
}

const NEW_LINE = 10;

/** For each UTF-16 unit whether it belongs to a word: letters, digits and marks. Pairs of surrogates do not. */
const IN_WORD: Uint8Array = (() => {
  const table = new Uint8Array(0x10000);
  for (let unit = 0; unit < 0x10000; unit++)
    if (/[\p{L}\p{N}\p{M}]/u.test(String.fromCharCode(unit))) table[unit] = 1;
  return table;
})();

/** The offset at which the word that begins at `from` ends. */
export function endOfWord(text: string, from: number): number {
  let at = from;
  while (at < text.length && IN_WORD[text.charCodeAt(at)] === 1) at++;
  return at;
}

/** A word as it is compared: small letters, no accents (`idé` is `ide`); å, æ and ø are letters of their own. */
export function folded(word: string): string {
  const lower = word.toLowerCase();
  if (/^[a-z0-9æøå]*$/.test(lower)) return lower;
  return lower
    .normalize('NFD')
    .replace(/(?<!a)\u030a|[\u0300-\u0309\u030b-\u036f]/g, '')
    .normalize('NFC');
}

/** Reads the words of a text. A hyphen or an apostrophe parts two words. */
export function readWords(text: string, inLanguage: string): ReadWords {
  const language = searchLanguage(inLanguage);
  const stem = stemmer(language);
  const [words, stems]: [string[], string[]] = [[], []];
  const known = new Map<string, number>();
  const asWritten = new Map<string, number>();
  const [terms, starts, lines]: [number[], number[], number[]] = [[], [], []];
  let lineBegins = true;
  for (let at = 0; at < text.length;) {
    const unit = text.charCodeAt(at);
    if (IN_WORD[unit] !== 1) {
      if (unit === NEW_LINE) lineBegins = true;
      at++;
      continue;
    }
    const end = endOfWord(text, at);
    const written = text.slice(at, end);
    let term = asWritten.get(written);
    if (term === undefined) {
      const word = folded(written);
      term = known.get(word);
      if (term === undefined) {
        known.set(word, (term = words.length));
        words.push(word);
        stems.push(stem(word));
      }
      asWritten.set(written, term);
    }
    if (lineBegins) lines.push(terms.length);
    lineBegins = false;
    terms.push(term);
    starts.push(at);
    at = end;
  }
  return {
    language,
    words,
    stems,
    terms: Uint32Array.from(terms),
    starts: Uint32Array.from(starts),
    lines: Uint32Array.from(lines),
  };
}
