import { fit, indicators, randomStream, simulate } from '@bagom/latent-class';
import { expect, test } from 'vitest';
import type { ClassData } from '../class-data.js';
import { NO_DESIGN } from '../survey-design.js';
import { ANALYSES } from './analyses.js';
import type { AnalysisGiven } from './given.js';

const NAMES = ['a', 'b', 'c', 'd', 'e', 'f'];

/** Answers of two classes, of which the second is `share` of 500 people. */
function wave(share: number, seed: number) {
  const probs = NAMES.map(() => [
    [0.85, 0.15],
    [0.2, 0.8],
  ]);
  const { columns, classOfRow } = simulate({ shares: [1 - share, share], probs }, 500, seed);
  const data: ClassData = {
    names: NAMES,
    columns,
    categories: NAMES.map(() => [1, 2]),
    weights: null,
    missing: 'fiml',
  };
  return { data, classOfRow };
}

const { data, classOfRow } = wave(0.3, 1);
const model = fit(indicators(data.columns, { names: NAMES, missing: 'fiml' }), {
  classes: 2,
  starts: { screened: 20, finished: 5 },
});
const given = { model, data, design: NO_DESIGN };
const random = randomStream(8);
const age = Float64Array.from(classOfRow, (k) => 40 + 10 * k + 30 * random());
const kind = Float64Array.from(classOfRow, (k) => 1 + Number(random() < 0.3 + 0.4 * k));
const beside = { name: 'age', label: '', values: age, categories: [] };
const categories = [
  { value: 1, label: 'no' },
  { value: 2, label: 'yes' },
];
const waves = (
  compare: 'fixed' | 'metric' | 'configural',
  other: ClassData,
  own = data,
): AnalysisGiven['waves'] => ({
  ...given,
  data: own,
  asked: { waveId: 'w2', compare, weightId: null, starts: 4, seed: 1 },
  own: { waveId: 'w1', name: 'first', year: 2017 },
  other: { waveId: 'w2', name: 'second', year: 2022, data: other },
});
const steps = { method: 'three-step', assignment: 'modal', correction: 'ml', referenceClass: 0 } as const;

const all: { [K in keyof AnalysisGiven]: AnalysisGiven[K] } = {
  'standard-errors': { ...given, asked: { errors: 'bootstrap', replicates: 12, seed: 3, level: 0.95 } },
  'likelihood-ratio': { ...given, asked: { replicates: 5, starts: 10, seed: 1 } },
  residuals: { ...given, asked: { replicates: 12, seed: 1 } },
  covariates: {
    ...given,
    asked: { ...steps, covariates: [], starts: 5, seed: 1 },
    columns: [{ ...beside, variableId: 'age', as: 'numeric', reference: null }],
  },
  distal: {
    ...given,
    asked: { outcomeId: 'age', as: 'mean', assignment: 'modal', correction: 'bch' },
    outcome: beside,
  },
  waves: waves('fixed', wave(0.45, 2).data),
};

test.each(Object.keys(all) as (keyof AnalysisGiven)[])(
  '%s: one thread and two give the same bytes, which hold no undefined',
  async (name) => {
    const run = ANALYSES[name] as (given: unknown, how: unknown) => Promise<unknown>;
    const told: number[] = [];
    const one = await run(all[name], { threads: 1, watch: (progress: number) => told.push(progress) });
    expect(JSON.stringify(await run(all[name], { threads: 2 }))).toBe(JSON.stringify(one));
    // What JSON would change is not kept by a study as it is.
    expect(JSON.parse(JSON.stringify(one))).toEqual(one);
    expect(told).toEqual(told.toSorted((a, b) => a - b));
  },
);

test('covariates: the truth is in the intervals, whichever way; a category is compared with its reference', async () => {
  const columns: AnalysisGiven['covariates']['columns'] = [
    { ...beside, variableId: 'age', as: 'numeric', reference: null },
    {
      name: 'kind',
      label: 'Slags',
      values: kind,
      categories,
      variableId: 'kind',
      as: 'categorical',
      reference: 2,
    },
  ];
  for (const method of ['one-step', 'two-step', 'three-step'] as const) {
    const found = await ANALYSES.covariates({
      ...given,
      asked: { ...steps, method, covariates: [], starts: 3, seed: 1 },
      columns,
    });
    expect(found.terms.map(({ name, category }) => [name, category])).toEqual([
      ['(intercept)', null],
      ['age', null],
      ['kind', 1],
    ]);
    expect(found.coefficients[0]!.map(({ estimate, se }) => [estimate, se])).toEqual([
      [0, null],
      [0, null],
      [0, null],
    ]);
    // P(kind = 2) is .3 and .7 in the two classes: the log-odds of class by kind = 1 are 2 log(3/7).
    const { low, high, odds, estimate } = found.coefficients[1]![2]!;
    expect([low! < 2 * Math.log(3 / 7), high! > 2 * Math.log(3 / 7)]).toEqual([true, true]);
    expect(odds).toBeCloseTo(Math.exp(estimate), 10);
    expect(found.tests.map(({ name, test }) => [name, test!.df, test!.p < 0.001])).toEqual([
      ['age', 1, true],
      ['kind', 1, true],
    ]);
  }
});

