import { expect, test } from 'vitest';
import { indicators } from '../data.js';
import { fit } from '../fit.js';
import { randomStream } from '../random.js';
import { simulate } from '../simulate.js';
import { fixedTo } from './group-rule.js';
import { fitGroups } from './groups.js';
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

test('what would estimate the answers anew without the constraints refuses the model', () => {
  const model = fit(data, { classes: 2, starts, items: ordinal });
  expect(() => oneStep(model, data, covariates)).toThrow('drop the constraints');
  expect(() => fitGroups(model, data, { items: 'free' })).toThrow('fixedTo(model)');
  expect(fitGroups(model, data, { items: fixedTo(model) }).loglik).toBeCloseTo(model.loglik, 6);
});
