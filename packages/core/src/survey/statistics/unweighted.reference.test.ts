import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { anova, cronbachAlpha, kruskalWallis, welchTest, wilcoxonRankSum } from './comparing/simple-tests.js';
import {
  agrestiCoullInterval,
  clopperPearsonInterval,
  wilsonInterval,
} from './estimates/proportion-interval.js';
import { chiSquareTest } from './tables/chi-square-test.js';
import { fisherExact } from './tables/fisher-exact.js';
import { oddsRatio } from './tables/odds-ratio.js';
import { ordinalAssociation } from './tables/ordinal-association.js';
import { far, referenceTable } from './reference.fixture.js';

// Figures by base R, in the folder beside the repository; they are read, never copied.
const folder = new URL('../../../../../../shared/reference/', import.meta.url);
const present = existsSync(new URL('survey/expected_unweighted.json', folder));
const read = (path: string) => readFileSync(new URL(path, folder), 'utf8');

interface Unweighted {
  table: number[][];
  chisq: number;
  df: number;
  p: number;
  G2: number;
  cramers_v: number;
  gamma: number;
  kendall_tau_b: number;
  spearman: number;
  adj_residuals: number[][];
  fisher_p: number;
  two_by_two: {
    table: [[number, number], [number, number]];
    chisq: number;
    chisq_yates: number;
    fisher_p: number;
    or_cmle: number;
    or_ci: [number, number];
    or_sample: number;
  };
  wilson_230_2300: [number, number];
  clopper_92_2300: [number, number];
  agresti_coull_92_2300: [number, number];
  kruskal_age_vote3: { stat: number; df: number; p: number };
  wilcox_age_gender: { W: number; p: number };
  welch_age_gender: { t: number; df: number; p: number; ci: [number, number] };
  anova_age_vote3: { F: number; df: [number, number]; p: number };
  cronbach_alpha_gore5: { n: number; alpha: number };
}

describe.skipIf(!present)('figures by base R, without weights (skipped when ../shared is absent)', () => {
  const e = present
    ? (JSON.parse(read('survey/expected_unweighted.json')) as Unweighted)
    : ({} as Unweighted);

  test('a table of three by three', () => {
    const { chiSquare, df, p, g2, cramersV, adjustedResiduals } = chiSquareTest(e.table);
    expect(far([chiSquare, df, p, g2, cramersV], [e.chisq, e.df, e.p, e.G2, e.cramers_v])).toEqual([]);
    expect(far(adjustedResiduals.flat(), e.adj_residuals.flat())).toEqual([]);
    expect(far(fisherExact(e.table)!, e.fisher_p)).toEqual([]);
    const { gamma, tauB, spearman } = ordinalAssociation(e.table);
    expect(far([gamma, tauB, spearman], [e.gamma, e.kendall_tau_b, e.spearman])).toEqual([]);
  });

  test('a table of two by two', () => {
    const two = e.two_by_two;
    const { chiSquare, yates } = chiSquareTest(two.table);
    expect(
      far([chiSquare, yates!.chiSquare, fisherExact(two.table)!], [two.chisq, two.chisq_yates, two.fisher_p]),
    ).toEqual([]);
    const { sample, conditional, interval } = oddsRatio(two.table);
    expect(far(sample, two.or_sample)).toEqual([]);
    // R stops looking for these three at about five digits.
    expect(far([conditional, interval.lower, interval.upper], [two.or_cmle, ...two.or_ci], 1e-5)).toEqual([]);
  });

  test('intervals of a count', () => {
    const bounds = ({ lower, upper }: { lower: number; upper: number }) => [lower, upper];
    expect(far(bounds(wilsonInterval(230, 2300)), e.wilson_230_2300)).toEqual([]);
    expect(far(bounds(clopperPearsonInterval(92, 2300)), e.clopper_92_2300)).toEqual([]);
    expect(far(bounds(agrestiCoullInterval(92, 2300)), e.agresti_coull_92_2300)).toEqual([]);
  });

  test('age by vote and by gender, and a scale of five items', () => {
    const t = referenceTable(read('lca/election.csv'));
    const age = t.numbers('AGE');
    const by = (name: string, values: number[]) => {
      const codes = t.numbers(name);
      return values.map((value) =>
        [...age].filter((years, row) => codes[row] === value && !Number.isNaN(years)),
      );
    };
    const votes = by('VOTE3', [1, 2, 3]);
    const { h, df, p } = kruskalWallis(votes);
    expect(
      far([h, df, p], [e.kruskal_age_vote3.stat, e.kruskal_age_vote3.df, e.kruskal_age_vote3.p]),
    ).toEqual([]);
    const { f, df1, df2, p: fP } = anova(votes);
    expect(
      far([f, df1, df2, fP], [e.anova_age_vote3.F, ...e.anova_age_vote3.df, e.anova_age_vote3.p]),
    ).toEqual([]);
    const [one, two] = by('GENDER', [1, 2]) as [number[], number[]];
    const { w, p: wP } = wilcoxonRankSum(one, two);
    expect(far([w, wP], [e.wilcox_age_gender.W, e.wilcox_age_gender.p])).toEqual([]);
    const welch = welchTest(one, two);
    const { t: theirT, df: theirDf, p: theirP, ci } = e.welch_age_gender;
    expect(
      far([welch.t, welch.df, welch.p, welch.lower, welch.upper], [theirT, theirDf, theirP, ...ci]),
    ).toEqual([]);
    const alpha = cronbachAlpha(['MORALG', 'CARESG', 'KNOWG', 'LEADG', 'INTELG'].map(t.numbers));
    expect(far([alpha.n, alpha.alpha], [e.cronbach_alpha_gore5.n, e.cronbach_alpha_gore5.alpha])).toEqual([]);
  });
});
