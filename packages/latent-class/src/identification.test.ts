import { expect, test } from 'vitest';
import { identification } from './identification.js';

const binary = (items: number) => Array<number>(items).fill(2);

test('four binary indicators and three classes lack one rank, though parameters are fewer than cells', () => {
  // Goodman (1974), Biometrika 61:215-231: 14 parameters, 15 free cells, rank 13 at best.
  expect(identification(3, binary(4))).toEqual({ identified: false, rank: 13, parameters: 14 });
});

test('three binary indicators just identify two classes', () => {
  expect(identification(2, binary(3))).toEqual({ identified: true, rank: 7, parameters: 7 });
});

test('two indicators never identify two classes, however many categories they have', () => {
  expect(identification(2, [5, 5]).identified).toBe(false);
});

test('more parameters than cells are not identified', () => {
  expect(identification(4, binary(3))).toEqual({ identified: false, rank: 7, parameters: 15 });
});

test('one class is always identified', () => {
  expect(identification(1, [2, 3])).toEqual({ identified: true, rank: 3, parameters: 3 });
});

test('a large table is judged from a sample of its cells', () => {
  expect(identification(3, Array<number>(12).fill(4))).toEqual({
    identified: true,
    rank: 110,
    parameters: 110,
  });
  expect(identification(6, binary(24)).identified).toBe(true);
});

test('the seed does not change the verdict', () => {
  for (let seed = 0; seed < 10; seed++) {
    expect(identification(3, binary(4), { seed }).rank).toBe(13);
    expect(identification(2, binary(4), { seed }).rank).toBe(9);
    expect(identification(3, binary(6), { seed }).rank).toBe(20);
  }
});
