import { answered, levelsOf, placesOf, type Codes } from '../design/columns.js';
import { covarianceOf, type Statistic } from '../design/covariance.js';
import type { FigureOptions } from '../design/figure.js';
import type { SurveyDesign } from '../design/survey-design.js';
import { weightedSum } from '../estimates/survey-mean.js';

/**
 * How many of its own standard errors each cell's share is from what independence would make it, p_ij - p_i. p_.j; beyond
 * about 2 either way it is a cell that makes the table what it is. The adjusted residual of Haberman (1973, Biometrics
 * 29:205-220) with the design's variance in place of the multinomial's: the difference is linearised, a row moving it by
 * (x_ij - p_ij - p_.j (x_i - p_i) - p_i (x_j - p_j)) / sum w. NaN where the cell cannot vary.
 */
export function crosstabResiduals(
  design: SurveyDesign,
  rowCodes: Codes,
  columnCodes: Codes,
  options: Pick<FigureOptions, 'within'> = {},
): number[][] {
  const seen = answered(design.weights, options.within, rowCodes, columnCodes);
  const rowLevels = levelsOf(rowCodes, seen);
  const columnLevels = levelsOf(columnCodes, seen);
  const rowOf = placesOf(rowCodes, rowLevels);
  const columnOf = placesOf(columnCodes, columnLevels);
  const inRow = rowLevels.map((_, i) => Float64Array.from(rowOf, (row) => Number(row === i)));
  const inColumn = columnLevels.map((_, j) => Float64Array.from(columnOf, (column) => Number(column === j)));
  const inCell = inRow.map((a) => inColumn.map((b) => a.map((x, row) => x * b[row]!)));
  const shares = (weights: Float64Array) => {
    const size = weightedSum(weights, seen, null);
    const share = (column: Float64Array) => weightedSum(weights, seen, column) / size;
    return {
      size,
      cells: inCell.map((row) => row.map(share)),
      rows: inRow.map(share),
      columns: inColumn.map(share),
    };
  };
  const statistic: Statistic = {
    values: (weights) => {
      const { cells, rows, columns } = shares(weights);
      return cells.flatMap((row, i) => row.map((cell, j) => cell - rows[i]! * columns[j]!));
    },
    influence: () => {
      const { size, cells, rows, columns } = shares(design.weights);
      return cells.flatMap((row, i) =>
        row.map((cell, j) =>
          Float64Array.from(seen, (one, at) => {
            if (!one) return 0;
            const ofCell = inCell[i]![j]![at]! - cell;
            const ofRow = columns[j]! * (inRow[i]![at]! - rows[i]!);
            const ofColumn = rows[i]! * (inColumn[j]![at]! - columns[j]!);
            return (ofCell - ofRow - ofColumn) / size;
          }),
        ),
      );
    },
  };
  const differences = statistic.values(design.weights);
  const covariance = covarianceOf(design, statistic);
  const C = columnLevels.length;
  return rowLevels.map((_, i) =>
    columnLevels.map((_, j) => {
      const variance = covariance[i * C + j]![i * C + j]!;
      return variance > 0 ? differences[i * C + j]! / Math.sqrt(variance) : NaN;
    }),
  );
}
