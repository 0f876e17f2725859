import { expect, test } from 'vitest';
import { hiddenCells } from './hidden-cells.js';

const drawn = (n: number[][], smallest = 3) =>
  hiddenCells(n, smallest).map((row) => row.map((hidden) => (hidden ? 'x' : '.')).join(''));

test('a small cell takes others with it, so that it does not follow from the totals', () => {
  expect(
    drawn([
      [2, 30, 40],
      [20, 10, 50],
      [60, 70, 80],
    ]),
  ).toEqual(['xx.', 'xx.', '...']);
});

test('a cell without persons tells of nobody', () => {
  expect(
    drawn([
      [0, 5],
      [7, 9],
    ]),
  ).toEqual(['..', '..']);
});

test('a single row hides the smallest other cell', () => {
  expect(drawn([[1, 50, 20]])).toEqual(['x.x']);
  expect(drawn([[1, 0]])).toEqual(['x.']);
});

test('nothing is hidden where every cell is large enough', () => {
  expect(
    drawn([
      [3, 4],
      [5, 6],
    ]),
  ).toEqual(['..', '..']);
});
