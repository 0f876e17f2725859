import { expect, test } from 'vitest';
import { recipeInWords, type RecipeWords } from './recipe-words.js';

const words: RecipeWords = {
  value: (value, label) => (label ? `${value} (${label})` : String(value)),
  list: (values) => values.join(' and '),
  between: (from, to) => `${from} to ${to}`,
  from: (from) => `${from} and above`,
  upTo: (to) => `up to ${to}`,
  anything: 'anything',
  becomes: (what, to) => `${what} becomes ${to}`,
  noAnswer: 'no answer',
  othersKept: 'the rest is kept',
  othersMissing: 'the rest is no answer',
};

test('a recipe is told rule by rule, with the labels of both sides', () => {
  expect(
    recipeInWords(
      {
        rules: [
          { values: [1, 2], range: null, to: 1 },
          { values: [8], range: { from: 3, to: 5 }, to: 0 },
          { values: [], range: { from: 90, to: null }, to: null },
          { values: [], range: { from: null, to: 0 }, to: 7 },
        ],
        others: 'keep',
      },
      { source: [{ value: 1, label: 'often' }], made: [{ value: 1, label: 'lonely' }] },
      words,
    ),
  ).toEqual([
    '1 (often) and 2 becomes 1 (lonely)',
    '8 and 3 to 5 becomes 0',
    '90 and above becomes no answer',
    'up to 0 becomes 7',
    'the rest is kept',
  ]);
});