test('an outcome by class: the means that people were made with, and the shares', async () => {
  const { means, equal, pairs } = await ANALYSES.distal(all.distal);
  // 40 + 15 and 50 + 15 years.
  for (const [k, truth] of [55, 65].entries())
    expect([means![k]!.low! < truth, means![k]!.high! > truth]).toEqual([true, true]);
  expect([equal!.p < 1e-6, pairs.length]).toEqual([true, 1]);
  const outcome = { name: 'kind', label: '', values: kind, categories };
  const asked = { outcomeId: 'kind', as: 'proportions', assignment: 'modal', correction: 'ml' } as const;
  const { proportions } = await ANALYSES.distal({ ...given, asked, outcome });
  for (const [k, truth] of [0.3, 0.7].entries())
    expect([proportions![k]![1]!.low! < truth, proportions![k]![1]!.high! > truth]).toEqual([true, true]);
});

test('another wave: the same classes, of other sizes', async () => {
  for (const compare of ['fixed', 'metric', 'configural'] as const) {
    const { waves: found, changes, tests } = await ANALYSES.waves(waves(compare, wave(0.45, 2).data));
    expect(found.map(({ name }) => name)).toEqual(['first', 'second']);
    expect([found[1]!.shares[1]!.low! < 0.45, found[1]!.shares[1]!.high! > 0.45]).toEqual([true, true]);
    expect(changes[1]!.estimate).toBeCloseTo(
      found[1]!.shares[1]!.estimate - found[0]!.shares[1]!.estimate,
      10,
    );
    const [meaning, shares] = tests;
    expect([compare, meaning!.of, meaning!.test!.p > 0.01]).toEqual([compare, 'meaning', true]);
    // Six probabilities in two classes.
    expect(meaning!.test!.df).toBe(12);
    expect([shares!.of, shares!.how, shares!.test!.df, shares!.test!.p < 0.05]).toEqual([
      'shares',
      'likelihood-ratio',
      1,
      true,
    ]);
  }
});

test('another wave with weights: scaled and Wald tests, near the others where weights say nothing', async () => {
  const other = wave(0.45, 2).data;
  const even = (one: ClassData, weight: number) => ({ ...one, weights: new Float64Array(500).fill(weight) });
  const [plain, weighted] = [
    await ANALYSES.waves(waves('metric', other)),
    await ANALYSES.waves(waves('metric', even(other, 1000), even(data, 0.5))),
  ];
  expect(weighted.errors).toBe('sandwich');
  expect(weighted.tests[1]!.how).toBe('wald');
  expect(weighted.changes[1]!.estimate).toBeCloseTo(plain.changes[1]!.estimate, 4);
  for (const i of [0, 1]) {
    const [a, b] = [plain.tests[i]!.test!, weighted.tests[i]!.test!];
    expect(b.df).toBe(a.df);
    expect(b.statistic / a.statistic).toBeGreaterThan(0.7);
    expect(b.statistic / a.statistic).toBeLessThan(1.4);
  }
});

test('another wave where a question changed its meaning is told', async () => {
  const other = wave(0.3, 4).data;
  const turned = other.columns.map((column, item) => (item === 0 ? column.map((code) => 3 - code) : column));
  const { tests } = await ANALYSES.waves(waves('metric', { ...other, columns: turned }));
  expect(tests[0]!.test!.p).toBeLessThan(1e-10);
});

test('with weights there is no test by samples, and the residuals stand without a p', async () => {
  const weights = Float64Array.from({ length: 500 }, (_, row) => 1 + (row % 2));
  const weighted = { ...given, data: { ...data, weights }, model: { ...model, weighted: true } };
  await expect(
    ANALYSES['likelihood-ratio']({ ...weighted, asked: { replicates: 5, starts: 10, seed: 1 } }),
  ).rejects.toMatchObject({ code: 'classes.weighted-ratio' });
  const { pairs, notes } = await ANALYSES.residuals({ ...weighted, asked: { replicates: 5, seed: 1 } });
  expect([pairs.length, pairs.every(({ p }) => p === null), notes]).toEqual([
    15,
    true,
    [{ code: 'weighted-no-p', data: {} }],
  ]);
});
