import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { surveyRankTest } from './comparing/survey-rank-test.js';
import { surveyRegression } from './comparing/survey-regression.js';
import { surveyTTest } from './comparing/survey-t-test.js';
import { surveyDf } from './design/survey-design.js';
import { type ProportionMethod } from './estimates/proportion-interval.js';
import { surveyMean } from './estimates/survey-mean.js';
import { surveyProportion, surveyProportions } from './estimates/survey-proportion.js';
import { surveyQuantile } from './estimates/survey-quantile.js';
import { surveyRatio } from './estimates/survey-ratio.js';
import { surveyTotal } from './estimates/survey-total.js';
import { surveyVariance } from './estimates/survey-variance.js';
import { chiSquareMixUpper } from './special/chi-square-mix.js';
import { raoScott } from './tables/rao-scott.js';
import { surveyCrosstab } from './tables/survey-crosstab.js';
import {
  DESIGNS,
  far,
  farEstimate,
  referenceTable,
  type Expected,
  type ReferenceTest,
  type Table,
} from './reference.fixture.js';

// Figures by R `survey`, in the folder beside the repository; they are read, never copied.
const folder = new URL('../../../../../../shared/reference/', import.meta.url);
const present = existsSync(new URL('survey/expected_survey.json', folder));
const read = (path: string) => readFileSync(new URL(path, folder), 'utf8');

const names = ['strat', 'clus1', 'clus2'] as const;
const tables = new Map<string, Table>();
const table = (name: keyof typeof DESIGNS) => {
  if (!tables.has(name)) tables.set(name, referenceTable(read(DESIGNS[name].file)));
  return tables.get(name)!;
};
const normal = { df: Infinity };

