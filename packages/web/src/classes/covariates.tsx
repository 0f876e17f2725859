import type { CovariateAsked, CovariatesAsked } from '@bagom/core';
import { useQuery } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import { queries } from '../api.js';
import { useFormat, useMessages } from '../language.js';
import { Button } from '../parts/button.js';
import { Select } from '../parts/select.js';
import { Table } from '../parts/table.js';
import { CovariatePicker } from './covariate-picker.js';
import { IntervalChart } from './interval-chart.js';
import { KeptAnalyses } from './kept-analyses.js';
import type { Model } from './model.js';
import { NotesList } from './notes-list.js';
import { usePWords } from './p-words.js';
import { Placing } from './placing.js';
import { useTestColumns } from './test-columns.js';
import { useAnalyse, type AnalysisOf } from './use-analyses.js';

/** The methods as they are chosen: steps and correction at once. */
const METHODS = {
  'three-step-ml': { method: 'three-step', correction: 'ml' },
  'three-step-bch': { method: 'three-step', correction: 'bch' },
  'three-step-none': { method: 'three-step', correction: 'none' },
  'two-step': { method: 'two-step', correction: 'ml' },
  'one-step': { method: 'one-step', correction: 'ml' },
} as const satisfies Record<string, Pick<CovariatesAsked, 'method' | 'correction'>>;
export type MethodName = keyof typeof METHODS;
const METHOD_NAMES = Object.keys(METHODS) as MethodName[];
const methodOf = ({ method, correction }: Pick<CovariatesAsked, 'method' | 'correction'>): MethodName =>
  METHOD_NAMES.find(
    (name) =>
      METHODS[name].method === method && (method !== 'three-step' || METHODS[name].correction === correction),
  ) ?? 'three-step-ml';

/** Who belongs to which class: class membership regressed on what else is known of people. */
export function Covariates({ model, names }: { model: Model; names: string[] }) {
  const m = useMessages();
  const f = useFormat();
  const survey = useQuery(queries.survey());
  const [covariates, setCovariates] = useState<CovariateAsked[]>([]);
  const [method, setMethod] = useState<MethodName>('three-step-ml');
  const [assignment, setAssignment] = useState<CovariatesAsked['assignment']>('modal');
  const [reference, setReference] = useState('0');
  const { run, running } = useAnalyse(model, 'covariates');
  const variables = survey.data?.variables.filter(({ waveId }) => waveId === model.waveId) ?? [];
  const indicators = new Set(model.indicators.map(({ id }) => id));
  const nameOf = (id: string) => {
    const variable = variables.find((one) => one.id === id);
    return variable?.label || variable?.name || '?';
  };
  return (
    <>
      <section>
        <h2>{m.judging.kinds.covariates}</h2>
        <p className="hint">{m.judging.covariatesLead}</p>
        <CovariatePicker
          variables={variables.filter(({ id, role }) => role === 'none' && !indicators.has(id))}
          chosen={covariates}
          onChoose={setCovariates}
        />
        <div className="row end run-row">
          <Select
            label={m.judging.method}
            value={method}
            options={METHOD_NAMES.map((value) => ({ value, name: m.judging.methods[value] }))}
            onChange={setMethod}
          />
          {METHODS[method].method === 'three-step' && <Placing value={assignment} onChange={setAssignment} />}
          <Select
            label={m.judging.referenceClass}
            value={reference}
            options={names.map((name, k) => ({ value: String(k), name }))}
            onChange={setReference}
          />
          <Button
            look="main"
            isDisabled={running || covariates.length === 0 || model.classes < 2 || !model.fit.identified}
            onPress={() =>
              run({
                kind: 'covariates',
                options: {
                  ...METHODS[method],
                  assignment,
                  covariates,
                  referenceClass: Number(reference),
                },
              })
            }
          >
            {running ? m.judging.runs : m.judging.compute}
          </Button>
        </div>
        <p className="hint">{m.judging.methodHints[method]}</p>
      </section>
      <KeptAnalyses
        model={model}
        kind="covariates"
        name={({ options }) =>
          `${f.list(options.covariates.map(({ variableId }) => nameOf(variableId)))} · ${m.judging.methods[methodOf(options)]}`
        }
        empty={m.judging.noCovariates}
      >
        {(analysis) => <CovariatesFound model={model} names={names} analysis={analysis} />}
      </KeptAnalyses>
    </>
  );
}

