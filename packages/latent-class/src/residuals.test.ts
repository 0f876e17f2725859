import { expect, test } from 'vitest';
import { indicators } from './data.js';
import { fit } from './fit.js';
import { randomStream } from './random.js';
import { bivariateResiduals } from './residuals.js';
import { simulate } from './simulate.js';

const starts = { screened: 20, finished: 6 };

test('a residual worked by hand: two indicators and one class', () => {
  const table = indicators(
    [
      [1, 1, 2, 2, 1],
      [1, 2, 1, 2, 0],
    ],
    { names: ['a', 'b'], weights: [40, 10, 20, 30, 0], weighting: 'frequency', missing: 'fiml' },
  );
  const [residual] = bivariateResiduals(fit(table, { classes: 1 }), table);
  expect(residual).toMatchObject({ a: 0, b: 1, names: ['a', 'b'], df: 1 });
  expect(residual!.x2).toBeCloseTo(100 / 6, 9);
});

test('two indicators that share more than the classes stand out', () => {
  const truth = {
    shares: [0.6, 0.4],
    probs: [0.9, 0.8, 0.85, 0.75, 0.8].map((p) => [
      [p, 1 - p],
      [1 - p, p],
    ]),
  };
  const { columns } = simulate(truth, 3000, 1);
  const random = randomStream(9);
  // The sixth repeats the fifth half of the time.
  columns.push(columns[4]!.map((code) => (random() < 0.5 ? code : 1 + Math.floor(random() * 2))));
  const data = indicators(columns, { names: 'abcdef'.split(''), missing: 'fiml' });
  const residuals = bivariateResiduals(fit(data, { classes: 2, starts }), data);
  expect(residuals).toHaveLength(15);
  const worst = residuals.toSorted((x, y) => y.bvr - x.bvr)[0]!;
  expect(worst.names).toEqual(['e', 'f']);
  expect(worst.bvr).toBeGreaterThan(20);
});

test('a cell that nobody is in and the model rules out adds nothing', () => {
  const table = indicators(
    [
      [1, 2],
      [1, 2],
    ],
    { names: ['a', 'b'], weights: [50, 50], weighting: 'frequency', missing: 'fiml' },
  );
  const [residual] = bivariateResiduals(fit(table, { classes: 2, starts }), table);
  expect(residual!.x2).toBeCloseTo(0, 4);
});
