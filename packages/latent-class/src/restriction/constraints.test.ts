import { expect, test } from 'vitest';
import { indicators } from '../data.js';
import { fit } from '../fit.js';
import { identification } from '../identification.js';
import { standardErrors } from '../inference/standard-errors.js';
import { orderClasses } from '../order.js';
import { simulate } from '../simulate.js';
import { fitGroups } from '../structural/groups.js';
import { fixedTo } from '../structural/group-rule.js';
import type { ItemRule } from './item-rule.js';

const truth = {
  shares: [0.6, 0.4],
  probs: [0.9, 0.8, 0.85, 0.7, 0.75].map((p) => [
    [p, 1 - p],
    [1 - p, p],
  ]),
};
const names = ['a', 'b', 'c', 'd', 'e'];
const { columns } = simulate(truth, 800, 4);
const data = indicators(columns, { names, missing: 'fiml' });
const starts = { screened: 40, finished: 8 };
const free = fit(data, { classes: 2, starts });
const given = (rule: ItemRule): ItemRule[] => [rule, 'free', 'free', 'free', 'free'];

test('a probability fixed at its estimate changes nothing but the number of parameters', () => {
  const fixed = fit(data, { classes: 2, starts, items: given({ fixed: free.probs[0]! }) });
  expect(fixed.npar).toBe(free.npar - 2);
  expect(fixed.loglik).toBeCloseTo(free.loglik, 8);
  expect(fixed.probs[0]).toEqual(free.probs[0]);
});

test('a class that surely answers yes has that probability at 1, no boundary and no standard error', () => {
  const sure = fit(data, { classes: 2, starts, items: given({ fixed: [[1, 0], null] }) });
  expect(sure.probs[0]![0]).toEqual([1, 0]);
  expect(sure.npar).toBe(free.npar - 1);
  expect(sure.loglik).toBeLessThan(free.loglik);
  expect(sure.boundary).toEqual([]);
  const { se } = standardErrors(sure, data, { kind: 'observed' });
  expect(se.probs[0]![0]).toEqual([null, null]);
  expect(se.probs[0]![1]![0]).toBeGreaterThan(0);
  expect(se.shares[0]).toBeGreaterThan(0);
});

test('a constraint fits as well as the likelihood under it written down allows', () => {
  // Both classes alike on every indicator but one: the likelihood is that of two proportions, and EM need not climb.
  const items: ItemRule[] = names.map((_, i) => (i === 0 ? 'free' : { equal: 'all' }));
  const model = fit(data, { classes: 2, starts, items });
  const one = fit(data, { classes: 1 });
  expect(model.loglik).toBeCloseTo(one.loglik, 6);
  expect(model.identified).toBe(false);
  expect(model.npar).toBe(1 + 2 + 4);
});

test('equal classes share one set of probabilities', () => {
  const three = fit(data, { classes: 3, starts, items: given({ equal: [[1, 2]] }) });
  expect(three.probs[0]![1]).toEqual(three.probs[0]![2]);
  expect(three.npar).toBe(2 + 2 + 4 * 3);
});

test('parallel indicators share their probabilities in every class, which makes them one indicator asked twice', () => {
  const items: ItemRule[] = ['free', { like: 'a' }, 'free', 'free', 'free'];
  const model = fit(data, { classes: 2, starts, items });
  expect(model.probs[1]).toEqual(model.probs[0]);
  expect(model.npar).toBe(free.npar - 2);
  // The score of the shared probability is the sum of both: zero at the maximum, tried by moving both at once.
  const loglik = (p: number): number => {
    const probs = model.probs.map((byClass, i) => (i < 2 ? [[p, 1 - p], byClass[1]!] : byClass));
    const same = fit(data, {
      classes: 2,
      items: probs.map((fixed) => ({ fixed })),
      fixedShares: model.shares,
    });
    return same.loglik;
  };
  const p = model.probs[0]![0]![0]!;
  expect(loglik(p)).toBeCloseTo(model.loglik, 7);
  expect(loglik(p + 0.01)).toBeLessThan(model.loglik);
  expect(loglik(p - 0.01)).toBeLessThan(model.loglik);
  // The error of one probability told by two answers is smaller than that of either alone.
  const shared = standardErrors(model, data, { kind: 'observed' }).se.probs[0]![0]![0]!;
  const alone = standardErrors(free, data, { kind: 'observed' }).se;
  expect(shared).toBeLessThan(Math.min(alone.probs[0]![0]![0]!, alone.probs[1]![0]![0]!));
});

test('standard errors under constraints are those of numeric second derivatives', () => {
  // Two classes of known size, four parallel indicators and one known: two parameters are left, p and q.
  const items: ItemRule[] = ['free', { like: 'a' }, { like: 'a' }, { like: 'a' }, { fixed: truth.probs[4]! }];
  const model = fit(data, { classes: 2, starts, items, fixedShares: [0.6, 0.4] });
  expect(model.npar).toBe(2);
  const loglik = (p: number, q: number): number => {
    let sum = 0;
    for (let row = 0; row < 800; row++) {
      const [one, two] = [p, q].map((yes, k) => {
        let product = [0.6, 0.4][k]!;
        for (let i = 0; i < 4; i++) product *= columns[i]![row] === 1 ? yes : 1 - yes;
        return product * truth.probs[4]![k]![columns[4]![row]! - 1]!;
      });
      sum += Math.log(one! + two!);
    }
    return sum;
  };
  const [p, q] = [model.probs[0]![0]![0]!, model.probs[0]![1]![0]!];
  expect(loglik(p, q)).toBeCloseTo(model.loglik, 8);
  const h = 1e-4;
  const here = loglik(p, q);
  const pp = (loglik(p + h, q) - 2 * here + loglik(p - h, q)) / h ** 2;
  const qq = (loglik(p, q + h) - 2 * here + loglik(p, q - h)) / h ** 2;
  const pq =
    (loglik(p + h, q + h) - loglik(p + h, q - h) - loglik(p - h, q + h) + loglik(p - h, q - h)) /
    (4 * h ** 2);
  const { se } = standardErrors(model, data, { kind: 'observed' });
  expect(se.probs[0]![0]![0]! / Math.sqrt(-qq / (pp * qq - pq ** 2))).toBeCloseTo(1, 4);
  expect(se.shares).toEqual([null, null]);
});

