import { describe as group, expect, test } from 'vitest';
import { indicators } from '../data.js';
import { LatentClassError } from '../error.js';
import { fit } from '../fit.js';
import { randomStream } from '../random.js';
import { oneStep } from './one-step.js';
import { testTerm } from './regression.js';
import { twoStep } from './two-step.js';

// Two classes that the indicators tell apart with certainty, and a yes/no covariate, as a table of people:
//            x = 0   x = 1
// class 0      40      10
// class 1      20      30
const certain = {
  classes: 2,
  names: ['a', 'b', 'c'],
  categories: [2, 2, 2],
  shares: [0.5, 0.5],
  probs: [0, 1, 2].map(() => [
    [1, 0],
    [0, 1],
  ]),
};
const cells = [
  { code: 1, x: 0, n: 40 },
  { code: 1, x: 1, n: 10 },
  { code: 2, x: 0, n: 20 },
  { code: 2, x: 1, n: 30 },
];
const people = cells.flatMap(({ n, ...cell }) => Array.from({ length: n }, () => cell));
const table = indicators(
  [0, 1, 2].map(() => people.map(({ code }) => code)),
  { names: certain.names, missing: 'fiml' },
);
const x = { name: 'x', values: people.map((person) => person.x) };

group('classes that are certain', () => {
  // Then it is a logistic regression: log odds ln(20/40) at 0, ln(30/10) at 1, and variances of 1/n summed.
  const intercept = Math.log(0.5);
  const slope = Math.log(3) - intercept;
  const errors = [Math.sqrt(1 / 40 + 1 / 20), Math.sqrt(1 / 40 + 1 / 10 + 1 / 20 + 1 / 30)];

  test.each([
    ['one step', oneStep],
    ['two steps', twoStep],
  ])('%s give the logistic regression that one can do by hand', (_, run) => {
    const found = run(certain, table, [x]);
    expect(found.coefficients).toEqual([
      [0, 0],
      [expect.closeTo(intercept, 6), expect.closeTo(slope, 6)],
    ]);
    expect(found.uncertainty.observed!.errors[1]).toEqual(errors.map((error) => expect.closeTo(error, 6)));
    // In a saturated model the three agree.
    expect(found.uncertainty.sandwich!.errors[1]).toEqual(errors.map((error) => expect.closeTo(error, 6)));
    expect(found.uncertainty.bhhh!.errors[1]).toEqual(errors.map((error) => expect.closeTo(error, 6)));
    expect(testTerm(found, 'x', 'observed')).toMatchObject({
      statistic: expect.closeTo((slope / errors[1]!) ** 2, 5),
      df: 1,
    });
    expect(testTerm(found, 'y', 'observed')).toBeUndefined();
    expect(found.shares).toEqual([expect.closeTo(0.5, 9), expect.closeTo(0.5, 9)]);
  });

  test('a covariate that predicts the class with certainty is told', () => {
    const same = { name: 'same', values: people.map(({ code }) => code) };
    const found = oneStep(certain, table, [same]);
    expect(found.warnings.map(({ code }) => code)).toContain('separation');
  });

  test('another reference turns the signs', () => {
    const found = oneStep(certain, table, [x], { reference: 1 });
    expect(found.coefficients).toEqual([
      [expect.closeTo(-intercept, 6), expect.closeTo(-slope, 6)],
      [0, 0],
    ]);
  });

  test('people without covariate or answers are dropped and counted', () => {
    const columns = [0, 1, 2].map(() => [...people.map(({ code }) => code), 1, 2, 0]);
    const more = indicators(columns, { names: certain.names, missing: 'fiml' });
    const found = oneStep(certain, more, [{ name: 'x', values: [...x.values, NaN, NaN, 1] }]);
    expect(found).toMatchObject({ rows: 100, n: 100, dropped: { covariate: 2, answers: 1 } });
    expect(found.coefficients[1]![1]).toBeCloseTo(slope, 6);
    expect(found.probabilities[200]).toBeNaN();
    expect(found.probabilities[0]).toBeCloseTo(1, 9);
  });

  test('a frequency weight is that many people', () => {
    const weights = cells.map(({ n }) => n);
    const few = indicators(
      [0, 1, 2].map(() => cells.map(({ code }) => code)),
      { names: certain.names, weights, weighting: 'frequency', missing: 'fiml' },
    );
    const found = oneStep(certain, few, [{ name: 'x', values: cells.map((cell) => cell.x) }], { weights });
    const whole = oneStep(certain, table, [x]);
    expect(found.loglik).toBeCloseTo(whole.loglik, 8);
    expect(found.uncertainty.sandwich!.errors[1]![1]).toBeCloseTo(errors[1]!, 6);
  });

  test.each([
    ['the same for everybody', [{ name: 'one', values: people.map(() => 7) }]],
    ['a multiple of another', [x, { name: 'twice', values: x.values.map((value) => 2 * value + 1) }]],
  ])('a covariate that is %s is refused', (_, covariates) => {
    expect(() => oneStep(certain, table, covariates)).toThrow(LatentClassError);
  });

  test('a reference that does not exist, no start, or other indicators are refused', () => {
    expect(() => oneStep(certain, table, [x], { reference: 2 })).toThrow('reference class');
    expect(() => oneStep(certain, table, [x], { starts: 0 })).toThrow('starts');
    expect(() => oneStep({ ...certain, names: ['a', 'b', 'z'] }, table, [x])).toThrow('other indicators');
  });
});

