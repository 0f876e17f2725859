import { describe, expect, test } from 'vitest';
import { surveyMean } from '../estimates/survey-mean.js';
import { surveyTotal } from '../estimates/survey-total.js';
import { jackknifeDesign, replicateDesign } from './replicate-design.js';
import { surveyDesign, surveyDf, type LonelyPsu, type SurveyDesignColumns } from './survey-design.js';
import { kishEffectiveN } from './figure.js';

const refusal = (read: () => unknown): unknown => {
  try {
    read();
  } catch (error) {
    const { code, data } = error as { code: string; data: unknown };
    return [code, data];
  }
  return 'not refused';
};
const design = (columns: SurveyDesignColumns) => surveyDesign(columns);

describe('a design is refused', () => {
  test.each<[string, SurveyDesignColumns, unknown]>([
    [
      'a negative weight',
      { weights: [1, -1], weightName: 'vaegt' },
      ['survey.bad-weight', { variable: 'vaegt', row: 2 }],
    ],
    ['a missing weight', { weights: [NaN, 1] }, ['survey.bad-weight', { variable: 'weights', row: 1 }]],
    [
      'no weight at all',
      { weights: [0, 0] },
      ['survey.bad-design', { reason: 'no-weight', variable: 'weights' }],
    ],
    ['no rows', { weights: [] }, ['survey.bad-design', { reason: 'no-rows' }]],
    [
      'a column of another length',
      { weights: [1, 1], psu: [1] },
      ['survey.bad-design', { reason: 'length', variable: 'psu', given: 1, rows: 2 }],
    ],
    [
      'a row without a stratum',
      { strata: ['a', ''], lonelyPsu: 'adjust' },
      ['survey.bad-design', { reason: 'missing', variable: 'strata', row: 2 }],
    ],
    [
      'more drawn than there are',
      { rows: 3, population: [2, 2, 2] },
      ['survey.bad-design', { reason: 'population', variable: 'population', row: 1, units: 3 }],
    ],
    [
      'two sizes of one population',
      { rows: 2, population: [20, 30] },
      ['survey.bad-design', { reason: 'population-differs', variable: 'population', row: 2 }],
    ],
    ['a stratum with one unit', { strata: ['a', 'a', 'b'] }, ['survey.lonely-psu', { stratum: 'b' }]],
  ])('%s', (_, columns, expected) => expect(refusal(() => design(columns))).toEqual(expected));

  test('replicates that say too little', () => {
    const weights = [1, 1];
    const reasons = [
      refusal(() => replicateDesign({ method: 'BRR', weights, replicates: [[2, 0]] })),
      refusal(() => replicateDesign({ method: 'JKn', weights, replicates: [weights, weights] })),
      refusal(() => replicateDesign({ method: 'Fay', weights, replicates: [weights, weights] })),
      refusal(() => replicateDesign({ method: 'BRR', weights, replicates: [weights, [1, -1]] })),
    ];
    expect(reasons).toEqual([
      ['survey.bad-design', { reason: 'replicates', given: 1 }],
      ['survey.bad-design', { reason: 'factors' }],
      ['survey.bad-design', { reason: 'fay' }],
      ['survey.bad-weight', { variable: 'weights 2', row: 2 }],
    ]);
  });
});

