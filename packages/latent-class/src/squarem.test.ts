import { expect, test } from 'vitest';
import { indicators } from './data.js';
import { expectationMaximisation, type Em } from './em.js';
import { randomParameters, type Parameters } from './parameters.js';
import { randomStream } from './random.js';
import { simulate } from './simulate.js';
import { climb } from './squarem.js';

const model = {
  shares: [0.6, 0.4],
  probs: [0.2, 0.3, 0.1, 0.4, 0.25, 0.35].map((p) => [
    [p, 1 - p],
    [1 - p, p],
  ]),
};

function sampleEm(classes: number, seed: number): Em {
  const { columns } = simulate(model, 400, seed);
  return expectationMaximisation(
    indicators(columns, { names: 'abcdef'.split(''), missing: 'fiml' }),
    classes,
  );
}

function plain(em: Em, start: Parameters, steps: number): number {
  let from = start;
  let to: Parameters = new Float64Array(em.shape.size);
  let loglik = 0;
  for (let i = 0; i < steps; i++) {
    loglik = em.step(from, to);
    [from, to] = [to, from];
  }
  return loglik;
}

test('it arrives where plain EM arrives, in fewer readings of the data', () => {
  const em = sampleEm(2, 1);
  const start = randomParameters(em.shape, randomStream(2));
  const { loglik, iterations, converged } = climb(em, start, { tolerance: 1e-10, maxIterations: 5000 });
  expect(converged).toBe(true);
  expect(iterations).toBeLessThan(100);
  expect(loglik).toBeCloseTo(plain(em, Float64Array.from(start), 3000), 8);
});

test('accepted points never lower the likelihood, whatever the start', () => {
  for (let seed = 0; seed < 15; seed++) {
    const em = sampleEm(3, seed);
    let last = -Infinity;
    let best = -Infinity;
    const watched: Em = {
      ...em,
      step(from, to) {
        last = em.step(from, to);
        best = Math.max(best, last);
        return last;
      },
    };
    const start = randomParameters(em.shape, randomStream(seed));
    const { loglik } = climb(watched, start, { tolerance: 1e-10, maxIterations: 5000 });
    expect(loglik).toBeGreaterThanOrEqual(best - 1e-8);
  }
});

test('the parameters it returns have the likelihood it returns, and stay proportions', () => {
  const em = sampleEm(3, 4);
  const { parameters, loglik } = climb(em, randomParameters(em.shape, randomStream(4)), {
    tolerance: 1e-10,
    maxIterations: 5000,
  });
  expect(em.step(parameters, new Float64Array(em.shape.size))).toBe(loglik);
  expect(parameters[0]! + parameters[1]! + parameters[2]!).toBeCloseTo(1, 12);
  expect(parameters.every((value) => value >= 0 && value <= 1)).toBe(true);
});

test('it gives up after the readings it is allowed, and says so', () => {
  const em = sampleEm(3, 5);
  const start = randomParameters(em.shape, randomStream(5));
  const { iterations, converged } = climb(em, start, { tolerance: 1e-10, maxIterations: 6 });
  expect(iterations).toBe(6);
  expect(converged).toBe(false);
});
