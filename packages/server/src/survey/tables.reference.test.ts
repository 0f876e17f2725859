import { existsSync, readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { importFile } from '../imports/import-file.js';
import { servedStudy, type ServedStudy } from '../small-study.fixture.js';

// Figures by R `survey`, in the folder beside the repository; they are read, never copied.
const folder = new URL('../../../../../shared/reference/survey/', import.meta.url);
const present = existsSync(new URL('expected_survey.json', folder));

interface Expected {
  degf: number;
  mean_api00: { est: Record<string, number>; se: Record<string, number>; ci: [number, number][] };
  mean_api00_deff: number;
  ciprop: Record<string, { est: number; ci: [number, number] }>;
  by_stype: { level: string[]; mean: number[]; se: number[] };
  table_Ntotal100: number[][];
  chisq: Record<'F' | 'Chisq', { stat: number; par: number[]; p: number }>;
}
interface Figure {
  estimate: number;
  error: number;
  lower: number;
  upper: number;
  df: number;
  designEffect: number;
  n: number;
}
interface Estimates {
  tables: {
    groups: { level: { value: string } | null; estimates: Figure[] }[];
    levels: { value: string }[];
  }[];
}
interface Crosstab {
  rows: { share: number }[];
  cells: { share: number }[][];
  test: { statistic: number; df1: number; df2: number; p: number };
  pearson: { statistic: number };
}

const far = (got: number[], expected: number[]) =>
  expected.filter((value, i) => !(Math.abs(got[i]! - value) / Math.max(1e-3, Math.abs(value)) < 1e-6));

const SAMPLES = {
  strat: { file: 'apistrat.csv', roles: { weight: 'pw', stratum: 'stype', psu: [], fpc: ['fpc'] } },
  clus1: { file: 'apiclus1.csv', roles: { weight: 'pw', stratum: null, psu: ['dnum'], fpc: ['fpc'] } },
  clus2: {
    file: 'apiclus2.csv',
    roles: { weight: 'pw', stratum: null, psu: ['dnum', 'snum'], fpc: ['fpc1', 'fpc2'] },
  },
} as const;

describe.skipIf(!present).each(['strat', 'clus1', 'clus2'] as const)(
  'through the API, figures by R survey of %s (skipped when ../shared is absent)',
  (name) => {
    let served: ServedStudy;
    let id: (variable: string) => string;
    const expected = present
      ? (
          JSON.parse(readFileSync(new URL('expected_survey.json', folder), 'utf8')) as Record<
            string,
            Expected
          >
        )[name]!
      : ({} as Expected);

    beforeEach(async () => {
      served = await servedStudy();
      const { file, roles } = SAMPLES[name];
      const wave = await importFile(served.study, readFileSync(new URL(file, folder)), {
        fileName: file,
        as: 'survey',
      });
      const ids = new Map([...served.study.state.variables.values()].map((one) => [one.name, one.id]));
      id = (variable) => ids.get(variable)!;
      await served.get('PUT', `/api/survey/waves/${wave.id}/sample`, {
        weight: id(roles.weight),
        stratum: roles.stratum && id(roles.stratum),
        psu: roles.psu.map(id),
        fpc: roles.fpc.map(id),
        replicates: [],
        design: { replicates: null, lonelyPsu: 'refuse' },
      });
    });
    afterEach(() => served.close());

    test('means, for everybody and by groups', async () => {
      const { tables } = await served.get<Estimates>('POST', '/api/survey/estimates', {
        variables: [id('api00')],
        by: id('stype'),
        figure: 'mean',
      });
      const [everybody, ...groups] = tables[0]!.groups;
      const mean = everybody!.estimates[0]!;
      expect(mean.df).toBe(expected.degf);
      const { est, se } = expected.mean_api00;
      expect(
        far(
          [mean.estimate, mean.error, mean.designEffect],
          [est['api00']!, se['api00']!, expected.mean_api00_deff],
        ),
      ).toEqual([]);
      expect(groups.map(({ level }) => level!.value)).toEqual(expected.by_stype.level);
      const of = (figure: 'estimate' | 'error') => groups.map(({ estimates }) => estimates[0]![figure]);
      expect(far(of('estimate'), expected.by_stype.mean)).toEqual([]);
      expect(far(of('error'), expected.by_stype.se)).toEqual([]);
    });

    test('a share with its logit interval', async () => {
      const { tables } = await served.get<Estimates>('POST', '/api/survey/estimates', {
        variables: [id('awards')],
      });
      const yes = tables[0]!.levels.findIndex(({ value }) => value === 'Yes');
      const { estimate, lower, upper } = tables[0]!.groups[0]!.estimates[yes]!;
      const { est, ci } = expected.ciprop['logit']!;
      expect(far([estimate, lower, upper], [est, ...ci])).toEqual([]);
    });

    test('a crosstab and its Rao-Scott test', async () => {
      const { rows, cells, test, pearson } = await served.get<Crosstab>('POST', '/api/survey/crosstab', {
        row: id('sch.wide'),
        column: id('stype'),
      });
      const shares = cells.flatMap((line, i) => line.map(({ share }) => 100 * share * rows[i]!.share));
      expect(far(shares, expected.table_Ntotal100.flat())).toEqual([]);
      const { stat, par, p } = expected.chisq.F;
      expect(far([test.statistic, test.df1, test.df2, test.p], [stat, ...par, p])).toEqual([]);
      expect(far([pearson.statistic], [expected.chisq.Chisq.stat])).toEqual([]);
    });
  },
);
