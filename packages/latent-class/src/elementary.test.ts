import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { arctan, exp, log } from './elementary.js';
import { randomStream } from './random.js';

const random = randomStream(2026);
/** The greatest distance among `count` numbers drawn by `draw`. */
function farthest(count: number, draw: (i: number) => number, f: typeof exp, known: typeof exp): number {
  let most = 0;
  for (let i = 0; i < count; i++) {
    const x = draw(i);
    most = Math.max(most, apart(f(x), known(x)));
  }
  return most;
}
/** Distance in units of the last place of the greater. */
const apart = (a: number, b: number): number =>
  a === b ? 0 : Math.abs(a - b) / (Math.max(Math.abs(a), Math.abs(b), Number.MIN_VALUE) * Number.EPSILON);

test('logarithms are right to two units in the last place, over all magnitudes', () => {
  const draw = (i: number): number =>
    i % 2 === 0 ? random() * 4 : random() * 2 ** Math.floor(2000 * random() - 1000);
  expect(farthest(200_000, draw, log, Math.log)).toBeLessThan(2);
});

test('so are exponentials, nearly', () => {
  const draw = (i: number): number => (i % 2 === 0 ? 4 * random() - 2 : 1400 * random() - 700);
  expect(farthest(200_000, draw, exp, Math.exp)).toBeLessThan(3);
});

test('arc tangents are right to four', () => {
  const draw = (): number => (random() - 0.5) * 10 ** Math.floor(6 * random() - 2);
  expect(farthest(50_000, draw, arctan, Math.atan)).toBeLessThan(4);
});

test('known values come out as printed in tables', () => {
  // Abramowitz & Stegun 1964, table 1.1.
  expect(exp(1)).toBeCloseTo(Math.E, 14);
  expect(log(2)).toBe(Math.LN2);
  expect(log(10)).toBe(Math.LN10);
  expect(log(3)).toBeCloseTo(1.0986122886681098, 15);
  expect(exp(-1)).toBeCloseTo(0.36787944117144233, 16);
  expect(4 * arctan(1)).toBeCloseTo(Math.PI, 15);
  expect([log(1), exp(0), arctan(0)]).toEqual([0, 1, 0]);
});

test('the ends of the range are what they should be', () => {
  expect([log(0), log(-1), log(Infinity), log(NaN)]).toEqual([-Infinity, NaN, Infinity, NaN]);
  expect([exp(-Infinity), exp(-800), exp(Infinity), exp(800), exp(NaN)]).toEqual([
    0,
    0,
    Infinity,
    Infinity,
    NaN,
  ]);
  expect(log(5e-324)).toBeCloseTo(-744.4400719213812, 12);
  expect(exp(-744)).toBeGreaterThan(0);
  expect(exp(709.5) / Math.exp(709.5)).toBeCloseTo(1, 14);
  expect(exp(-720) / Math.exp(-720)).toBeCloseTo(1, 3);
  expect(arctan(Infinity)).toBe(Math.PI / 2);
});

test('nothing in the package leans on what engines compute differently', () => {
  const folder = new URL('.', import.meta.url);
  const found = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts') && file !== 'elementary.ts')
    .filter((file) =>
      /Math\.(exp|expm1|log|log1p|log2|log10|pow|a?(sin|cos|tan)h?|atan2|cbrt|hypot)\b/.test(
        readFileSync(new URL(file, folder), 'utf8'),
      ),
    );
  expect(found).toEqual([]);
});
