import { validAnswers } from '../missing.js';
import type { SurveyDesign } from '../statistics/design/survey-design.js';
import { chiSquareTest } from '../statistics/tables/chi-square-test.js';
import { crosstabResiduals } from '../statistics/tables/crosstab-residuals.js';
import { raoScott } from '../statistics/tables/rao-scott.js';
import { surveyCrosstab } from '../statistics/tables/survey-crosstab.js';
import { levelIn, type TableColumn, type TableLevel } from './estimates.js';
import { hiddenCells } from './hidden-cells.js';

/** One cell of a crosstab: persons, its share of its row or column, and how far it is from independence. */
export interface CrosstabCell {
  n: number;
  share: number;
  error: number;
  lower: number;
  upper: number;
  /** Standard errors from independence; NaN where the cell cannot vary. */
  residual: number;
  hidden: boolean;
}

/** Two variables against each other, with the Rao-Scott test of whether they go together. */
export interface Crosstab {
  rows: (TableLevel & { n: number; share: number })[];
  columns: (TableLevel & { n: number; share: number })[];
  cells: CrosstabCell[][];
  n: number;
  test: { statistic: number; df1: number; df2: number; p: number };
  /** Of Pearson's chi-square as if the sample were simple, for comparison, and how strong the association is. */
  pearson: { statistic: number; df: number; p: number };
  cramersV: number;
}

/** A crosstab with per cent of rows or of columns. */
export function crosstab(
  design: SurveyDesign,
  row: TableColumn,
  column: TableColumn,
  { of, smallCell, level = 0.95 }: { of: 'row' | 'column'; smallCell: number; level?: number },
): Crosstab {
  const [rowCodes, columnCodes] = [validAnswers(row), validAnswers(column)];
  const table = surveyCrosstab(design, rowCodes, columnCodes, { level });
  const test = raoScott(design, rowCodes, columnCodes);
  const residuals = crosstabResiduals(design, rowCodes, columnCodes);
  const hidden = hiddenCells(table.n, smallCell);
  const shares = of === 'row' ? table.rowShares : table.columnShares;
  const whole = table.shares.map((line) => line.map(({ estimate }) => estimate));
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
  const columnOf = (matrix: readonly (readonly number[])[], j: number) => matrix.map((line) => line[j]!);
  const df = (table.rowLevels.length - 1) * (table.columnLevels.length - 1);
  const n = sum(table.n.map(sum));
  const { cramersV, p } = chiSquareTest(whole.map((line) => line.map((share) => share * n)));
  return {
    rows: table.rowLevels.map((value, i) => ({
      ...levelIn(row, value),
      n: sum(table.n[i]!),
      share: sum(whole[i]!),
    })),
    columns: table.columnLevels.map((value, j) => ({
      ...levelIn(column, value),
      n: sum(columnOf(table.n, j)),
      share: sum(columnOf(whole, j)),
    })),
    cells: table.n.map((line, i) =>
      line.map((count, j) => {
        const { estimate, error, lower, upper } = shares[i]![j]!;
        return {
          n: count,
          share: estimate,
          error,
          lower,
          upper,
          residual: residuals[i]![j]!,
          hidden: hidden[i]![j]!,
        };
      }),
    ),
    n,
    test: test.f,
    pearson: { statistic: test.pearson, df, p },
    cramersV,
  };
}
