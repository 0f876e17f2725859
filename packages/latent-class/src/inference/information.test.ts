import { expect, test } from 'vitest';
import { indicators } from '../data.js';
import { expectationMaximisation } from '../em.js';
import { layout, randomParameters } from '../parameters.js';
import { randomStream } from '../random.js';
import { information } from './information.js';
import { covarianceOfProportions, freeLogits, logitsOf, proportionsOf } from './logits.js';
import { addOuter, mirror } from './matrix.js';
import { reweighted } from './resample.js';

const random = randomStream(11);
const categories = [2, 3, 2, 4];
const answers = categories.map((count) =>
  Array.from({ length: 60 }, () => (random() < 0.15 ? 0 : 1 + Math.floor(random() * count))),
);
const weights = Array.from({ length: 60 }, () => 0.2 + 3 * random());
const data = indicators(answers, { names: ['a', 'b', 'c', 'd'], categories, weights, missing: 'fiml' });
const shape = layout(3, categories);

/** A point inside, and one with a last category at 0 and another indicator left at 1. */
const inside = randomParameters(shape, random);
inside.set([0.5, 0.3, 0.2]);
const edge = inside.slice();
edge.set([0.4, 0.6, 0], 3 + 2);
edge.set([1, 0], 3 + 11 + 5);

test.each([
  ['inside', inside],
  ['on the boundary', edge],
])('gradient and information are the derivatives of the log-likelihood: %s', (_, parameters) => {
  const free = freeLogits(shape, parameters);
  const em = expectationMaximisation(data, 3);
  const next = new Float64Array(shape.size);
  const loglik = (logits: Float64Array): number => em.step(proportionsOf(free, logits), next);
  const at = logitsOf(free, parameters);
  expect([...proportionsOf(free, at)]).toEqual([...parameters].map((p) => expect.closeTo(p, 12)));

  const moved = (i: number, by: number, from = at): Float64Array => {
    const copy = from.slice();
    copy[i] = copy[i]! + by;
    return copy;
  };
  const { gradient, observed } = information(free, data);
  const h = 1e-3;
  for (let i = 0; i < free.count; i++) {
    const slope = (loglik(moved(i, h)) - loglik(moved(i, -h))) / (2 * h);
    expect(gradient[i]).toBeCloseTo(slope, 4);
    for (let j = 0; j <= i; j++) {
      const up = moved(i, h);
      const down = moved(i, -h);
      const curvature =
        loglik(moved(j, h, up)) -
        loglik(moved(j, -h, up)) -
        loglik(moved(j, h, down)) +
        loglik(moved(j, -h, down));
      expect(observed[i * free.count + j]).toBeCloseTo(-curvature / (4 * h * h), 3);
    }
  }
});

test('the squared scores are those of each pattern by itself', () => {
  const free = freeLogits(shape, inside);
  const sum = new Float64Array(free.count ** 2);
  for (const [pattern, weight] of data.patternWeights.entries()) {
    const alone = reweighted(
      data,
      data.patternWeights.map((_, other) => Number(other === pattern)),
    );
    addOuter(sum, information(free, alone).gradient, weight);
  }
  const expected = [...mirror(sum, free.count)].map((value) => expect.closeTo(value, 9));
  expect([...information(free, data).outer]).toEqual(expected);
});

test('what is on the boundary is fixed, and the rest of its set stays free', () => {
  const free = freeLogits(shape, edge);
  expect(freeLogits(shape, inside).count).toBe(shape.free);
  // One category of three, and a set of two that has nothing left to vary.
  expect(free.count).toBe(shape.free - 2);
  expect([...free.fixed.subarray(5, 8)]).toEqual([0, 0, 1]);
  expect(free.referenceAt[5]).toBe(6);
  expect([...free.fixed.subarray(19, 21)]).toEqual([1, 1]);
});

test('a class without people has nothing to vary', () => {
  const empty = inside.slice();
  empty.set([0.6, 0.4, 0]);
  const free = freeLogits(shape, empty);
  expect(free.count).toBe(1 + 2 * 7);
  expect([...free.fixed.subarray(3 + 22)]).toEqual(Array(11).fill(1));
});

test('the covariance of proportions is the delta method by hand', () => {
  // Proportions .5, .3, .2 with logits against the last of variance 1 and 2, covariance .5.
  const one = layout(1, [3]);
  const free = freeLogits(one, Float64Array.of(1, 0.5, 0.3, 0.2));
  const covariance = covarianceOfProportions(free, Float64Array.of(1, 0.5, 0.5, 2));
  // d p1 = p1 (1 - p1) da - p1 p2 db = .25 da - .15 db; d p2 = -.15 da + .21 db; d p3 = -.10 da - .06 db.
  const variance = (a: number, b: number): number => a * a + 2 * b * b + 2 * 0.5 * a * b;
  expect([covariance[5], covariance[10], covariance[15]]).toEqual([
    expect.closeTo(variance(0.25, -0.15), 14),
    expect.closeTo(variance(-0.15, 0.21), 14),
    expect.closeTo(variance(-0.1, -0.06), 14),
  ]);
  expect(covariance[0]).toBe(0);
});
