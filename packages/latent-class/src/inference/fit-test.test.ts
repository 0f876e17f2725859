import { expect, test } from 'vitest';
import { indicators } from '../data.js';
import { fit } from '../fit.js';
import { goodness } from '../goodness.js';
import { bivariateResiduals } from '../residuals.js';
import { simulate } from '../simulate.js';
import { bootstrapFit, concludeFitTest, replicateFits } from './fit-test.js';

const names = ['a', 'b', 'c', 'd', 'e', 'f'];
const probs = names.map(() => [0.15, 0.85].map((p) => [p, 1 - p]));
const { columns } = simulate({ shares: [0.6, 0.4], probs }, 500, 21);
const starts = { screened: 20, finished: 5 };
const data = indicators(columns, { names, missing: 'fiml' });
const model = fit(data, { classes: 2, starts });

test('a true model is not rejected, and two answers that repeat each other are found out', () => {
  const good = bootstrapFit(model, data, { replicates: 99 });
  expect(good.g2.p).toBeGreaterThan(0.05);
  expect(good.pairs).toHaveLength(15);
  expect(good.g2.statistic).toBe(goodness(model, data).g2);
  // b repeats a for every second person, whatever the class.
  const echo = columns.map((column, i) =>
    i === 1 ? column.map((code, row) => (row % 2 ? columns[0]![row]! : code)) : column,
  );
  const bent = indicators(echo, { names, missing: 'fiml' });
  const bad = bootstrapFit(fit(bent, { classes: 2, starts }), bent, { replicates: 99 });
  expect(bad.g2.p).toBe(0.01);
  const worst = bad.pairs.toSorted((a, b) => a.p - b.p || b.bvr - a.bvr)[0]!;
  expect(worst.names).toEqual(['a', 'b']);
  expect(worst).toMatchObject({ p: 0.01, exceeding: 0 });
});

test('residuals of a true model have about the p-values of chance', () => {
  const ps = bootstrapFit(model, data, { replicates: 199 }).pairs.map(({ p }) => p);
  expect(ps.filter((p) => p < 0.05).length).toBeLessThan(4);
  expect(bivariateResiduals(model, data)[3]!.x2).toBe(
    bootstrapFit(model, data, { replicates: 2 }).pairs[3]!.statistic,
  );
});

test('samples may be shared in any ranges and give the same test', () => {
  const parts = [
    ...replicateFits(model, data, { from: 6, to: 12 }),
    ...replicateFits(model, data, { from: 0, to: 6 }),
  ];
  expect(concludeFitTest(model, data, parts)).toEqual(bootstrapFit(model, data, { replicates: 12 }));
});

test('a test can be stopped, needs a sample, and is not for survey weights', () => {
  expect(() => bootstrapFit(model, data, { signal: { aborted: true } })).toThrow('stopped after 0');
  expect(() => bootstrapFit(model, data, { replicates: 0 })).toThrow('whole number from 1');
  const weights = Float64Array.from({ length: 500 }, (_, row) => 1 + (row % 2));
  const weighted = indicators(columns, { names, weights, missing: 'fiml' });
  expect(() => bootstrapFit(model, weighted)).toThrow('survey weights');
});