describe('worked by hand', () => {
  test('a simple random sample: s / sqrt n, and a tenth drawn takes a tenth of the variance', () => {
    // 2, 4, 6: mean 4, variance 4, so 4 / 3.
    expect(surveyMean(design({ rows: 3 }), [2, 4, 6]).error ** 2).toBeCloseTo(4 / 3, 14);
    for (const population of [30, 0.1]) {
      const tenth = design({ rows: 3, population: [population, population, population] });
      expect(surveyMean(tenth, [2, 4, 6]).error ** 2).toBeCloseTo((4 / 3) * 0.9, 14);
    }
    expect(surveyMean(design({ rows: 3 }), [2, 4, 6]).designEffect).toBeCloseTo(1, 14);
  });

  test('a census knows', () => {
    const census = design({ rows: 3, population: [3, 3, 3] });
    expect(surveyTotal(census, [2, 4, 6])).toMatchObject({ estimate: 12, error: 0, lower: 12, upper: 12 });
  });

  // Two strata of 60 and 40 people, two drawn of each: 1, 3 and 10, 14.
  const strata = ['a', 'a', 'b', 'b'];
  const weights = [30, 30, 20, 20];
  const x = [1, 3, 10, 14];

  test('a stratified mean: 0.6 x 2 + 0.4 x 12, and its variance by stratum', () => {
    const drawn = design({ strata, weights });
    const { estimate, error, df, n, effectiveN } = surveyMean(drawn, x);
    expect(estimate).toBeCloseTo(6, 14);
    // 0.6^2 x 2 / 2 + 0.4^2 x 8 / 2
    expect(error ** 2).toBeCloseTo(0.36 + 0.64, 14);
    expect([df, n]).toEqual([2, 4]);
    // 100^2 / (2 x 900 + 2 x 400)
    expect(effectiveN).toBeCloseTo(10_000 / 2600, 14);
    const finite = design({ strata, weights, population: [60, 60, 40, 40] });
    expect(surveyMean(finite, x).error ** 2).toBeCloseTo((0.36 * 58) / 60 + (0.64 * 38) / 40, 14);
  });

  test('two stages: clusters, and people within them', () => {
    // Two of 10 clusters, in each two of 5 people; every row stands for 12.5.
    const stages = [{ population: [5, 5, 5, 5] }];
    const population = [10, 10, 10, 10];
    const drawn = design({ weights: [12.5, 12.5, 12.5, 12.5], psu: [1, 1, 2, 2], population, stages });
    const { estimate, error } = surveyTotal(drawn, x);
    expect(estimate).toBe(350);
    // Clusters: 0.8 x 2 x 2 x 125^2. Within: 2/10 of 0.6 x 2 x (2 x 12.5^2 + 2 x 25^2).
    expect(error ** 2).toBeCloseTo(0.8 * 2 * 2 * 125 ** 2 + 0.2 * 0.6 * 2 * (2 * 12.5 ** 2 + 2 * 25 ** 2), 8);
  });

  test('a part of the population keeps the whole design', () => {
    const drawn = design({ strata, weights });
    const { estimate, error, n } = surveyTotal(drawn, x, { within: [true, false, true, false] });
    expect([estimate, n]).toEqual([230, 2]);
    // 2 / (2 - 1) x (15^2 + 15^2) and the same with 100: rows outside count as 0, and do not go away.
    expect(error ** 2).toBeCloseTo(2 * 2 * 15 ** 2 + 2 * 2 * 100 ** 2, 8);
    const mean = surveyMean(drawn, x, { within: [1, 1, 0, 0] });
    expect([mean.estimate, mean.df, mean.n]).toEqual([2, 1, 2]);
    expect(mean.error).toBeCloseTo(1, 14);
  });

  test('a row without an answer is a row outside', () => {
    const drawn = design({ strata, weights });
    expect(surveyMean(drawn, [1, NaN, 10, NaN])).toEqual(
      surveyMean(drawn, x, { within: [true, false, true, false] }),
    );
    expect(surveyMean(drawn, [NaN, NaN, NaN, NaN])).toMatchObject({ estimate: NaN, error: NaN, n: 0 });
  });

  test.each<[LonelyPsu, number]>([
    // Stratum c is one unit of 20 x 9 = 180. The others give 2 x (30^2 + 30^2) + 2 x (40^2 + 40^2) = 10000.
    ['certainty', 10_000],
    ['average', 15_000],
    // The units' totals are 30, 90, 200, 280, 180: their mean is 156.
    ['adjust', 10_000 + (180 - 156) ** 2],
  ])('a lonely unit, by the rule %s', (lonelyPsu, variance) => {
    const drawn = design({ strata: [...strata, 'c'], weights: [...weights, 20], lonelyPsu });
    expect(surveyTotal(drawn, [...x, 9]).error ** 2).toBeCloseTo(variance, 8);
    expect(surveyDf(drawn)).toBe(2);
  });
});

describe('replicate weights', () => {
  const strata = ['a', 'a', 'b', 'b'];
  const weights = [30, 30, 20, 20];
  const x = [1, 3, 10, 14];
  const halves = [
    [60, 0, 40, 0],
    [60, 0, 0, 40],
    [0, 60, 40, 0],
    [0, 60, 0, 40],
  ];

  test('balanced half-samples of two a stratum give the textbook variance', () => {
    const brr = replicateDesign({ method: 'BRR', weights, replicates: halves });
    expect(surveyMean(brr, x).error ** 2).toBeCloseTo(1, 14);
    const fay = replicateDesign({
      method: 'Fay',
      fay: 0.5,
      weights,
      replicates: halves.map((half) => half.map((weight, row) => (weight + weights[row]!) / 2)),
    });
    expect(surveyMean(fay, x).error ** 2).toBeCloseTo(1, 14);
  });

  test('so does the jackknife by strata, and a bootstrap is about its own mean', () => {
    const jackknife = jackknifeDesign(surveyDesign({ strata, weights }));
    expect(surveyMean(jackknife, x).error ** 2).toBeCloseTo(1, 14);
    expect(jackknife.df).toBe(2);
    const bootstrap = replicateDesign({ method: 'bootstrap', weights, replicates: halves });
    // The four means are 6 +- 0.6 +- 0.8, so their variance is (4 / 3) (0.36 + 0.64).
    expect(surveyMean(bootstrap, x).error ** 2).toBeCloseTo(4 / 3, 14);
    const jk1 = replicateDesign({
      method: 'JK1',
      weights: [1, 1, 1],
      replicates: [
        [0, 1.5, 1.5],
        [1.5, 0, 1.5],
        [1.5, 1.5, 0],
      ],
    });
    expect(surveyMean(jk1, [2, 4, 6]).error ** 2).toBeCloseTo(4 / 3, 14);
  });
});

test('equal weights cost nobody, one heavy weight costs most', () => {
  expect(kishEffectiveN([2, 2, 2])).toBe(3);
  expect(kishEffectiveN([1, 1, 8])).toBeCloseTo(100 / 66, 14);
});
