import { describe as group, expect, test } from 'vitest';
import { indicators } from '../data.js';
import { LatentClassError } from '../error.js';
import { fit } from '../fit.js';
import { simulate } from '../simulate.js';
import { fitGroups } from './groups.js';
import { configural, fixedTo, metric } from './group-rule.js';
import { likelihoodRatio } from './likelihood-ratio.js';

const names = 'abcdef'.split('');
const yes = (probs: number[][]) => probs.map((byClass) => byClass.map((p) => [1 - p, p]));
const answers = [
  [0.1, 0.8],
  [0.2, 0.9],
  [0.15, 0.7],
  [0.1, 0.85],
  [0.3, 0.8],
  [0.2, 0.75],
];
// Two waves with the same classes, which grew from .25 to .4; and a third where two questions changed their meaning.
const waves = [
  simulate({ shares: [0.75, 0.25], probs: yes(answers) }, 1500, 1).columns,
  simulate({ shares: [0.6, 0.4], probs: yes(answers) }, 1500, 5).columns,
  simulate({ shares: [0.6, 0.4], probs: yes([...answers.slice(0, 4), [0.5, 0.6], [0.6, 0.3]]) }, 1500, 3)
    .columns,
];
const read = (columns: ArrayLike<number>[]) => indicators(columns, { names, missing: 'fiml' });
const together = (...list: number[]) => ({
  data: read(names.map((_, item) => list.flatMap((wave) => [...waves[wave]![item]!]))),
  groups: list.flatMap((_, i) => Array<number>(1500).fill(i + 1)),
});
const few = { screened: 12, finished: 4 };
const same = together(0, 1);
const model = fit(same.data, { classes: 2, starts: few });
const starts = 4;

group('two waves with the same classes', () => {
  const free = fitGroups(model, same.data, { groups: same.groups, items: configural(model), starts });
  const equal = fitGroups(model, same.data, {
    groups: same.groups,
    items: metric(model),
    labels: ['2017', '2022'],
    starts,
  });

  test('free in all, they are two models side by side', () => {
    const apart = [0, 1].map((wave) => fit(read(waves[wave]!), { classes: 2, starts: few }));
    expect(free.loglik).toBeCloseTo(apart[0]!.loglik + apart[1]!.loglik, 5);
    expect(free.npar).toBe(26);
    for (const [wave, { shares, probs }] of free.groups.entries()) {
      expect(shares).toEqual(apart[wave]!.shares.map((share) => expect.closeTo(share, 4)));
      expect(probs[3]![1]![1]).toBeCloseTo(apart[wave]!.probs[3]![1]![1]!, 4);
    }
  });

  test('with equal classes they fit as well, and the growth is seen', () => {
    expect(equal.npar).toBe(14);
    const { df, p } = likelihoodRatio(equal, free);
    expect(df).toBe(12);
    expect(p).toBeGreaterThan(0.01);
    expect(equal.groups.map(({ label }) => label)).toEqual(['2017', '2022']);
    for (const [wave, share] of [0.25, 0.4].entries()) {
      const { shares, errors } = equal.groups[wave]!;
      const error = errors.observed!.shares[1]!;
      expect(Math.abs(shares[1]! - share)).toBeLessThan(3 * error);
      expect(error).toBeLessThan(0.03);
    }
    expect(equal.groups[0]!.probs).toEqual(equal.groups[1]!.probs);
  });

  test('equal class sizes are one parameter less, and are refused by these waves', () => {
    const still = fitGroups(model, same.data, {
      groups: same.groups,
      items: 'equal',
      shares: 'equal',
      starts,
    });
    expect(still.npar).toBe(13);
    // The same as one model for everybody.
    expect(still.loglik).toBeCloseTo(model.loglik, 6);
    expect(likelihoodRatio(still, equal)).toMatchObject({ df: 1, p: expect.closeTo(0, 6) });
  });

  test('people without group are dropped and counted', () => {
    const groups = same.groups.map((code, row) => (row < 10 ? NaN : code));
    const found = fitGroups(model, same.data, { groups, items: 'equal', starts: 1 });
    expect(found).toMatchObject({ n: 2990, dropped: { group: 10, answers: 0 } });
    expect(found.groups[0]!.rows).toBe(1490);
  });

  test('frequencies of 2 double the likelihood and leave estimates', () => {
    const weights = same.groups.map(() => 2);
    const columns = names.map((_, item) => [0, 1].flatMap((wave) => [...waves[wave]![item]!]));
    const data = indicators(columns, { names, weights, weighting: 'frequency', missing: 'fiml' });
    const found = fitGroups(model, data, { groups: same.groups, items: 'equal', weights, starts: 1 });
    expect(found.loglik).toBeCloseTo(2 * equal.loglik, 5);
    expect(found.groups[1]!.shares[1]).toBeCloseTo(equal.groups[1]!.shares[1]!, 5);
  });
});

