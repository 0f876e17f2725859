import { surveyDesign, type SurveyDesign } from './design/survey-design.js';

/** A comma-separated file of the reference, in quotes or not: its columns as numbers (empty: NaN) and as texts. */
export function referenceTable(text: string) {
  const [head = [], ...lines] = text.trimEnd().split('\n').map(fieldsOf);
  const column = (name: string) => {
    const at = head.indexOf(name);
    if (at < 0) throw new Error(`no column ${name}`);
    return lines.map((line) => line[at]!);
  };
  return {
    numbers: (name: string) =>
      Float64Array.from(column(name), (field) => (field === '' ? NaN : Number(field))),
    texts: column,
  };
}

const fieldsOf = (line: string): string[] =>
  Array.from(
    line.matchAll(/(?<=^|,)(?:"([^"]*)"|([^",]*))(?=,|$)/g),
    ([, quoted, plain]) => quoted ?? plain ?? '',
  );

/** Figures more than a millionth off, relative where they are large; the JSON has 12 digits. None is what is hoped for. */
export function far(
  got: number | readonly number[],
  expected: number | readonly number[],
  by = 1e-6,
): unknown[] {
  const [a, b] = [[got].flat(), [expected].flat()];
  const pairs = Array.from({ length: Math.max(a.length, b.length) }, (_, i) => ({
    got: a[i],
    expected: b[i],
  }));
  // A figure that is missing is off by NaN, and so is never within.
  return pairs.filter(
    ({ got, expected }) => !(Math.abs(got! - expected!) / Math.max(1e-3, Math.abs(expected!)) < by),
  );
}

export type Table = ReturnType<typeof referenceTable>;

/** The three designs of the reference: by strata, by clusters, and by clusters with schools drawn in them. */
export const DESIGNS: Record<
  'strat' | 'clus1' | 'clus2',
  { file: string; design: (t: Table) => SurveyDesign }
> = {
  strat: {
    file: 'survey/apistrat.csv',
    design: (t) =>
      surveyDesign({ weights: t.numbers('pw'), strata: t.texts('stype'), population: t.numbers('fpc') }),
  },
  clus1: {
    file: 'survey/apiclus1.csv',
    design: (t) =>
      surveyDesign({ weights: t.numbers('pw'), psu: t.numbers('dnum'), population: t.numbers('fpc') }),
  },
  clus2: {
    file: 'survey/apiclus2.csv',
    design: (t) =>
      surveyDesign({
        weights: t.numbers('pw'),
        psu: t.numbers('dnum'),
        population: t.numbers('fpc1'),
        stages: [{ psu: t.numbers('snum'), population: t.numbers('fpc2') }],
      }),
  },
};

export function farEstimate(
  figure: { estimate: number; error: number; lower: number; upper: number },
  { est, se, ci }: Estimate,
  name: string,
  at = 0,
): unknown[] {
  return far(
    [figure.estimate, figure.error, figure.lower, figure.upper],
    [est[name]!, se[name]!, ...ci[at]!],
  );
}

export interface Estimate {
  est: Record<string, number>;
  se: Record<string, number>;
  ci: [number, number][];
}
export interface ReferenceTest {
  stat: number;
  par: number | number[];
  p: number;
}
interface Regression {
  names: string[];
  est: number[];
  se: number[];
  p: number[];
}
interface Case {
  degf: number;
  mean_api00: Estimate;
  mean_api00_deff: number;
  total_enroll: Estimate;
  mean_stype: Estimate;
  ratio: { est: number; se: number };
  by_stype: { level: string[]; mean: number[]; se: number[] };
  ciprop: Record<string, { est: number; ci: [number, number] }>;
  table_schwide_stype: number[][];
  table_Ntotal100: number[][];
  chisq: Record<'F' | 'Chisq' | 'Wald' | 'adjWald' | 'lincom' | 'saddlepoint', ReferenceTest>;
  ttest: { t: number; df: number; p: number; est: number };
  kw: { p: number };
  glm: Regression & { t: number[] };
  logit: Regression;
  quantile: { est: number[]; se: number[] };
  var_api00: number;
}
export interface Expected extends Record<'strat' | 'clus1' | 'clus2', Case> {
  poststratified_clus1: { total_enroll: Estimate; mean_api00: Estimate };
  raked_clus1: { weights_first10: number[]; mean_api00: Estimate; weight_range: [number, number] };
  calibrated_clus1: { total_enroll: Estimate; mean_api00: Estimate };
  replicate: {
    JK1_clus1: { n: number; scale: number; mean_api00: Estimate; ratio_se: number };
    JKn_strat: { n: number; mean_api00: Estimate };
  };
  lonely_psu: Record<'adjust' | 'certainty' | 'average', number>;
}
