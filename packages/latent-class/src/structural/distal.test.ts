import { describe as group, expect, test } from 'vitest';
import { indicators } from '../data.js';
import { LatentClassError } from '../error.js';
import { fit } from '../fit.js';
import { randomStream } from '../random.js';
import { distalMeans } from './distal-means.js';
import { distalProportions } from './distal-proportions.js';

const rules = ['modal', 'proportional'] as const;
const corrections = ['none', 'bch', 'ml'] as const;
const ways = rules.flatMap((assignment) => corrections.map((correction) => ({ assignment, correction })));

group('classes that are certain', () => {
  const certain = {
    classes: 2,
    names: ['a', 'b', 'c'],
    categories: [2, 2, 2],
    shares: [0.6, 0.4],
    probs: [0, 1, 2].map(() => [
      [1, 0],
      [0, 1],
    ]),
  };
  const codes = [1, 1, 1, 2, 2];
  const data = indicators([codes, codes, codes], { names: certain.names, missing: 'fiml' });

  test.each(ways)('$assignment, $correction: means, variances and a test by hand', (way) => {
    // 1, 2, 3: mean 2, variance 2/3. 5, 9: mean 7, variance 4. Variance of a mean: variance / n.
    const found = distalMeans(certain, data, [1, 2, 3, 5, 9], way);
    expect(found.means).toEqual([2, 7].map((mean) => expect.closeTo(mean, 6)));
    expect(found.variances).toEqual([2 / 3, 4].map((variance) => expect.closeTo(variance, 6)));
    expect(found.errors).toEqual([2 / 9, 2].map((variance) => expect.closeTo(Math.sqrt(variance), 6)));
    expect(found.shares).toEqual([expect.closeTo(0.6, 6), expect.closeTo(0.4, 6)]);
    expect(found.equal).toMatchObject({ statistic: expect.closeTo(25 / (2 / 9 + 2), 5), df: 1 });
    expect(found.pairs).toEqual([
      {
        a: 0,
        b: 1,
        difference: expect.closeTo(-5, 6),
        error: expect.closeTo(Math.sqrt(20 / 9), 6),
        p: found.equal!.p,
      },
    ]);
  });

  test.each(ways)('$assignment, $correction: proportions by hand', (way) => {
    const found = distalProportions(certain, data, [1, 2, 2, 1, 2], way);
    expect(found.proportions.flat()).toEqual([1 / 3, 2 / 3, 1 / 2, 1 / 2].map((p) => expect.closeTo(p, 6)));
    const errors = [2 / 27, 2 / 27, 1 / 8, 1 / 8].map((variance) => expect.closeTo(Math.sqrt(variance), 6));
    expect(found.errors.flat()).toEqual(errors);
    expect(found.equal).toMatchObject({ statistic: expect.closeTo(1 / 36 / (2 / 27 + 1 / 8), 5), df: 1 });
  });

  test('people without outcome are dropped and counted', () => {
    expect(distalMeans(certain, data, [1, NaN, 3, 5, 9])).toMatchObject({
      rows: 4,
      dropped: { outcome: 1, answers: 0 },
      means: [expect.closeTo(2, 6), expect.closeTo(7, 6)],
    });
    expect(distalProportions(certain, data, [1, 2, 0, 1, 2])).toMatchObject({
      rows: 4,
      dropped: { outcome: 1 },
    });
  });

  test('a variance that runs to zero is told, and its likelihood is not trusted', () => {
    const found = distalMeans(certain, data, [2, 2, 2, 5, 9], { correction: 'ml' });
    expect(found.warnings.map(({ code }) => code)).toContain('variance-collapse');
    expect(found.converged).toBe(false);
  });

  test.each([
    ['an outcome of another length', () => distalMeans(certain, data, [1])],
    ['half a code', () => distalProportions(certain, data, [1, 1.5, 1, 2, 2])],
    [
      'a code beyond those declared',
      () => distalProportions(certain, data, [1, 2, 3, 1, 2], { categories: 2 }),
    ],
    ['a constant code', () => distalProportions(certain, data, [1, 1, 1, 1, 1])],
  ])('%s is refused', (_, run) => {
    expect(run).toThrow(LatentClassError);
  });
});

const random = randomStream(52);
const normal = () => Math.sqrt(-2 * Math.log(random())) * Math.cos(2 * Math.PI * random());
const people = Array.from({ length: 2000 }, () => {
  const inClass = random() < 0.4 ? 1 : 0;
  const answers = Array.from({ length: 5 }, () => (random() < [0.25, 0.75][inClass]! ? 2 : 1));
  const draw = random();
  return {
    answers,
    income: 30 + 4 * inClass + (3 + 2 * inClass) * normal(),
    vote: draw < [0.5, 0.2][inClass]! ? 1 : draw < 0.7 ? 2 : 3,
    same: normal(),
    weight: 0.4 + 1.2 * random(),
  };
});
const names = 'abcde'.split('');
const columns = names.map((_, item) => people.map(({ answers }) => answers[item]!));
const weights = people.map(({ weight }) => weight);
const data = indicators(columns, { names, weights, missing: 'fiml' });
const model = fit(data, { classes: 2, starts: { screened: 10, finished: 3 } });
const high = model.probs[0]![0]![1]! < 0.5 ? 1 : 0;
const income = people.map((person) => person.income);
const vote = people.map((person) => person.vote);