group('a wave in which two questions changed their meaning', () => {
  const changed = together(0, 2);
  const pooled = fit(changed.data, { classes: 2, starts: few });
  const run = (items: Parameters<typeof fitGroups>[2]['items']) =>
    fitGroups(pooled, changed.data, { groups: changed.groups, items, starts });
  const free = run('free');

  test('equal classes are refused', () => {
    expect(likelihoodRatio(run('equal'), free).p).toBeLessThan(1e-20);
  });

  test('equal but for those two, they fit', () => {
    const partial = run(names.map((_, item) => (item < 4 ? 'equal' : 'free')));
    expect(likelihoodRatio(partial, free)).toMatchObject({ df: 8 });
    expect(likelihoodRatio(partial, free).p).toBeGreaterThan(0.01);
  });
});

group('classes of an earlier model looked for again', () => {
  const earlier = fit(read(waves[0]!), { classes: 2, starts: few });

  test('only class sizes are estimated, and the share of the new wave is found', () => {
    const data = read(waves[1]!);
    const fixed = fitGroups(earlier, data, { items: fixedTo(earlier) });
    expect(fixed.npar).toBe(1);
    expect(fixed.groups[0]!.probs).toEqual(
      earlier.probs.map((byClass) => byClass.map((p) => p.map((v) => expect.closeTo(v, 9)))),
    );
    expect(Math.abs(fixed.groups[0]!.shares[1]! - 0.4)).toBeLessThan(0.05);
    expect(fixed.groups[0]!.errors.observed!.probs[0]![0]![0]).toBe(0);
    // The estimate of the share solves its own equation: it is the mean posterior.
    const free = fitGroups(earlier, data, { items: 'free', starts });
    expect(likelihoodRatio(fixed, free).df).toBe(12);
  });

  test('two questions freed, and the rest fixed, tell which ones moved', () => {
    const data = read(waves[2]!);
    const fixed = fixedTo(earlier);
    const all = fitGroups(earlier, data, { items: fixed });
    const freed = fitGroups(earlier, data, {
      items: fixed.map((rule, item) => (item < 4 ? rule : 'free')),
      starts,
    });
    expect(freed.npar).toBe(5);
    expect(likelihoodRatio(all, freed).p).toBeLessThan(1e-20);
    expect(freed.groups[0]!.probs[5]![0]![1]).toBeCloseTo(0.6, 1);
  });

  test('an answer that the earlier model has never seen does not break it', () => {
    const certain = {
      ...earlier,
      probs: earlier.probs.map((byClass, item) =>
        item > 0
          ? byClass
          : [
              [1, 0],
              [1, 0],
            ],
      ),
    };
    const found = fitGroups(certain, read(waves[1]!), { items: fixedTo(certain) });
    expect(Number.isFinite(found.loglik)).toBe(true);
  });
});

test.each([
  ['a list of rules that is too short', { items: ['free' as const] }],
  ['rules fixed to other classes', { items: fixedTo({ ...model, probs: names.map(() => [[0.5, 0.5]]) }) }],
  [
    'rules fixed to what does not sum to 1',
    {
      items: fixedTo({
        ...model,
        probs: names.map(() => [
          [0.5, 0.6],
          [0.5, 0.5],
        ]),
      }),
    },
  ],
  ['too few groups', { items: 'free' as const, groups: [1, 2] }],
  ['half a group', { items: 'free' as const, groups: same.groups.map((code) => code / 2) }],
  ['a group without people', { items: 'free' as const, groups: same.groups, labels: ['a', 'b', 'c'] }],
])('%s is refused', (_, options) => {
  expect(() => fitGroups(model, same.data, options)).toThrow(LatentClassError);
});

test('a likelihood ratio by hand, and what it refuses', () => {
  const small = { loglik: -105, npar: 3, n: 50 };
  const large = { loglik: -102, npar: 5, n: 50 };
  // 2 x 3 = 6 with two degrees of freedom: exp(-3).
  expect(likelihoodRatio(small, large)).toEqual({
    statistic: 6,
    df: 2,
    p: expect.closeTo(Math.exp(-3), 12),
    warnings: [],
  });
  expect(likelihoodRatio({ ...small, weighted: true }, large).warnings).toEqual([
    { code: 'pseudo-likelihood', data: {} },
  ]);
  expect(() => likelihoodRatio(large, small)).toThrow('restricted model first');
  expect(() => likelihoodRatio({ ...small, loglik: -100 }, large)).toThrow('more starts');
  expect(() => likelihoodRatio({ ...small, n: 49 }, large)).toThrow('fit both on the same');
});

test('the shares of groups have a covariance: within a group that of the errors, between free ones none', () => {
  const found = fitGroups(model, same.data, { groups: same.groups, items: 'free', starts });
  const covariance = found.shareCovariance.observed!;
  const at = (i: number, j: number) => covariance[i * 2 * found.classes + j]!;
  for (const [g, { errors }] of found.groups.entries())
    expect(Math.sqrt(at(g * found.classes, g * found.classes))).toBeCloseTo(errors.observed!.shares[0]!, 10);
  expect(Math.abs(at(0, found.classes))).toBeLessThan(1e-9);
  // The model holds and nobody has a weight: the trace is near the number of parameters.
  expect(found.trace! / found.npar).toBeGreaterThan(0.8);
  expect(found.trace! / found.npar).toBeLessThan(1.2);
});
