import { axisX, axisY, plot, rectY, ruleX, ruleY } from '@observablehq/plot';
import { useCallback } from 'react';
import { useFormat, useMessages } from '../language.js';
import { Chart } from '../parts/chart.js';
import { Table } from '../parts/table.js';
import { asSentence, type Variable } from './survey.js';

/** Numbers with many values: how many respondents in each interval, and where the mean is. */
export function BinChart({ variable }: { variable: Variable }) {
  const m = useMessages();
  const f = useFormat();
  const { bins, mean } = variable;
  const label = variable.label || variable.name;
  const digits = (bins[1]?.from ?? 0) - (bins[0]?.from ?? 0) < 2 ? 1 : 0;
  const draw = useCallback(
    (width: number) =>
      plot({
        width,
        height: 240,
        marginLeft: 48,
        marginTop: 24,
        style: { fontSize: '14px' },
        y: { grid: true },
        marks: [
          axisY({
            label: m.survey.count,
            labelArrow: 'none',
            tickFormat: (n: number) => f.number(n),
            ticks: 4,
            tickSize: 0,
          }),
          axisX({
            label: null,
            tickFormat: (x: number) => f.number(x, Number.isInteger(x) ? 0 : 1),
            ticks: 8,
          }),
          rectY(variable.bins, {
            x1: 'from',
            x2: 'to',
            y: 'n',
            fill: 'var(--rule-strong)',
            insetLeft: 0.5,
            insetRight: 0.5,
          }),
          ruleY([0], { stroke: 'var(--ink-3)' }),
          ...(variable.mean === null
            ? []
            : [ruleX([variable.mean], { stroke: 'var(--accent)', strokeWidth: 2 })]),
        ],
      }),
    [variable, f, m],
  );
  return (
    <Chart
      caption={m.survey.binCaption(
        asSentence(label),
        f.number(variable.valid),
        mean === null ? '–' : f.number(mean, 1),
      )}
      draw={draw}
      table={
        <Table
          caption={label}
          dense
          rows={bins}
          rowKey={({ from }) => String(from)}
          columns={[
            {
              key: 'from',
              name: m.survey.from,
              number: true,
              heads: true,
              value: ({ from }) => from,
              cell: ({ from }) => f.number(from, digits),
            },
            { key: 'to', name: m.survey.to, number: true, cell: ({ to }) => f.number(to, digits) },
            { key: 'n', name: m.survey.n, number: true, value: ({ n }) => n, cell: ({ n }) => f.number(n) },
          ]}
        />
      }
    />
  );
}
