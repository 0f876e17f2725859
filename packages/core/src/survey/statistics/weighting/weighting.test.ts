import { describe, expect, test } from 'vitest';
import { jackknifeDesign } from '../design/replicate-design.js';
import { surveyDesign } from '../design/survey-design.js';
import { surveyMean } from '../estimates/survey-mean.js';
import { surveyTotal } from '../estimates/survey-total.js';
import { calibrateWeights } from './calibrated.js';
import { postStratify } from './post-stratify.js';
import { rakeWeights } from './rake-weights.js';
import { trimWeights } from './trim-weights.js';

const gender = ['k', 'k', 'k', 'm'];
const margin = (name: string, codes: string[], population: Record<string, number>) => ({
  name,
  codes,
  population: new Map<number | string, number>(Object.entries(population)),
});
const even = margin('køn', gender, { k: 50, m: 50 });
const refusal = (run: () => unknown): unknown => {
  try {
    run();
  } catch (error) {
    const { code, data } = error as { code: string; data: Record<string, unknown> };
    return [code, data.variable, data.level, data.reason];
  }
  return 'not refused';
};

describe('post-stratification', () => {
  const design = surveyDesign({ rows: 4 });

  test('gives groups their weight, and what is then known has no error', () => {
    const known = postStratify(design, even);
    for (const [row, weight] of [50 / 3, 50 / 3, 50 / 3, 50].entries()) {
      expect(known.weights[row]).toBeCloseTo(weight, 12);
    }
    const women = surveyTotal(
      known,
      gender.map((one) => Number(one === 'k')),
    );
    expect(women.estimate).toBeCloseTo(50, 10);
    expect(women.error).toBeCloseTo(0, 10);
  });

  test('is done to every replicate', () => {
    const { error } = surveyTotal(
      postStratify(
        jackknifeDesign(surveyDesign({ rows: 6 })),
        margin('g', ['a', 'b', 'a', 'b', 'a', 'b'], { a: 9, b: 1 }),
      ),
      [1, 0, 1, 0, 1, 0],
    );
    expect(error).toBeCloseTo(0, 12);
  });

  test.each([
    [
      'a group nobody knows the size of',
      margin('køn', gender, { k: 100 }),
      ['survey.bad-margin', 'køn', 'm', 'unknown'],
    ],
    [
      'a group with nobody in it',
      margin('køn', gender, { k: 1, m: 1, x: 1 }),
      ['survey.bad-margin', 'køn', 'x', 'nobody'],
    ],
    [
      'a size that is none',
      margin('køn', gender, { k: -1, m: 1 }),
      ['survey.bad-margin', 'køn', 'k', 'number'],
    ],
  ])('%s is refused', (_, bad, expected) =>
    expect(refusal(() => postStratify(design, bad))).toEqual(expected),
  );
});

describe('raking', () => {
  const codes = Array.from({ length: 40 }, (_, row) => row);
  const sex = codes.map((row) => (row % 3 === 0 ? 'm' : 'k'));
  const place = codes.map((row) => (row % 4 === 0 ? 'by' : 'land'));
  const design = surveyDesign({ rows: 40 });
  const margins = [margin('køn', sex, { k: 50, m: 50 }), margin('sted', place, { by: 60, land: 40 })];
  const sumOf = (weights: Float64Array, of: string[], level: string) =>
    weights.reduce((sum, weight, row) => (of[row] === level ? sum + weight : sum), 0);

  test('fits every margin, and tells what it cost', () => {
    const { design: raked, gap, effectiveN, trimmed } = rakeWeights(design, margins);
    expect(sumOf(raked.weights, sex, 'm')).toBeCloseTo(50, 7);
    expect(sumOf(raked.weights, place, 'by')).toBeCloseTo(60, 7);
    expect(gap).toBeLessThan(1e-10);
    expect(effectiveN.before).toBeCloseTo(40, 12);
    expect(effectiveN.after).toBeLessThan(30);
    expect(trimmed).toBeNull();
    // Odds ratios between cells are as they were: raking only multiplies rows and columns.
    const cell = (row: number) => raked.weights[row]!;
    expect((cell(0) * cell(1)) / (cell(4) * cell(3))).toBeCloseTo(1, 12);
  });

  test('with bounds keeps them and tells the gap', () => {
    const { design: raked, trimmed, gap } = rakeWeights(design, margins, { trim: { upper: 2 } });
    expect(Math.max(...raked.weights)).toBeLessThanOrEqual((100 / 40) * 2 * (1 + 1e-9));
    expect(trimmed!.lowered).toBeGreaterThan(0);
    expect(trimmed!.moved).toBeGreaterThan(0);
    expect(gap).toBeGreaterThan(1e-6);
    expect(raked.weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(100, 7);
  });

  test('margins of different wholes are refused, and so are those that cannot be met', () => {
    expect(
      refusal(() => rakeWeights(design, [margins[0]!, margin('sted', place, { by: 6, land: 4 })])),
    ).toEqual(['survey.bad-margin', 'sted', '', 'sum']);
    const one = surveyDesign({ rows: 2 });
    const same = [margin('a', ['x', 'y'], { x: 1, y: 3 }), margin('b', ['x', 'y'], { x: 3, y: 1 })];
    expect(refusal(() => rakeWeights(one, same))).toContain('survey.not-raked');
  });

  test('an error under raking is smaller for what goes with the margins', () => {
    const values = codes.map((row) => (row % 3 === 0 ? 10 : 0) + (row % 4 === 0 ? 5 : 0) + (row % 7) / 10);
    const after = surveyMean(rakeWeights(design, margins).design, values).error;
    expect(after).toBeLessThan(surveyMean(design, values).error / 5);
  });
});

test('trimming keeps the sum and says what it moved', () => {
  const { weights, lowered, raised, moved } = trimWeights(Float64Array.of(1, 1, 1, 1, 6, 0), { upper: 2 });
  expect([...weights]).toEqual([1.5, 1.5, 1.5, 1.5, 4, 0]);
  expect([lowered, raised, moved]).toEqual([1, 0, 0.2]);
  const both = trimWeights(Float64Array.of(0.1, 1, 1, 1.9), { lower: 0.5, upper: 1.5 }).weights;
  expect([...both].map((weight) => Number(weight.toFixed(12)))).toEqual([0.5, 1, 1, 1.5]);
});

test('calibration to totals holds them, and refuses terms that say the same', () => {
  const design = surveyDesign({ rows: 4 });
  const one = { name: 'one', values: [1, 1, 1, 1], total: 100 };
  const x = { name: 'x', values: [1, 2, 3, 4], total: 300 };
  const known = calibrateWeights(design, [one, x]);
  const total = surveyTotal(known, x.values);
  expect(total.estimate).toBeCloseTo(300, 9);
  expect(total.error).toBeCloseTo(0, 9);
  expect(refusal(() => calibrateWeights(design, [one, one]))).toContain('dependent');
  expect(refusal(() => calibrateWeights(design, [{ ...x, values: [1, NaN, 3, 4] }]))).toEqual([
    'survey.bad-design',
    'x',
    undefined,
    'missing',
  ]);
});