function CovariatesFound(props: { model: Model; names: string[]; analysis: AnalysisOf<'covariates'> }) {
  const { model, names, analysis } = props;
  const m = useMessages();
  const f = useFormat();
  const sayP = usePWords();
  const testColumns = useTestColumns(m.judging.wald);
  const { options, result } = analysis;
  const ratio = useCallback((value: number) => f.number(value, value >= 1 ? 0 : value >= 0.1 ? 1 : 2), [f]);
  const rows = result.coefficients.flatMap((byTerm, k) =>
    k === options.referenceClass
      ? []
      : byTerm.map((one, t) => ({
          key: `${k} ${t}`,
          k,
          term: result.terms[t]?.variableId === null ? m.judging.intercept : (result.terms[t]?.label ?? ''),
          intercept: result.terms[t]?.variableId === null,
          ...one,
        })),
  );
  const reference = names[options.referenceClass] ?? '';
  const drawn = rows
    .filter(({ intercept, oddsLow, oddsHigh, odds }) => !intercept && drawable([odds, oddsLow, oddsHigh]))
    .map(({ k, term, odds, oddsLow, oddsHigh }) => ({
      name: `${term}: ${names[k] ?? ''}`,
      estimate: odds,
      low: oddsLow,
      high: oddsHigh,
      colour: k,
    }));
  return (
    <div className="stack">
      <p className="hint">
        {m.judging.covariatesFacts(
          m.judging.methods[methodOf(options)],
          m.judging.structuralErrors[result.errors],
          f.count(result.rows, m.words.counts.respondents),
          f.number(result.dropped.covariate),
          f.number(result.dropped.answers),
          model.weightId ? m.classes.weightedBy : m.classes.noWeight,
        )}
        {result.shift !== null && ` ${m.judging.shift(f.number(result.shift, 3))}`}
      </p>
      <NotesList notes={result.notes} names={names} />
      <Table
        caption={m.judging.waldTable}
        captionShown
        dense
        rows={result.tests}
        rowKey={({ variableId }) => variableId}
        columns={[
          { key: 'name', name: m.judging.covariate, heads: true, cell: ({ label, name }) => label || name },
          ...testColumns,
        ]}
      />
      {drawn.length > 0 && (
        <IntervalChart
          caption={m.judging.oddsCaption(reference)}
          rows={drawn}
          format={ratio}
          none={1}
          log
          table={null}
        />
      )}
      <Table
        caption={m.judging.oddsTable(reference)}
        captionShown
        dense
        rows={rows}
        rowKey={({ key }) => key}
        rowClass={({ intercept }) => (intercept ? 'first-answer' : '')}
        columns={[
          { key: 'class', name: m.judging.class, cell: ({ k }) => names[k] ?? '' },
          { key: 'term', name: m.judging.covariate, heads: true, cell: ({ term }) => term },
          {
            key: 'b',
            name: m.judging.logOdds,
            number: true,
            cell: ({ estimate }) => f.number(estimate, 3),
          },
          {
            key: 'se',
            name: m.judging.se,
            number: true,
            cell: ({ se }) => (se === null ? '–' : f.number(se, 3)),
          },
          { key: 'odds', name: m.judging.oddsRatio, number: true, cell: ({ odds }) => f.number(odds, 2) },
          {
            key: 'interval',
            name: m.judging.intervalOf(f.percent(0.95)),
            number: true,
            cell: ({ oddsLow, oddsHigh }) =>
              oddsLow === null || oddsHigh === null
                ? '–'
                : m.judging.interval(f.number(oddsLow, 2), f.number(oddsHigh, 2)),
          },
          { key: 'p', name: 'p', number: true, cell: ({ p }) => sayP(p) },
        ]}
      />
    </div>
  );
}

/** An odds ratio that ran to zero or without bound cannot be drawn; the table has it. */
const drawable = (figures: readonly (number | null)[]): boolean =>
  figures.every((value) => value === null || (value > 1e-4 && value < 1e4));
