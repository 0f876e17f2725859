import { CRITERIA, criterionMinima, minimumOf, type Criterion } from '@bagom/core';
import { axisFx, axisX, dot, line, plot, text } from '@observablehq/plot';
import { useCallback, useMemo } from 'react';
import { useFormat, useMessages } from '../language.js';
import { Chart } from '../parts/chart.js';
import { Table } from '../parts/table.js';
import type { Model } from './model.js';

type Compared = Model['fit']['compared'][number];
interface Point {
  criterion: Criterion;
  classes: number;
  /** Place between the lowest (0) and the highest (1) of the criterion: each has a scale of its own. */
  height: number;
  value: number;
  lowest: boolean;
}

/** Each criterion over the number of classes, side by side, each on its own scale: where it bends and where it is lowest. */
export function CriteriaChart({ compared, shown }: { compared: Compared[]; shown: number }) {
  const m = useMessages();
  const f = useFormat();
  const points = useMemo(() => pointsOf(compared), [compared]);
  const minima = criterionMinima(compared);
  const said = f.list(
    minima.map(({ classes, criteria }) =>
      m.judging.minimum(
        f.list(criteria.map((one) => m.judging.criterion[one])),
        f.count(classes, m.words.counts.classes),
      ),
    ),
  );
  const ks = compared.map(({ classes }) => classes);
  const draw = useCallback(
    (width: number) =>
      plot({
        width,
        height: 190,
        marginTop: 40,
        marginBottom: 28,
        marginLeft: 14,
        marginRight: 14,
        style: { fontSize: '13px' },
        fx: { domain: [...new Set(points.map(({ criterion }) => criterion))], padding: 0.18 },
        x: { domain: [Math.min(...ks) - 0.3, Math.max(...ks) + 0.3] },
        y: { axis: null, domain: [-0.3, 1.05] },
        marks: [
          axisFx({
            anchor: 'top',
            label: null,
            tickFormat: (one: Criterion) => m.judging.criterion[one],
            fontWeight: 600,
          }),
          axisX({
            label: null,
            ticks: ks,
            tickFormat: (k: number) => String(k),
            tickSize: 0,
            tickPadding: 6,
          }),
          line(points, { fx: 'criterion', x: 'classes', y: 'height', stroke: 'var(--rule-strong)' }),
          dot(points, {
            fx: 'criterion',
            x: 'classes',
            y: 'height',
            r: (one: Point) => (one.lowest ? 5 : 3),
            fill: (one: Point) => (one.lowest ? 'var(--accent)' : 'var(--ink-3)'),
            stroke: (one: Point) => (one.classes === shown ? 'var(--ink)' : 'none'),
            strokeWidth: 1.5,
          }),
          text(
            points.filter(({ lowest }) => lowest),
            {
              fx: 'criterion',
              x: 'classes',
              y: 'height',
              dy: 16,
              text: (one: Point) => f.number(one.value),
              fill: 'var(--ink)',
            },
          ),
        ],
        r: { type: 'identity' },
        color: { type: 'identity' },
      }),
    [points, ks, shown, m, f],
  );
  return (
    <Chart
      caption={m.judging.criteriaCaption(said)}
      height={190}
      draw={draw}
      table={
        <Table
          caption={m.judging.lowestTable}
          dense
          rows={minima}
          rowKey={({ classes }) => String(classes)}
          columns={[
            { key: 'k', name: m.classes.k, heads: true, value: ({ classes }) => classes },
            {
              key: 'criteria',
              name: m.judging.lowestHere,
              cell: ({ criteria }) => f.list(criteria.map((one) => m.judging.criterion[one])),
            },
          ]}
        />
      }
    />
  );
}

function pointsOf(compared: readonly Compared[]): Point[] {
  return CRITERIA.flatMap((criterion) => {
    const lowest = minimumOf(compared, criterion);
    if (lowest === null) return [];
    const values = compared.map((one) => one[criterion] ?? NaN);
    const [least, most] = [Math.min(...values), Math.max(...values)];
    return compared.map(({ classes }, i) => ({
      criterion,
      classes,
      value: values[i] ?? NaN,
      height: most > least ? ((values[i] ?? NaN) - least) / (most - least) : 0,
      lowest: classes === lowest,
    }));
  });
}
