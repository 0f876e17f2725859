import { expect, test } from 'vitest';
import { indicators } from './data.js';
import { LatentClassError } from './error.js';
import { fit } from './fit.js';
import { posterior, score } from './posterior.js';
import { simulate } from './simulate.js';

const hand = {
  classes: 2,
  names: ['a', 'b'],
  categories: [2, 2],
  shares: [0.75, 0.25],
  probs: [
    [
      [0.8, 0.2],
      [0.4, 0.6],
    ],
    [
      [1, 0],
      [0.5, 0.5],
    ],
  ],
};

test("new people are classified by Bayes' rule", () => {
  const scores = score(hand, [
    [1, 0, 2],
    [1, 0, 0],
  ]);
  // .75 * .8 * 1 = .6 and .25 * .4 * .5 = .05; then the shares; then .75 * .2 and .25 * .6.
  const expected = [0.6 / 0.65, 0.05 / 0.65, 0.75, 0.25, 0.5, 0.5];
  expect([...scores.probabilities]).toEqual(expected.map((p) => expect.closeTo(p, 9)));
  expect([...scores.answered]).toEqual([2, 0, 1]);
  expect(scores.loglik[0]).toBeCloseTo(Math.log(0.65), 9);
  expect(scores.modal[0]).toBe(0);
});

test('an answer that a class has ruled out points to the other class', () => {
  const scores = score(hand, [[1], [2]]);
  expect(scores.modal[0]).toBe(1);
  expect(scores.probabilities[1]).toBeCloseTo(1, 8);
  expect(scores.unlike[0]).toBe(0);
});

test('somebody whom every class rules out is marked as unlike anyone', () => {
  const strict = {
    ...hand,
    probs: hand.probs.map(() => [
      [1, 0],
      [0, 1],
    ]),
  };
  const scores = score(strict, [
    [1, 1],
    [2, 1],
  ]);
  expect([...scores.unlike]).toEqual([1, 0]);
  expect([...scores.probabilities].every((p) => p >= 0 && p <= 1)).toBe(true);
});

test('a code that the model does not know is refused', () => {
  expect(() => score(hand, [[3], [1]])).toThrow(LatentClassError);
  expect(() => score(hand, [[1]])).toThrow(LatentClassError);
});

const truth = {
  shares: [0.7, 0.3],
  probs: [0.9, 0.8, 0.85, 0.7].map((p) => [
    [p, 1 - p],
    [1 - p, p],
  ]),
};
const { columns } = simulate(truth, 1000, 1);
columns[0]![3] = 0;
for (const column of columns) column[5] = 0;
const data = indicators(columns, { names: 'abcd'.split(''), missing: 'fiml' });
const model = fit(data, { classes: 2, starts: { screened: 10, finished: 4 } });
const result = posterior(model, data);

test('each row has probabilities that sum to one, and a dropped row has none', () => {
  const rows = Array.from({ length: 1000 }, (_, row) => ({
    sum: result.probabilities[row * 2]! + result.probabilities[row * 2 + 1]!,
    modal: result.modal[row],
    likelier: result.probabilities[row * 2]! >= 0.5 ? 0 : 1,
  }));
  expect(rows[5]).toMatchObject({ sum: NaN, modal: -1 });
  for (const { sum, modal, likelier } of rows.toSpliced(5, 1)) {
    expect(sum).toBeCloseTo(1, 12);
    expect(modal).toBe(likelier);
  }
});

test('people of the study score alike as new people', () => {
  const scores = score(model, columns);
  expect(scores.probabilities.subarray(0, 10)).toEqual(result.probabilities.subarray(0, 10));
});

test('mean posteriors are the shares, as maximum likelihood has it', () => {
  let sum = 0;
  for (let row = 0; row < 1000; row++) if (row !== 5) sum += result.probabilities[row * 2]!;
  expect(sum / 999).toBeCloseTo(model.shares[0]!, 6);
});

test('the tables of classification agree with each other', () => {
  const right = model.shares.reduce((sum, share, k) => sum + share * result.classification[k]![k]!, 0);
  expect(1 - right).toBeCloseTo(result.expectedError, 6);
  for (const row of result.classification) expect(row.reduce((sum, p) => sum + p, 0)).toBeCloseTo(1, 12);
  for (const row of result.averageByModal) expect(row!.reduce((sum, p) => sum + p, 0)).toBeCloseTo(1, 12);
  expect(result.modalShares[0]! + result.modalShares[1]!).toBeCloseTo(1, 12);
});

test('entropy R2 is 1 for certainty and 0 for guessing', () => {
  const sure = {
    ...model,
    probs: model.probs.map(() => [
      [1, 0],
      [0, 1],
    ]),
  };
  const unsure = {
    ...model,
    shares: [0.5, 0.5],
    probs: model.probs.map(() => [
      [0.5, 0.5],
      [0.5, 0.5],
    ]),
  };
  const two = indicators(
    [
      [1, 2],
      [1, 2],
      [1, 2],
      [1, 2],
    ],
    { names: 'abcd'.split(''), missing: 'fiml' },
  );
  expect(posterior(sure, two).entropyR2).toBeCloseTo(1, 6);
  expect(posterior(unsure, two).entropyR2).toBeCloseTo(0, 12);
});

test('a model of other indicators is refused', () => {
  const other = indicators([[1, 2]], { names: ['z'], missing: 'fiml' });
  expect(() => posterior(model, other)).toThrow(LatentClassError);
});
