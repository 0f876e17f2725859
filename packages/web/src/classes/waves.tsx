import type { Estimated, WavesAsked } from '@bagom/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useCallback, useState } from 'react';
import { queries } from '../api.js';
import { useFormat, useMessages } from '../language.js';
import { Button } from '../parts/button.js';
import { Read } from '../parts/read.js';
import { Select } from '../parts/select.js';
import { Table } from '../parts/table.js';
import { IntervalChart } from './interval-chart.js';
import { KeptAnalyses } from './kept-analyses.js';
import type { Model } from './model.js';
import { NotesList } from './notes-list.js';
import { usePWords } from './p-words.js';
import { useTestColumns } from './test-columns.js';
import { useAnalyse, type AnalysisOf } from './use-analyses.js';

const NO_WEIGHT = 'none';

/** The same classes in another wave: how large they have become, and whether they still mean the same. */
export function Waves({ model, names }: { model: Model; names: string[] }) {
  const m = useMessages();
  const f = useFormat();
  const matches = useQuery(queries.classWaves(model.id));
  const survey = useQuery(queries.survey());
  const [asked, setAsked] = useState<string>();
  const [compare, setCompare] = useState<WavesAsked['compare']>('fixed');
  const [weightAsked, setWeight] = useState<string>();
  const { run, running } = useAnalyse(model, 'waves');
  return (
    <Read query={matches} lines={4}>
      {({ waves }) => {
        const wave = waves.find(({ waveId }) => waveId === asked) ?? waves[0];
        if (!wave)
          return (
            <p className="hint">
              {m.judging.noOtherWave} <Link to="/survey">{m.words.next['import-survey']}</Link>
            </p>
          );
        const weights =
          survey.data?.variables.filter(({ waveId, role }) => waveId === wave.waveId && role === 'weight') ??
          [];
        const weight = weights.some(({ id }) => id === weightAsked)
          ? weightAsked
          : model.weightId
            ? weights[0]?.id
            : undefined;
        const missing = wave.indicators.filter(({ variableId }) => variableId === null);
        const unknown = wave.indicators.filter((one) => one.unknown.length > 0);
        const yearOf = (name: string, year: number | null) =>
          year === null || name.includes(String(year)) ? name : `${name} ${year}`;
        return (
          <>
            <section>
              <h2>{m.judging.kinds.waves}</h2>
              <p className="hint">{m.judging.wavesLead}</p>
              <div className="row end run-row">
                <Select
                  label={m.judging.otherWave}
                  value={wave.waveId}
                  options={waves.map(({ waveId, name, year }) => ({
                    value: waveId,
                    name: yearOf(name, year),
                  }))}
                  onChange={setAsked}
                />
                <Select
                  label={m.judging.heldEqual}
                  value={compare}
                  options={(['fixed', 'metric', 'configural'] as const).map((value) => ({
                    value,
                    name: m.judging.comparisons[value],
                  }))}
                  onChange={setCompare}
                />
                <Select
                  label={m.judging.itsWeight}
                  value={weight ?? NO_WEIGHT}
                  options={[
                    { value: NO_WEIGHT, name: m.classes.noWeight },
                    ...weights.map(({ id, label, name }) => ({ value: id, name: label || name })),
                  ]}
                  onChange={setWeight}
                />
                <Button
                  look="main"
                  isDisabled={running || !wave.comparable || !model.fit.identified}
                  onPress={() =>
                    run({
                      kind: 'waves',
                      options: {
                        waveId: wave.waveId,
                        compare,
                        weightId: weight === undefined || weight === NO_WEIGHT ? null : weight,
                      },
                    })
                  }
                >
                  {running ? m.judging.runs : m.judging.compute}
                </Button>
              </div>
              <p className="hint">{m.judging.comparisonHints[compare]}</p>
              {missing.length > 0 && (
                <p className="wrong">{m.judging.wavesMissing(f.list(missing.map(({ name }) => name)))}</p>
              )}
              {unknown.length > 0 && (
                <p className="wrong">
                  {m.judging.wavesUnknown(
                    f.list(unknown.map((one) => `${one.name} (${one.unknown.map(String).join(', ')})`)),
                  )}
                </p>
              )}
            </section>
            <KeptAnalyses
              model={model}
              kind="waves"
              name={({ options, result }) =>
                `${result.waves.map(({ name, year }) => String(year ?? name)).join(' → ')} · ${m.judging.comparisons[options.compare]}`
              }
              empty={m.judging.noWaves}
            >
              {(analysis) => <WavesFound names={names} analysis={analysis} />}
            </KeptAnalyses>
          </>
        );
      }}
    </Read>
  );
}

