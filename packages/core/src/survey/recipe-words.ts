import { labelOf } from './distribution.js';
import type { RecodeRule, Recipe } from './recipe.js';
import type { ValueLabel } from './survey.js';

/** The words a recipe is told with, in the language of who reads it. */
export interface RecipeWords {
  /** A value as it is written there; with its label where it has one. */
  value: (value: number | string, label: string) => string;
  list: (values: readonly string[]) => string;
  between: (from: string, to: string) => string;
  from: (from: string) => string;
  upTo: (to: string) => string;
  anything: string;
  becomes: (what: string, to: string) => string;
  noAnswer: string;
  othersKept: string;
  othersMissing: string;
}

/** A recipe as sentences, one a rule and one for the rest: "1 (often) and 2 (sometimes) become 1 (lonely)". */
export function recipeInWords(
  { rules, others }: Pick<Recipe, 'rules' | 'others'>,
  labels: { source: readonly ValueLabel[]; made: readonly ValueLabel[] },
  words: RecipeWords,
): string[] {
  const toWords = (to: number | null) =>
    to === null ? words.noAnswer : words.value(to, labelOf(labels.made, to));
  return [
    ...rules.map((rule) => words.becomes(whatInWords(rule, labels.source, words), toWords(rule.to))),
    others === 'keep' ? words.othersKept : words.othersMissing,
  ];
}

function whatInWords(
  { values, range }: RecodeRule,
  labels: readonly ValueLabel[],
  words: RecipeWords,
): string {
  const named = values.map((value) =>
    words.value(value, typeof value === 'number' ? labelOf(labels, value) : ''),
  );
  if (range) named.push(rangeInWords(range, words));
  return words.list(named);
}

function rangeInWords({ from, to }: NonNullable<RecodeRule['range']>, words: RecipeWords): string {
  if (from !== null && to !== null) return words.between(words.value(from, ''), words.value(to, ''));
  if (from !== null) return words.from(words.value(from, ''));
  return to === null ? words.anything : words.upTo(words.value(to, ''));
}
