import { expect, test } from 'vitest';
import { indicators } from '../data.js';
import { fit } from '../fit.js';
import { randomStream } from '../random.js';
import { standardErrors } from '../inference/standard-errors.js';
import type { ItemRule } from '../restriction/item-rule.js';
import { simulate } from '../simulate.js';
import { fixedTo } from './group-rule.js';
import { fitGroups } from './groups.js';
import { likelihoodRatio } from './likelihood-ratio.js';
import { measurement } from './measurement.js';
import { oneStep } from './one-step.js';
import { threeStep } from './three-step.js';
import { twoStep } from './two-step.js';

// Stepwise analyses take models with ordinal indicators and constraints as they are.
const scale = [
  [0.55, 0.3, 0.15],
  [0.15, 0.3, 0.55],
];
const yes = [
  [0.8, 0.2],
  [0.25, 0.75],
];
const { columns, classOfRow } = simulate(
  { shares: [0.6, 0.4], probs: [scale, scale, scale, yes, yes, yes] },
  1200,
  7,
);
const random = randomStream(4);
const age = Float64Array.from(classOfRow, (k) => 0.8 * k + 2 * random());
const weights = Float64Array.from({ length: 1200 }, () => 0.5 + random());
const names = ['a', 'b', 'c', 'd', 'e', 'f'];
const starts = { screened: 20, finished: 5 };
const data = indicators(columns, { names, missing: 'fiml' });
const ordinal = [
  ...names.slice(0, 3).map(() => ({ scale: 'ordinal' as const })),
  ...names.slice(3).map(() => 'free' as const),
];
const covariates = [{ name: 'age', values: age }];

test('where a rule asks for nothing, the first step is as uncertain as it is without the rule', () => {
  const plain = fit(data, { classes: 2, starts });
  const known = fit(data, {
    classes: 2,
    starts,
    items: names.map((_, i) => (i < 3 ? 'free' : { scale: 'ordinal' as const })),
  });
  const [a, b] = [plain, known].map((model) => measurement(model, data, undefined).covariance);
  // Two categories have no order: both models are one. The second goes another way round to its covariance.
  const restricted = fit(data, { classes: 2, starts, fixedShares: [plain.shares[0]!, plain.shares[1]!] });
  expect(a!.length).toBe(b!.length);
  for (const [i, value] of a!.entries())
    expect(Math.abs(b![i]! - value)).toBeLessThan(1e-3 * (1e-3 + Math.abs(value)));
  const c = measurement(restricted, data, undefined).covariance;
  // Known shares have no variance, and the rest varies no more than before.
  expect(c[0]).toBe(0);
  const size = Math.round(Math.sqrt(c.length));
  for (let i = 1; i < size; i++) expect(c[i * size + i]!).toBeLessThanOrEqual(a![i * size + i]! * (1 + 1e-6));
});

test.each([false, true])(
  'two and three steps with an ordinal model agree on a slope, weights: %s',
  (weighted) => {
    const survey = weighted ? indicators(columns, { names, weights, missing: 'fiml' }) : data;
    const model = fit(survey, { classes: 2, starts, items: ordinal });
    const options = weighted ? { weights } : {};
    const two = twoStep(model, survey, covariates, options);
    const three = threeStep(model, survey, covariates, { ...options, propagate: true });
    const error = two.uncertainty.propagated!.errors[1]![1]!;
    expect(Math.abs(two.coefficients[1]![1]! - three.coefficients[1]![1]!)).toBeLessThan(2 * error);
    // What the first step leaves uncertain is added, and is less than the rest.
    for (const found of [two, three]) {
      const { propagated, sandwich } = found.uncertainty;
      expect(propagated!.errors[1]![1]! / sandwich!.errors[1]![1]!).toBeGreaterThan(1 - 1e-9);
      expect(propagated!.errors[1]![1]! / sandwich!.errors[1]![1]!).toBeLessThan(1.5);
    }
  },
);

test('fewer parameters leave less uncertain', () => {
  const wide = measurement(fit(data, { classes: 2, starts }), data, undefined);
  const narrow = measurement(fit(data, { classes: 2, starts, items: ordinal }), data, undefined);
  const size = Math.round(Math.sqrt(wide.covariance.length));
  const trace = (covariance: Float64Array) =>
    Array.from({ length: size }, (_, i) => covariance[i * size + i]!).reduce((a, b) => a + b, 0);
  expect(trace(narrow.covariance)).toBeLessThan(trace(wide.covariance));
});

