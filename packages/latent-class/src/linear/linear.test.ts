import { expect, test } from 'vitest';
import { congruence, product, rootDiagonal, submatrix, transpose } from './product.js';
import { cholesky, invert, invertSymmetric, solve, solveCholesky, solveSymmetric } from './solve.js';

const close = (values: readonly number[]) => values.map((value) => expect.closeTo(value, 12));

test('the Cholesky factor of a worked example', () => {
  // [[4, 2], [2, 5]] = L L' with L = [[2, 0], [1, 2]].
  expect([...cholesky(Float64Array.of(4, 2, 2, 5))!]).toEqual(close([2, 0, 1, 2]));
});

test('a matrix that is not positive definite has no factor', () => {
  expect(cholesky(Float64Array.of(1, 2, 2, 1))).toBeUndefined();
  expect(cholesky(Float64Array.of(1, 1, 1, 1))).toBeUndefined();
  expect(invertSymmetric(Float64Array.of(NaN))).toBeUndefined();
});

test('solutions by hand', () => {
  const a = Float64Array.of(4, 2, 2, 5);
  expect([...solveSymmetric(a, [8, 12])!]).toEqual(close([1, 2]));
  expect([...solveCholesky(cholesky(a)!, [8, 12])]).toEqual(close([1, 2]));
  expect([...invertSymmetric(a)!]).toEqual(close([5 / 16, -1 / 8, -1 / 8, 1 / 4]));
});

test('elimination exchanges rows where a pivot is zero', () => {
  const a = Float64Array.of(0, 1, 2, 3);
  expect([...solve(a, [1, 5])!]).toEqual(close([1, 1]));
  expect([...invert(a)!]).toEqual(close([-1.5, 0.5, 1, 0]));
  expect(invert(Float64Array.of(1, 2, 2, 4))).toBeUndefined();
});

test('a matrix of 40 times its inverse is the unit matrix', () => {
  const n = 40;
  // Covariances of an autoregression: positive definite and far from diagonal.
  const a = Float64Array.from({ length: n * n }, (_, at) => 0.9 ** Math.abs(Math.floor(at / n) - (at % n)));
  for (const inverse of [invertSymmetric(a)!, invert(a)!]) {
    const unit = product(a, inverse, n);
    expect(Math.max(...unit.map((value, at) => Math.abs(value - Number(at % (n + 1) === 0))))).toBeLessThan(
      1e-12,
    );
  }
});

test('products, transposes and parts', () => {
  const a = Float64Array.of(1, 2, 3, 4, 5, 6);
  expect([...transpose(a, 2)]).toEqual([1, 4, 2, 5, 3, 6]);
  expect([...product(a, transpose(a, 2), 2)]).toEqual([14, 32, 32, 77]);
  expect([...congruence(Float64Array.of(1, -1), Float64Array.of(4, 1, 1, 9), 1)]).toEqual([11]);
  expect([...rootDiagonal(Float64Array.of(4, 1, 1, -1e-18))]).toEqual([2, 0]);
  expect([...submatrix(Float64Array.of(1, 2, 3, 4), [1])]).toEqual([4]);
  expect([...submatrix(Float64Array.of(1, 2, 3, 4), [0], [1, 0])]).toEqual([2, 1]);
});
