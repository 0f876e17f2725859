import { expect, it } from 'vitest';
import { groupAt } from './answer-group.js';

const groups = [
  { name: 'unge', values: [], range: { from: 18, to: 29 } },
  { name: 'resten', values: [99], range: { from: 30, to: null } },
  { name: 'ord', values: ['ja'], range: null },
];

it('an answer is in the first group that takes it; ends count, and an open end has none', () => {
  expect([18, 29, 30, 800, 17, 'ja', 'nej'].map((answer) => groupAt(groups, answer))).toEqual([
    0, 0, 1, 1, -1, 2, -1,
  ]);
});

it('no answer is in no group, and what counts as none only where it is named', () => {
  expect([NaN, '', undefined].map((answer) => groupAt(groups, answer))).toEqual([-1, -1, -1]);
  expect([groupAt(groups, 98, true), groupAt(groups, 99, true)]).toEqual([-1, 1]);
});
