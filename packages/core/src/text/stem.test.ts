import { expect, test } from 'vitest';
import { stemmedWords, stemmer } from './stem.js';

test('the forms of a Danish word have one stem, and capitals do not matter', () => {
  const stem = stemmer('da');
  for (const [word, stemmed] of [
    ['undersøgelserne', 'undersøg'],
    ['ensomheden', 'ensom'],
    ['Ensomheder', 'ensom'],
    ['venskabet', 'venskab'],
    ['besøgte', 'besøg'],
  ] as const)
    expect(stem(word)).toBe(stemmed);
});

test('an English text is stemmed as English', () => {
  expect(stemmer('en')('friendships')).toBe('friendship');
  expect(stemmer('en-GB')('lonely')).toBe('lone');
});

test('words keep their places, with what is inside them', () => {
  const text = "Bo's 8-9 venner, ikke-rygere.";
  expect(stemmedWords(text, 'da').map(({ from, to }) => text.slice(from, to))).toEqual([
    "Bo's",
    '8-9',
    'venner',
    'ikke-rygere',
  ]);
});
