import { expect, test } from 'vitest';
import { placesOf } from './places-of.js';

const found = (text: string, words: string, wish = {}) =>
  placesOf(text, words, { matchCase: true, wholeWords: true, ...wish }).map(({ from }) => from);

test('whole words are found between signs, and not inside other words, Danish letters too', () => {
  expect(found('Bo bor. Boet, Bo; æBo Bo', 'Bo')).toEqual([0, 14, 22]);
  expect(found('Bo bor. Boet', 'Bo', { wholeWords: false })).toEqual([0, 8]);
});

test('capitals count when they are asked to', () => {
  expect(found('Åse åse ÅSE', 'åse')).toEqual([4]);
  expect(found('Åse åse ÅSE', 'åse', { matchCase: false })).toEqual([0, 4, 8]);
});

test('places do not overlap, and no words stand nowhere', () => {
  expect(found('aaaa', 'aa', { wholeWords: false })).toEqual([0, 2]);
  expect(found('aaaa', '')).toEqual([]);
});