describe.skipIf(!present)('figures by R survey (skipped when ../shared is absent)', () => {
  const expected = present ? (JSON.parse(read('survey/expected_survey.json')) as Expected) : ({} as Expected);

  describe.each(names)('%s', (name) => {
    const of = () => ({ t: table(name), d: DESIGNS[name].design(table(name)), e: expected[name] });

    test('degrees of freedom, means, totals, the variance and design effects', () => {
      const { t, d, e } = of();
      expect(surveyDf(d)).toBe(e.degf);
      const mean = surveyMean(d, t.numbers('api00'), normal);
      expect(farEstimate(mean, e.mean_api00, 'api00')).toEqual([]);
      expect(far(mean.designEffect, e.mean_api00_deff)).toEqual([]);
      expect(farEstimate(surveyTotal(d, t.numbers('enroll'), normal), e.total_enroll, 'enroll')).toEqual([]);
      expect(far(surveyVariance(d, t.numbers('api00')).estimate, e.var_api00)).toEqual([]);
    });

    test('shares of a variable, with symmetric intervals', () => {
      const { t, d, e } = of();
      for (const [at, figure] of surveyProportions(d, t.texts('stype'), {
        ...normal,
        method: 'linear',
      }).entries()) {
        expect(farEstimate(figure, e.mean_stype, `stype${figure.level}`, at)).toEqual([]);
      }
    });

    test('a ratio, and means in parts of the population', () => {
      const { t, d, e } = of();
      const ratio = surveyRatio(d, t.numbers('api.stu'), t.numbers('enroll'));
      expect(far([ratio.estimate, ratio.error], [e.ratio.est, e.ratio.se])).toEqual([]);
      const parts = e.by_stype.level.map((level) =>
        surveyMean(d, t.numbers('api00'), { within: t.texts('stype').map((stype) => stype === level) }),
      );
      expect(
        far(
          parts.map(({ estimate }) => estimate),
          e.by_stype.mean,
        ),
      ).toEqual([]);
      expect(
        far(
          parts.map(({ error }) => error),
          e.by_stype.se,
        ),
      ).toEqual([]);
    });

    test.each([
      ['logit', 'logit'],
      ['xlogit', 'logit'],
      ['likelihood', 'likelihood'],
      ['asin', 'asin'],
      ['beta', 'beta'],
      ['mean', 'linear'],
    ] as const)('the interval of a share: %s', (theirs, method: ProportionMethod) => {
      const { t, d, e } = of();
      const { estimate, lower, upper } = surveyProportion(d, t.texts('awards'), 'Yes', { method });
      // R draws a curve through a few points of the likelihood and reads its bounds off it, to about four or five digits.
      expect(
        far(
          [estimate, lower, upper],
          [e.ciprop[theirs]!.est, ...e.ciprop[theirs]!.ci],
          theirs === 'likelihood' ? 2e-5 : 1e-6,
        ),
      ).toEqual([]);
    });

    test('quantiles', () => {
      const { t, d, e } = of();
      const quartiles = [0.25, 0.5, 0.75].map((p) => surveyQuantile(d, t.numbers('api00'), p));
      expect(
        far(
          quartiles.map(({ estimate }) => estimate),
          e.quantile.est,
        ),
      ).toEqual([]);
      expect(
        far(
          quartiles.map(({ error }) => error),
          e.quantile.se,
        ),
      ).toEqual([]);
    });

    test('a crosstab', () => {
      const { t, d, e } = of();
      const { totals, shares, rowLevels, columnLevels } = surveyCrosstab(
        d,
        t.texts('sch.wide'),
        t.texts('stype'),
      );
      expect([rowLevels, columnLevels]).toEqual([
        ['No', 'Yes'],
        ['E', 'H', 'M'],
      ]);
      expect(
        far(
          totals.flat().map(({ estimate }) => estimate),
          e.table_schwide_stype.flat(),
        ),
      ).toEqual([]);
      expect(
        far(
          shares.flat().map(({ estimate }) => 100 * estimate),
          e.table_Ntotal100.flat(),
        ),
      ).toEqual([]);
    });

    test('a difference in means, in ranks, and regressions', () => {
      const { t, d, e } = of();
      const api00 = t.numbers('api00');
      const difference = surveyTTest(
        d,
        api00,
        t.texts('comp.imp').map((answer) => answer === 'Yes'),
      );
      expect(
        far(
          [difference.t, difference.df, difference.p, difference.estimate],
          [e.ttest.t, e.ttest.df, e.ttest.p, e.ttest.est],
        ),
      ).toEqual([]);
      expect(far(surveyRankTest(d, api00, t.texts('stype')).p, e.kw.p)).toEqual([]);
      const terms = ['ell', 'meals', 'mobility'].map((name) => ({ name, values: t.numbers(name) }));
      const line = surveyRegression(d, api00, terms).coefficients;
      expect(
        far(
          line.map(({ estimate }) => estimate),
          e.glm.est,
        ),
      ).toEqual([]);
      expect(
        far(
          line.map(({ error }) => error),
          e.glm.se,
        ),
      ).toEqual([]);
      expect(
        far(
          line.map(({ t }) => t),
          e.glm.t,
        ),
      ).toEqual([]);
      expect(
        far(
          line.map(({ p }) => Math.log(p)),
          e.glm.p.map(Math.log),
        ),
      ).toEqual([]);
      const yes = t.texts('sch.wide').map((answer) => Number(answer === 'Yes'));
      const logit = surveyRegression(d, yes, terms, { kind: 'logit' }).coefficients;
      expect(
        far(
          logit.map(({ estimate }) => estimate),
          e.logit.est,
        ),
      ).toEqual([]);
      // R takes the errors from the step before the last; run to the end it gives ours to twelve digits.
      expect(
        far(
          logit.map(({ error }) => error),
          e.logit.se,
          1e-4,
        ),
      ).toEqual([]);
      expect(
        far(
          logit.map(({ p }) => p),
          e.logit.p,
          2e-4,
        ),
      ).toEqual([]);
    });

    test('Rao-Scott and Wald tests', () => {
      const { t, d, e } = of();
      const { pearson, effects, firstOrder, f, mixture, wald, adjustedWald } = raoScott(
        d,
        t.texts('sch.wide'),
        t.texts('stype'),
      );
      expect(far([f.statistic, f.df1, f.df2, f.p], flatTest(e.chisq.F))).toEqual([]);
      expect(far([pearson, firstOrder.df, firstOrder.p], flatTest(e.chisq.Chisq))).toEqual([]);
      expect(far([wald.statistic, wald.df1, wald.df2, wald.p], flatTest(e.chisq.Wald))).toEqual([]);
      expect(
        far(
          [adjustedWald.statistic, adjustedWald.df1, adjustedWald.df2, adjustedWald.p],
          flatTest(e.chisq.adjWald),
        ),
      ).toEqual([]);
      // R repeats the denominator's weight a whole number of times, so that 20.9 degrees of freedom count as 20; ours
      // counts them all. With theirs cut off, the figures are the same.
      const theirs = chiSquareMixUpper(0, [...effects, -pearson / f.df2], [1, 1, Math.trunc(f.df2)]);
      expect(far([pearson, theirs], flatTest(e.chisq.lincom))).toEqual([]);
      expect(far([pearson, theirs], flatTest(e.chisq.saddlepoint))).toEqual([]);
      expect(Math.abs(mixture.p / theirs - 1)).toBeLessThan(0.15);
    });
  });
});

const flatTest = ({ stat, par, p }: ReferenceTest): number[] => [stat, ...[par].flat(), p];
