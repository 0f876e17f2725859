import { useQuery } from '@tanstack/react-query';
import { queries } from '../api.js';
import { useFormat, useMessages } from '../language.js';
import { useActions } from '../parts/actions.js';
import { Button } from '../parts/button.js';
import { Read } from '../parts/read.js';
import { Segmented, Select } from '../parts/select.js';
import { useChoice, useChoose } from '../routes.js';
import { CrosstabTable } from './crosstab-table.js';
import { dfText, figureText, intervalText, pText, sampleText } from './figure-words.js';
import { IntervalChart, type IntervalRow } from './interval-chart.js';
import type { PlainTable } from './plain-table.js';
import { asSentence, canGroup, type Crosstab, type Variable } from './survey.js';
import { TableActs } from './table-acts.js';

/** The chosen variable against another: per cent with intervals, and whether the two go together. */
export function CrosstabView({ variable, variables }: { variable: Variable; variables: Variable[] }) {
  const m = useMessages();
  const w = m.surveyWork.tables;
  const choose = useChoose();
  const [by] = useChoice('by');
  const [of = 'row', setOf] = useChoice('of');
  const share = of === 'column' ? 'column' : 'row';
  const column = variables.find(({ id }) => id === by && id !== variable.id);
  const swap = () => {
    if (column) choose({ variable: column.id, by: variable.id });
  };
  useActions([{ id: 'swap-crosstab', name: w.swap, keys: 'b', run: swap, disabled: !column }]);
  return (
    <div className="pane-body variable-view">
      <div className="work-controls">
        <Select
          label={w.column}
          value={column?.id ?? ''}
          options={variables
            .filter((one) => one.id !== variable.id && canGroup(one))
            .map(({ id, label, name }) => ({ value: id, name: label || name }))}
          onChange={(id) => choose({ by: id })}
        />
        <Segmented
          label={w.percentOf}
          bare={false}
          value={share}
          options={[
            { value: 'row', name: w.row },
            { value: 'column', name: w.columnShare },
          ]}
          onChange={(next) => setOf(next === 'column' ? next : undefined)}
        />
        {column && (
          <Button keys="b" onPress={swap}>
            {w.swap}
          </Button>
        )}
      </div>
      <h2>{variable.label || variable.name}</h2>
      {column ? (
        <CrosstabRead variable={variable} column={column} of={share} />
      ) : (
        <p className="hint">{w.pickColumn}</p>
      )}
    </div>
  );
}

function CrosstabRead({
  variable,
  column,
  of,
}: {
  variable: Variable;
  column: Variable;
  of: 'row' | 'column';
}) {
  const read = useQuery(queries.crosstab({ row: variable.id, column: column.id, of }));
  return (
    <Read query={read}>
      {(table) => <CrosstabWhole table={table} variable={variable} column={column} of={of} />}
    </Read>
  );
}

function CrosstabWhole(props: {
  table: Crosstab;
  variable: Variable;
  column: Variable;
  of: 'row' | 'column';
}) {
  const { table, variable, column, of } = props;
  const m = useMessages();
  const w = m.surveyWork.tables;
  const f = useFormat();
  const { test, pearson, cramersV, smallCell, sample } = table;
  const caption = w.captionCross(
    variable.label || variable.name,
    column.label || column.name,
    sampleText(f, m, sample),
  );
  const number = (value: number | null, digits = 2) => (value === null ? '–' : f.number(value, digits));
  return (
    <>
      <CrosstabTable table={table} caption={caption} row={variable} column={column} of={of} />
      <p className="test-words">
        {test.p !== null && (test.p < 0.05 ? w.goTogether : w.noAssociation)}{' '}
        {w.test['rao-scott'](
          number(test.statistic),
          dfText(f, test.df1),
          dfText(f, test.df2),
          pText(f, m, test.p),
        )}{' '}
        <span className="hint">
          {w.pearson(number(pearson.statistic), f.number(pearson.df), number(cramersV))}
        </span>
      </p>
      <p className="hint">{w.residualHint}</p>
      {table.cells.flat().some(({ hidden }) => hidden) && (
        <p className="hint">{w.hiddenHint(f.number(smallCell))}</p>
      )}
      <CrosstabChart table={table} caption={caption} of={of} />
      <TableActs
        name={`${variable.name}-${column.name}`}
        table={() => plainOf(table, variable, column, of, w)}
        words={() =>
          linesOf(table, of)
            .filter(({ cell }) => !cell.hidden)
            .map(({ whole, part, cell }) =>
              w.sentence(
                asSentence(
                  (of === 'row' ? column : variable).label || (of === 'row' ? column : variable).name,
                ),
                `${part.label}, ${whole.label}`,
                figureText(f, 'share', cell.share),
                f.number(100 * (cell.lower ?? NaN), 1),
                figureText(f, 'share', cell.upper),
                f.number(whole.n),
              ),
            )
            .join('\n')
        }
      />
    </>
  );
}

