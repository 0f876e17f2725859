import { expect, test } from 'vitest';
import { indicators } from '../data.js';
import { fit } from '../fit.js';
import { simulate } from '../simulate.js';
import { bootstrapLikelihoodRatio, concludeLikelihoodRatio, replicateRatios } from './likelihood-ratio.js';

const names = ['a', 'b', 'c', 'd', 'e'];
const columns = simulate(
  {
    shares: [0.6, 0.4],
    probs: [0.9, 0.85, 0.8, 0.8, 0.75].map((p) => [
      [p, 1 - p],
      [1 - p, p],
    ]),
  },
  400,
  1,
).columns;
const data = indicators(columns, { names, missing: 'fiml' });
const starts = { screened: 8, finished: 4, steps: 10 };

test('a class that is there is found: no sample comes near', () => {
  const result = bootstrapLikelihoodRatio(data, { classes: 2, replicates: 19, starts, seed: 1 });
  expect(result).toMatchObject({ classes: 2, exceeding: 0, replicates: 19, p: 1 / 20, notes: [] });
  expect(result.monteCarloError).toBeCloseTo(Math.sqrt((0.05 * 0.95) / 19), 12);
  expect(result.statistic).toBeGreaterThan(2 * Math.max(...result.ratios));
  // Ratios are no chi-square, but they are of its size: six more parameters.
  const mean = result.ratios.reduce((sum, ratio) => sum + ratio, 0) / 19;
  expect(mean).toBeGreaterThan(4);
  expect(mean).toBeLessThan(15);
});

test('a class that is not there is no better than chance', () => {
  const { p, replicated } = bootstrapLikelihoodRatio(data, { classes: 3, replicates: 39, starts, seed: 2 });
  expect(p).toBeGreaterThan(0.1);
  expect(replicated).toBeGreaterThan(0.2);
});

test('under the null hypothesis a p below .2 comes up in about a fifth of data sets', () => {
  let low = 0;
  for (let seed = 1; seed <= 30; seed++) {
    const flat = simulate({ shares: [1], probs: names.map(() => [[0.6, 0.4]]) }, 150, seed).columns;
    const drawn = indicators(flat, { names, missing: 'fiml' });
    const fitting = { starts: { screened: 10, finished: 5 } };
    const { p } = bootstrapLikelihoodRatio(drawn, { classes: 2, replicates: 9, starts, seed, fitting });
    if (p <= 0.2) low++;
  }
  // Six expected, standard deviation 2.2.
  expect(low).toBeGreaterThan(1);
  expect(low).toBeLessThan(13);
});

test('samples shared among threads give the same test', () => {
  const models = {
    nullModel: fit(data, { classes: 1 }),
    alternative: fit(data, { classes: 2, starts }),
  };
  const options = { starts, seed: 3 };
  const parts = [
    ...replicateRatios(data, models, { ...options, from: 4, to: 8 }),
    ...replicateRatios(data, models, { ...options, from: 0, to: 4 }),
  ];
  expect(concludeLikelihoodRatio(models, parts)).toEqual(
    bootstrapLikelihoodRatio(data, { ...options, classes: 2, replicates: 8, models }),
  );
});

test('answers that people left out are left out in the samples too', () => {
  const holes = columns.map((column, item) => column.map((code, row) => ((row + item) % 3 === 0 ? 0 : code)));
  const partial = indicators(holes, { names, missing: 'fiml' });
  const full = bootstrapLikelihoodRatio(data, { classes: 2, replicates: 5, starts });
  const less = bootstrapLikelihoodRatio(partial, { classes: 2, replicates: 5, starts });
  expect(less.statistic).toBeLessThan(full.statistic);
  expect(Math.max(...less.ratios)).toBeLessThan(40);
});

test('more starts in the samples raise the ratios: few would call noise a class', () => {
  const models = {
    nullModel: fit(data, { classes: 2, starts }),
    alternative: fit(data, { classes: 4, starts }),
  };
  const three = { ...models, alternative: fit(data, { classes: 3, starts }) };
  const range = { from: 0, to: 20, seed: 1 };
  const mean = (plan: typeof starts): number =>
    replicateRatios(data, three, { ...range, starts: plan }).reduce((sum, { ratio }) => sum + ratio / 20, 0);
  expect(mean({ screened: 60, finished: 6, steps: 20 })).toBeGreaterThan(
    mean({ screened: 1, finished: 1, steps: 1 }),
  );
  expect(() => replicateRatios(data, models, range)).toThrow(/one class fewer/);
});

test('fits that were not replicated are noted', () => {
  const nullModel = fit(data, { classes: 1 });
  const alternative = { ...fit(data, { classes: 2, starts }), replicated: false };
  const alone = [{ replicate: 0, ratio: 3, hits: 1 }];
  expect(concludeLikelihoodRatio({ nullModel, alternative }, alone).notes).toEqual([
    { code: 'fit-not-replicated', data: { classes: 2 } },
    { code: 'samples-not-replicated', data: { replicated: 0 } },
  ]);
});

test.each([
  ['one class', { classes: 1 }, /2 or more/],
  ['no samples', { classes: 2, replicates: 0 }, /replicates is 0/],
])('%s is refused', (_, options, message) => {
  expect(() => bootstrapLikelihoodRatio(data, options)).toThrow(message);
});

test('survey weights are refused', () => {
  const weighted = indicators(columns, { names, weights: columns[0]!, missing: 'fiml' });
  expect(() => bootstrapLikelihoodRatio(weighted, { classes: 2 })).toThrow(/survey weights/);
});

test('it stops between samples when told to', () => {
  const signal = { aborted: false };
  const onReplicate = (done: number): void => {
    signal.aborted = done === 2;
  };
  const run = () =>
    bootstrapLikelihoodRatio(data, { classes: 2, replicates: 9, starts, signal, onReplicate });
  expect(run).toThrow(/stopped after 2 of 9 replicates/);
});
