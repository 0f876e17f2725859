import { expect, test } from 'vitest';
import { indicators } from './data.js';
import { enumerate, informationCriteria } from './enumerate.js';
import { goodness } from './goodness.js';
import { fit } from './fit.js';
import { simulate } from './simulate.js';

const truth = {
  shares: [0.65, 0.35],
  probs: [0.9, 0.8, 0.85, 0.75, 0.9].map((p) => [
    [p, 1 - p],
    [1 - p, p],
  ]),
};
const data = indicators(simulate(truth, 2000, 1).columns, { names: 'abcde'.split(''), missing: 'fiml' });
const starts = { screened: 20, finished: 6 };

test('criteria worked by hand: loglik -100, 5 parameters, 22 people, entropy 3', () => {
  // BIC adds 5 log 22 = 15.4552, the adjusted one 5 log 1 = 0.
  expect(informationCriteria(-100, 5, 22, 3)).toEqual({
    aic: 210,
    aic3: 215,
    bic: expect.closeTo(215.4552, 4),
    abic: 200,
    caic: expect.closeTo(220.4552, 4),
    icl: expect.closeTo(221.4552, 4),
  });
});

test('BIC finds the number of classes that simulated people came from', () => {
  const seen: number[] = [];
  const rows = enumerate(data, { from: 1, to: 3, starts, onModel: (row) => seen.push(row.classes) });
  expect(seen).toEqual([1, 2, 3]);
  const best = rows.toSorted((a, b) => a.bic - b.bic)[0]!;
  expect(best.classes).toBe(2);
  expect(best.smallestN).toBeCloseTo(best.smallestShare * 2000, 9);
  expect(rows[0]!.entropyR2).toBeNull();
});

test('the likelihood never falls from one number of classes to the next', () => {
  const logliks = enumerate(data, { from: 1, to: 4, starts }).map((row) => row.loglik);
  expect(logliks).toEqual(logliks.toSorted((a, b) => a - b));
});

test('G2 and X2 of one class are those of independence, worked by hand', () => {
  // 40, 10, 20, 30 people: rows 50/50, columns 60/40, so 30, 20, 30, 20 are expected.
  const table = indicators(
    [
      [1, 1, 2, 2],
      [1, 2, 1, 2],
    ],
    { names: ['a', 'b'], weights: [40, 10, 20, 30], weighting: 'frequency', missing: 'fiml' },
  );
  const { g2, x2, df, sparse, cells } = goodness(fit(table, { classes: 1 }), table);
  expect(x2).toBeCloseTo(100 / 30 + 100 / 20 + 100 / 30 + 100 / 20, 9);
  const expected =
    2 * (40 * Math.log(40 / 30) + 10 * Math.log(0.5) + 20 * Math.log(2 / 3) + 30 * Math.log(1.5));
  expect(g2).toBeCloseTo(expected, 9);
  expect(df).toEqual({ table: 1, cases: 1 });
  expect({ sparse, cells }).toEqual({ sparse: false, cells: 4 });
});

test('cells without people add their expectation to X2', () => {
  const table = indicators(
    [
      [1, 2],
      [1, 2],
    ],
    { names: ['a', 'b'], weights: [50, 50], weighting: 'frequency', missing: 'fiml' },
  );
  // 25 expected in each of four cells: 25 * 4 in all.
  expect(goodness(fit(table, { classes: 1 }), table).x2).toBeCloseTo(100, 9);
});

test('a table with more cells than people is marked as sparse', () => {
  const thin = indicators(simulate({ ...truth, probs: [...truth.probs, ...truth.probs] }, 100, 1).columns, {
    names: 'abcdefghij'.split(''),
    missing: 'fiml',
  });
  const result = goodness(fit(thin, { classes: 2, starts }), thin);
  expect(result.sparse).toBe(true);
  expect(result.df).toEqual({ table: 1023 - 21, cases: 100 - 21 });
});
