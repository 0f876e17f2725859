import { describe as group, expect, test } from 'vitest';
import { indicators } from '../data.js';
import { LatentClassError, type LatentClassErrorCode } from '../error.js';
import { fit } from '../fit.js';
import type { LatentClassModel } from '../model.js';
import { layout, parametersOf, position } from '../parameters.js';
import { randomStream } from '../random.js';
import { simulate } from '../simulate.js';
import type { ReplicateWeights } from './replicate-weights.js';
import { jackknifeWeights } from './replicate-weights.js';
import { concludeReplicates, replicateEstimates, type RefitOptions } from './replicate-errors.js';
import { refit } from './refits.js';
import { standardErrors, type StandardErrorOptions } from './standard-errors.js';

const names = ['a', 'b', 'c', 'd', 'e'];
const truth = {
  shares: [0.6, 0.4],
  probs: [0.9, 0.85, 0.8, 0.8, 0.75].map((p) => [
    [p, 1 - p],
    [1 - p, p],
  ]),
};
const few = { screened: 6, finished: 3, steps: 10 };
const sample = (rows: number, seed: number) =>
  indicators(simulate(truth, rows, seed).columns, { names, missing: 'fiml' });
const data = sample(400, 1);
const model = fit(data, { classes: 2, starts: few });

/** Answers to two yes/no questions: 80 and 20, 50 and 50, unrelated. */
const pair = indicators(
  [
    Array.from({ length: 100 }, (_, i) => (i < 80 ? 1 : 2)),
    Array.from({ length: 100 }, (_, i) => 1 + (i % 2)),
  ],
  { names: ['x', 'y'], missing: 'listwise' },
);
const single = fit(pair, { classes: 1 });

function refusal(act: () => unknown): LatentClassErrorCode | undefined {
  try {
    act();
  } catch (error) {
    if (error instanceof LatentClassError) return error.code;
    throw error;
  }
  return undefined;
}

group('two parameters by hand', () => {
  test.each(['observed', 'bhhh', 'sandwich'] as const)('%s is the root of p (1 - p) / n', (kind) => {
    const { se, intervals, covariance, labels, logits, notes } = standardErrors(single, pair, { kind });
    expect(se.probs).toEqual([
      [[expect.closeTo(0.04, 12), expect.closeTo(0.04, 12)]],
      [[expect.closeTo(0.05, 12), expect.closeTo(0.05, 12)]],
    ]);
    // logit .2 = -1.386294 with standard error .04 / .16 = .25, times 1.959964.
    expect(intervals.probs[0]![0]![1]).toEqual([expect.closeTo(0.132816, 6), expect.closeTo(0.289811, 6)]);
    expect(covariance[1]![2]).toBeCloseTo(-0.0016, 12);
    expect(labels[2]).toEqual({ of: 'probability', inClass: 0, item: 0, name: 'x', category: 2 });
    expect(logits!.estimates[0]).toBeCloseTo(Math.log(4), 12);
    expect(Math.sqrt(logits!.covariance[0]![0]!)).toBeCloseTo(0.25, 12);
    expect(notes).toEqual([]);
  });

  test('a single class has a share of one, which does not vary', () => {
    const { se, intervals, scaling } = standardErrors(single, pair, { kind: 'sandwich' });
    expect(se.shares).toEqual([null]);
    expect(intervals.shares).toEqual([null]);
    expect(scaling).toBeCloseTo(1, 12);
  });

  test('both bootstraps come near', () => {
    for (const kind of ['bootstrap', 'parametric-bootstrap'] as const) {
      const { se, replicates } = standardErrors(single, pair, { kind, replicates: 400, seed: 5 });
      expect(replicates).toBe(400);
      expect(Math.abs(se.probs[0]![0]![0]! - 0.04)).toBeLessThan(0.004);
      expect(Math.abs(se.probs[1]![0]![0]! - 0.05)).toBeLessThan(0.005);
    }
  });
});

