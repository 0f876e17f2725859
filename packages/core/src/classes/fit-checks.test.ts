import { expect, test } from 'vitest';
import { fitChecks, isReadable } from './fit-checks.js';
import { smallFit, smallModel } from './small-model.fixture.js';

const stateOf = (code: string, fit: Partial<ReturnType<typeof smallFit>>, starts = 500) =>
  fitChecks(smallModel({ starts, fit: { ...smallFit(), ...fit } })).find((one) => one.code === code)?.state;

test('a fit that was reached often, is identified and has people enough has nothing bad', () => {
  expect(fitChecks(smallModel()).every(({ state }) => state === 'good')).toBe(true);
  expect(isReadable(smallModel())).toBe(true);
});

test('a best solution that one start reached is bad, one that few reached is to be kept in mind', () => {
  expect(stateOf('replicated', { maxima: [{ loglik: -1, hits: 1 }] })).toBe('bad');
  expect(stateOf('replicated', { maxima: [{ loglik: -1, hits: 2 }] })).toBe('mind');
  expect(stateOf('replicated', { maxima: [{ loglik: -1, hits: 3 }] })).toBe('good');
});

test('what is not identified cannot be read, even when every start agreed on the likelihood', () => {
  const model = smallModel({
    fit: { ...smallFit(), identified: false, rank: 7, maxima: [{ loglik: -1, hits: 30 }] },
  });
  expect(isReadable(model)).toBe(false);
  expect(fitChecks(model)[0]).toEqual({ code: 'identified', state: 'bad', data: { npar: 8, rank: 7 } });
});

test('equal likelihoods with different figures are bad', () => {
  expect(stateOf('spread', { spread: 0.96 })).toBe('bad');
  expect(stateOf('spread', { spread: 1e-5 })).toBe('good');
  expect(stateOf('spread', {})).toBeUndefined();
});

test('few starts, a small class, the boundary, a sparse table and large residuals are to be kept in mind', () => {
  expect(stateOf('starts', {}, 24)).toBe('mind');
  expect(stateOf('smallest', { smallestN: 29 })).toBe('mind');
  expect(stateOf('boundary', { boundary: [{ indicator: 0, class: 0, category: 0 }] })).toBe('mind');
  expect(stateOf('sparse', { goodness: { g2: 1, x2: 1, df: { table: 1, cases: 1 }, sparse: true } })).toBe(
    'mind',
  );
  expect(stateOf('residuals', { residuals: [{ a: 0, b: 1, x2: 5, df: 1, bvr: 5 }], pairs: 1 })).toBe('mind');
});

test('a model with one class has nothing to replicate', () => {
  expect(fitChecks(smallModel({ classes: 1 })).map(({ code }) => code)).not.toContain('replicated');
});

test('a model fitted before the rank was kept takes it from its warning', () => {
  const { rank: _, ...fit } = smallFit();
  const model = smallModel({
    fit: { ...fit, identified: false, warnings: [{ code: 'not-identified', data: { rank: 6, npar: 8 } }] },
  });
  expect(fitChecks(model)[0]!.data).toEqual({ npar: 8, rank: 6 });
});

test('a rival as good, uneven weights, and more classes than answers are told with their figures', () => {
  const checks = fitChecks(
    smallModel({
      fit: {
        ...smallFit(),
        warnings: [
          { code: 'close-rival', data: { gap: 0.018, distance: 0.4 } },
          { code: 'uneven-weights', data: { n: 2300, effectiveN: 900 } },
          { code: 'more-classes-than-patterns', data: { classes: 3, patterns: 2 } },
        ],
      },
    }),
  );
  expect(checks.find(({ code }) => code === 'rival')).toEqual({
    code: 'rival',
    state: 'mind',
    data: { gap: 0.018, distance: 0.4 },
  });
  expect(checks.find(({ code }) => code === 'weights')?.data['effectiveN']).toBe(900);
  expect(checks.find(({ code }) => code === 'patterns')?.state).toBe('bad');
});

test('the chance of having missed a better solution decides whether hits are few, where the fit tells it', () => {
  expect(stateOf('replicated', { missed: 0.2, maxima: [{ loglik: -1, hits: 10 }] })).toBe('mind');
  expect(stateOf('replicated', { missed: 0.01, maxima: [{ loglik: -1, hits: 2 }] })).toBe('good');
});
