import { expect, test } from 'vitest';
import { classFlow } from './class-flow.js';
import { indicators } from './data.js';
import { enumerate } from './enumerate.js';
import { posterior } from './posterior.js';
import { simulate } from './simulate.js';

const names = ['a', 'b', 'c', 'd', 'e'];
const probs = names.map(() => [0.1, 0.5, 0.9].map((p) => [p, 1 - p]));
const { columns } = simulate({ shares: [0.5, 0.3, 0.2], probs }, 700, 3);
const weights = Float64Array.from({ length: 700 }, (_, row) => 1 + (row % 3));
const data = indicators(columns, { names, weights, missing: 'fiml' });
const models = enumerate(data, { from: 1, to: 4, starts: { screened: 30, finished: 6 } }).map(
  (row) => row.model,
);
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

test('every step of the flow carries all people, and expected rows sum to class sizes', () => {
  const flow = classFlow(models, data);
  expect(flow.map(({ from, to }) => [from, to])).toEqual([
    [1, 2],
    [2, 3],
    [3, 4],
  ]);
  for (const [i, step] of flow.entries()) {
    expect(sum(step.placed.flat())).toBeCloseTo(data.n, 8);
    for (const [a, row] of step.expected.entries())
      expect(sum(row)).toBeCloseTo(models[i]!.shares[a]! * data.n, 3);
    for (let b = 0; b < step.to; b++) {
      expect(sum(step.expected.map((row) => row[b]!))).toBeCloseTo(models[i + 1]!.shares[b]! * data.n, 3);
    }
  }
});

test('people are counted where they are placed, by weight, as a loop over rows counts them', () => {
  const [, step] = classFlow(models, data);
  const [two, three] = [posterior(models[1]!, data), posterior(models[2]!, data)];
  const scale = 700 / sum([...weights]);
  const table = [
    [0, 0, 0],
    [0, 0, 0],
  ];
  for (let row = 0; row < 700; row++) {
    table[two.modal[row]!]![three.modal[row]!]! += weights[row]! * scale;
  }
  for (const [a, row] of table.entries()) {
    for (const [b, weight] of row.entries()) expect(step!.placed[a]![b]).toBeCloseTo(weight, 8);
  }
});

test('a model of other indicators has no part in the flow', () => {
  expect(() => classFlow([{ ...models[0]!, names: ['x'] }], data)).toThrow('other indicators');
});