test('one step with a covariate that has nothing to do with anything leaves an ordinal model as it was', () => {
  const model = fit(data, { classes: 2, starts, items: ordinal });
  const noise = Float64Array.from({ length: 1200 }, () => random());
  const one = oneStep(model, data, [{ name: 'noise', values: noise }], { starts: 2 });
  expect(one.npar).toBe(model.npar + 1);
  expect(one.loglik).toBeGreaterThan(model.loglik - 1e-6);
  expect(one.loglik).toBeLessThan(model.loglik + 6);
  expect(one.shift).toBeLessThan(0.03);
  // Still ordinal: log-odds of the two classes differ by the same at both steps of the scale.
  const odds = one.probs[0]!.map((p) => [Math.log(p[1]! / p[0]!), Math.log(p[2]! / p[1]!)]);
  expect(odds[1]![1]! - odds[0]![1]!).toBeCloseTo(odds[1]![0]! - odds[0]![0]!, 6);
  const alone = measurement(model, data, undefined).covariance;
  expect(one.profileErrors.observed!.probs[0]![0]![0]).toBeGreaterThan(0);
  expect(alone[0]).toBeGreaterThan(0);
});

test('one step with ordinal indicators agrees with two steps on the slope of a covariate', () => {
  const model = fit(data, { classes: 2, starts, items: ordinal });
  const one = oneStep(model, data, covariates, { starts: 4 });
  const two = twoStep(model, data, covariates);
  expect(one.converged).toBe(true);
  expect(Math.abs(one.coefficients[1]![1]! - two.coefficients[1]![1]!)).toBeLessThan(
    one.uncertainty.observed!.errors[1]![1]!,
  );
});

test('an ordinal model in two groups: free is the sum of both alone, equal costs likelihood', () => {
  const model = fit(data, { classes: 2, starts, items: ordinal });
  const groups = Uint8Array.from({ length: 1200 }, (_, row) => 1 + (row % 2));
  const free = fitGroups(model, data, { groups, items: 'free', starts: 3 });
  const halves = [0, 1].map((half) => {
    const own = columns.map((column) => column.filter((_, row) => row % 2 === half));
    return fit(indicators(own, { names, categories: [3, 3, 3, 2, 2, 2], missing: 'fiml' }), {
      classes: 2,
      starts,
      items: ordinal,
    });
  });
  expect(free.loglik).toBeCloseTo(halves[0]!.loglik + halves[1]!.loglik, 5);
  expect(free.npar).toBe(2 * model.npar);
  const half = standardErrors(
    halves[0]!,
    indicators(
      columns.map((c) => c.filter((_, row) => row % 2 === 0)),
      { names, missing: 'fiml' },
    ),
    { kind: 'observed' },
  );
  for (const [k, error] of half.se.probs[0]!.entries()) {
    for (const [c, se] of error.entries()) {
      expect(free.groups[0]!.errors.observed!.probs[0]![k]![c]! / se!).toBeCloseTo(1, 2);
    }
  }
  const equal = fitGroups(model, data, { groups, items: 'equal', starts: 3 });
  expect(equal.npar).toBe(model.npar + 1);
  expect(equal.groups[0]!.probs).toEqual(equal.groups[1]!.probs);
  const test = likelihoodRatio(equal, free);
  expect(test.df).toBe(model.npar - 1);
  expect(test.p).toBeGreaterThan(0.001);
  // Both groups with the same sizes as well is the model itself.
  const same = fitGroups(model, data, { groups, items: 'equal', shares: 'equal', starts: 1 });
  expect(same.loglik).toBeCloseTo(model.loglik, 6);
  expect(fitGroups(model, data, { items: fixedTo(model) }).loglik).toBeCloseTo(model.loglik, 6);
});

test('a class that surely answers yes does so in every group, and parallel indicators stay parallel', () => {
  const items: ItemRule[] = ['free', 'free', 'free', { fixed: [null, [0, 1]] }, 'free', { like: 'e' }];
  const model = fit(data, { classes: 2, starts, items });
  const groups = Uint8Array.from({ length: 1200 }, (_, row) => 1 + (row % 2));
  const free = fitGroups(model, data, { groups, items: 'free', starts: 2 });
  for (const group of free.groups) {
    expect(group.probs[3]![1]).toEqual([0, 1]);
    expect(group.probs[4]).toEqual(group.probs[5]);
  }
  expect(free.npar).toBe(2 * model.npar);
  const mixed = ['free', 'free', 'free', 'free', 'free', 'equal'] as const;
  expect(() => fitGroups(model, data, { groups, items: mixed })).toThrow('parallel indicators');
});

test('what cannot be estimated anew with covariates is refused, and says what to do', () => {
  const known = fit(data, { classes: 2, starts, fixedShares: [0.6, 0.4] });
  expect(() => oneStep(known, data, covariates)).toThrow('use twoStep or threeStep');
  expect(fitGroups(known, data, { items: fixedTo(known) }).npar).toBe(1);
  const partly = fit(data, {
    classes: 2,
    starts,
    items: [{ fixed: [[0.5, null, null], null] }, 'free', 'free', 'free', 'free', 'free'],
  });
  expect(() => oneStep(partly, data, covariates)).toThrow('one category is known');
});
