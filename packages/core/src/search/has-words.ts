import { findLines } from './find-words.js';
import type { Query } from './query.js';
import { Vocabularies } from './vocabulary.js';
import { readWords } from './words.js';

/** Whether all that a query asks for stands in a text, which counts as one line. */
export function hasWords(text: string, language: string, query: Query): boolean {
  const vocabularies = new Vocabularies();
  const words = { ...vocabularies.take(readWords(text, language)), lines: Uint32Array.of(0) };
  const [found] = findLines(words, vocabularies.fits(query)[words.language], query);
  return found !== undefined;
}
