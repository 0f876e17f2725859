import { describe, expect, test } from 'vitest';
import { surveyDesign } from '../statistics/design/survey-design.js';
import { crosstab } from './crosstab.js';
import { estimateTable, type TableColumn } from './estimates.js';

const column = (values: number[], labels: string[] = [], userMissing: number[] = []): TableColumn => ({
  values: Float64Array.from(values),
  labels: labels.map((label, i) => ({ value: i + 1, label })),
  userMissing,
});
const lonely = column([1, 1, 2, 2, 2, 9, 1, 2, 2, 2], ['yes', 'no'], [9]);
const gender = column([1, 1, 1, 1, 1, 1, 2, 2, 2, 2], ['man', 'woman']);
const design = surveyDesign({ rows: 10 });

describe('estimateTable', () => {
  test('shares stand for everybody and by group, with what counts as missing left out', () => {
    const { groups, levels } = estimateTable(design, lonely, { figure: 'share', by: gender, smallCell: 0 });
    expect(levels.map(({ label }) => label)).toEqual(['yes', 'no']);
    expect(
      groups.map(({ level, estimates }) => [
        level?.label ?? 'all',
        ...estimates.map(({ n, base }) => `${n}/${base}`),
      ]),
    ).toEqual([
      ['all', '3/9', '6/9'],
      ['man', '2/5', '3/5'],
      ['woman', '1/4', '3/4'],
    ]);
    expect(groups[1]!.estimates[0]!.estimate).toBeCloseTo(0.4, 12);
  });

  test('an answer nobody in a group gave is there with a share of zero', () => {
    const answers = column([1, 1, 2, 2, 2, 9, 1, 1, 1, 1], [], [9]);
    const { groups } = estimateTable(design, answers, { figure: 'share', by: gender, smallCell: 0 });
    expect(groups[2]!.estimates.map(({ n, estimate }) => [n, estimate])).toEqual([
      [4, 1],
      [0, 0],
    ]);
    expect(groups[2]!.estimates[1]!.upper).toBeGreaterThan(0.3);
  });

  test('a cell of too few takes its neighbours with it', () => {
    const { groups } = estimateTable(design, lonely, { figure: 'share', by: gender, smallCell: 2 });
    expect(groups.map(({ estimates }) => estimates.map(({ hidden }) => hidden))).toEqual([
      [false, false],
      [true, true],
      [true, true],
    ]);
  });

  test('two means are compared by t, more by ranks, shares by Rao and Scott', () => {
    const three = column([1, 2, 3, 1, 2, 3, 1, 2, 3, 1]);
    const kind = (by: TableColumn, figure: 'share' | 'mean') =>
      estimateTable(design, lonely, { figure, by, smallCell: 0 }).test?.kind;
    expect([kind(gender, 'mean'), kind(three, 'mean'), kind(gender, 'share')]).toEqual([
      't',
      'ranks',
      'rao-scott',
    ]);
    expect(estimateTable(design, lonely, { figure: 'mean', smallCell: 0 }).test).toBeNull();
  });
});

describe('crosstab', () => {
  test('rows or columns add up to one', () => {
    const add = (shares: number[]) => shares.reduce((sum, share) => sum + share, 0);
    const rows = crosstab(design, lonely, gender, { of: 'row', smallCell: 0 });
    for (const line of rows.cells) expect(add(line.map(({ share }) => share))).toBeCloseTo(1, 12);
    const columns = crosstab(design, lonely, gender, { of: 'column', smallCell: 0 });
    for (const j of [0, 1]) expect(add(columns.cells.map((line) => line[j]!.share))).toBeCloseTo(1, 12);
    expect(rows.n).toBe(9);
    expect(rows.rows.map(({ n }) => n)).toEqual([3, 6]);
    expect(rows.columns.map(({ label, n }) => [label, n])).toEqual([
      ['man', 5],
      ['woman', 4],
    ]);
  });
});
