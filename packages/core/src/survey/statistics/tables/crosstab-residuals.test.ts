import { expect, test } from 'vitest';
import { surveyDesign } from '../design/survey-design.js';
import { chiSquareTest } from './chi-square-test.js';
import { crosstabResiduals } from './crosstab-residuals.js';
import { raoScott } from './rao-scott.js';

/** One row a person, from a table of counts. */
const rowsOf = (counts: number[][]) => {
  const rows: number[] = [];
  const columns: number[] = [];
  for (const [i, row] of counts.entries())
    for (const [j, count] of row.entries())
      for (let k = 0; k < count; k++) {
        rows.push(i);
        columns.push(j);
      }
  return { rows, columns };
};

test('of two by two, in a simple sample, their square is the Wald statistic', () => {
  const { rows, columns } = rowsOf([
    [30, 12],
    [11, 40],
  ]);
  const design = surveyDesign({ rows: rows.length });
  const residuals = crosstabResiduals(design, rows, columns).flat();
  const { wald } = raoScott(design, rows, columns);
  for (const residual of residuals) expect(residual ** 2).toBeCloseTo(wald.statistic, 8);
  expect(residuals.map(Math.sign)).toEqual([1, -1, -1, 1]);
});

test('near independence they are those of Haberman', () => {
  const counts = [
    [210, 190, 205],
    [195, 200, 190],
  ];
  const { rows, columns } = rowsOf(counts);
  const ours = crosstabResiduals(surveyDesign({ rows: rows.length }), rows, columns).flat();
  const theirs = chiSquareTest(counts).adjustedResiduals.flat();
  ours.forEach((residual, i) => expect(Math.abs(residual - theirs[i]!)).toBeLessThan(0.01));
});

test('people drawn together count for less than as many drawn alone', () => {
  const { rows, columns } = rowsOf([
    [30, 12],
    [11, 40],
  ]);
  const pairs = rows.flatMap((_, row) => [row, row]);
  const twice = crosstabResiduals(
    surveyDesign({ psu: pairs }),
    pairs.map((row) => rows[row]!),
    pairs.map((row) => columns[row]!),
  );
  const once = crosstabResiduals(surveyDesign({ rows: rows.length }), rows, columns);
  twice.flat().forEach((residual, i) => expect(residual).toBeCloseTo(once.flat()[i]!, 8));
});
