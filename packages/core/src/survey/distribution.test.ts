import { describe, expect, test } from 'vitest';
import { distribution, textDistribution } from './distribution.js';

const plain = {
  labels: [
    { value: 1, label: 'ja' },
    { value: 3, label: 'ved ikke' },
  ],
  userMissing: [] as number[],
};

describe('distribution', () => {
  test('shares are of valid answers, and a labelled value nobody gave is shown', () => {
    const { valid, missing, frequencies, mean } = distribution(Float64Array.of(1, 1, 2, NaN), plain);
    expect({ valid, missing, mean }).toEqual({ valid: 3, missing: 1, mean: 4 / 3 });
    expect(frequencies.map(({ value, n, label }) => [value, n, label])).toEqual([
      [1, 2, 'ja'],
      [2, 1, ''],
      [3, 0, 'ved ikke'],
    ]);
  });

  test('a value that counts as no answer has a number but no share', () => {
    const { valid, missing, frequencies } = distribution(Float64Array.of(1, 2, 9, 9), {
      labels: [],
      userMissing: [9],
    });
    expect({ valid, missing }).toEqual({ valid: 2, missing: 2 });
    expect(frequencies.at(-1)).toEqual({
      value: 9,
      label: '',
      n: 2,
      share: 0,
      weighted: null,
      userMissing: true,
    });
  });

  test('weights change shares and leave numbers', () => {
    const { frequencies } = distribution(
      Float64Array.of(1, 2),
      { labels: [], userMissing: [] },
      Float64Array.of(3, 1),
    );
    expect(frequencies.map(({ n, share, weighted }) => [n, share, weighted])).toEqual([
      [1, 0.5, 0.75],
      [1, 0.5, 0.25],
    ]);
  });

  test('many values are put into bins that hold everybody', () => {
    const values = Float64Array.from({ length: 100 }, (_, i) => i);
    const { bins, frequencies } = distribution(values, { labels: [], userMissing: [] });
    expect(frequencies).toEqual([]);
    expect(bins.reduce((sum, bin) => sum + bin.n, 0)).toBe(100);
  });

  test('a column without answers is no error', () => {
    expect(distribution(Float64Array.of(NaN, NaN), { labels: [], userMissing: [] })).toEqual({
      valid: 0,
      missing: 2,
      frequencies: [],
      bins: [],
      mean: null,
    });
  });
});

test('words are counted in alphabetical order', () => {
  const { frequencies, missing } = textDistribution(['nej', 'ja', '', 'ja']);
  expect(missing).toBe(1);
  expect(frequencies.map(({ label, n }) => [label, n])).toEqual([
    ['ja', 2],
    ['nej', 1],
  ]);
});