group('survey designs by hand', () => {
  // Three strata with two units of two people each; first answer 2 ("yes") in these rows.
  const yes = [1, 1, 0, 1, 0, 0, 1, 0, 1, 1, 0, 0];
  const strata = [1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3];
  const psu = [1, 1, 2, 2, 1, 1, 2, 2, 1, 1, 2, 2];
  const column = yes.map((value) => value + 1);
  const other = column.toReversed();
  const people = indicators([column, other], { names: ['x', 'y'], missing: 'fiml' });
  const proportion = fit(people, { classes: 1 });
  // Half say yes, so a person adds +-1/2: units add (1, 0), (-1, 0), (1, -1) to their strata. Each stratum gives
  // 2 times the squared deviations (1/2, 1/2, 2), that is 1, 1 and 4, over 12 squared.
  const byHand = Math.sqrt(6 / 144);
  const half = (signs: readonly number[], low: number): number[] =>
    yes.map((_, i) => (psu[i] === (signs[strata[i]! - 1]! > 0 ? 1 : 2) ? 2 - low : low));
  const hadamard = [
    [1, 1, 1],
    [-1, 1, -1],
    [1, -1, -1],
    [-1, -1, 1],
  ];
  const designs: [string, StandardErrorOptions][] = [
    ['Taylor linearisation', { kind: 'linearised', design: { strata, psu } }],
    ['the jackknife', { kind: 'replicate-weights', design: jackknifeWeights(people, { strata, psu }) }],
    [
      'balanced half-samples',
      { kind: 'replicate-weights', design: { method: 'BRR', columns: hadamard.map((h) => half(h, 0)) } },
    ],
    [
      "Fay's method",
      {
        kind: 'replicate-weights',
        design: { method: 'Fay', fay: 0.3, columns: hadamard.map((h) => half(h, 0.3)) },
      },
    ],
  ];
  test.each(designs)('%s gives the variance of a proportion', (_, options) => {
    const { se } = standardErrors(proportion, people, options);
    expect(se.probs[0]![0]![1]).toBeCloseTo(byHand, 8);
  });

  test('drawing sampling units comes near', () => {
    const options = { kind: 'bootstrap', design: { strata, psu }, replicates: 800, seed: 2 } as const;
    const { se, df } = standardErrors(proportion, people, options);
    expect(Math.abs(se.probs[0]![0]![1]! / byHand - 1)).toBeLessThan(0.1);
    expect(df).toBe(3);
  });

  test('without strata each person is a unit, and n - 1 divides', () => {
    const { se } = standardErrors(proportion, people, { kind: 'linearised', design: {} });
    expect(se.probs[0]![0]![1]).toBeCloseTo(Math.sqrt(0.25 / 11), 10);
    const jackknife = Array.from({ length: 12 }, (_, out) => yes.map((__, i) => (i === out ? 0 : 1)));
    const design: ReplicateWeights = { method: 'JK1', columns: jackknife };
    const again = standardErrors(proportion, people, { kind: 'replicate-weights', design });
    expect(again.se.probs[0]![0]![1]).toBeCloseTo(Math.sqrt(0.25 / 11), 8);
  });

  test('units numbered row by row are the same as none', () => {
    const rows = Array.from({ length: data.rows }, (_, i) => `person ${i}`);
    const weights = rows.map((_, i) => 1 + (i % 4));
    const weighted = indicators(simulate(truth, 400, 1).columns, { names, weights, missing: 'fiml' });
    const fitted = fit(weighted, { classes: 2, starts: few });
    const two = rows.map((_, i) => i % 2);
    const alone = standardErrors(fitted, weighted, { kind: 'linearised', design: { weights, strata: two } });
    const named = standardErrors(fitted, weighted, {
      kind: 'linearised',
      design: { weights, strata: two, psu: rows.map((row, i) => (i < 2 ? 'first' : row)) },
    });
    expect(named.se.shares[0]).toBeCloseTo(alone.se.shares[0]!, 10);
    expect(named.df).toBe(398);
  });

  test('intervals follow the few degrees of freedom, and a note says so', () => {
    const { intervals, df, notes } = standardErrors(proportion, people, {
      kind: 'linearised',
      design: { strata, psu },
    });
    expect(df).toBe(3);
    expect(notes).toContainEqual({ code: 'few-units', data: { df: 3 } });
    // logit 0, standard error byHand / .25, times 3.182446.
    expect(intervals.probs[0]![0]![1]![0]).toBeCloseTo(1 / (1 + Math.exp(3.182446 * 4 * byHand)), 6);
  });

  test('a lonely unit is refused, or varies about the mean when asked to', () => {
    const lonely = strata.map((stratum, i) => (i < 2 ? 9 : stratum));
    expect(() =>
      standardErrors(proportion, people, { kind: 'linearised', design: { strata: lonely, psu } }),
    ).toThrow(/2 of 4 strata have a single sampling unit/);
    const { se, notes } = standardErrors(proportion, people, {
      kind: 'linearised',
      design: { strata: lonely, psu, lonelyPsu: 'adjust' },
    });
    // Units of one person-pair each, 1 and 0 from zero: 1 + 0, then 1 and 4 as before.
    expect(se.probs[0]![0]![1]).toBeCloseTo(Math.sqrt(6 / 144), 10);
    expect(notes).toContainEqual({ code: 'lonely-units-adjusted', data: { strata: 2 } });
  });
});