/** The table's figures whole by whole: the rows, or the columns, that add up to a hundred. */
function linesOf({ rows, columns, cells }: Crosstab, of: 'row' | 'column') {
  const [wholes, parts] = of === 'row' ? [rows, columns] : [columns, rows];
  return wholes.flatMap((whole, i) =>
    parts.flatMap((part, j) => {
      const cell = of === 'row' ? cells[i]?.[j] : cells[j]?.[i];
      return cell ? [{ whole, part, cell }] : [];
    }),
  );
}

function CrosstabChart({ table, caption, of }: { table: Crosstab; caption: string; of: 'row' | 'column' }) {
  const m = useMessages();
  const f = useFormat();
  const w = m.surveyWork.tables;
  const lines = linesOf(table, of);
  const rows: IntervalRow[] = [];
  // Answer by answer, so that the groups to be compared stand under each other.
  const parts = of === 'row' ? table.columns : table.rows;
  for (const part of parts) {
    rows.push({ name: part.label });
    for (const { whole, cell } of lines.filter((line) => line.part.value === part.value)) {
      const interval = intervalText(f, m, 'share', cell).replace(/\s?%$/, '');
      rows.push({
        name: whole.label,
        estimate: cell.share,
        lower: cell.lower,
        upper: cell.upper,
        figure: `${figureText(f, 'share', cell.share)}  (${interval})`,
      });
    }
  }
  return (
    <IntervalChart
      caption={caption}
      rows={rows}
      percent
      table={
        <table className="table dense">
          <caption className="out-of-sight">{caption}</caption>
          <thead>
            <tr>
              <th scope="col">{w.answer}</th>
              <th scope="col">{w.group}</th>
              <th scope="col" className="number">
                {w.n}
              </th>
              <th scope="col" className="number">
                {w.estimate}
              </th>
              <th scope="col" className="number">
                {w.interval}
              </th>
              <th scope="col" className="number">
                {w.error}
              </th>
            </tr>
          </thead>
          <tbody>
            {lines.map(({ whole, part, cell }) => (
              <tr key={`${whole.value} ${part.value}`}>
                <th scope="row">{part.label}</th>
                <td>{whole.label}</td>
                <td className="number">{w.nOf(f.number(cell.n), f.number(whole.n))}</td>
                <td className="number">{figureText(f, 'share', cell.share)}</td>
                <td className="number">{intervalText(f, m, 'share', cell)}</td>
                <td className="number">{cell.error === null ? '–' : f.number(100 * cell.error, 1)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      }
    />
  );
}

function plainOf(
  table: Crosstab,
  row: Variable,
  column: Variable,
  of: 'row' | 'column',
  w: ReturnType<typeof useMessages>['surveyWork']['tables'],
): PlainTable {
  return {
    head: [row.name, column.name, w.n, w.estimate, w.error, w.interval, ''],
    rows: linesOf(table, of).map(({ whole, part, cell }) => [
      ...(of === 'row' ? [whole.label, part.label] : [part.label, whole.label]),
      ...(cell.hidden
        ? [w.few, null, null, null, null]
        : [cell.n, cell.share, cell.error, cell.lower, cell.upper]),
    ]),
  };
}
