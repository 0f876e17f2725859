import { expect, it } from 'vitest';
import { certaintyBand, likeliestClass } from './certainty.js';

it('a band begins at its own threshold', () => {
  expect([1, 0.9, 0.8999, 0.7, 0.6999, 0.34].map(certaintyBand)).toEqual([
    'sure',
    'sure',
    'likely',
    'likely',
    'unsure',
    'unsure',
  ]);
});

it('the likeliest class is the first of the largest; a respondent who was left out has none', () => {
  expect(likeliestClass([0.2, 0.5, 0.3])).toBe(1);
  expect(likeliestClass([0.5, 0.5])).toBe(0);
  expect(likeliestClass([NaN, NaN])).toBe(-1);
  expect(likeliestClass([])).toBe(-1);
});