group('simulated people', () => {
  test('kinds agree in a large sample from the model', () => {
    const large = sample(20_000, 3);
    const fitted = fit(large, { classes: 2, starts: few });
    const observed = standardErrors(fitted, large, { kind: 'observed' });
    for (const kind of ['bhhh', 'sandwich'] as const) {
      const { se } = standardErrors(fitted, large, { kind });
      expect(Math.abs(se.shares[0]! / observed.se.shares[0]! - 1)).toBeLessThan(0.03);
    }
  });

  test('95 % intervals hold the truth in about 95 % of samples', () => {
    let held = 0;
    let asked = 0;
    for (let seed = 1; seed <= 150; seed++) {
      const drawn = sample(400, seed + 100);
      const fitted = fit(drawn, { classes: 2, starts: { screened: 2, finished: 2, steps: 5 } });
      const { intervals } = standardErrors(fitted, drawn, { kind: 'observed' });
      const holds = (interval: readonly [number, number] | null, value: number): void => {
        if (interval === null) return;
        asked++;
        if (interval[0] <= value && value <= interval[1]) held++;
      };
      holds(intervals.shares[0]!, truth.shares[0]!);
      for (const [item, byClass] of truth.probs.entries()) {
        for (const [k, probs] of byClass.entries()) holds(intervals.probs[item]![k]![0]!, probs[0]!);
      }
    }
    expect(asked).toBeGreaterThan(1600);
    expect(held / asked).toBeGreaterThan(0.935);
    expect(held / asked).toBeLessThan(0.965);
  });

  test('the bootstrap agrees with the information, with classes of nearly equal size that could change places', () => {
    const even = { ...truth, shares: [0.5, 0.5] };
    const drawn = indicators(simulate(even, 600, 9).columns, { names, missing: 'fiml' });
    const fitted = fit(drawn, { classes: 2, starts: few });
    const observed = standardErrors(fitted, drawn, { kind: 'observed' });
    for (const kind of ['bootstrap', 'parametric-bootstrap'] as const) {
      const { se } = standardErrors(fitted, drawn, { kind, replicates: 200, seed: 3 });
      expect(Math.abs(se.shares[0]! / observed.se.shares[0]! - 1)).toBeLessThan(0.2);
      expect(Math.abs(se.probs[0]![1]![0]! / observed.se.probs[0]![1]![0]! - 1)).toBeLessThan(0.25);
    }
  });

  test('rows that stand for several people give the errors of those people', () => {
    const counts = Array.from({ length: 400 }, (_, i) => 1 + (i % 3));
    const { columns } = simulate(truth, 400, 1);
    const counted = indicators(columns, { names, weights: counts, weighting: 'frequency', missing: 'fiml' });
    const spelled = indicators(
      columns.map((codes) => [...codes].flatMap((code, i) => Array<number>(counts[i]!).fill(code))),
      { names, missing: 'fiml' },
    );
    const options = { classes: 2, starts: few };
    for (const kind of ['bhhh', 'sandwich'] as const) {
      const a = standardErrors(fit(counted, options), counted, { kind }).se.shares[0]!;
      const b = standardErrors(fit(spelled, options), spelled, { kind }).se.shares[0]!;
      expect(a).toBeCloseTo(b, 9);
    }
  });

  test.each<RefitOptions>([
    { kind: 'bootstrap', replicates: 12, seed: 4 },
    { kind: 'parametric-bootstrap', replicates: 12, seed: 4 },
    {
      kind: 'bootstrap',
      replicates: 12,
      seed: 4,
      design: { psu: Array.from({ length: 400 }, (_, i) => i % 40) },
    },
  ])('replicates shared among threads give the same result: $kind', (options) => {
    const parts = [
      [7, 12],
      [0, 7],
    ].flatMap(([from, to]) => replicateEstimates(model, data, options, { from: from!, to: to! }));
    expect(concludeReplicates(model, data, options, parts)).toEqual(standardErrors(model, data, options));
    const elsewhere = standardErrors(model, data, { ...options, seed: 5 } as StandardErrorOptions);
    expect(elsewhere.se).not.toEqual(standardErrors(model, data, options).se);
  });

  test('the result is plain data', () => {
    const result = standardErrors(model, data, { kind: 'observed' });
    expect(JSON.parse(JSON.stringify(result))).toEqual(result);
  });
});

