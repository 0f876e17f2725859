import type { Operation } from './api.js';
import type { Messages } from './messages/da.js';

/** What an operation did, in words: "Kodning tilføjet: ensomhed". A kind this page does not know is built from its parts. */
export function operationSentence(operation: Operation, m: Messages): string {
  const { kind, subject } = operation;
  const { whole, nouns, verbs } = m.words.operations;
  const [noun = '', verb = ''] = kind.split('.');
  const what = word(whole, kind, '') || `${word(nouns, noun)} ${word(verbs, verb)}`.trim();
  const sentence = capital(what);
  return subject ? `${sentence}: ${subject}` : sentence;
}

/** A sentence of the catalogues, which are in small letters, at the head of a line. */
export function capital(sentence: string): string {
  return sentence.charAt(0).toLocaleUpperCase('da') + sentence.slice(1);
}

/** The word for a value out of a vocabulary; a value that has none is shown as it is. */
export function word(words: object, value: string | null | undefined, otherwise = value ?? ''): string {
  const found = value ? (words as Record<string, unknown>)[value] : undefined;
  return typeof found === 'string' ? found : otherwise;
}
