import { axisX, dot, line, plot, text } from '@observablehq/plot';
import { useCallback, useMemo } from 'react';
import { useFormat, useMessages } from '../language.js';
import { Button } from '../parts/button.js';
import { Chart } from '../parts/chart.js';
import { Table, type Column } from '../parts/table.js';
import type { Model } from './model.js';

type Compared = Model['fit']['compared'][number];

/** The models that were fitted together: which number of classes the data speak for. */
export function Enumeration({
  model,
  models,
  onModel,
}: {
  model: Model;
  models: Model[];
  onModel: (id: string) => void;
}) {
  const m = useMessages();
  const f = useFormat();
  const { compared } = model.fit;
  const lowest = compared.toSorted((a, b) => a.bic - b.bic)[0];
  const columns = useMemo<Column<Compared>[]>(() => {
    const figure = (key: 'loglik' | 'aic' | 'abic', digits = 0): Column<Compared> => ({
      key,
      name: m.classes[key],
      number: true,
      value: (one) => one[key],
      cell: (one) => f.number(one[key], digits),
    });
    return [
      {
        key: 'classes',
        name: m.classes.k,
        heads: true,
        value: (one) => one.classes,
        cell: (one) => {
          const other = sameFit(models, model, one.classes);
          if (one.classes === model.classes || !other) {
            return (
              <>
                {one.classes}{' '}
                {one.classes === model.classes && <span className="tag accent">{m.classes.shown}</span>}
              </>
            );
          }
          return (
            <Button look="quiet" small onPress={() => onModel(other.id)}>
              {other.name}
            </Button>
          );
        },
      },
      figure('loglik', 1),
      { key: 'npar', name: m.classes.npar, number: true, value: (one) => one.npar },
      figure('aic'),
      {
        key: 'bic',
        name: m.classes.bic,
        number: true,
        value: (one) => one.bic,
        cell: (one) => (
          <>
            {one === lowest && <span className="tag">{m.classes.lowest}</span>}{' '}
            <span className="bic">{f.number(one.bic)}</span>
          </>
        ),
      },
      figure('abic'),
      {
        key: 'entropy',
        name: m.classes.entropy,
        number: true,
        value: (one) => one.entropy,
        cell: (one) => f.number(one.entropy, 2),
      },
      {
        key: 'smallest',
        name: m.classes.smallest,
        number: true,
        value: (one) => one.smallest,
        cell: (one) => f.percent(one.smallest, 1),
      },
    ];
  }, [m, f, model, models, lowest, onModel]);
  const table = (
    <Table
      caption={m.classes.enumeration}
      columns={columns}
      dense
      rows={compared}
      rowKey={(one) => String(one.classes)}
      rowClass={(one) => (one === lowest ? 'lowest' : '')}
    />
  );
  return (
    <section className="enumeration">
      <h2>{m.classes.enumeration}</h2>
      <p className="hint">{m.classes.enumerationLead}</p>
      {table}
      {compared.length > 1 && lowest && <BicChart compared={compared} lowest={lowest} />}
    </section>
  );
}

/** The model with this many classes out of the same computation. */
function sameFit(models: Model[], model: Model, classes: number): Model | undefined {
  return models.find(
    (other) =>
      other.classes === classes &&
      other.waveId === model.waveId &&
      other.seed === model.seed &&
      other.starts === model.starts &&
      other.missing === model.missing &&
      other.weightId === model.weightId &&
      other.fit.n === model.fit.n &&
      other.indicators.map(({ id }) => id).join() === model.indicators.map(({ id }) => id).join(),
  );
}

function BicChart({ compared, lowest }: { compared: Compared[]; lowest: Compared }) {
  const m = useMessages();
  const f = useFormat();
  const draw = useCallback(
    (width: number) =>
      plot({
        width: Math.min(width, 560),
        height: 170,
        marginTop: 28,
        marginLeft: 40,
        marginRight: 40,
        style: { fontSize: '13px' },
        x: {
          domain: [
            Math.min(...compared.map((one) => one.classes)),
            Math.max(...compared.map((one) => one.classes)),
          ],
        },
        y: { axis: null },
        marks: [
          axisX({
            label: null,
            ticks: compared.map((one) => one.classes),
            tickFormat: (k: number) => f.count(k, m.words.counts.classes),
            tickSize: 0,
            tickPadding: 10,
          }),
          line(compared, { x: 'classes', y: 'bic', stroke: 'var(--rule-strong)', strokeWidth: 1.5 }),
          dot(compared, {
            x: 'classes',
            y: 'bic',
            r: (one: Compared) => (one === lowest ? 6 : 4),
            fill: (one: Compared) => (one === lowest ? 'var(--accent)' : 'var(--ink-3)'),
          }),
          text(compared, {
            x: 'classes',
            y: 'bic',
            dy: -14,
            text: (one: Compared) => f.number(one.bic),
            stroke: 'var(--paper)',
            strokeWidth: 5,
            fill: 'var(--ink)',
          }),
        ],
        r: { type: 'identity' },
        color: { type: 'identity' },
      }),
    [compared, lowest, m, f],
  );
  return (
    <Chart
      caption={m.classes.bicCaption(f.count(lowest.classes, m.words.counts.classes))}
      height={170}
      draw={draw}
      table={
        <Table
          caption={m.classes.bic}
          dense
          rows={compared}
          rowKey={(one) => String(one.classes)}
          columns={[
            { key: 'k', name: m.classes.k, heads: true, value: (one) => one.classes },
            {
              key: 'bic',
              name: m.classes.bic,
              number: true,
              value: (one) => one.bic,
              cell: (one) => f.number(one.bic, 1),
            },
          ]}
        />
      }
    />
  );
}
