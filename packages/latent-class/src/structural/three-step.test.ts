import { describe as group, expect, test } from 'vitest';
import { indicators } from '../data.js';
import { LatentClassError } from '../error.js';
import { fit } from '../fit.js';
import { randomStream } from '../random.js';
import { assign, bchWeights } from './assignment.js';
import { threeStep } from './three-step.js';
import { twoStep } from './two-step.js';

const rules = ['modal', 'proportional'] as const;
const corrections = ['none', 'bch', 'ml'] as const;
const ways = rules.flatMap((assignment) => corrections.map((correction) => ({ assignment, correction })));

group('one indicator by hand', () => {
  // Shares .6 and .4; the answer 1 comes from class 0 with .9 and from class 1 with .25.
  // Of 100 people, 64 answer 1 (54 + 10) and 36 answer 2 (6 + 30): posteriors 54/64 and 6/36.
  const model = {
    classes: 2,
    names: ['a'],
    categories: [2],
    shares: [0.6, 0.4],
    probs: [
      [
        [0.9, 0.1],
        [0.25, 0.75],
      ],
    ],
  };
  const answers = Array.from({ length: 100 }, (_, i) => (i < 64 ? 1 : 2));
  const data = indicators([answers], { names: ['a'], missing: 'fiml' });

  test('modal placement follows the answer, so its errors are those of the answer', () => {
    const placed = assign(model, data, 'modal');
    expect(placed.errors.flat()).toEqual([0.9, 0.1, 0.25, 0.75].map((p) => expect.closeTo(p, 9)));
    // D^-1 = [[.75, -.1], [-.25, .9]] / .65.
    const { weights, negative, lowest } = bchWeights(placed);
    expect([...weights.subarray(0, 2)]).toEqual([0.75 / 0.65, -0.1 / 0.65].map((w) => expect.closeTo(w, 9)));
    expect([...weights.subarray(198)]).toEqual([-0.25 / 0.65, 0.9 / 0.65].map((w) => expect.closeTo(w, 9)));
    expect(negative).toBe(100);
    expect(lowest).toBeCloseTo(-0.25 / 0.65, 9);
  });

  test('proportional placement has errors by the mean of squared posteriors', () => {
    const placed = assign(model, data, 'proportional');
    const [first, second] = [54 / 64, 6 / 36];
    expect(placed.errors[0]![0]).toBeCloseTo((64 * first ** 2 + 36 * second ** 2) / 60, 9);
    expect(placed.errors[0]![0]! + placed.errors[0]![1]!).toBeCloseTo(1, 12);
  });

  test.each(rules)(
    'BCH weights of a %s placement sum to one in each person and to the class sizes',
    (rule) => {
      const { weights } = bchWeights(assign(model, data, rule));
      let size = 0;
      for (let row = 0; row < 100; row++) {
        expect(weights[row * 2]! + weights[row * 2 + 1]!).toBeCloseTo(1, 12);
        size += weights[row * 2]!;
      }
      expect(size).toBeCloseTo(60, 8);
    },
  );

  test('placements that cannot be undone are refused', () => {
    const alike = {
      ...model,
      probs: [
        [
          [0.5, 0.5],
          [0.5, 0.5],
        ],
      ],
    };
    expect(() => bchWeights(assign(alike, data, 'modal'))).toThrow(LatentClassError);
  });
});

