import { useMemo } from 'react';
import type { Outputs } from '../api.js';
import type { Format } from '../format.js';
import { useFormat, useMessages } from '../language.js';
import type { Messages } from '../messages/da.js';
import { Table, type Column } from '../parts/table.js';
import {
  dfText,
  figureText,
  intervalText,
  pText,
  sampleText,
  type Estimate,
  type EstimateTable,
} from './figure-words.js';
import { IntervalChart, type IntervalRow } from './interval-chart.js';
import type { PlainTable } from './plain-table.js';
import { asSentence, type Variable } from './survey.js';
import { TableActs } from './table-acts.js';

interface Line {
  key: string;
  table: EstimateTable;
  answer: string;
  group: string;
  /** The question's first answer. */
  first: boolean;
  /** Of everybody, not of a group. */
  whole: boolean;
  estimate: Estimate;
}

/** Estimates drawn, written, tested, and to take along. */
export function EstimatesTable({
  answer: { tables, sample, smallCell },
  name,
  by,
}: {
  answer: Outputs['survey']['estimates'];
  name: string;
  by: Variable | undefined;
}) {
  const m = useMessages();
  const w = m.surveyWork.tables;
  const f = useFormat();
  const lines = useMemo(() => linesOf(tables, m.surveyWork.everybody, w.meanEstimate), [tables, m, w]);
  const grouped = tables.some(({ groups }) => groups.length > 1);
  const several = tables.length > 1;
  const figures = new Set(tables.map(({ figure }) => figure));
  const kind = figures.size > 1 ? 'mixed' : (tables[0]?.figure ?? 'share');
  const told = sampleText(f, m, sample);
  const caption =
    kind === 'mixed' ? w.captionMixed(told) : kind === 'mean' ? w.captionMean(told) : w.captionShare(told);
  const chart = useMemo(() => chartRows(lines, { several, grouped }, f, m), [lines, several, grouped, f, m]);
  const columns: Column<Line>[] = [
    {
      key: 'answer',
      name: w.answer,
      heads: true,
      cell: ({ answer, table, group }) => (
        <>
          {several && <span className="estimate-question">{table.label || table.name}</span>}
          {grouped && table.figure === 'mean' ? group : answer}
          {grouped && table.figure === 'share' && <span className="estimate-group"> · {group}</span>}
        </>
      ),
    },
    {
      key: 'n',
      name: w.n,
      number: true,
      width: '7em',
      cell: ({ estimate: { n, base, hidden }, table }) => (
        <>
          {hidden && <span title={w.hiddenHint(f.number(smallCell))}>† </span>}
          {table.figure === 'mean' ? f.number(base) : w.nOf(f.number(n), f.number(base))}
        </>
      ),
    },
    {
      key: 'estimate',
      name: kind === 'mean' ? w.meanEstimate : w.estimate,
      number: true,
      width: kind === 'mean' ? '6.4em' : '4.6em',
      cell: ({ table: { figure }, estimate }) => <strong>{figureText(f, figure, estimate.estimate)}</strong>,
    },
    {
      key: 'interval',
      name: w.interval,
      number: true,
      width: '7.8em',
      cell: ({ table: { figure }, estimate }) => intervalText(f, m, figure, estimate),
    },
    {
      key: 'error',
      name: w.error,
      number: true,
      width: '3em',
      cell: ({ estimate: { error }, table }) =>
        error === null ? '–' : table.figure === 'share' ? f.number(100 * error, 1) : f.number(error, 2),
    },
    {
      key: 'deff',
      name: w.deff,
      number: true,
      width: '3.4em',
      cell: ({ estimate: { designEffect } }) => (designEffect === null ? '–' : f.number(designEffect, 2)),
    },
    {
      key: 'effectiveN',
      name: w.effectiveN,
      number: true,
      width: '4em',
      cell: ({ estimate: { effectiveN } }) => (effectiveN === null ? '–' : f.number(effectiveN)),
    },
  ];
  const plain = (): PlainTable => ({
    head: [
      m.survey.variable,
      w.answer,
      w.group,
      w.n,
      w.estimate,
      w.error,
      w.interval,
      '',
      w.deff,
      w.effectiveN,
    ],
    rows: lines.map(({ table, answer, group, estimate: e }) => [
      table.name,
      answer,
      group,
      ...(e.hidden
        ? [w.few, null, null, null, null, null, null]
        : [e.n, e.estimate, e.error, e.lower, e.upper, e.designEffect, e.effectiveN]),
    ]),
  });
  const sentence = () =>
    lines
      .filter(({ estimate }) => !estimate.hidden)
      .map((line) => {
        const { figure } = line.table;
        const of = (value: number | null) => figureText(f, figure, value);
        return w.sentence(
          asSentence(line.table.label || line.table.name),
          grouped ? `${line.answer}, ${line.group}` : line.answer,
          of(line.estimate.estimate),
          figure === 'share' ? f.number(100 * (line.estimate.lower ?? NaN), 1) : of(line.estimate.lower),
          of(line.estimate.upper),
          f.number(line.estimate.base),
        );
      })
      .join('\n');
  return (
    <>
      <IntervalChart
        caption={caption}
        rows={chart}
        percent={kind === 'share'}
        open={!several}
        table={
          <div className="estimates">
            <Table caption={caption} dense rows={lines} rowKey={({ key }) => key} columns={columns} />
          </div>
        }
      />
      {(several || grouped) && tables.some(({ levels }) => levels.length === 2) && (
        <p className="hint">{w.firstOnly}</p>
      )}
      {tables.map(
        (table) =>
          table.test && (
            <p key={table.id} className="test-words">
              {several && <span className="variable-code-word">{table.name} </span>}
              <TestWords test={table.test} />
            </p>
          ),
      )}
      {lines.some(({ estimate }) => estimate.hidden) && (
        <p className="hint">{w.hiddenHint(f.number(smallCell))}</p>
      )}
      <TableActs name={`${name}${by && grouped ? `-${by.name}` : ''}`} table={plain} words={sentence} />
    </>
  );
}

