import { expect, test } from 'vitest';
import { missingTable, newlyMissing, validAnswers } from './missing.js';

const a = { values: Float64Array.of(1, NaN, 9, 2), userMissing: [9] };
const b = { values: ['x', '', 'y', 'z'], userMissing: [] };

test('missing answers are counted by variable, by person and by what goes together', () => {
  expect(missingTable([a, b])).toEqual({
    variables: [
      { valid: 2, system: 1, user: 1 },
      { valid: 3, system: 1, user: 0 },
    ],
    persons: [2, 1, 1],
    patterns: [
      { missing: [false, false], n: 2 },
      { missing: [true, false], n: 1 },
      { missing: [true, true], n: 1 },
    ],
    patternCount: 3,
  });
  expect(missingTable([])).toMatchObject({ persons: [0], patterns: [] });
});

test('a rule finds the values that were given or labelled and do not count as missing yet', () => {
  const rule = { values: [8], range: { from: 97, to: null } };
  const column = { values: Float64Array.of(1, 8, 8, 97, 99, NaN), userMissing: [97] };
  expect(newlyMissing(rule, column, [{ value: 1 }, { value: 98 }])).toEqual([
    { value: 8, n: 2 },
    { value: 98, n: 0 },
    { value: 99, n: 1 },
  ]);
});

test('what counts as missing is left out of the answers', () => {
  expect(validAnswers(a)).toEqual(Float64Array.of(1, NaN, NaN, 2));
  expect(validAnswers(b)).toBe(b.values);
});
