import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { jackknifeDesign } from '../design/replicate-design.js';
import { surveyDesign } from '../design/survey-design.js';
import { surveyMean } from '../estimates/survey-mean.js';
import { surveyRatio } from '../estimates/survey-ratio.js';
import { surveyTotal } from '../estimates/survey-total.js';
import { calibrateWeights } from './calibrated.js';
import { postStratify } from './post-stratify.js';
import { rakeWeights } from './rake-weights.js';
import {
  DESIGNS,
  far,
  farEstimate,
  referenceTable,
  type Expected,
  type Table,
} from '../reference.fixture.js';

// Figures by R `survey`, in the folder beside the repository; they are read, never copied.
const folder = new URL('../../../../../../../shared/reference/', import.meta.url);
const present = existsSync(new URL('survey/expected_survey.json', folder));
const read = (path: string) => readFileSync(new URL(path, folder), 'utf8');

const tables = new Map<string, Table>();
const table = (name: keyof typeof DESIGNS) => {
  if (!tables.has(name)) tables.set(name, referenceTable(read(DESIGNS[name].file)));
  return tables.get(name)!;
};
const normal = { df: Infinity };

describe.skipIf(!present)('weighting and replicates by R survey (skipped when ../shared is absent)', () => {
  const expected = present ? (JSON.parse(read('survey/expected_survey.json')) as Expected) : ({} as Expected);

  const pop = {
    name: 'stype',
    population: new Map([
      ['E', 4421],
      ['H', 755],
      ['M', 1018],
    ]),
  };

  test('post-stratified', () => {
    const t = table('clus1');
    const d = postStratify(DESIGNS.clus1.design(t), { ...pop, codes: t.texts('stype') });
    expect(
      farEstimate(
        surveyTotal(d, t.numbers('enroll'), normal),
        expected.poststratified_clus1.total_enroll,
        'enroll',
      ),
    ).toEqual([]);
    expect(
      farEstimate(
        surveyMean(d, t.numbers('api00'), normal),
        expected.poststratified_clus1.mean_api00,
        'api00',
      ),
    ).toEqual([]);
  });

  test('raked', () => {
    const t = table('clus1');
    const wide = {
      name: 'sch.wide',
      codes: t.texts('sch.wide'),
      population: new Map([
        ['No', 1072],
        ['Yes', 5122],
      ]),
    };
    // These figures are of a design without the finite population correction, and stop at a gap of less than one school.
    const endless = surveyDesign({ weights: t.numbers('pw'), psu: t.numbers('dnum') });
    const { design, rounds } = rakeWeights(endless, [{ ...pop, codes: t.texts('stype') }, wide], {
      tolerance: 1e-5,
    });
    expect(rounds).toBe(4);
    expect(far(Array.from(design.weights.slice(0, 10)), expected.raked_clus1.weights_first10)).toEqual([]);
    expect(
      far([Math.min(...design.weights), Math.max(...design.weights)], expected.raked_clus1.weight_range),
    ).toEqual([]);
    expect(
      farEstimate(surveyMean(design, t.numbers('api00'), normal), expected.raked_clus1.mean_api00, 'api00'),
    ).toEqual([]);
  });

  test('calibrated to totals', () => {
    const t = table('clus1');
    const stype = t.texts('stype');
    const d = calibrateWeights(DESIGNS.clus1.design(t), [
      { name: 'one', values: stype.map(() => 1), total: 6194 },
      { name: 'H', values: stype.map((s) => Number(s === 'H')), total: 755 },
      { name: 'M', values: stype.map((s) => Number(s === 'M')), total: 1018 },
      { name: 'api99', values: t.numbers('api99'), total: 3914069 },
    ]);
    expect(
      farEstimate(
        surveyTotal(d, t.numbers('enroll'), normal),
        expected.calibrated_clus1.total_enroll,
        'enroll',
      ),
    ).toEqual([]);
    expect(
      farEstimate(surveyMean(d, t.numbers('api00'), normal), expected.calibrated_clus1.mean_api00, 'api00'),
    ).toEqual([]);
  });

  test('jackknifed, without strata and with', () => {
    const { JK1_clus1: jk1, JKn_strat: jkn } = expected.replicate;
    const t = table('clus1');
    const d = jackknifeDesign(DESIGNS.clus1.design(t) as never, 'mean');
    expect(d.columns.length).toBe(jk1.n);
    expect(far(d.factors[0]!, jk1.scale)).toEqual([]);
    expect(farEstimate(surveyMean(d, t.numbers('api00'), normal), jk1.mean_api00, 'api00')).toEqual([]);
    expect(far(surveyRatio(d, t.numbers('api.stu'), t.numbers('enroll')).error, jk1.ratio_se)).toEqual([]);
    const strat = jackknifeDesign(DESIGNS.strat.design(table('strat')) as never, 'mean');
    expect(strat.columns.length).toBe(jkn.n);
    expect(
      farEstimate(surveyMean(strat, table('strat').numbers('api00'), normal), jkn.mean_api00, 'api00'),
    ).toEqual([]);
  });

  // The rows hold all three strata, none of them with a single unit: the three rules agree because none is called on.
  test.each(['adjust', 'certainty', 'average'] as const)(
    'the rows named lonely, by the rule %s',
    (lonelyPsu) => {
      const t = table('strat');
      const kept = <T>(column: ArrayLike<T>) =>
        Array.from(column).filter((_, row) => row === 0 || row >= 100);
      const d = surveyDesign({ weights: kept(t.numbers('pw')), strata: kept(t.texts('stype')), lonelyPsu });
      expect(far(surveyMean(d, kept(t.numbers('api00'))).error, expected.lonely_psu[lonelyPsu])).toEqual([]);
    },
  );
});
