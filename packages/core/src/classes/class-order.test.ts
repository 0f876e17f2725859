import { expect, test } from 'vitest';
import {
  isOrder,
  orderByAnswer,
  orderBySize,
  orderMoved,
  reorderedAnalysis,
  reorderedFit,
  reorderedPosteriors,
} from './class-order.js';
import { smallFit } from './small-model.fixture.js';

test('a class is moved up and down, and not past the ends', () => {
  expect(orderMoved(3, 2, 1)).toEqual([0, 2, 1]);
  expect(orderMoved(3, 0, 2)).toEqual([1, 2, 0]);
  expect(orderMoved(3, 0, -1)).toEqual([0, 1, 2]);
});

test('an order names every class once', () => {
  expect([isOrder([2, 0, 1], 3), isOrder([0, 0, 1], 3), isOrder([0, 1], 3)]).toEqual([true, false, false]);
});

test('classes are ordered by size and by an answer', () => {
  const fit = { ...smallFit(), shares: [0.2, 0.5, 0.3] };
  expect(orderBySize(fit)).toEqual([1, 2, 0]);
  expect(orderByAnswer(smallFit(), 0, 1)).toEqual([0, 1, 2]);
  expect(orderByAnswer(smallFit(), 0, 0)).toEqual([2, 1, 0]);
});

test('a fit in another order keeps each class with its own figures, also in notes and on the boundary', () => {
  const fit = {
    ...smallFit(),
    warnings: [{ code: 'empty-class', data: { inClass: 2 } }],
    boundary: [{ indicator: 1, class: 0, category: 1 }],
  };
  const turned = reorderedFit(fit, [2, 0, 1]);
  expect(turned.shares).toEqual([fit.shares[2], fit.shares[0], fit.shares[1]]);
  expect(turned.probs[1]![1]).toEqual(fit.probs[1]![0]);
  expect(turned.warnings[0]!.data).toEqual({ inClass: 0 });
  expect(turned.boundary).toEqual([{ indicator: 1, class: 1, category: 1 }]);
  expect(reorderedFit(turned, [1, 2, 0])).toEqual(fit);
});

test('the difference between two classes changes its sign when they change places', () => {
  const mean = (estimate: number) => ({ estimate, se: 1, low: null, high: null });
  const turned = reorderedAnalysis(
    {
      id: 'a',
      modelId: 'm',
      kind: 'distal',
      createdAt: '',
      options: { outcomeId: 'o', as: 'mean', assignment: 'modal', correction: 'bch' },
      result: {
        outcome: { name: 'o', label: '' },
        shares: [0.7, 0.3],
        means: [mean(5), mean(2)],
        variances: [1, 2],
        proportions: null,
        categories: [],
        equal: null,
        pairs: [{ a: 0, b: 1, difference: 3, se: 1, p: 0.01 }],
        errors: 'sandwich',
        n: 10,
        rows: 10,
        dropped: { outcome: 0, answers: 0 },
        placement: [
          [0.9, 0.1],
          [0.2, 0.8],
        ],
        notes: [],
      },
    },
    [1, 0],
  );
  expect(turned.result).toMatchObject({
    shares: [0.3, 0.7],
    variances: [2, 1],
    pairs: [{ a: 0, b: 1, difference: -3 }],
    placement: [
      [0.8, 0.2],
      [0.1, 0.9],
    ],
  });
});

test('a reference class is followed to its new place', () => {
  const coefficient = (estimate: number) => ({
    estimate,
    se: null,
    low: null,
    high: null,
    odds: Math.exp(estimate),
    oddsLow: null,
    oddsHigh: null,
    p: null,
  });
  const turned = reorderedAnalysis(
    {
      id: 'a',
      modelId: 'm',
      kind: 'covariates',
      createdAt: '',
      options: {
        method: 'three-step',
        assignment: 'modal',
        correction: 'ml',
        covariates: [],
        referenceClass: 0,
        starts: 20,
        seed: 1,
      },
      result: {
        terms: [],
        coefficients: [[coefficient(0)], [coefficient(1)], [coefficient(2)]],
        errors: 'sandwich',
        tests: [],
        loglik: 0,
        npar: 0,
        n: 1,
        rows: 1,
        dropped: { covariate: 0, answers: 0 },
        shares: null,
        probs: null,
        shift: null,
        placement: null,
        notes: [],
      },
    },
    [2, 0, 1],
  );
  expect(turned).toMatchObject({ options: { referenceClass: 1 } });
  expect(turned.kind === 'covariates' && turned.result.coefficients.map(([one]) => one!.estimate)).toEqual([
    2, 0, 1,
  ]);
});

test('posteriors follow their classes, row by row', () => {
  const turned = reorderedPosteriors(
    Float32Array.of(0.5, 0.25, 0.25, NaN, NaN, NaN, 0, 0.75, 0.25),
    [2, 0, 1],
  );
  expect([...turned]).toEqual([0.25, 0.5, 0.25, NaN, NaN, NaN, 0.25, 0, 0.75]);
});
