import { expect, test } from 'vitest';
import { indicators } from './data.js';
import { enumerate } from './enumerate.js';
import { fit } from './fit.js';
import { standardErrors } from './inference/standard-errors.js';
import { classOrder, matchClasses, nameClasses, orderClasses } from './order.js';
import { posterior } from './posterior.js';
import { simulate } from './simulate.js';

const names = ['lonely', 'sad', 'work', 'friends', 'health', 'club'];
const level = [0.05, 0.35, 0.9];
const truth = {
  shares: [0.7, 0.2, 0.1],
  probs: names.map(() => level.map((p) => [p, 1 - p])),
};
const wave = (seed: number) => indicators(simulate(truth, 1500, seed).columns, { names, missing: 'fiml' });
const starts = { screened: 40, finished: 8 };
const data = wave(1);
const model = fit(data, { classes: 3, starts });
const lonely = (of: typeof model) => of.probs[0]!.map((p) => p[0]!);

test('classes stand by size where nothing else is asked for', () => {
  expect(classOrder(model, 'size')).toEqual([0, 1, 2]);
  expect(model.shares).toEqual(model.shares.toSorted((a, b) => b - a));
});

test('classes stand by the answers to an indicator, from the most or from the least', () => {
  const falling = orderClasses(model, { item: 'lonely', category: 1 });
  expect(lonely(falling)).toEqual(lonely(model).toSorted((a, b) => b - a));
  const rising = orderClasses(falling, { item: 'lonely', category: 1, rising: true });
  expect(lonely(rising)).toEqual(lonely(model).toSorted((a, b) => a - b));
});

test('posterior, standard errors and boundary move with the classes', () => {
  const turned = orderClasses(model, [2, 0, 1]);
  const [before, after] = [posterior(model, data), posterior(turned, data)];
  expect(after.probabilities[3]).toBe(before.probabilities[5]);
  expect(after.probabilities[4]).toBe(before.probabilities[3]);
  const errors = [model, turned].map((of) => standardErrors(of, data, { kind: 'observed' }).se.shares);
  expect(errors[1]![0]).toBeCloseTo(errors[0]![2]!, 10);
});

test('names and order of an earlier model come back in a new fit, on other people and with another seed', () => {
  const named = nameClasses(orderClasses(model, [2, 1, 0]), ['exposed', 'at risk', 'majority']);
  const later = fit(wave(2), { classes: 3, starts, seed: 99, order: { like: named } });
  expect(later.classNames).toEqual(['exposed', 'at risk', 'majority']);
  expect(lonely(later)[0]).toBeGreaterThan(0.7);
  expect(later.shares[2]).toBeGreaterThan(0.6);
});

test('with more classes, those that were there keep their place and the new one comes last without a name', () => {
  const named = nameClasses(model, ['majority', 'at risk', 'exposed']);
  const [two, , four] = enumerate(data, { from: 2, to: 4, starts, order: { like: named } }).map(
    (row) => row.model,
  );
  expect(four!.classNames).toEqual(['majority', 'at risk', 'exposed', null]);
  for (let k = 0; k < 2; k++) expect(Math.abs(lonely(four!)[k]! - lonely(model)[k]!)).toBeLessThan(0.15);
  const { classOf } = matchClasses(named, two!);
  expect(classOf.filter((k) => k === null)).toHaveLength(1);
  expect(two!.classNames).toEqual(classOf.flatMap((k, i) => (k === null ? [] : [named.classNames[i]])));
});

test('the match is by answers, and says how near', () => {
  const turned = orderClasses(model, [1, 2, 0]);
  expect(matchClasses(model, turned)).toEqual({ classOf: [2, 0, 1], distance: [0, 0, 0] });
  const moved = { ...turned, shares: [0.01, 0.01, 0.98] };
  expect(matchClasses(model, moved).classOf).toEqual([2, 0, 1]);
});

test('what is no order, and names that are not the classes’ own, are refused', () => {
  expect(() => orderClasses(model, [0, 1])).toThrow('does not name each of the 3 classes');
  expect(() => orderClasses(model, { item: 'lonely', category: 3 })).toThrow('no category 3');
  expect(() => orderClasses(model, { item: 'nobody', category: 1 })).toThrow('"nobody"');
  expect(() => nameClasses(model, ['a', 'a', 'b'])).toThrow('a name of its own');
  expect(() => nameClasses(model, ['a', 'b'])).toThrow('2 names for 3 classes');
  const other = { ...model, names: names.toReversed() };
  expect(() => matchClasses(model, other)).toThrow('different indicators');
});
