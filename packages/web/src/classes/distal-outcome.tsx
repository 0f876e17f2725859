import type { DistalAsked, Estimated } from '@bagom/core';
import { useQuery } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import { queries } from '../api.js';
import { useFormat, useMessages } from '../language.js';
import { Button } from '../parts/button.js';
import { Segmented, Select } from '../parts/select.js';
import { Table } from '../parts/table.js';
import { IntervalChart } from './interval-chart.js';
import { KeptAnalyses } from './kept-analyses.js';
import type { Model } from './model.js';
import { NotesList } from './notes-list.js';
import { usePWords } from './p-words.js';
import { Placing } from './placing.js';
import { useAnalyse, type AnalysisOf } from './use-analyses.js';

/** What the classes go with: the mean or the shares of something else in each class. */
export function DistalOutcome({ model, names }: { model: Model; names: string[] }) {
  const m = useMessages();
  const survey = useQuery(queries.survey());
  const indicators = new Set(model.indicators.map(({ id }) => id));
  const variables =
    survey.data?.variables.filter(
      ({ id, waveId, role }) => waveId === model.waveId && role === 'none' && !indicators.has(id),
    ) ?? [];
  const [asked, setAsked] = useState<string>();
  const [as, setAs] = useState<DistalAsked['as']>();
  const [correction, setCorrection] = useState<DistalAsked['correction']>();
  const [assignment, setAssignment] = useState<DistalAsked['assignment']>('modal');
  const { run, running } = useAnalyse(model, 'distal');
  const outcome = variables.find(({ id }) => id === asked) ?? variables[0];
  const countable = (outcome?.frequencies.length ?? 0) > 0;
  const measured = outcome?.kind === 'number';
  const usual: DistalAsked['as'] =
    countable && (!measured || outcome?.measure !== 'scale') ? 'proportions' : 'mean';
  const shown =
    as === 'mean' && !measured ? 'proportions' : as === 'proportions' && !countable ? 'mean' : (as ?? usual);
  const undone = correction ?? (shown === 'mean' ? 'bch' : 'ml');
  if (survey.data && variables.length === 0) return <p className="hint">{m.judging.noOutcomes}</p>;
  return (
    <>
      <section>
        <h2>{m.judging.kinds.distal}</h2>
        <p className="hint">{m.judging.distalLead}</p>
        <div className="row end run-row">
          <Select
            label={m.judging.outcome}
            value={outcome?.id ?? ''}
            options={variables.map(({ id, label, name }) => ({ value: id, name: label || name }))}
            onChange={(id) => {
              setAsked(id);
              setAs(undefined);
            }}
          />
          {measured && countable && (
            <Segmented
              label={m.judging.compareBy}
              bare={false}
              value={shown}
              options={[
                { value: 'mean', name: m.judging.meansOf },
                { value: 'proportions', name: m.judging.sharesOf },
              ]}
              onChange={setAs}
            />
          )}
          <Select
            label={m.judging.correction}
            value={undone}
            options={(['bch', 'ml', 'none'] as const).map((value) => ({
              value,
              name: m.judging.corrections[value],
            }))}
            onChange={setCorrection}
          />
          <Placing value={assignment} onChange={setAssignment} />
          <Button
            look="main"
            isDisabled={running || !outcome || model.classes < 2 || !model.fit.identified}
            onPress={() =>
              outcome &&
              run({
                kind: 'distal',
                options: { outcomeId: outcome.id, as: shown, assignment, correction: undone },
              })
            }
          >
            {running ? m.judging.runs : m.judging.compute}
          </Button>
        </div>
        <p className="hint">{m.judging.correctionHints[undone]}</p>
      </section>
      <KeptAnalyses
        model={model}
        kind="distal"
        name={({ options, result }) =>
          `${result.outcome.label || result.outcome.name} · ${m.judging.corrections[options.correction]}`
        }
        empty={m.judging.noDistal}
      >
        {(analysis) => <DistalFound model={model} names={names} analysis={analysis} />}
      </KeptAnalyses>
    </>
  );
}