group('the boundary', () => {
  // Class two never gives the last of three answers to the first question.
  const random = randomStream(6);
  const rows = Array.from({ length: 500 }, (_, i) => {
    const second = i % 2 === 1;
    const first = second ? 1 + Math.floor(random() * 2) : 1 + Math.floor(random() * 3);
    return [first, ...[0, 1, 2, 3, 4].map(() => 1 + Number(random() < (second ? 0.97 : 0.03)))];
  });
  const columns = [0, 1, 2, 3, 4, 5].map((item) => rows.map((row) => row[item]!));
  const letters = ['x', ...names];
  const edge = indicators(columns, { names: letters, missing: 'fiml' });
  const fitted = fit(edge, { classes: 2, starts: few });
  const without = fitted.boundary[0]!.inClass;

  test('is listed, fixed, and leaves the rest of its set free', () => {
    expect(fitted.boundary).toEqual([{ item: 0, name: 'x', inClass: without, category: 3 }]);
    const { se, intervals, boundary, notes, logits } = standardErrors(fitted, edge, { kind: 'observed' });
    expect(se.probs[0]![without]).toEqual([expect.any(Number), expect.any(Number), null]);
    expect(intervals.probs[0]![without]![2]).toBeNull();
    expect(boundary).toEqual(fitted.boundary);
    expect(notes).toContainEqual({ code: 'boundary-fixed', data: { fixed: 1, npar: fitted.npar } });
    expect(logits!.labels).toHaveLength(fitted.npar - 1);
  });

  test.each(['observed', 'bhhh', 'sandwich'] as const)(
    'does not depend on which category is last: %s',
    (kind) => {
      const turned = indicators([columns[0]!.map((code) => 4 - code), ...columns.slice(1)], {
        names: letters,
        missing: 'fiml',
      });
      const again = standardErrors(fit(turned, { classes: 2, starts: few }), turned, { kind }).se;
      const first = standardErrors(fitted, edge, { kind }).se;
      const rounded = (values: readonly (number | null)[]) => values.map((value) => value?.toFixed(6));
      expect(rounded(again.shares)).toEqual(rounded(first.shares));
      expect(again.probs[0]!.map((probs) => rounded(probs.toReversed()))).toEqual(
        first.probs[0]!.map(rounded),
      );
    },
  );

  test('can be left by a refit', () => {
    const shape = layout(2, edge.categories);
    const estimate = parametersOf(shape, fitted);
    const at = position(shape, 0, without, 3);
    expect(estimate[at]).toBeLessThan(1e-5);
    // Other people, who give the third answer in both classes.
    const others = indicators([columns[0]!.map((_, i) => 1 + (i % 3)), ...columns.slice(1)], {
      names: letters,
      missing: 'fiml',
    });
    const [again] = refit(shape, estimate, { from: 0, to: 1 }, () => others, 1e-8);
    expect(again!.parameters[at]).toBeGreaterThan(0.25);
  });
});