function WavesFound({ names, analysis }: { names: string[]; analysis: AnalysisOf<'waves'> }) {
  const m = useMessages();
  const f = useFormat();
  const sayP = usePWords();
  const testColumns = useTestColumns('χ²');
  const { options, result } = analysis;
  const percent = useCallback((value: number) => f.percent(value), [f]);
  const waveName = ({ name, year }: { name: string; year: number | null }) => String(year ?? name);
  const between = ({ low, high }: Estimated) =>
    low === null || high === null ? '–' : m.judging.interval(f.percent(low, 1), f.percent(high, 1));
  const rows = names.map((name, k) => ({
    name,
    k,
    shares: result.waves.map(({ shares }) => shares[k]),
    change: result.changes[k],
  }));
  const points = (value: number) => {
    // What rounds to nothing has no sign.
    const tenths = Math.round(value * 1000) / 10 || 0;
    return `${tenths > 0 ? '+' : ''}${f.number(tenths, 1)}`;
  };
  return (
    <div className="stack">
      <p className="hint">
        {m.judging.wavesFacts(
          m.judging.comparisons[options.compare],
          m.judging.structuralErrors[result.errors],
          f.list(
            result.waves.map((wave) =>
              m.judging.waveN(waveName(wave), f.count(wave.rows, m.words.counts.respondents)),
            ),
          ),
        )}
      </p>
      <NotesList notes={result.notes} names={names} />
      <IntervalChart
        caption={m.judging.wavesCaption}
        rows={rows.flatMap(({ name, k, shares }) =>
          result.waves.flatMap((wave, i) => {
            const one = shares[i];
            return one
              ? [
                  {
                    name: `${name} ${waveName(wave)}`,
                    estimate: one.estimate,
                    low: one.low,
                    high: one.high,
                    colour: k,
                  },
                ]
              : [];
          }),
        )}
        format={percent}
        zero
        table={null}
      />
      <Table
        caption={m.judging.wavesTable}
        captionShown
        dense
        rows={rows}
        rowKey={({ k }) => String(k)}
        columns={[
          { key: 'name', name: m.judging.class, heads: true, cell: ({ name }) => name },
          ...result.waves.map((wave, i) => ({
            key: `wave${i}`,
            name: waveName(wave),
            number: true,
            cell: ({ shares }: (typeof rows)[number]) => {
              const one = shares[i];
              return one ? (
                <span className="estimate">
                  {f.percent(one.estimate, 1)}
                  <span className="estimate-error">{between(one)}</span>
                </span>
              ) : (
                '–'
              );
            },
          })),
          {
            key: 'change',
            name: m.judging.change,
            number: true,
            cell: ({ change }) =>
              change ? (
                <span className="estimate">
                  {points(change.estimate)}
                  <span className="estimate-error">
                    {change.low === null || change.high === null
                      ? '–'
                      : m.judging.interval(points(change.low), points(change.high))}
                  </span>
                </span>
              ) : (
                '–'
              ),
          },
          { key: 'p', name: 'p', number: true, cell: ({ change }) => sayP(change?.p ?? null) },
        ]}
      />
      {result.tests.length > 0 && (
        <Table
          caption={m.judging.wavesTests}
          captionShown
          dense
          rows={result.tests}
          rowKey={({ of }) => of}
          columns={[
            {
              key: 'of',
              name: m.judging.question,
              heads: true,
              cell: ({ of }) => m.judging.waveQuestions[of],
            },
            { key: 'how', name: m.judging.test, cell: ({ how }) => m.judging.testNames[how] },
            ...testColumns,
            {
              key: 'means',
              name: m.judging.means,
              cell: ({ of, test }) =>
                test ? m.judging.waveAnswers[of][test.p < 0.05 ? 'differ' : 'alike'] : m.judging.noTest,
            },
          ]}
        />
      )}
    </div>
  );
}
