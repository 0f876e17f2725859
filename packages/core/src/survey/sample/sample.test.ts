import { describe, expect, test } from 'vitest';
import { jackknifeDesign } from '../statistics/design/replicate-design.js';
import { surveyDesign, surveyDf } from '../statistics/design/survey-design.js';
import { surveyMean } from '../statistics/estimates/survey-mean.js';
import type { Variable, WaveDesign } from '../survey.js';
import { jackknifeFactors, replicateDf } from './replicate-factors.js';
import { sampleDesign, sampleRoles, type SampleColumns } from './sample-design.js';
import { sampleSummary } from './sample-summary.js';

const ROWS = 24;
const each = (value: (row: number) => number) => Float64Array.from({ length: ROWS }, (_, row) => value(row));
/** Four strata of three units of two people. */
const stratum = each((row) => Math.floor(row / 6));
const psu = each((row) => Math.floor(row / 2));
const weight = each((row) => 1 + (row % 5));
const answer = each((row) => (row * 7) % 11);
const columns = (more: Partial<SampleColumns> = {}): SampleColumns => ({
  rows: ROWS,
  weight: null,
  stratum: null,
  psu: [],
  fpc: [],
  replicates: [],
  ...more,
});
const refuse: WaveDesign = { replicates: null, lonelyPsu: 'refuse' };
const codes = (given: SampleColumns, design: WaveDesign | null = null) =>
  sampleSummary(given, design).warnings.map(({ code, n, names }) => [code, n, ...names]);

describe('sampleDesign', () => {
  test('reads strata, units and weights as the statistics want them', () => {
    const design = sampleDesign(columns({ weight, stratum, psu: [psu] }), refuse);
    const plain = surveyDesign({ weights: weight, strata: stratum, psu });
    expect(surveyMean(design, answer)).toEqual(surveyMean(plain, answer));
    expect(surveyDf(design)).toBe(8);
  });

  test('a missing weight is refused with its row', () => {
    const holes = weight.map((one, row) => (row === 3 ? NaN : one));
    expect(() => sampleDesign(columns({ weight: holes }), null)).toThrow(
      expect.objectContaining({ code: 'survey.bad-weight', data: { variable: 'weights', row: 4 } }) as Error,
    );
    expect(codes(columns({ weight: holes }))).toEqual([['weights-missing', 1]]);
  });

  test('a stratified jackknife is the same from its weights alone as from the design it was made of', () => {
    const made = jackknifeDesign(surveyDesign({ weights: weight, strata: stratum, psu }));
    expect(jackknifeFactors(weight, made.columns)).toEqual(
      made.factors.map((factor) => expect.closeTo(factor, 12) as number),
    );
    // Twelve units less four strata.
    expect(replicateDf(weight, made.columns)).toBe(8);
    const read = sampleDesign(columns({ weight, replicates: [...made.columns] }), {
      replicates: { kind: 'jkn', fay: null },
      lonelyPsu: 'refuse',
    });
    const [ours, theirs] = [surveyMean(read, answer), surveyMean(made, answer, { df: 8 })];
    expect(ours.error).toBeCloseTo(theirs.error, 12);
    expect([ours.df, ours.upper]).toEqual([8, expect.closeTo(theirs.upper, 12)]);
  });
});

describe('sampleSummary', () => {
  test('counts what was drawn and what unequal weights cost', () => {
    const summary = sampleSummary(columns({ weight, stratum, psu: [psu] }), refuse);
    expect(summary).toMatchObject({
      n: 24,
      counted: 24,
      strata: 4,
      psus: 12,
      df: 8,
      error: null,
      warnings: [],
    });
    const squares = weight.reduce((sum, one) => sum + one ** 2, 0);
    const sum = weight.reduce((total, one) => total + one, 0);
    expect(summary.effectiveN).toBeCloseTo(sum ** 2 / squares, 10);
    expect(summary.weightEffect).toBeCloseTo((24 * squares) / sum ** 2, 10);
  });

  test('negative weights are refused, zero ones and weights all alike pointed out', () => {
    const negative = sampleSummary(columns({ weight: weight.map((one, i) => (i === 2 ? -1 : one)) }), null);
    expect(negative.error).toMatchObject({ code: 'survey.bad-weight', data: { row: 3 } });
    expect(codes(columns({ weight: each((row) => (row === 2 ? 0 : 1)) }))).toEqual([
      ['weights-zero', 1],
      ['weights-alike', 23],
    ]);
  });

  test('a stratum with one unit stops the figures until a rule is chosen', () => {
    const lonely = columns({ stratum: each((row) => (row < 2 ? 9 : 1)), psu: [psu] });
    expect(sampleSummary(lonely, refuse).error?.code).toBe('survey.lonely-psu');
    expect(codes(lonely)).toEqual([['lonely-strata', 1, '9']]);
    expect(sampleSummary(lonely, { ...refuse, lonelyPsu: 'adjust' })).toMatchObject({ df: 10, error: null });
  });

  test('a unit met in several strata is pointed out, and counts as a unit of each', () => {
    const split = columns({ stratum: each((row) => row % 2), psu: [psu] });
    expect(codes(split)).toEqual([['psu-in-strata', 12, '0', '1', '2', '3', '4']]);
    expect(sampleSummary(split, null)).toMatchObject({ psus: 24, df: 22 });
  });

  test('replicate weights nobody has explained are pointed out', () => {
    expect(codes(columns({ weight, replicates: [weight, weight] }))).toEqual([['replicates-unexplained', 2]]);
  });
});

describe('the roles of a wave', () => {
  const variable = (id: string, role: Variable['role'], position: number, waveId = 'w') =>
    ({ id, role, position, waveId, kind: 'number' }) as Variable;
  const variables = [
    variable('b', 'psu', 2),
    variable('a', 'psu', 1),
    variable('x', 'psu', 0, 'other'),
    variable('w', 'weight', 5),
  ];
  const units = (design: WaveDesign | null) =>
    sampleRoles(variables, { id: 'w', design }).psu.map(({ id }) => id);

  test('are found in the order of its variables, or as its stages say', () => {
    expect(units(null)).toEqual(['a', 'b']);
    expect(units({ ...refuse, stages: ['b', 'a'] })).toEqual(['b', 'a']);
    expect(sampleRoles(variables, { id: 'w', design: null }).weight?.id).toBe('w');
  });
});
