import { expect, test } from 'vitest';
import { indicators } from '../data.js';
import { LatentClassError } from '../error.js';
import { design, interaction } from './design.js';
import { rowWeights, usedWeights } from './row-weights.js';

test('a numeric covariate is a column, and a missing one leaves the row incomplete', () => {
  expect(design(3, [{ name: 'age', values: [40, NaN, 60] }])).toEqual({
    terms: ['(intercept)', 'age'],
    values: Float64Array.of(1, 40, 1, NaN, 1, 60),
    complete: [0, 2],
  });
});

test('a nominal covariate is a column for each category but the reference', () => {
  const region = { name: 'region', codes: [1, 2, 3, 0], labels: ['city', 'town', 'land'] };
  expect(design(4, [{ ...region, reference: 2 }])).toEqual({
    terms: ['(intercept)', 'region=city', 'region=land'],
    values: Float64Array.of(1, 1, 0, 1, 0, 0, 1, 0, 1, 1, NaN, NaN),
    complete: [0, 1, 2],
  });
});

test('an interaction is a product, missing where either is', () => {
  const product = interaction({ name: 'a', values: [2, NaN] }, { name: 'b', values: [3, 1] });
  expect(product).toEqual({ name: 'a:b', values: Float64Array.of(6, NaN) });
});

test.each([
  ['too few values', [{ name: 'age', values: [1] }]],
  ['a code without label', [{ name: 'region', codes: [1, 2, 3], labels: ['a', 'b'] }]],
  ['a reference without label', [{ name: 'region', codes: [1, 2, 2], labels: ['a', 'b'], reference: 3 }]],
  [
    'the same name twice',
    [
      { name: 'age', values: [1, 2, 3] },
      { name: 'age', values: [1, 2, 3] },
    ],
  ],
])('%s is refused', (_, covariates) => {
  expect(() => design(3, covariates)).toThrow(LatentClassError);
});

const columns = [
  [1, 2, 1, 0],
  [1, 2, 1, 0],
];
const names = ['a', 'b'];

test('weights of rows are on the scale of the data, and 0 for a dropped row', () => {
  const weights = [1, 2, 3, 4];
  const data = indicators(columns, { names, weights, missing: 'fiml' });
  expect([...rowWeights(data, weights)]).toEqual([0.5, 1, 1.5, 0]);
  // Half the weights on another scale are still the same weights.
  expect([...rowWeights(data, [10, 20, 30, 1])]).toEqual([0.5, 1, 1.5, 0]);
  expect([...usedWeights(data, rowWeights(data, weights), [0, 2])]).toEqual([0.5, 1.5]);
});

test('weights that are forgotten, added or changed between steps are refused', () => {
  const weights = [1, 2, 3, 4];
  const weighted = indicators(columns, { names, weights, missing: 'fiml' });
  const plain = indicators(columns, { names, missing: 'fiml' });
  expect(() => rowWeights(weighted, undefined)).toThrow('give the same weights here');
  expect(() => rowWeights(weighted, [3, 2, 2, 1])).toThrow('other weights');
  expect(() => rowWeights(plain, weights)).toThrow('other weights');
  expect(() => rowWeights(weighted, [1])).toThrow('one a row');
});
