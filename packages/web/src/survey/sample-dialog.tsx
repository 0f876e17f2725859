import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, queries, type Outputs } from '../api.js';
import { useChange } from '../change.js';
import { useFormat, useMessages } from '../language.js';
import { Button } from '../parts/button.js';
import { Dialog } from '../parts/dialog.js';
import { NumberField, TextField } from '../parts/field.js';
import { Keys } from '../parts/keys.js';
import { Read } from '../parts/read.js';
import { saveKey } from '../parts/save-key.js';
import { Select } from '../parts/select.js';
import { namesMatching, patternOf } from './name-pattern.js';
import { SampleSummary } from './sample-summary.js';
import type { Variable, Wave } from './survey.js';

export type Sample = Outputs['survey']['sample']['sample'];
type Kind = NonNullable<NonNullable<Sample['design']>['replicates']>['kind'];
type Lonely = NonNullable<Sample['design']>['lonelyPsu'];

const NONE = 'none';
const KINDS: Kind[] = ['jk1', 'jkn', 'brr', 'fay', 'bootstrap'];
const LONELY: Lonely[] = ['refuse', 'adjust', 'certainty', 'average'];

/** How a wave's sample was drawn, and what is understood of it while it is being said. */
export function SampleDialog(props: { wave: Wave; variables: Variable[]; onClose: () => void }) {
  const m = useMessages();
  const now = useQuery(queries.sample({ waveId: props.wave.id, draft: null }));
  if (!now.data)
    return (
      <Dialog title={m.surveyWork.sample.title} size="wide" onClose={props.onClose}>
        <Read query={now}>{() => null}</Read>
      </Dialog>
    );
  return <SampleForm {...props} now={now.data.sample} />;
}

function SampleForm(props: { wave: Wave; variables: Variable[]; now: Sample; onClose: () => void }) {
  const { wave, variables, now, onClose } = props;
  const m = useMessages();
  const w = m.surveyWork.sample;
  const f = useFormat();
  const answered = variables.filter(({ recipe }) => recipe === null);
  const nameOf = (id: string) => variables.find((one) => one.id === id)?.name ?? id;
  const [draft, setDraft] = useState<Sample>(now);
  const [pattern, setPattern] = useState(() => patternOf(now.replicates.map(nameOf)));
  const set = (part: Partial<Sample>) => setDraft({ ...draft, ...part });
  const design = draft.design ?? { replicates: null, lonelyPsu: 'refuse' as const };
  const read = useQuery(queries.sample({ waveId: wave.id, draft }));
  const change = useChange(api.survey.setSample, { onDone: onClose });
  const save = () => change.mutate({ ...draft, waveId: wave.id });
  const options = (kind: 'any' | 'number') => [
    { value: NONE, name: w.none },
    ...variables
      .filter((one) => kind === 'any' || one.kind === 'number')
      .map(({ id, name, label }) => ({ value: id, name: label ? `${name}: ${label}` : name })),
  ];
  const one = (
    label: string,
    value: string | null | undefined,
    kind: 'any' | 'number',
    onPick: (id: string | null) => void,
  ) => (
    <Select
      label={label}
      value={value ?? NONE}
      options={options(kind)}
      onChange={(id) => onPick(id === NONE ? null : id)}
    />
  );
  const stage = (list: readonly string[], at: number, id: string | null) =>
    id === null ? list.slice(0, at) : [...list.slice(0, at), id, ...list.slice(at + 1)];
  const findReplicates = (text: string) => {
    setPattern(text);
    const found =
      text.trim() === ''
        ? []
        : namesMatching(
            text,
            answered.map(({ name }) => name),
          );
    const replicates = answered.filter(({ name }) => found.includes(name)).map(({ id }) => id);
    const kind = design.replicates ?? { kind: 'jk1' as const, fay: null };
    set({ replicates, design: { ...design, replicates: replicates.length > 0 ? kind : null } });
  };
  return (
    <Dialog
      title={w.title}
      size="wide"
      onClose={onClose}
      foot={
        <>
          <Button onPress={onClose}>{m.shell.cancel}</Button>
          <Button look="main" isDisabled={change.isPending} onPress={save}>
            {w.save}
            <Keys keys="mod+Enter" />
          </Button>
        </>
      }
    >
      <div className="sample-columns" {...saveKey(save)}>
        <div className="stack">
          <p className="hint">{w.lead}</p>
          {one(w.weight, draft.weight, 'number', (weight) => set({ weight }))}
          {one(w.stratum, draft.stratum, 'any', (stratum) => set({ stratum }))}
          {one(w.psu, draft.psu[0], 'any', (id) => set({ psu: stage(draft.psu, 0, id) }))}
          {one(w.fpc, draft.fpc[0], 'number', (id) => set({ fpc: stage(draft.fpc, 0, id) }))}
          {draft.psu.length > 0 && draft.fpc.length > 0 && (
            <details open={draft.fpc.length > 1}>
              <summary>{w.secondStage}</summary>
              <div className="stack sample-stage">
                {one(w.secondPsu, draft.psu[1], 'any', (id) => set({ psu: stage(draft.psu, 1, id) }))}
                {one(w.secondFpc, draft.fpc[1], 'number', (id) => set({ fpc: stage(draft.fpc, 1, id) }))}
              </div>
            </details>
          )}
          <TextField
            label={w.replicates}
            value={pattern}
            onChange={findReplicates}
            hint={draft.replicates.length > 0 ? w.found(f.number(draft.replicates.length)) : w.replicatesHint}
            wrong={pattern.trim() !== '' && draft.replicates.length === 0 ? w.notFound : null}
          />
          {draft.replicates.length > 0 && (
            <div className="row end">
              <Select
                label={w.kind}
                value={design.replicates?.kind ?? 'jk1'}
                options={KINDS.map((kind) => ({ value: kind, name: w.kinds[kind] }))}
                onChange={(kind) =>
                  set({ design: { ...design, replicates: { kind, fay: kind === 'fay' ? 0.5 : null } } })
                }
              />
              {design.replicates?.kind === 'fay' && (
                <NumberField
                  label={w.fay}
                  digits={2}
                  min={0}
                  max={0.99}
                  value={design.replicates.fay ?? NaN}
                  onChange={(fay) =>
                    set({
                      design: {
                        ...design,
                        replicates: { kind: 'fay', fay: Number.isNaN(fay) ? null : fay },
                      },
                    })
                  }
                />
              )}
            </div>
          )}
          <Select
            label={w.lonely}
            value={design.lonelyPsu}
            options={LONELY.map((rule) => ({ value: rule, name: w.lonelyRule[rule] }))}
            onChange={(lonelyPsu) => set({ design: { ...design, lonelyPsu } })}
          />
        </div>
        <section className="sample-understood" aria-live="polite">
          <h3>{w.understood}</h3>
          <Read query={read}>{({ summary }) => <SampleSummary summary={summary} />}</Read>
        </section>
      </div>
    </Dialog>
  );
}
