import { describe, expect, test } from 'vitest';
import { surveyDesign } from '../design/survey-design.js';
import type { Matrix } from '../special/matrix.js';
import { chiSquareTest } from './chi-square-test.js';
import { fisherExact } from './fisher-exact.js';
import { oddsRatio } from './odds-ratio.js';
import { ordinalAssociation } from './ordinal-association.js';
import { raoScott } from './rao-scott.js';
import { surveyCrosstab } from './survey-crosstab.js';

/** One row of a survey for each count of a table. */
function spread(counts: Matrix): { a: number[]; b: string[]; rows: number } {
  const cells = counts.flatMap((row, i) =>
    row.flatMap((n, j) => Array.from({ length: n }, () => [i, j] as const)),
  );
  return { a: cells.map(([i]) => i), b: cells.map(([, j]) => `k${j}`), rows: cells.length };
}

describe('a table of counts', () => {
  // Income and job satisfaction: Agresti 2002, Categorical Data Analysis, 2nd ed., table 2.8 and section 3.2-3.4.
  const satisfaction = [
    [1, 3, 10, 6],
    [2, 3, 10, 7],
    [1, 6, 14, 12],
    [0, 1, 9, 11],
  ];

  test('is tested as in the book', () => {
    const { chiSquare, g2, df, thinCells } = chiSquareTest(satisfaction);
    expect([chiSquare.toFixed(2), g2.toFixed(2), df, thinCells]).toEqual(['5.97', '6.76', 9, 8]);
    expect(ordinalAssociation(satisfaction).gamma.toFixed(3)).toBe('0.221');
  });

  test('an empty row tells nothing, and a table of one row has no test', () => {
    const two = [
      [8, 2],
      [3, 7],
    ];
    expect(chiSquareTest([...two, [0, 0]])).toMatchObject({ df: 1, p: chiSquareTest(two).p });
    expect(chiSquareTest([[3, 4]])).toMatchObject({ df: 0, p: NaN });
  });

  test('perfect association is one', () => {
    const { cramersV } = chiSquareTest([
      [5, 0],
      [0, 9],
    ]);
    expect(cramersV).toBeCloseTo(1, 14);
  });
});

describe('the exact test', () => {
  test('tea tasted: Fisher 1935, The Design of Experiments, ch. 2', () => {
    const tea = [
      [3, 1],
      [1, 3],
    ];
    // 2 (16 + 1) / 70
    expect(fisherExact(tea)).toBeCloseTo(34 / 70, 13);
    expect(
      fisherExact([
        [4, 0],
        [0, 4],
      ]),
    ).toBeCloseTo(2 / 70, 13);
  });

  test('a larger table is gone through, whichever way it lies; one too large is given up', () => {
    const table = [
      [3, 0, 2],
      [1, 4, 1],
      [0, 1, 5],
      [2, 2, 0],
    ];
    const across = table[0]!.map((_, j) => table.map((row) => row[j]!));
    expect(fisherExact(table)).toBeCloseTo(fisherExact(across)!, 13);
    expect(fisherExact(table, 100)).toBeNull();
    expect(fisherExact([[3, 4]])).toBe(1);
  });

  test('chances of all tables add up to one', () => {
    // The likeliest table: all others are no likelier.
    expect(
      fisherExact([
        [1, 1, 1],
        [1, 1, 1],
      ]),
    ).toBeCloseTo(1, 13);
  });

  test('the odds ratio of a small table, worked by hand', () => {
    // Under a ratio r the first cell is 0..4 with chances 1, 16 r, 36 r^2, 16 r^3, r^4; at 3 the mean solves to 6.408.
    const { sample, conditional, interval } = oddsRatio([
      [3, 1],
      [1, 3],
    ]);
    expect(sample).toBe(9);
    const chances = [1, 16, 36, 16, 1].map((ways, x) => ways * conditional ** x);
    const mean =
      chances.reduce((sum, chance, x) => sum + chance * x, 0) /
      chances.reduce((sum, chance) => sum + chance, 0);
    expect(mean).toBeCloseTo(3, 10);
    expect(interval.lower).toBeLessThan(1);
    expect(interval.upper).toBeGreaterThan(9);
    expect(
      oddsRatio([
        [4, 0],
        [0, 4],
      ]),
    ).toMatchObject({ conditional: Infinity, interval: { upper: Infinity } });
  });

  test('the odds ratio of a large one, by another program to twelve digits', () => {
    // SciPy 1.17, contingency.odds_ratio.
    const { conditional, interval } = oddsRatio([
      [513, 112],
      [467, 110],
    ]);
    expect(conditional).toBeCloseTo(1.0788167690856383, 11);
    expect(interval.lower).toBeCloseTo(0.7973007512352882, 11);
    expect(interval.upper).toBeCloseTo(1.4595763718589887, 11);
  });
});

describe('a crosstab of a survey', () => {
  const counts = [
    [20, 10],
    [5, 15],
  ];
  const { a, b, rows } = spread(counts);

  test('shares go across, down and over all, with small cells told', () => {
    const { n, rowShares, columnShares, shares, rowLevels } = surveyCrosstab(surveyDesign({ rows }), a, b);
    expect(n).toEqual(counts);
    expect(rowLevels).toEqual([0, 1]);
    const estimates = [rowShares, columnShares, shares].map((table) => table[0]![0]!.estimate);
    for (const [i, share] of [20 / 30, 20 / 25, 20 / 50].entries())
      expect(estimates[i]).toBeCloseTo(share, 14);
    // Within a row, the rows of the other keep their places: n / (n - 1) p (1 - p) / 30.
    expect(rowShares[0]![0]!.error ** 2).toBeCloseTo(((50 / 49) * ((2 / 3) * (1 / 3))) / 30, 14);
  });

  test('of a simple random sample has Pearson back, but for n and n - 1', () => {
    const test = raoScott(surveyDesign({ rows }), a, b, { df: Infinity });
    expect(test.pearson).toBeCloseTo(chiSquareTest(counts).chiSquare, 10);
    expect(test.effects.length).toBe(1);
    expect(test.firstOrder.statistic).toBeCloseTo(test.secondOrder.statistic, 10);
    expect(test.f.p).toBeCloseTo(test.firstOrder.p, 12);
  });

  test('copies of the same people are no news: twice the rows in pairs, half the chi-square', () => {
    const pairs = (column: (number | string)[]) => column.flatMap((value) => [value, value]);
    const psu = pairs(a.map((_, row) => row));
    const [alone, twice] = [
      raoScott(surveyDesign({ rows }), a, b),
      raoScott(surveyDesign({ psu }), pairs(a), pairs(b)),
    ];
    expect(twice.pearson).toBeCloseTo(2 * alone.pearson, 10);
    expect(twice.effects[0]).toBeCloseTo(2 * alone.effects[0]!, 10);
    expect(twice.f.p).toBeCloseTo(alone.f.p, 12);
    expect(twice.wald.p).toBeCloseTo(alone.wald.p, 12);
  });

  test('a variable with one answer goes with nothing', () => {
    const nothing = raoScott(
      surveyDesign({ rows }),
      a.map(() => 1),
      b,
    );
    expect([nothing.effects, nothing.f.p, nothing.wald.p]).toEqual([[], NaN, NaN]);
  });
});
