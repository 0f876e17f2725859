import { latestAnalysis, type RatioFound } from '@bagom/core';
import { useState } from 'react';
import { useFormat, useMessages } from '../language.js';
import { Button } from '../parts/button.js';
import { NumberField } from '../parts/field.js';
import { Table } from '../parts/table.js';
import { useNoteSentence } from './note-sentence.js';
import type { Model } from './model.js';
import { usePWords } from './p-words.js';
import { useAnalyse, useAnalysesOf } from './use-analyses.js';

/** The bootstrap likelihood ratio test of each step from one class fewer, run from here. */
export function StepTests({ together }: { together: Model[] }) {
  const m = useMessages();
  const f = useFormat();
  const sayP = usePWords();
  const analyses = useAnalysesOf(together);
  const [replicates, setReplicates] = useState(100);
  const steps = together
    .filter(({ classes }) => classes > 1)
    .map((model) => ({
      model,
      found: latestAnalysis(analyses ?? [], model.id, 'likelihood-ratio')?.result,
    }));
  if (steps.length === 0) return null;
  // Samples are drawn of people, and weights make the likelihood that of a population: the test cannot be made.
  const weighted = together.some(({ weightId }) => weightId !== null);
  const able = !weighted && replicates >= 39 && replicates <= 10_000;
  return (
    <section>
      <h2>{m.judging.blrt}</h2>
      <p className="hint">{m.judging.blrtLead}</p>
      {weighted && <p className="wrong">{m.judging.blrtWeighted}</p>}
      <div className="row end blrt-options">
        <NumberField
          label={m.judging.samples}
          value={replicates}
          onChange={setReplicates}
          min={39}
          max={10_000}
        />
        <p className="hint">{m.judging.samplesHint(f.number(Math.sqrt((0.05 * 0.95) / replicates), 3))}</p>
      </div>
      <Table
        caption={m.judging.blrt}
        dense
        rows={steps}
        rowKey={({ model }) => model.id}
        columns={[
          {
            key: 'step',
            name: m.judging.step,
            heads: true,
            cell: ({ model }) => (
              <span className="step-name">
                {m.judging.stepOf(String(model.classes - 1), String(model.classes))}
              </span>
            ),
          },
          {
            key: 'ratio',
            name: m.judging.ratio,
            number: true,
            cell: ({ found }) => (found ? f.number(found.statistic, 1) : '–'),
          },
          {
            key: 'p',
            name: 'p',
            number: true,
            cell: ({ found }) => (found ? sayP(found.p) : '–'),
          },
          {
            key: 'error',
            name: m.judging.monteCarlo,
            number: true,
            cell: ({ found }) => (found ? `± ${f.number(found.monteCarloError, 3)}` : '–'),
          },
          {
            key: 'samples',
            name: m.judging.samples,
            number: true,
            cell: ({ found }) => (found ? f.number(found.replicates) : '–'),
          },
          {
            key: 'means',
            name: m.judging.means,
            cell: ({ found }) =>
              found ? <Means found={found} /> : <span className="hint">{m.judging.notRun}</span>,
          },
          {
            key: 'act',
            name: <span className="out-of-sight">{m.judging.run}</span>,
            label: m.judging.run,
            cell: ({ model, found }) => (
              <RunStep model={model} replicates={replicates} able={able} again={found !== undefined} />
            ),
          },
        ]}
      />
    </section>
  );
}

function RunStep(props: { model: Model; replicates: number; able: boolean; again: boolean }) {
  const { model, replicates, able, again } = props;
  const m = useMessages();
  const { run, running } = useAnalyse(model, 'likelihood-ratio');
  return (
    <Button
      small
      isDisabled={running || !able || !model.fit.identified}
      aria-label={m.judging.runStep(String(model.classes - 1), String(model.classes))}
      onPress={() => run({ kind: 'likelihood-ratio', options: { replicates } })}
    >
      {running ? m.judging.runs : again ? m.judging.runAgain : m.judging.run}
    </Button>
  );
}

/** What the p-value says of one class fewer, and whether more samples could turn it. */
function Means({ found }: { found: RatioFound }) {
  const m = useMessages();
  const sentence = useNoteSentence();
  const unsure = Math.abs(found.p - 0.05) < 2 * found.monteCarloError && found.p < 0.2;
  const verdict = found.p < 0.05 ? m.judging.stepSupported : m.judging.stepNotSupported;
  return (
    <span className="means">
      {verdict(String(found.nullClasses), String(found.nullClasses + 1))}
      {unsure && ` ${m.judging.stepUnsure}`}
      {found.notes.map((note, i) => (
        <span key={i}> {sentence(note)}</span>
      ))}
    </span>
  );
}