function DistalFound(props: { model: Model; names: string[]; analysis: AnalysisOf<'distal'> }) {
  const { model, names, analysis } = props;
  const m = useMessages();
  const f = useFormat();
  const sayP = usePWords();
  const { options, result } = analysis;
  const isMean = result.means !== null;
  const figure = useCallback(
    (value: number) => (isMean ? f.number(value, 2) : f.percent(value)),
    [f, isMean],
  );
  const fine = (value: number) => (isMean ? f.number(value, 3) : f.percent(value, 1));
  const rows: (Estimated & { key: string; k: number; category: string })[] = isMean
    ? (result.means ?? []).map((one, k) => ({ key: String(k), k, category: '', ...one }))
    : result.categories.flatMap(({ value, label }, c) =>
        (result.proportions ?? []).flatMap((byCategory, k) => {
          const one = byCategory[c];
          return one ? [{ key: `${c} ${k}`, k, category: label || f.number(value), ...one }] : [];
        }),
      );
  const nameOf = ({ k, category }: { k: number; category: string }) =>
    category ? `${category}: ${names[k] ?? ''}` : (names[k] ?? '');
  const outcome = result.outcome.label || result.outcome.name;
  return (
    <div className="stack">
      <p className="hint">
        {m.judging.distalFacts(
          m.judging.corrections[options.correction],
          options.assignment === 'modal' ? m.judging.modal : m.judging.proportional,
          m.judging.structuralErrors[result.errors],
          f.count(result.rows, m.words.counts.respondents),
          f.number(result.dropped.outcome),
          f.number(result.dropped.answers),
          model.weightId ? m.classes.weightedBy : m.classes.noWeight,
        )}
      </p>
      <NotesList notes={result.notes} names={names} />
      <p>
        {result.equal
          ? m.judging.equalTest(
              f.number(result.equal.statistic, 2),
              f.number(result.equal.df),
              sayP(result.equal.p),
            )
          : m.judging.noTest}
      </p>
      <IntervalChart
        caption={m.judging.distalCaption(outcome, isMean)}
        rows={rows.map((row) => ({
          name: nameOf(row),
          estimate: row.estimate,
          low: row.low,
          high: row.high,
          colour: row.k,
        }))}
        format={figure}
        zero={!isMean}
        table={
          <Table
            caption={outcome}
            dense
            rows={rows}
            rowKey={({ key }) => key}
            columns={[
              { key: 'name', name: m.judging.class, heads: true, cell: nameOf },
              {
                key: 'estimate',
                name: isMean ? m.judging.meansOf : m.judging.share,
                number: true,
                cell: ({ estimate }) => fine(estimate),
              },
              {
                key: 'se',
                name: m.judging.se,
                number: true,
                cell: ({ se }) => (se === null ? '–' : fine(se)),
              },
              {
                key: 'interval',
                name: m.judging.intervalOf(f.percent(0.95)),
                number: true,
                cell: ({ low, high }) =>
                  low === null || high === null ? '–' : m.judging.interval(fine(low), fine(high)),
              },
            ]}
          />
        }
      />
      {result.pairs.length > 0 && (
        <Table
          caption={m.judging.pairsTable}
          captionShown
          dense
          rows={result.pairs}
          rowKey={({ a, b }) => `${a} ${b}`}
          columns={[
            {
              key: 'pair',
              name: m.judging.pair,
              heads: true,
              cell: ({ a, b }) => m.judging.minus(names[a] ?? '', names[b] ?? ''),
            },
            {
              key: 'difference',
              name: m.classes.difference,
              number: true,
              cell: ({ difference }) => f.number(difference, 3),
            },
            {
              key: 'se',
              name: m.judging.se,
              number: true,
              cell: ({ se }) => (se === null ? '–' : f.number(se, 3)),
            },
            { key: 'p', name: 'p', number: true, cell: ({ p }) => sayP(p) },
          ]}
        />
      )}
    </div>
  );
}
