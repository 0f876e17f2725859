import { axisX, axisY, dot, plot, ruleX, ruleY } from '@observablehq/plot';
import { useCallback, type ReactNode } from 'react';
import { classColour } from '../parts/class-mark.js';
import { Chart } from '../parts/chart.js';

/** An estimate with its interval, in a row of its own under `group`. */
export interface IntervalRow {
  name: string;
  estimate: number;
  low: number | null;
  high: number | null;
  /** The class whose colour it has. */
  colour: number;
}

/** Estimates with their intervals, a row each: a dot, and a line from the lower to the upper end. */
export function IntervalChart(props: {
  caption: string;
  rows: readonly IntervalRow[];
  format: (value: number) => string;
  table: ReactNode;
  /** Where "no difference" lies, as a line; none for shares and means. */
  none?: number;
  /** Odds ratios lie on a scale of ratios. */
  log?: boolean;
  /** Shares begin at 0. */
  zero?: boolean;
}) {
  const { caption, rows, format, table, none, log = false, zero = false } = props;
  const height = 44 + rows.length * 26;
  const draw = useCallback(
    (width: number) => {
      const left = Math.min(230, Math.max(110, width * 0.32));
      return plot({
        width: Math.min(width, 760),
        height,
        marginLeft: left,
        marginTop: 8,
        marginBottom: 30,
        marginRight: 24,
        style: { fontSize: '13px' },
        x: { type: log ? 'log' : 'linear', nice: true, zero, grid: true },
        y: { domain: rows.map((_, i) => i), type: 'point', padding: 0.6 },
        color: { type: 'identity' },
        marks: [
          axisX({ label: null, tickFormat: format, ticks: 5 }),
          axisY({
            label: null,
            tickSize: 0,
            tickFormat: (i: number) => rows[i]?.name ?? '',
            lineWidth: left / 13,
            textOverflow: 'ellipsis',
          }),
          ...(none === undefined ? [] : [ruleX([none], { stroke: 'var(--ink-3)', strokeDasharray: '3 3' })]),
          ruleY(
            rows.flatMap((row, i) => (row.low === null || row.high === null ? [] : [{ ...row, i }])),
            {
              y: 'i',
              x1: 'low',
              x2: 'high',
              stroke: ({ colour }: IntervalRow) => classColour(colour),
              strokeWidth: 2.5,
            },
          ),
          dot(
            rows.map((row, i) => ({ ...row, i })),
            {
              y: 'i',
              x: 'estimate',
              r: 5,
              fill: ({ colour }: IntervalRow) => classColour(colour),
              stroke: 'var(--paper)',
            },
          ),
        ],
      });
    },
    [rows, height, format, none, log, zero],
  );
  return <Chart caption={caption} height={height} draw={draw} table={table} />;
}
