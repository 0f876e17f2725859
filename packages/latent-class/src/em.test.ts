import { expect, test } from 'vitest';
import { naiveStep, type NaiveModel } from '../bench/naive.js';
import { indicators } from './data.js';
import { expectationMaximisation } from './em.js';
import { parametersOf, profileOf, randomParameters, type Parameters } from './parameters.js';
import { randomStream } from './random.js';

/** Random answers with the given categories. */
function answers(categories: number[], rows: number, seed: number, missing = 0): number[][] {
  const random = randomStream(seed);
  return categories.map((count) =>
    Array.from({ length: rows }, () => (random() < missing ? 0 : 1 + Math.floor(random() * count))),
  );
}

function emOf(columns: number[][], classes: number, weights?: number[]) {
  const names = columns.map((_, i) => `v${i}`);
  return expectationMaximisation(
    indicators(columns, { names, missing: 'fiml', ...(weights && { weights, weighting: 'frequency' }) }),
    classes,
  );
}

function stepOf(em: ReturnType<typeof emOf>, from: Parameters) {
  const to = new Float64Array(em.shape.size);
  return { loglik: em.step(from, to), to };
}

test.each([
  ['two classes, few indicators', [2, 2, 2], 2, 50],
  ['one class', [2, 3, 4], 1, 50],
  ['nine classes, mixed categories', [2, 5, 3, 4, 2, 6], 9, 300],
  ['more than four blocks', Array<number>(30).fill(3), 3, 700],
  ['more patterns than a chunk', Array<number>(14).fill(2), 4, 1300],
])('a step is the textbook step: %s', (_, categories, classes, rows) => {
  const columns = answers(categories, rows, 5);
  const em = emOf(columns, classes);
  const start = randomParameters(em.shape, randomStream(9));
  const naive = naiveStep(columns, profileOf(em.shape, start) as NaiveModel);
  const { loglik, to } = stepOf(em, start);
  expect(loglik).toBeCloseTo(naive.loglik, 8);
  const theirs = parametersOf(em.shape, naive.next);
  for (const [i, value] of to.entries()) expect(value).toBeCloseTo(theirs[i]!, 10);
});

test('a hand-worked step: two people, one indicator, two classes', () => {
  // P(1) = .5 * .8 + .5 * .4 = .6 and P(2) = .5 * .2 + .5 * .6 = .4. The person with 1 belongs to the first class
  // by 2/3, the person with 2 by 1/4; so its share is 11/24 and its probability of a 1 is (2/3) / (11/12) = 8/11.
  const em = emOf([[1, 2]], 2);
  const { loglik, to } = stepOf(em, Float64Array.of(0.5, 0.5, 0.8, 0.2, 0.4, 0.6));
  expect(loglik).toBeCloseTo(Math.log(0.6) + Math.log(0.4), 12);
  expect([...to]).toEqual(
    [11 / 24, 13 / 24, 8 / 11, 3 / 11, 4 / 13, 9 / 13].map((p) => expect.closeTo(p, 12)),
  );
});

test('a missing answer adds nothing: the likelihood is that of the answers given', () => {
  const em = emOf(
    [
      [1, 2, 1],
      [1, 0, 2],
    ],
    2,
  );
  const { loglik } = stepOf(em, Float64Array.of(0.5, 0.5, 0.8, 0.2, 0.5, 0.5, 0.4, 0.6, 0.1, 0.9));
  const first = 0.5 * 0.8 * 0.5 + 0.5 * 0.4 * 0.1;
  const second = 0.5 * 0.2 + 0.5 * 0.6;
  const third = 0.5 * 0.8 * 0.5 + 0.5 * 0.4 * 0.9;
  expect(loglik).toBeCloseTo(Math.log(first * second * third), 12);
});

test('a weight of three is the same as three people', () => {
  const columns = answers([2, 3, 2, 2], 40, 3, 0.2);
  const weights = Array.from({ length: 40 }, (_, row) => 1 + (row % 3));
  const repeated = columns.map((column) =>
    column.flatMap((code, row) => Array<number>(weights[row]!).fill(code)),
  );
  const weighted = emOf(columns, 3, weights);
  const long = emOf(repeated, 3);
  const start = randomParameters(weighted.shape, randomStream(4));
  const one = stepOf(weighted, start);
  const other = stepOf(long, start);
  expect(one.loglik).toBeCloseTo(other.loglik, 9);
  for (const [i, value] of one.to.entries()) expect(value).toBeCloseTo(other.to[i]!, 12);
});

test('plain steps never let the likelihood fall', () => {
  for (let seed = 0; seed < 20; seed++) {
    const em = emOf(answers([2, 3, 2, 4, 2], 60, seed, 0.1), 3);
    let from: Parameters = randomParameters(em.shape, randomStream(seed));
    let last = -Infinity;
    for (let i = 0; i < 100; i++) {
      const { loglik, to } = stepOf(em, from);
      expect(loglik).toBeGreaterThanOrEqual(last - 1e-10);
      last = loglik;
      from = to;
    }
  }
});

test('probabilities too small for a product are handled in logarithms', () => {
  const items = 250;
  const columns = answers(Array<number>(items).fill(2), 6, 8);
  const varied = columns.filter((column) => new Set(column).size > 1);
  const em = emOf(varied, 2);
  const start = new Float64Array(em.shape.size);
  const tiny = 1e-12;
  for (let i = 2; i < start.length; i += 2) start.set([tiny, 1 - tiny], i);
  start.set([0.5, 0.5]);
  const { loglik, to } = stepOf(em, start);
  let expected = 0;
  for (let row = 0; row < 6; row++) {
    for (const column of varied) expected += column[row] === 1 ? Math.log(tiny) : Math.log(1 - tiny);
  }
  expect(expected).toBeLessThan(-6 * 709);
  expect(loglik / expected).toBeCloseTo(1, 12);
  expect(to.every((value) => value >= 0 && value <= 1)).toBe(true);
});

test('exact zeros and ones, and a class without people, give no NaN', () => {
  const em = emOf(
    [
      [1, 2, 1],
      [1, 2, 2],
    ],
    3,
  );
  const start = Float64Array.of(0.5, 0.5, 0, 1, 0, 0.5, 0.5, 0, 1, 0.5, 0.5, 0.3, 0.7, 0.2, 0.8);
  const { loglik, to } = stepOf(em, start);
  expect(loglik).toBeCloseTo(3 * Math.log(0.25), 12);
  expect([...to.subarray(2, 3)]).toEqual([0]);
  expect([...to.subarray(11)]).toEqual([0.3, 0.7, 0.2, 0.8]);
  expect(to.every((value) => value >= 0 && value <= 1)).toBe(true);
});
