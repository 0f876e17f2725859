import { axisX, gridX, plot, ruleX, ruleY, text, tickX } from '@observablehq/plot';
import { useCallback, type ReactNode } from 'react';
import { useFormat } from '../language.js';
import { Chart } from '../parts/chart.js';

/** One line of the chart: a heading, or a figure with its interval. */
export interface IntervalRow {
  name: string;
  estimate?: number | null;
  lower?: number | null;
  upper?: number | null;
  /** The figure as it is written at the end of the line. */
  figure?: string;
  strong?: boolean;
}

const ROW = 26;
const FIGURES = 150;

/** Estimates as lines on the bands of their intervals, each with its figure at the right; headings stand where a new question begins. */
export function IntervalChart(props: {
  caption: string;
  rows: IntervalRow[];
  percent: boolean;
  table: ReactNode;
  open?: boolean;
}) {
  const { caption, rows, percent, table, open = false } = props;
  const f = useFormat();
  const height = rows.length * ROW + 34;
  const draw = useCallback(
    (width: number) => {
      const placed = rows.map((row, at) => ({ ...row, at }));
      const figures = placed.filter((row) => typeof row.estimate === 'number');
      const left = Math.min(width / 2.6, Math.max(90, ...figures.map(({ name }) => name.length * 7.2 + 14)));
      const letters = left / 7.2;
      const short = (words: string, most: number) =>
        words.length > most ? `${words.slice(0, Math.max(4, Math.floor(most) - 1))}…` : words;
      const ends = figures.flatMap(({ lower, upper, estimate }) => [lower ?? estimate, upper ?? estimate]);
      const numbers = ends.filter((end): end is number => typeof end === 'number');
      const most = Math.max(...numbers);
      const least = Math.min(...numbers);
      const margin = (most - least || 1) * 0.06;
      const domain = percent ? [0, Math.min(1, most * 1.05)] : [least - margin, most + margin];
      return plot({
        width,
        height,
        marginTop: 6,
        marginBottom: 28,
        marginLeft: left,
        marginRight: FIGURES,
        style: { fontSize: '14px' },
        x: { domain },
        y: { type: 'band', domain: placed.map(({ at }) => at), axis: null, padding: 0.2 },
        marks: [
          gridX({ stroke: 'var(--rule)', strokeOpacity: 1, ticks: 5 }),
          axisX({
            label: null,
            ticks: 5,
            tickSize: 0,
            tickFormat: (x: number) =>
              percent ? f.percent(x) : f.number(x, most - least < 0.6 ? 2 : most - least < 6 ? 1 : 0),
          }),
          ...(percent ? [ruleX([0], { stroke: 'var(--ink-3)' })] : []),
          text(
            placed.filter((row) => row.estimate === undefined),
            {
              y: 'at',
              text: (row: IntervalRow) => short(row.name, (width - 20) / 7),
              frameAnchor: 'left',
              dx: -left + 2,
              textAnchor: 'start',
              fontWeight: 600,
            },
          ),
          ...[true, false].map((strong) =>
            text(
              figures.filter((row) => Boolean(row.strong) === strong),
              {
                y: 'at',
                text: (row: IntervalRow) => short(row.name, letters),
                frameAnchor: 'left',
                dx: -8,
                textAnchor: 'end',
                fontWeight: strong ? 600 : 400,
              },
            ),
          ),
          ruleY(
            figures.filter(({ lower, upper }) => typeof lower === 'number' && typeof upper === 'number'),
            {
              y: 'at',
              x1: 'lower',
              x2: 'upper',
              stroke: 'var(--accent)',
              strokeWidth: 10,
              strokeOpacity: 0.3,
            },
          ),
          tickX(figures, { y: 'at', x: 'estimate', stroke: 'var(--accent)', strokeWidth: 2.5, inset: 3 }),
          text(figures, {
            y: 'at',
            text: 'figure',
            frameAnchor: 'right',
            dx: FIGURES - 2,
            textAnchor: 'end',
            fontVariant: 'tabular-nums',
          }),
        ],
      });
    },
    [rows, percent, height, f],
  );
  return <Chart caption={caption} height={height} draw={draw} table={table} open={open} />;
}
