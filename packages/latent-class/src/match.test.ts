import { expect, test } from 'vitest';
import { distance, matchParameters } from './match.js';
import { layout, orderByShare, randomParameters, reorder } from './parameters.js';
import { randomStream } from './random.js';

const shape = layout(5, [2, 3, 2]);
const solution = randomParameters(shape, randomStream(1));

test('classes in another order are put back', () => {
  const shuffled = reorder(shape, solution, [3, 0, 4, 2, 1]);
  expect(matchParameters(shape, solution, shuffled)).toEqual(solution);
  expect(distance(shape, solution, shuffled)).toBe(0);
});

test('the distance is the largest difference once classes are matched', () => {
  const changed = Float64Array.from(solution);
  changed[shape.classes] = changed[shape.classes]! + 0.02;
  expect(distance(shape, solution, reorder(shape, changed, [4, 3, 2, 1, 0]))).toBeCloseTo(0.02, 12);
});

test('the match is the best of all orders, not the first that looks good', () => {
  // One indicator, three classes: taking the nearest one by one would leave a pair far apart.
  const line = layout(3, [2]);
  const at = (...ps: number[]) => Float64Array.of(1 / 3, 1 / 3, 1 / 3, ...ps.flatMap((p) => [p, 1 - p]));
  const matched = matchParameters(line, at(0.2, 0.5, 0.6), at(0.5, 0.3, 0.55));
  expect([matched[3], matched[5], matched[7]]).toEqual([0.3, 0.5, 0.55]);
});

test('the largest class comes first', () => {
  const parameters = Float64Array.from(solution);
  parameters.set([0.1, 0.3, 0.2, 0.25, 0.15]);
  expect([...orderByShare(shape, parameters).subarray(0, 5)]).toEqual([0.3, 0.25, 0.2, 0.15, 0.1]);
});

test('classes of the same size have a fixed order', () => {
  const ordered = orderByShare(shape, solution);
  expect(orderByShare(shape, reorder(shape, solution, [3, 0, 4, 2, 1]))).toEqual(ordered);
});
