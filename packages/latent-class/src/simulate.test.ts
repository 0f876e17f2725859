import { expect, test } from 'vitest';
import { simulate } from './simulate.js';

const model = {
  shares: [0.8, 0.2],
  probs: [
    [
      [0.5, 0.3, 0.2],
      [0, 0, 1],
    ],
  ],
};

test('people come from the classes and answer with the probabilities of the model', () => {
  const { columns, classOfRow } = simulate(model, 20_000, 1);
  expect(classOfRow.filter((k) => k === 1).length / 20_000).toBeCloseTo(0.2, 1);
  expect(columns[0]!.filter((code) => code === 3).length / 20_000).toBeCloseTo(0.8 * 0.2 + 0.2, 1);
  const inSecond = columns[0]!.filter((_, row) => classOfRow[row] === 1);
  expect(new Set(inSecond)).toEqual(new Set([3]));
});

test('the same seed draws the same people', () => {
  expect(simulate(model, 50, 3)).toEqual(simulate(model, 50, 3));
  expect(simulate(model, 50, 3)).not.toEqual(simulate(model, 50, 4));
});