group('refusals', () => {
  const weights = Array.from({ length: 400 }, (_, i) => 1 + (i % 2));
  const weighted = indicators(simulate(truth, 400, 1).columns, { names, weights, missing: 'fiml' });
  const pseudo = fit(weighted, { classes: 2, starts: few });
  const bad = (options: StandardErrorOptions) => refusal(() => standardErrors(pseudo, weighted, options));
  const columns = [weights, weights];

  test('a model that the table cannot identify has no standard errors', () => {
    const four = simulate({ ...truth, probs: truth.probs.slice(0, 4) }, 300, 1).columns;
    const narrow = indicators(four, { names: names.slice(0, 4), missing: 'fiml' });
    const loose = fit(narrow, { classes: 3, starts: few });
    expect(refusal(() => standardErrors(loose, narrow, { kind: 'bootstrap' }))).toBe('not-identified');
  });

  test('singular information is said to be so', () => {
    // Six patterns cannot tell eleven parameters apart.
    const thin = indicators(
      names.map((_, item) => Array.from({ length: 50 }, (__, row) => 1 + Number(row % 6 > item))),
      { names, missing: 'fiml' },
    );
    const inside: LatentClassModel = { ...model, boundary: [] };
    expect(refusal(() => standardErrors(inside, thin, { kind: 'bhhh' }))).toBe('singular-information');
  });

  test('another data set than the model was fitted on', () => {
    expect(refusal(() => standardErrors(single, data, { kind: 'observed' }))).toBe('model-mismatch');
    const { notes } = standardErrors(model, sample(400, 2), { kind: 'observed' });
    expect(notes.map(({ code }) => code)).toContain('not-at-maximum');
  });

  test('survey weights that are absent or others', () => {
    expect(bad({ kind: 'sandwich' })).toBe('bad-design');
    expect(bad({ kind: 'linearised', design: { weights: weights.toReversed() } })).toBe('bad-design');
    expect(bad({ kind: 'linearised', design: { weights: weights.slice(1) } })).toBe('bad-design');
    expect(bad({ kind: 'linearised', design: { weights, psu: weights.map(() => NaN) } })).toBe('bad-design');
    expect(bad({ kind: 'bootstrap' })).toBe('bad-option');
    expect(bad({ kind: 'parametric-bootstrap' })).toBe('bad-option');
    expect(
      bad({ kind: 'sandwich', design: { weights: weights.map((weight) => weight * 7) } }),
    ).toBeUndefined();
  });

  test('the weights are said to be ignored where they are', () => {
    const { notes } = standardErrors(pseudo, weighted, { kind: 'observed' });
    expect(notes).toContainEqual({ code: 'weights-ignored', data: {} });
  });

  test.each<[string, ReplicateWeights]>([
    ['one replicate', { method: 'JK1', columns: [weights] }],
    ['JKn without factors', { method: 'JKn', columns }],
    ['too few factors', { method: 'JKn', columns, factors: [1] }],
    ['Fay without its coefficient', { method: 'Fay', columns }],
    ['a column too short', { method: 'BRR', columns: [weights, weights.slice(1)] }],
    ['a negative weight', { method: 'BRR', columns: [weights, weights.map((weight) => -weight)] }],
    ['a replicate without anybody', { method: 'BRR', columns: [weights, weights.map(() => 0)] }],
  ])('%s', (_, design) => {
    expect(bad({ kind: 'replicate-weights', design })).toBe('bad-design');
  });

  test('levels and numbers of replicates that mean nothing', () => {
    expect(bad({ kind: 'observed', level: 95 })).toBe('bad-option');
    expect(refusal(() => standardErrors(model, data, { kind: 'bootstrap', replicates: 1 }))).toBe(
      'bad-option',
    );
  });

  test('a run that is told to stop, between replicates', () => {
    const done: number[] = [];
    const signal = { aborted: false };
    const onReplicate = (number: number): void => {
      done.push(number);
      signal.aborted = number === 3;
    };
    const run = () => standardErrors(model, data, { kind: 'bootstrap', replicates: 10, signal, onReplicate });
    expect(refusal(run)).toBe('aborted');
    expect(done).toEqual([1, 2, 3]);
  });
});

test('where all of the population was drawn but a part, errors are as much smaller as that part says', () => {
  const psu = Array.from({ length: 400 }, (_, row) => row % 40);
  const errors = (fpc?: number) =>
    standardErrors(model, data, {
      kind: 'linearised',
      design: { psu, ...(fpc === undefined ? {} : { fpc: psu.map(() => fpc) }) },
    }).se.shares[0]!;
  // 40 units of 160 were drawn: three quarters of the variance are left.
  expect(errors(160) ** 2).toBeCloseTo(0.75 * errors() ** 2, 12);
  expect(refusal(() => errors(39))).toBe('bad-design');
  const uneven = { psu, fpc: psu.map((unit) => 160 + unit) };
  expect(refusal(() => standardErrors(model, data, { kind: 'linearised', design: uneven }))).toBe(
    'bad-design',
  );
});

test('a stratum with a single unit counts nothing, as much as the others, or about the mean of all', () => {
  const strata = Array.from({ length: 400 }, (_, row) => (row < 10 ? 3 : row % 2));
  const psu = Array.from({ length: 400 }, (_, row) => (row < 10 ? 0 : row % 40));
  const squared = (lonelyPsu: 'adjust' | 'certainty' | 'average') =>
    standardErrors(model, data, { kind: 'linearised', design: { strata, psu, lonelyPsu } }).se.shares[0]! **
    2;
  // Two strata of three have variation: on average as much is missing.
  expect(squared('average')).toBeCloseTo(1.5 * squared('certainty'), 12);
  expect(squared('adjust')).toBeGreaterThan(squared('certainty'));
  expect(refusal(() => standardErrors(model, data, { kind: 'linearised', design: { strata, psu } }))).toBe(
    'bad-design',
  );
});
