import { expect, test } from 'vitest';
import { planBlocks } from './blocks.js';
import { indicators } from './data.js';

function dataOf(columns: number[][]) {
  return indicators(columns, { names: columns.map((_, i) => `v${i}`), missing: 'fiml' });
}

test('indicators share a block while their joint categories fit', () => {
  const data = dataOf(Array.from({ length: 7 }, () => [1, 2]));
  const { blocks, cells } = planBlocks(data, 1, 8);
  expect(blocks.map((block) => block.items.length)).toEqual([3, 3, 1]);
  expect(blocks.map((block) => block.start)).toEqual([0, 8, 16]);
  expect(cells).toBe(18);
});

test('blocks are as even as their number allows', () => {
  const data = dataOf(Array.from({ length: 24 }, () => [1, 2]));
  expect(planBlocks(data, 1, 1024).blocks.map((block) => block.cells)).toEqual([256, 256, 256]);
});

test('an indicator with more categories than fit has a block to itself', () => {
  const data = dataOf([
    [1, 12],
    [1, 2],
  ]);
  expect(planBlocks(data, 1, 8).blocks.map((block) => block.cells)).toEqual([12, 2]);
});

test('missing is a digit of its own only where someone is missing', () => {
  const data = dataOf([
    [1, 2, 0],
    [1, 2, 1],
  ]);
  const { blocks, codes } = planBlocks(data, 5, 64);
  expect(blocks[0]!.items.map(({ radix, missing }) => [radix, missing])).toEqual([
    [3, 1],
    [2, 0],
  ]);
  // Cells: (1,1) -> 1*2+0, (2,2) -> 2*2+1, (missing,1) -> 0*2+0; twice six values a cell.
  expect([...codes]).toEqual([24, 60, 0]);
});
