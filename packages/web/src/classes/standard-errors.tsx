import type { ErrorsAsked, ErrorsKind, Estimated } from '@bagom/core';
import { useQuery } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import { queries } from '../api.js';
import { useFormat, useMessages } from '../language.js';
import { Button } from '../parts/button.js';
import { NumberField } from '../parts/field.js';
import { Select } from '../parts/select.js';
import { Table } from '../parts/table.js';
import { IntervalChart } from './interval-chart.js';
import { KeptAnalyses } from './kept-analyses.js';
import { indicatorName, type Model } from './model.js';
import { NotesList } from './notes-list.js';
import { useAnalyse, type AnalysisOf } from './use-analyses.js';
import { USUAL_ERRORS } from './usual-errors.js';

const REPLICATED: readonly ErrorsKind[] = ['bootstrap', 'parametric-bootstrap'];

/** Which kinds of standard errors the wave's sample allows. */
function useErrorKinds(model: Model): ErrorsKind[] {
  const survey = useQuery(queries.survey());
  const roles = new Set(
    survey.data?.variables.filter(({ waveId }) => waveId === model.waveId).map(({ role }) => role),
  );
  const units = roles.has('psu') || roles.has('stratum');
  return [
    'sandwich',
    'observed',
    'bhhh',
    ...(units ? (['linearised', 'jackknife'] as const) : []),
    ...(roles.has('replicate') ? (['replicate-weights'] as const) : []),
    'bootstrap',
    'parametric-bootstrap',
  ];
}

/** How far the model's shares and probabilities may be off, by an estimator that is named. */
export function StandardErrors({ model, names }: { model: Model; names: string[] }) {
  const m = useMessages();
  const f = useFormat();
  const kinds = useErrorKinds(model);
  const [errors, setErrors] = useState<ErrorsKind>(USUAL_ERRORS);
  const [replicates, setReplicates] = useState(500);
  const { run, running } = useAnalyse(model, 'standard-errors');
  const asked = kinds.includes(errors) ? errors : USUAL_ERRORS;
  const replicated = REPLICATED.includes(asked);
  return (
    <>
      <section>
        <h2>{m.judging.kinds['standard-errors']}</h2>
        <p className="hint">{m.judging.errorsLead}</p>
        <div className="row end run-row">
          <Select
            label={m.judging.estimator}
            value={asked}
            options={kinds.map((value) => ({ value, name: m.judging.errorKinds[value] }))}
            onChange={setErrors}
          />
          {replicated && (
            <NumberField
              label={m.judging.replicates}
              value={replicates}
              onChange={setReplicates}
              min={50}
              max={10_000}
            />
          )}
          <Button
            look="main"
            isDisabled={running || !model.fit.identified || (replicated && !(replicates >= 50))}
            onPress={() => run({ kind: 'standard-errors', options: { errors: asked, replicates } })}
          >
            {running ? m.judging.runs : m.judging.compute}
          </Button>
        </div>
        <p className="hint">{m.judging.errorHints[asked]}</p>
      </section>
      <KeptAnalyses
        model={model}
        kind="standard-errors"
        name={({ options }) => nameOf(options, m.judging.errorKinds, f.number)}
        empty={m.judging.noErrors}
      >
        {(analysis) => <ErrorsTable model={model} names={names} analysis={analysis} />}
      </KeptAnalyses>
    </>
  );
}

const nameOf = (
  { errors, replicates }: ErrorsAsked,
  words: Record<ErrorsKind, string>,
  number: (value: number) => string,
): string => (REPLICATED.includes(errors) ? `${words[errors]} (${number(replicates)})` : words[errors]);

function ErrorsTable(props: { model: Model; names: string[]; analysis: AnalysisOf<'standard-errors'> }) {
  const { model, names, analysis } = props;
  const m = useMessages();
  const f = useFormat();
  const { result, options } = analysis;
  const percent = useCallback((value: number) => f.percent(value), [f]);
  const between = ({ low, high }: Estimated) =>
    low === null || high === null ? '–' : m.judging.interval(f.percent(low, 1), f.percent(high, 1));
  const inFigures = ({ low, high }: Estimated) =>
    low === null || high === null ? '' : m.judging.interval(f.number(low, 2), f.number(high, 2));
  const level = f.percent(options.level);
  const shares = names.map((name, k) => ({ name, k, ...(result.shares[k] ?? NONE) }));
  const rows = model.indicators.flatMap((indicator, i) =>
    indicator.labels.map((answer, c) => ({
      key: `${i} ${c}`,
      indicator: indicatorName(model, i),
      answer,
      first: c === 0,
      cells: names.map((_, k) => result.probs[i]?.[k]?.[c] ?? NONE),
    })),
  );
  return (
    <div className="stack">
      <p className="hint">
        {m.judging.errorsFacts(
          m.judging.errorKinds[options.errors],
          level,
          model.weightId ? m.classes.weightedBy : m.classes.noWeight,
          f.number(model.fit.n),
        )}{' '}
        {result.scaling !== null && m.judging.scaling(f.number(result.scaling, 4))}{' '}
        {result.df !== null && m.judging.errorsDf(f.number(result.df))}
      </p>
      <NotesList notes={result.notes} names={names} />
      <IntervalChart
        caption={m.judging.sharesCaption(level)}
        rows={shares.map(({ name, k, estimate, low, high }) => ({ name, estimate, low, high, colour: k }))}
        format={percent}
        zero
        table={
          <Table
            caption={m.classes.shares}
            dense
            rows={shares}
            rowKey={({ k }) => String(k)}
            columns={[
              { key: 'name', name: m.judging.class, heads: true, cell: ({ name }) => name },
              {
                key: 'share',
                name: m.judging.share,
                number: true,
                cell: ({ estimate }) => f.percent(estimate, 1),
              },
              {
                key: 'se',
                name: m.judging.se,
                number: true,
                cell: ({ se }) => (se === null ? '–' : f.percent(se, 2)),
              },
              { key: 'interval', name: m.judging.intervalOf(level), number: true, cell: between },
            ]}
          />
        }
      />
      <Table
        caption={m.judging.probsTable(level)}
        captionShown
        dense
        rows={rows}
        rowKey={({ key }) => key}
        rowClass={({ first }) => (first ? 'first-answer' : '')}
        columns={[
          {
            key: 'indicator',
            name: m.classes.indicator,
            heads: true,
            width: '30%',
            cell: ({ indicator, first }) => <span className={first ? '' : 'out-of-sight'}>{indicator}</span>,
          },
          { key: 'answer', name: m.classes.answer, cell: ({ answer }) => answer },
          ...names.map((name, k) => ({
            key: `class${k}`,
            name,
            number: true,
            cell: ({ cells }: (typeof rows)[number]) => {
              const one = cells[k] ?? NONE;
              return (
                <span className="estimate">
                  {f.number(one.estimate, 3)}
                  <span className="estimate-error">
                    {one.se === null ? m.judging.onBoundary : `± ${f.number(one.se, 3)}`}
                  </span>
                  <span className="estimate-error">{inFigures(one)}</span>
                </span>
              );
            },
          })),
        ]}
      />
    </div>
  );
}

const NONE: Estimated = { estimate: NaN, se: null, low: null, high: null };
