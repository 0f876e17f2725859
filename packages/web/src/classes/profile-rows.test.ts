import { expect, it } from 'vitest';
import type { Model } from './model.js';
import { byDifference, profileRows } from './profile-rows.js';

const indicator = (name: string, ...labels: string[]) => ({ id: name, name, label: '', labels });
const model = {
  indicators: [indicator('ensom', 'ja', 'nej'), indicator('humør', 'godt', 'skidt', 'ved ikke')],
  fit: {
    shares: [0.8, 0.2],
    categories: [
      [1, 2],
      [1, 2, 3],
    ],
    probs: [
      [
        [0.3, 0.7],
        [0.4, 0.6],
      ],
      [
        [0.8, 0.1, 0.1],
        [0.1, 0.7, 0.2],
      ],
    ],
  },
} as unknown as Model;

it('of each indicator the answer that marks the smallest class, or every answer', () => {
  expect(profileRows(model, 'marking').map(({ answer }) => answer)).toEqual(['ja', 'skidt']);
  expect(profileRows(model, 'all')).toHaveLength(5);
});

it('intervals follow their answer and class; without them there are none', () => {
  const intervals = [
    [
      [[0.2, 0.4], null],
      [[0.3, 0.5], null],
    ],
  ] as const;
  const [first, second] = profileRows(model, 'all', intervals);
  expect(first!.intervals).toEqual([
    [0.2, 0.4],
    [0.3, 0.5],
  ]);
  expect(second!.intervals).toEqual([null, null]);
  expect(profileRows(model, 'marking')[1]!.intervals).toEqual([null, null]);
});

it('the most telling indicator comes first, its answers together and in their own order', () => {
  expect(byDifference(profileRows(model, 'all')).map(({ answer }) => answer)).toEqual([
    'godt',
    'skidt',
    'ved ikke',
    'ja',
    'nej',
  ]);
});
