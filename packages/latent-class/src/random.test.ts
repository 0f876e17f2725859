import { expect, test } from 'vitest';
import { randomSimplex, randomStream } from './random.js';

const draws = (seed: number, stream: number, count = 5) => {
  const random = randomStream(seed, stream);
  return Array.from({ length: count }, () => random());
};

test('the same seed and stream give the same numbers', () => {
  expect(draws(1, 7)).toEqual(draws(1, 7));
});

test('neighbouring seeds and streams differ, and swapping them does too', () => {
  const firsts = [draws(1, 2), draws(2, 1), draws(1, 3), draws(2, 2), draws(1 + 2 ** 32, 2)].map(
    (list) => list[0],
  );
  expect(new Set(firsts).size).toBe(5);
});

test('the first numbers on a machine are the first numbers on every machine', () => {
  expect(draws(1, 0, 3)).toMatchInlineSnapshot(`
    [
      0.9012066813884303,
      0.6501654194435105,
      0.3510211178800091,
    ]
  `);
});

test('numbers are spread evenly over (0, 1)', () => {
  const numbers = draws(3, 0, 100_000);
  expect(Math.min(...numbers.slice(0, 1000))).toBeGreaterThan(0);
  const mean = numbers.reduce((sum, value) => sum + value, 0) / numbers.length;
  const square = numbers.reduce((sum, value) => sum + (value - 0.5) ** 2, 0) / numbers.length;
  // Five standard errors either way.
  expect(Math.abs(mean - 0.5)).toBeLessThan((5 * Math.sqrt(1 / 12)) / Math.sqrt(1e5));
  expect(Math.abs(square - 1 / 12)).toBeLessThan((5 * Math.sqrt(1 / 180)) / Math.sqrt(1e5));
});

test('first numbers of neighbouring streams are uncorrelated', () => {
  const firsts = Array.from({ length: 20_000 }, (_, stream) => draws(1, stream, 1)[0]! - 0.5);
  const product = firsts.slice(1).reduce((sum, value, i) => sum + value * firsts[i]!, 0) / firsts.length;
  expect(Math.abs(product * 12)).toBeLessThan(5 / Math.sqrt(20_000));
});

test('a random simplex sums to one and each part has the same mean', () => {
  const random = randomStream(1);
  const drawn = Array.from({ length: 5000 }, () => randomSimplex(random, 3));
  expect(drawn[0]!.reduce((sum, part) => sum + part, 0)).toBeCloseTo(1, 12);
  for (const i of [0, 1, 2]) {
    expect(drawn.reduce((sum, parts) => sum + parts[i]!, 0) / 5000).toBeCloseTo(1 / 3, 1.5);
  }
});