// A class that depends on age and region, six indicators, a tenth of the answers missing, and years near 2000.
const truth = { intercept: -0.5, born: 0.04, town: 1 };
const random = randomStream(20);
const drawn = Array.from({ length: 4000 }, () => {
  const born = 1950 + 50 * random();
  const town = random() < 0.4 ? 1 : 0;
  const eta = truth.intercept + truth.born * (born - 1975) + truth.town * town;
  const inClass = random() < 1 / (1 + Math.exp(-eta)) ? 1 : 0;
  const answers = Array.from({ length: 6 }, () =>
    random() < 0.1 ? 0 : random() < (inClass === 1 ? 0.75 : 0.2) ? 2 : 1,
  );
  return { born, town, answers, weight: 0.5 + random() };
});
const weights = drawn.map(({ weight }) => weight);
const columns = Array.from({ length: 6 }, (_, item) => drawn.map(({ answers }) => answers[item]!));
const names = 'abcdef'.split('');
const covariates = [
  { name: 'born', values: drawn.map(({ born }) => born) },
  { name: 'region', codes: drawn.map(({ town }) => 1 + town), labels: ['land', 'town'] },
];
const data = indicators(columns, { names, weights, missing: 'fiml' });
const fitted = fit(data, { classes: 2, starts: { screened: 10, finished: 3 } });
// The second class is the one with answers of 2, whichever is larger.
const reference = fitted.probs[0]![0]![1]! < 0.5 ? 0 : 1;

group('people drawn from a known model', () => {
  const options = { weights, reference, starts: 3 };
  test.each([
    ['one step', oneStep, 'sandwich'],
    ['two steps', twoStep, 'propagated'],
  ] as const)('%s find it within three standard errors', (_, run, kind) => {
    const found = run(fitted, data, covariates, options);
    const other = 1 - reference;
    expect(found.terms).toEqual(['(intercept)', 'born', 'region=town']);
    const wanted = [truth.intercept - 1975 * truth.born, truth.born, truth.town];
    const errors = found.uncertainty[kind]!.errors[other]!;
    for (const [t, value] of wanted.entries()) {
      expect(Math.abs(found.coefficients[other]![t]! - value)).toBeLessThan(3 * errors[t]!);
    }
    // With 4000 people an age effect of .04 a year must be known to some .004, and a contrast to .1.
    expect(errors[1]).toBeLessThan(0.005);
    expect(errors[2]).toBeLessThan(0.15);
    expect(found.converged).toBe(true);
    expect(found.warnings).toEqual([]);
  });

  test('weights change coefficients, and may not be forgotten', () => {
    const plain = indicators(columns, { names, missing: 'fiml' });
    for (const run of [oneStep, twoStep]) {
      const without = run(fitted, plain, covariates, { reference, starts: 1 });
      const withWeights = run(fitted, data, covariates, { ...options, starts: 1 });
      expect(
        Math.abs(without.coefficients[1 - reference]![2]! - withWeights.coefficients[1 - reference]![2]!),
      ).toBeGreaterThan(1e-3);
      expect(() => run(fitted, data, covariates)).toThrow('give the same weights here');
    }
  });

  test('the uncertainty of the first step only adds', () => {
    const { uncertainty } = twoStep(fitted, data, covariates, options);
    for (const [t, error] of uncertainty.sandwich!.errors[1 - reference]!.entries()) {
      expect(uncertainty.propagated!.errors[1 - reference]![t]!).toBeGreaterThan(error);
    }
  });

  test('starts from anywhere come back with classes in the order of the model', () => {
    const turned = {
      ...fitted,
      shares: fitted.shares.toReversed(),
      probs: fitted.probs.map((byClass) => byClass.toReversed()),
    };
    const one = oneStep(fitted, data, covariates, options);
    const two = oneStep(turned, data, covariates, {
      ...options,
      reference: 1 - reference,
      starts: 6,
      seed: 3,
    });
    expect(two.coefficients[reference]![1]).toBeCloseTo(one.coefficients[1 - reference]![1]!, 6);
    expect(two.loglik).toBeCloseTo(one.loglik, 6);
    expect(two.shift).toBeLessThan(0.1);
  });
});
