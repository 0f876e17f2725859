import type { ProseSentence } from './audit-text.js';
import { edged } from './words.js';

/** A quantifier word over persons, by strength: 0 nobody, 1 a few, 2 some, 3 several, 4 many, 5 most, 6 all. */
export interface Quantified {
  readonly word: string;
  readonly strength: number;
  readonly sentence: ProseSentence;
  readonly from: number;
  /** The clause that the word governs, from the word to the end of its statement. */
  readonly clause: string;
}

const WORDS: readonly (readonly [number, string])[] = [
  [0, 'ingen af|ingen interview\\p{L}*|ingen,? der|none of'],
  [1, 'enkelte|ganske få|kun få|et fåtal|nogle få|only a few'],
  [2, 'nogle|some of'],
  [3, 'en del|flere|several'],
  [4, 'mange|many'],
  [5, '(?:langt )?(?:de fleste|størstedelen|hovedparten|flertallet)|most of|the majority'],
  [6, 'stort set alle|alle (?:interview\\p{L}*|de|sammen)|samtlige|all (?:of the|interviewees)'],
];
const FINDER = new RegExp(WORDS.map(([, words]) => `(?<![\\p{L}-])(${words})(?![\\p{L}-])`).join('|'), 'giu');

/** Words that make a quantifier count something else than persons: years, times, ways, comparatives. */
const THINGS =
  /^\s(?:år|års|gange|måder|tilfælde|ting|penge|timer|dage|uger|måneder|steder|andre|forskellige|nye|af de (?:aktiviteter|tilbud|problem)|aktiviteter|tilbud|relationer|venner|ønsker|former|typer|problem\p{L}*|områder|dimensioner|udfordringer|undersøgelser|studier|årsager|ressourcer|mennesker i|livsområder|faktorer|kræfter|vanskelig\p{L}*|psykiske|fysiske|sociale|nære|gode|tætte|store?|små|lidt|fælles|years|times|ways|things)/iu;
const NOT_PERSONS = edged(
  /(?:\b(?:så|hvor|for|lige|meget|lidt|i|på|med|om|gennem|hos alle|endnu|langt) )$/iu,
);

/** The quantified statements of a sentence, without those that count times, years or things. */
export function quantifiedIn(sentence: ProseSentence): Quantified[] {
  const found: Quantified[] = [];
  for (const match of sentence.text.matchAll(FINDER)) {
    const strength = WORDS[match.slice(1).findIndex((group) => group !== undefined)]?.[0];
    if (strength === undefined) continue;
    const after = sentence.text.slice(match.index + match[0].length);
    const before = sentence.text.slice(0, match.index);
    if (THINGS.test(after) || NOT_PERSONS.test(before)) continue;
    found.push({
      word: match[0],
      strength,
      sentence,
      from: match.index,
      clause: sentence.text.slice(match.index, match.index + match[0].length + clauseLength(after)),
    });
  }
  return found;
}

/** A statement ends at a stop, a dash or the comma that ends its own “der/som” clause; at least a few words belong to it. */
function clauseLength(after: string): number {
  for (const match of after.matchAll(edged(/[;:–]|,(?!\s(?:der|som|hvor|at|hvordan|who|that)\b)/gu))) {
    if (match.index > 30) return match.index;
  }
  return after.length;
}
