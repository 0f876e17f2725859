import { expect, test } from 'vitest';
import { invertSymmetric, multiply, traceOfProduct } from './matrix.js';

test('a matrix of two parameters is inverted as by hand', () => {
  // [[4, 2], [2, 3]]: determinant 8; what the first says of the second is 2 * 2 / (4 * 3) = a third.
  const { inverse, independence } = invertSymmetric(Float64Array.of(4, 2, 2, 3), 2)!;
  expect([...inverse]).toEqual([3 / 8, -2 / 8, -2 / 8, 4 / 8].map((value) => expect.closeTo(value, 14)));
  expect(independence).toBeCloseTo(2 / 3, 14);
});

test('scales as different as counts and tiny probabilities do not matter', () => {
  const { inverse } = invertSymmetric(Float64Array.of(4e12, 2, 2, 3e-12), 2)!;
  expect(inverse[0]! * 1e12).toBeCloseTo(3 / 8, 12);
});

test.each([
  ['singular', [1, 1, 1, 1]],
  ['not positive', [1, 2, 2, 1]],
  ['empty in one parameter', [1, 0, 0, 0]],
  ['not a number', [NaN, 0, 0, 1]],
])('a matrix that is %s has no inverse', (_, values) => {
  expect(invertSymmetric(Float64Array.from(values), 2)).toBeNull();
});

test('products and traces are those of the textbook', () => {
  const a = Float64Array.of(1, 2, 2, 5);
  const b = Float64Array.of(3, 1, 1, 4);
  expect([...multiply(a, b, 2)]).toEqual([5, 9, 11, 22]);
  expect(traceOfProduct(a, b)).toBe(27);
});
