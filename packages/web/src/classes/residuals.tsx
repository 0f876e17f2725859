import { cell, plot, text, axisX, axisY } from '@observablehq/plot';
import { useCallback, useMemo, useState } from 'react';
import { useFormat, useMessages } from '../language.js';
import { Button } from '../parts/button.js';
import { Chart } from '../parts/chart.js';
import { NumberField } from '../parts/field.js';
import { Table } from '../parts/table.js';
import { indicatorName, type Model } from './model.js';
import { NotesList } from './notes-list.js';
import { usePWords } from './p-words.js';
import { useAnalyse, useAnalyses } from './use-analyses.js';

interface Pair {
  a: number;
  b: number;
  x2: number;
  df: number;
  bvr: number;
  p?: number | null;
}
/** Above this a residual is coloured as strongly as it can be. */
const STRONG = 20;
const SHOWN = 15;

/** What the classes leave unexplained between two indicators: the largest pairs, and all of them as a map once computed. */
export function Residuals({ model }: { model: Model }) {
  const m = useMessages();
  const f = useFormat();
  const sayP = usePWords();
  const found = useAnalyses(model, 'residuals')?.[0];
  const { run, running } = useAnalyse(model, 'residuals');
  const [replicates, setReplicates] = useState(100);
  const pairs: Pair[] = found?.result.pairs ?? model.fit.residuals ?? [];
  const withP = (found?.result.replicates ?? 0) > 0;
  return (
    <section>
      <h2>{m.judging.residuals}</h2>
      <p className="hint">{m.judging.residualsLead}</p>
      {pairs.length > 0 && (
        <Table
          caption={m.judging.residualsTable(f.number(Math.min(SHOWN, pairs.length)))}
          captionShown
          dense
          rows={pairs.slice(0, SHOWN)}
          rowKey={({ a, b }) => `${a} ${b}`}
          columns={[
            {
              key: 'pair',
              name: m.judging.pair,
              heads: true,
              cell: ({ a, b }) => `${indicatorName(model, a)} × ${indicatorName(model, b)}`,
            },
            {
              key: 'bvr',
              name: m.judging.bvr,
              number: true,
              value: ({ bvr }) => bvr,
              cell: ({ bvr }) => <span className={bvr > 4 ? 'strong' : ''}>{f.number(bvr, 2)}</span>,
            },
            { key: 'x2', name: 'X²', number: true, cell: ({ x2 }) => f.number(x2, 2) },
            { key: 'df', name: m.judging.dfShort, number: true, cell: ({ df }) => f.number(df) },
            ...(withP
              ? [
                  {
                    key: 'p',
                    name: m.judging.bootstrapP,
                    number: true,
                    cell: ({ p }: Pair) => sayP(p ?? null),
                  },
                ]
              : []),
          ]}
        />
      )}
      {found && <NotesList notes={found.result.notes} names={[]} />}
      {found && pairs.length > 1 && <ResidualMap model={model} pairs={pairs} />}
      <div className="row end run-row">
        <NumberField
          label={m.judging.samples}
          value={replicates}
          onChange={setReplicates}
          min={0}
          max={10_000}
        />
        <Button
          isDisabled={running || !(replicates >= 0 && replicates <= 10_000) || !model.fit.identified}
          onPress={() => run({ kind: 'residuals', options: { replicates } })}
        >
          {running ? m.judging.runs : m.judging.allPairs}
        </Button>
      </div>
      <p className="hint">{m.judging.residualSamplesHint}</p>
    </section>
  );
}

/** Every pair as a cell, darker the more is left unexplained. Numbers stand for the indicators named at the left. */
function ResidualMap({ model, pairs }: { model: Model; pairs: readonly Pair[] }) {
  const m = useMessages();
  const f = useFormat();
  const count = model.indicators.length;
  const names = useMemo(
    () => model.indicators.map((_, i) => `${i + 1}  ${shortened(indicatorName(model, i))}`),
    [model],
  );
  const height = 40 + count * 22;
  const draw = useCallback(
    (width: number) =>
      plot({
        width: Math.min(width, 300 + count * 30),
        height,
        marginLeft: 240,
        marginTop: 26,
        marginBottom: 6,
        style: { fontSize: '13px' },
        x: { domain: names.slice(0, -1).map((_, i) => i), padding: 0.06 },
        y: { domain: names.slice(1).map((_, i) => i + 1), padding: 0.06 },
        color: { type: 'identity' },
        marks: [
          axisX({
            anchor: 'top',
            label: null,
            tickSize: 0,
            fontSize: 11,
            tickFormat: (i: number) => String(i + 1),
          }),
          axisY({ label: null, tickSize: 0, tickFormat: (i: number) => names[i] ?? '' }),
          cell(pairs, { x: 'a', y: 'b', fill: (one: Pair) => shade(one.bvr) }),
          text(
            pairs.filter(({ bvr }) => bvr > 4),
            {
              x: 'a',
              y: 'b',
              text: ({ bvr }: Pair) => f.number(bvr),
              fill: ({ bvr }: Pair) => (strength(bvr) > 0.5 ? 'var(--paper)' : 'var(--ink)'),
            },
          ),
        ],
      }),
    [names, pairs, count, height, f],
  );
  return (
    <Chart
      caption={m.judging.mapCaption}
      height={height}
      draw={draw}
      table={
        <Table
          caption={m.judging.mapCaption}
          dense
          rows={pairs}
          rowKey={({ a, b }) => `${a} ${b}`}
          columns={[
            { key: 'a', name: m.classes.indicator, heads: true, value: ({ a }) => indicatorName(model, a) },
            { key: 'b', name: m.judging.and, value: ({ b }) => indicatorName(model, b) },
            {
              key: 'bvr',
              name: m.judging.bvr,
              number: true,
              value: ({ bvr }) => bvr,
              cell: ({ bvr }) => f.number(bvr, 2),
            },
          ]}
        />
      }
    />
  );
}

const strength = (bvr: number): number => Math.min(1, Math.sqrt(Math.max(0, bvr) / STRONG));
/** Paper at nothing, the accent at much: the figure stands in the cells that matter, so that colour is not alone. */
const shade = (bvr: number): string =>
  `color-mix(in oklab, var(--accent) ${Math.round(strength(bvr) * 100)}%, var(--paper-2))`;

const LONG = 30;
const shortened = (name: string): string => (name.length > LONG ? `${name.slice(0, LONG - 1)}…` : name);