test('one share may be known and the others estimated', () => {
  const model = fit(data, { classes: 3, starts, fixedShares: [null, 0.1, null] });
  expect(model.shares[1]).toBe(0.1);
  expect(model.shares[0]! + model.shares[2]!).toBeCloseTo(0.9, 12);
  expect(model.npar).toBe(1 + 15);
});

test('a single category may be known, and the others share what it leaves', () => {
  const three = simulate(
    {
      shares: [0.5, 0.5],
      probs: names.map(() => [
        [0.7, 0.2, 0.1],
        [0.1, 0.3, 0.6],
      ]),
    },
    600,
    8,
  ).columns;
  const survey = indicators(three, { names, missing: 'fiml' });
  const items: ItemRule[] = given({
    fixed: [
      [null, null, 0],
      [0.1, null, null],
    ],
  });
  const model = fit(survey, { classes: 2, starts, items });
  const [first, second] = model.probs[0]!;
  expect(first![2]).toBe(0);
  expect(second![0]).toBe(0.1);
  expect(second![1]! + second![2]!).toBeCloseTo(0.9, 12);
  expect(model.npar).toBe(1 + 1 + 1 + 4 * 4);
  expect(model.identified).toBe(true);
  const { se } = standardErrors(model, survey, { kind: 'observed' });
  expect(se.probs[0]![1]![0]).toBeNull();
  // What one of the two gains the other loses.
  expect(se.probs[0]![1]![1]).toBeCloseTo(se.probs[0]![1]![2]!, 10);
});

test('everything known is a model without parameters, as fitGroups has it', () => {
  const items = free.probs.map((fixed) => ({ fixed }));
  const known = fit(data, { classes: 2, items });
  const wave = fitGroups(free, data, { items: fixedTo(free) });
  expect(known.npar).toBe(1);
  expect(known.loglik).toBeCloseTo(wave.loglik, 6);
  const nothing = fit(data, { classes: 2, items, fixedShares: free.shares });
  expect(nothing.npar).toBe(0);
  expect(nothing.loglik).toBeCloseTo(free.loglik, 8);
});

test('constraints can identify: three classes on four indicators, once one class is known', () => {
  const four = [2, 2, 2, 2];
  const known = four.map((): ItemRule => ({ fixed: [[1, 0], null, null] }));
  expect(identification(3, four).identified).toBe(false);
  // The textbook's "error-free" class: 2 shares and 2 times 4 probabilities.
  expect(identification(3, four, { items: known })).toEqual({ identified: true, rank: 10, parameters: 10 });
});

test('a class that something is asked of keeps its place, however small it is', () => {
  const model = fit(data, { classes: 2, starts, items: given({ fixed: [[0, 1], null] }) });
  expect(model.probs[0]![0]).toEqual([0, 1]);
  expect(model.maxima[0]!.spread).toBeLessThan(0.01);
  const turned = orderClasses(model, [1, 0]);
  expect(turned.items[0]).toEqual({ fixed: [null, [0, 1]] });
  expect(turned.shares).toEqual([model.shares[1], model.shares[0]]);
});

test('answers that every class rules out are refused, not fitted', () => {
  const none = given({
    fixed: [
      [1, 0],
      [1, 0],
    ],
  });
  expect(() => fit(data, { classes: 2, starts, items: none })).toThrow('impossible in every class');
});

test.each([
  [{ fixed: [[0.5, 0.6], null] }, '"a" is fixed to something else'],
  [{ fixed: [[0.5, 0.5]] }, '"a" is fixed to something else'],
  [{ fixed: [[1, null], null] }, '"a" is fixed to something else'],
  [{ equal: [[0, 5]] }, '"a" is equal in sets'],
  [
    {
      equal: [
        [0, 1],
        [1, 0],
      ],
    },
    '"a" is equal in sets',
  ],
  [{ like: 'nobody' }, '"a" is to be like "nobody"'],
  [{ like: 'a' }, '"a" is to be like "a"'],
  [{ scale: 'ordinal', fixed: [[1, 0], null] }, '"a" is ordinal and cannot'],
] as [ItemRule, string][])('a rule that cannot hold is refused: %j', (rule, message) => {
  expect(() => fit(data, { classes: 2, items: given(rule) })).toThrow(message);
});

test('known shares must leave room for the others', () => {
  expect(() => fit(data, { classes: 2, fixedShares: [1, null] })).toThrow('class shares');
  expect(() => fit(data, { classes: 2, fixedShares: [0.5, 0.4] })).toThrow('class shares');
});
