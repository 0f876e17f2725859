import type { FitSummary, Matrix, MatrixHead } from '@bagom/core';
import type { ReportWords } from './words.js';

/** A table as it is printed: words only, whatever it is printed on. */
export interface PrintedTable {
  header: string[];
  rows: { head: string; depth: number; cells: string[] }[];
}

/**
 * A matrix in words: "n of N persons", where N are the persons who could stand in the cell. A cell with fewer persons than
 * the study allows is "few": a small number in a printed table can point at somebody.
 */
export function matrixTable({ rows, cols, cells }: Matrix, smallCell: number, w: ReportWords): PrintedTable {
  const persons = new Map(cells.map((cell) => [`${cell.row}\n${cell.col}`, cell.persons]));
  const cell = (row: MatrixHead, col: MatrixHead): string => {
    const n = persons.get(`${row.key}\n${col.key}`) ?? 0;
    if (n === 0) return '–';
    return n < smallCell ? w.few : `${n} ${w.of} ${Math.min(row.n, col.n)}`;
  };
  const count = ({ n }: MatrixHead) => (n > 0 && n < smallCell ? w.few : String(n));
  return {
    header: ['', ...cols.map((col) => `${headName(col, w)} (${count(col)})`)],
    rows: rows.map((row) => ({
      head: headName(row, w),
      depth: row.depth,
      cells: cols.map((col) => cell(row, col)),
    })),
  };
}

/** A head's own name, or the word for a key of the field's vocabulary. */
const headName = ({ key, name }: Pick<MatrixHead, 'key' | 'name'>, w: ReportWords) =>
  name || (w.keys[key] ?? key);

/** A class profile in words: the share of each class, and how likely its members are to give each indicator's first answer. */
export function classTable(
  model: { classes: number; classNames: readonly string[]; fit: Pick<FitSummary, 'shares' | 'probs'> },
  indicators: readonly string[],
  w: ReportWords,
): PrintedTable {
  const classes = Array.from({ length: model.classes }, (_, k) => k);
  return {
    header: [
      w.indicator,
      ...classes.map((k) => `${className(model, k)} (${percent(model.fit.shares[k] ?? 0)})`),
    ],
    rows: indicators.map((head, item) => ({
      head,
      depth: 0,
      cells: classes.map((k) => percent(model.fit.probs[item]?.[k]?.[0] ?? NaN)),
    })),
  };
}

export const className = ({ classNames }: { classNames: readonly string[] }, k: number) =>
  classNames[k]?.trim() || String(k + 1);

/** Survey figures may be per cents; interviews never are. */
export const percent = (share: number) => (Number.isFinite(share) ? `${Math.round(share * 100)} %` : '–');
