import { expect, test } from 'vitest';
import { flatten, isInside, overlaps } from './spans.js';

test('two overlapping spans become three segments', () => {
  expect(
    flatten([
      { from: 0, to: 10 },
      { from: 5, to: 15 },
    ]),
  ).toEqual([
    { from: 0, to: 5, spans: [0] },
    { from: 5, to: 10, spans: [0, 1] },
    { from: 10, to: 15, spans: [1] },
  ]);
});

test('touching spans share no segment, and an empty span makes none', () => {
  expect(
    flatten([
      { from: 3, to: 5 },
      { from: 5, to: 8 },
      { from: 6, to: 6 },
    ]),
  ).toEqual([
    { from: 3, to: 5, spans: [0] },
    { from: 5, to: 8, spans: [1] },
  ]);
});

test('a span past the end of the text is not inside it', () => {
  expect(isInside({ from: 2, to: 4 }, 4)).toBe(true);
  expect(isInside({ from: 2, to: 5 }, 4)).toBe(false);
  expect(isInside({ from: 2, to: 2 }, 4)).toBe(false);
});

test('half-open spans that touch do not overlap', () => {
  expect(overlaps({ from: 0, to: 3 }, { from: 3, to: 5 })).toBe(false);
  expect(overlaps({ from: 0, to: 4 }, { from: 3, to: 5 })).toBe(true);
});
