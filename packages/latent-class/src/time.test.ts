import { expect, test } from 'vitest';
import { indicators } from './data.js';
import { simulate } from './simulate.js';
import { estimateTime } from './time.js';

const probs = ['a', 'b', 'c', 'd'].map(() => [0.1, 0.9].map((p) => [p, 1 - p]));
const { columns } = simulate({ shares: [0.5, 0.5], probs }, 200, 1);
const data = indicators(columns, { names: ['a', 'b', 'c', 'd'], missing: 'fiml' });

test('the estimate is the readings of the plan times the time of one', () => {
  let now = 0;
  // A clock on which every look takes two milliseconds: one step a look.
  const clock = () => (now += 2);
  const { seconds, readings, secondsPerReading } = estimateTime(data, { from: 2, to: 3 }, clock);
  expect(secondsPerReading).toBeCloseTo(0.002, 6);
  expect(readings).toBe(2 * 500 * 20 + 30 * (40 + 90));
  expect(seconds).toBeCloseTo(readings * 0.002, 6);
});

test('twice the starts take twice the time', () => {
  let now = 0;
  const clock = () => (now += 1);
  const of = (screened: number, finished: number) =>
    estimateTime(data, { from: 3, to: 3, starts: { screened, finished } }, clock).seconds;
  expect(of(200, 40) / of(100, 20)).toBeCloseTo(2, 6);
});

test('a clock that stands still does not hang the program', () => {
  expect(estimateTime(data, { from: 2, to: 2 }, () => 0).seconds).toBe(0);
});