group('people drawn from a known model', () => {
  test.each(ways)('$assignment, $correction: means 30 and 34, variances 9 and 25', (way) => {
    const found = distalMeans(model, data, income, { ...way, weights, propagate: true });
    const gaps = found.means.map((mean, k) => Math.abs(mean - (k === high ? 34 : 30)) / found.errors[k]!);
    // Without correction the means are far too close together; with it, they are right.
    const naive = way.correction === 'none';
    expect(gaps[high]! > 4).toBe(naive);
    expect(Math.max(...gaps) < 3).toBe(!naive);
    expect(Math.abs(found.variances[high]! / 25 - 1) < 0.15).toBe(true);
    expect(found.errorKind).toBe('propagated');
    expect(found.equal!.p).toBeLessThan(1e-10);
  });

  test('a class difference that is not there is not found', () => {
    const nothing = people.map((person) => person.same);
    for (const way of ways)
      expect(distalMeans(model, data, nothing, { ...way, weights }).equal!.p).toBeGreaterThan(0.01);
  });

  test.each(rules)(
    '%s: proportions are found, and BCH and ML agree, as both fit the table exactly',
    (assignment) => {
      const [ml, bch] = (['ml', 'bch'] as const).map((correction) =>
        distalProportions(model, data, vote, { assignment, correction, weights, propagate: true }),
      );
      expect(ml!.proportions.flat()).toEqual(bch!.proportions.flat().map((p) => expect.closeTo(p, 5)));
      expect(ml!.errors.flat()).toEqual(bch!.errors.flat().map((error) => expect.closeTo(error, 4)));
      expect(ml!.equal!.statistic / bch!.equal!.statistic).toBeCloseTo(1, 2);
      for (const [c, p] of [0.2, 0.5, 0.3].entries()) {
        expect(Math.abs(ml!.proportions[high]![c]! - p)).toBeLessThan(3 * ml!.errors[high]![c]!);
      }
    },
  );

  test('one variance for all, and class sizes held', () => {
    const equal = distalMeans(model, data, income, { correction: 'ml', variances: 'equal', weights });
    expect(equal.variances[0]).toBe(equal.variances[1]);
    const held = distalMeans(model, data, income, { correction: 'ml', shares: 'fixed', weights });
    expect(held.shares).toEqual(model.shares);
    expect(held.loglik).toBeLessThan(distalMeans(model, data, income, { correction: 'ml', weights }).loglik!);
  });
});

test.each(ways)('$assignment, $correction: weights change means and proportions', (way) => {
  const other = weights.map((weight, i) => (income[i]! > 33 && people[i]!.answers[0] === 2 ? 3 : 1) * weight);
  const again = indicators(columns, { names, weights: other, missing: 'fiml' });
  const shift = (run: (from: typeof data, w: number[]) => number) =>
    Math.abs(run(again, other) - run(data, weights));
  expect(
    shift((from, w) => distalMeans(model, from, income, { ...way, weights: w }).means[high]!),
  ).toBeGreaterThan(0.3);
  expect(
    shift((from, w) => distalProportions(model, from, vote, { ...way, weights: w }).proportions[high]![0]!),
  ).toBeGreaterThan(0.002);
  expect(() => distalMeans(model, data, income, way)).toThrow('give the same weights here');
  expect(() => distalProportions(model, data, vote, way)).toThrow('give the same weights here');
});

test.each(ways)('$assignment, $correction: weights of 2 are two people each', (way) => {
  const some = people.slice(0, 300);
  const twice = [...some, ...some];
  const of = (list: typeof people) => names.map((_, item) => list.map(({ answers }) => answers[item]!));
  const doubled = indicators(of(twice), { names, missing: 'fiml' });
  const frequency = some.map(() => 2);
  const weighted = indicators(of(some), {
    names,
    weights: frequency,
    weighting: 'frequency',
    missing: 'fiml',
  });
  const one = distalMeans(
    model,
    doubled,
    twice.map((person) => person.income),
    way,
  );
  const two = distalMeans(
    model,
    weighted,
    some.map((person) => person.income),
    { ...way, weights: frequency },
  );
  expect(two.means).toEqual(one.means.map((mean) => expect.closeTo(mean, 6)));
  expect(two.errors).toEqual(one.errors.map((error) => expect.closeTo(error, 6)));
});
