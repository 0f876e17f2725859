import { useFormat, useMessages } from '../language.js';
import { figureText, intervalText } from './figure-words.js';
import type { Crosstab, Variable } from './survey.js';

/** Beyond this many standard errors from independence a cell is one that makes the table what it is. */
const FAR = 2;

/** The crosstab as it is read: per cent large, interval and n under it, an arrow where a cell stands out. */
export function CrosstabTable(props: {
  table: Crosstab;
  caption: string;
  row: Variable;
  column: Variable;
  of: 'row' | 'column';
}) {
  const { table, caption, row, column, of } = props;
  const m = useMessages();
  const w = m.surveyWork.tables;
  const f = useFormat();
  const mark = (residual: number | null) =>
    residual === null || Math.abs(residual) < FAR ? null : (
      <span
        className="far"
        title={w.residualOf(f.number(residual, 1))}
        aria-label={w.residualOf(f.number(residual, 1))}
        role="img"
      >
        {residual > 0 ? '▲' : '▼'}
      </span>
    );
  return (
    <div className="table-scroll" tabIndex={0} role="region" aria-label={caption}>
      <table className="table crosstab">
        <caption className="out-of-sight">{caption}</caption>
        <thead>
          <tr>
            <th scope="col" rowSpan={2}>
              {row.label || row.name}
            </th>
            <th scope="colgroup" colSpan={table.columns.length} className="crosstab-over">
              {column.label || column.name}
            </th>
            <th scope="col" rowSpan={2} className="number">
              {w.total}
            </th>
          </tr>
          <tr>
            {table.columns.map(({ value, label }) => (
              <th key={value} scope="col" className="number">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((line, i) => (
            <tr key={line.value}>
              <th scope="row">{line.label}</th>
              {table.cells[i]?.map((cell, j) => (
                <td key={table.columns[j]?.value} className={`number ${cell.hidden ? 'small-cell' : ''}`}>
                  <span className="crosstab-share">
                    {mark(cell.residual)}
                    {figureText(f, 'share', cell.share)}
                  </span>
                  <span className="crosstab-under">{intervalText(f, m, 'share', cell)}</span>
                  <span className="crosstab-under">
                    {cell.hidden && '† '}n = {f.number(cell.n)}
                  </span>
                </td>
              ))}
              <Margin n={line.n} share={of === 'row' ? 1 : line.share} />
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{w.total}</th>
            {table.columns.map(({ value, n, share }) => (
              <Margin key={value} n={n} share={of === 'column' ? 1 : share} />
            ))}
            <Margin n={table.n} share={1} />
          </tr>
        </tfoot>
      </table>
    </div>
  );
}

function Margin({ n, share }: { n: number; share: number }) {
  const f = useFormat();
  return (
    <td className="number crosstab-margin">
      <span className="crosstab-share">{f.percent(share, share === 1 ? 0 : 1)}</span>
      <span className="crosstab-under">n = {f.number(n)}</span>
    </td>
  );
}
