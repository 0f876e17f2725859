import { expect, test } from 'vitest';
import { nearest } from './nearest.js';

const known = ['start', 'new', 'demo', 'info', 'check', 'import', 'classes', 'matrix', 'report', 'audit'];

test.each([
  ['strat', 'start'],
  ['imp', 'import'],
  ['raport', 'report'],
  ['matrixx', 'matrix'],
  ['chekc', 'check'],
])('%s is near %s', (word, wanted) => expect(nearest(word, known)).toBe(wanted));

test('nothing is near a word like no other', () => {
  expect(nearest('publish', known)).toBeUndefined();
  expect(nearest('', known)).toBeUndefined();
});
