import { expect, it } from 'vitest';
import { placedFlow } from './placed-flow.js';

it('weights are added up by the class before and after; who has no class in one of the models is nowhere', () => {
  const two = { classes: 2, modal: [0, 0, 1, 1, -1, 0] };
  const three = { classes: 3, modal: [0, 2, 1, 2, 1, -1] };
  expect(placedFlow(two, three)).toEqual([
    [1, 0, 1],
    [0, 1, 1],
  ]);
  expect(placedFlow(two, three, [0.5, 2, 1, NaN, 1, 1])).toEqual([
    [0.5, 0, 2],
    [0, 1, 0],
  ]);
});