function TestWords({ test }: { test: NonNullable<EstimateTable['test']> }) {
  const m = useMessages();
  const w = m.surveyWork.tables;
  const f = useFormat();
  const { kind, statistic, df1, df2, p } = test;
  const words = w.test[kind](
    statistic === null ? '–' : f.number(statistic, 2),
    dfText(f, df1),
    dfText(f, df2),
    pText(f, m, p),
  );
  return (
    <>
      {p !== null && (p < 0.05 ? w.differs : w.noDifference)} {words}
    </>
  );
}

/** Answer by answer, everybody before the groups. */
function linesOf(tables: EstimateTable[], everybody: string, mean: string): Line[] {
  return tables.flatMap((table) => {
    const answers = table.figure === 'mean' ? [mean] : table.levels.map(({ label }) => label);
    return answers.flatMap((answer, j) =>
      table.groups.flatMap(({ level, estimates }, i) => {
        const estimate = estimates[j];
        return estimate
          ? [
              {
                key: `${table.id} ${j} ${i}`,
                table,
                answer,
                group: level?.label ?? everybody,
                first: j === 0,
                whole: level === null,
                estimate,
              },
            ]
          : [];
      }),
    );
  });
}

function chartRows(
  lines: Line[],
  { several, grouped }: { several: boolean; grouped: boolean },
  f: Format,
  m: Messages,
): IntervalRow[] {
  const rows: IntervalRow[] = [];
  let head = '';
  for (const { table, first, answer, group, whole, estimate: one } of lines) {
    // A question with two answers is told by the first; its other share is what is left.
    if ((several || grouped) && table.levels.length === 2 && !first) continue;
    const question = several ? table.label || table.name : '';
    const said = table.figure === 'mean' ? '' : answer;
    const next = grouped ? [question, said].filter(Boolean).join(' – ') : question;
    if (next !== '' && next !== head) rows.push({ name: next });
    head = next;
    const { estimate, lower, upper } = one;
    const interval = intervalText(f, m, table.figure, one).replace(/\s?%$/, '');
    rows.push({
      name: grouped ? group : answer,
      estimate,
      lower,
      upper,
      figure: `${figureText(f, table.figure, estimate)}  (${interval})`,
      strong: grouped && whole,
    });
  }
  return rows;
}
