import { expect, test } from 'vitest';
import { indicators } from './data.js';
import { fit } from './fit.js';
import { standardErrors } from './inference/standard-errors.js';
import { nameClasses } from './order.js';
import { drawnProfile } from './profile.js';
import { simulate } from './simulate.js';

const three = [
  [0.7, 0.2, 0.1],
  [0.1, 0.3, 0.6],
];
const two = [
  [0.8, 0.2],
  [0.3, 0.7],
];
const { columns } = simulate({ shares: [0.6, 0.4], probs: [three, three, two, two, three] }, 900, 6);
const data = indicators(columns, { names: ['a', 'b', 'c', 'd', 'e'], missing: 'fiml' });
const items = [{ scale: 'ordinal', scores: [1, 2, 5] }, 'free', 'free', 'free', { like: 'a' }] as const;
const model = nameClasses(fit(data, { classes: 2, items, starts: { screened: 20, finished: 5 } }), [
  'fine',
  'not',
]);
const errors = standardErrors(model, data, { kind: 'observed' });
const drawn = drawnProfile(model, errors);

test('every class and category has its figure with the interval of its standard error', () => {
  expect(drawn.classes.map(({ name }) => name)).toEqual(['fine', 'not']);
  expect(drawn.classes[0]!.share).toEqual({
    value: model.shares[0],
    se: errors.se.shares[0],
    low: errors.intervals.shares[0]![0],
    high: errors.intervals.shares[0]![1],
  });
  const figure = drawn.items[1]!.categories[2]!.byClass[1]!;
  expect(figure.value).toBe(model.probs[1]![1]![2]);
  expect(figure.low!).toBeLessThan(figure.value);
  expect(figure.high!).toBeGreaterThan(figure.value);
});

test('the whole is the classes by their sizes', () => {
  const [first] = drawn.items[2]!.categories;
  expect(first!.overall).toBeCloseTo(
    model.shares[0]! * model.probs[2]![0]![0]! + model.shares[1]! * model.probs[2]![1]![0]!,
    12,
  );
});

test('levels are mean scores from 0 to 1 where categories have an order, and nowhere else', () => {
  const p = model.probs[0]![0]!;
  expect(drawn.items[0]!.levels![0]!.value).toBeCloseTo(p[1]! * 0.25 + p[2]!, 12);
  expect(drawn.items[1]!.levels).toBeNull();
  expect(drawn.items[2]!.levels![1]!.value).toBe(model.probs[2]![1]![1]);
  expect(drawn.items[2]!.levels![1]!.se).toBeCloseTo(errors.se.probs[2]![1]![1]!, 10);
  expect(drawn.items[4]!.levels).toEqual(drawn.items[0]!.levels);
});

test('the standard error of a level is that of the bootstrap', () => {
  const boot = drawnProfile(model, standardErrors(model, data, { kind: 'bootstrap', replicates: 200 }));
  const ratio = boot.items[0]!.levels![0]!.se! / drawn.items[0]!.levels![0]!.se!;
  expect(Math.abs(ratio - 1)).toBeLessThan(0.2);
});

test('without standard errors there are figures and no lines', () => {
  expect(drawnProfile(model).items[0]!.levels![0]).toMatchObject({ se: null, low: null, high: null });
});