// Five indicators that overlap, and a covariate with a slope of 0.8 on the log-odds of the second class.
const truth = { intercept: -0.5, slope: 0.8 };
const random = randomStream(31);
const normal = () => Math.sqrt(-2 * Math.log(random())) * Math.cos(2 * Math.PI * random());
const people = Array.from({ length: 2000 }, () => {
  const x = normal();
  const inClass = random() < 1 / (1 + Math.exp(-truth.intercept - truth.slope * x)) ? 1 : 0;
  const answers = Array.from({ length: 5 }, () => (random() < (inClass === 1 ? 0.75 : 0.25) ? 2 : 1));
  return { x, answers, weight: 0.4 + 1.2 * random() };
});
const names = 'abcde'.split('');
const columns = names.map((_, item) => people.map(({ answers }) => answers[item]!));
const weights = people.map(({ weight }) => weight);
const x = [{ name: 'x', values: people.map((person) => person.x) }];
const data = indicators(columns, { names, weights, missing: 'fiml' });
const plain = indicators(columns, { names, missing: 'fiml' });
const model = fit(data, { classes: 2, starts: { screened: 10, finished: 3 } });
const reference = model.probs[0]![0]![1]! < 0.5 ? 0 : 1;
const slopeOf = (found: { coefficients: readonly (readonly number[])[] }) =>
  found.coefficients[1 - reference]![1]!;

group('people drawn from a known model', () => {
  test.each(ways)('$assignment placement with correction $correction', (way) => {
    const found = threeStep(model, data, x, { ...way, weights, reference, propagate: true });
    const { sandwich, propagated } = found.uncertainty;
    const error = propagated!.errors[1 - reference]![1]!;
    expect(found.converged).toBe(true);
    expect(error).toBeGreaterThanOrEqual(sandwich!.errors[1 - reference]![1]!);
    expect(error).toBeLessThan(0.1);
    // Without correction the slope is far too small; with it, it is right.
    const gap = (truth.slope - slopeOf(found)) / error;
    expect(gap > 3).toBe(way.correction === 'none');
    expect(Math.abs(gap) < 3).toBe(way.correction !== 'none');
    const told = found.warnings.map(({ code }) => code);
    expect(told).toEqual(way.correction === 'bch' ? ['negative-weights'] : []);
  });

  test('corrected slopes agree with those of two steps', () => {
    const two = slopeOf(twoStep(model, data, x, { weights, reference }));
    for (const way of ways.filter(({ correction }) => correction !== 'none')) {
      expect(Math.abs(slopeOf(threeStep(model, data, x, { ...way, weights, reference })) - two)).toBeLessThan(
        0.06,
      );
    }
  });
});

group('weights are carried through every step', () => {
  test.each(ways)('$assignment, $correction: other weights give other coefficients', (way) => {
    const other = weights.map(
      (weight, i) => (people[i]!.x > 0 && people[i]!.answers[0] === 2 ? 3 : 1) * weight,
    );
    const reweighted = indicators(columns, { names, weights: other, missing: 'fiml' });
    // The model is held, so that what changes is the second and third step alone.
    const before = threeStep(model, data, x, { ...way, weights, reference });
    const after = threeStep(model, reweighted, x, { ...way, weights: other, reference });
    const without = threeStep(model, plain, x, { ...way, reference });
    expect(Math.abs(slopeOf(after) - slopeOf(before))).toBeGreaterThan(0.05);
    expect(Math.abs(slopeOf(before) - slopeOf(without))).toBeGreaterThan(1e-4);
    expect(after.placement[0]![0]).not.toBeCloseTo(before.placement[0]![0]!, 3);
    expect(() => threeStep(model, data, x, way)).toThrow('give the same weights here');
  });

  test.each(ways)('$assignment, $correction: weights of 2 are two people each', (way) => {
    const some = people.slice(0, 400);
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
    const values = (list: typeof people) => [{ name: 'x', values: list.map((person) => person.x) }];
    const one = threeStep(model, doubled, values(twice), way);
    const two = threeStep(model, weighted, values(some), { ...way, weights: frequency });
    expect(two.coefficients[1]![1]).toBeCloseTo(one.coefficients[1]![1]!, 6);
    expect(two.uncertainty.sandwich!.errors[1]![1]).toBeCloseTo(one.uncertainty.sandwich!.errors[1]![1]!, 6);
    expect(two.loglik).toBeCloseTo(one.loglik, 6);
  });
});
