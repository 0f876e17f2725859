import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { api, type Inputs, type Outputs } from '../api.js';
import { errorText } from '../change.js';
import { useFormat, useSpoken } from '../language.js';
import { Button } from '../parts/button.js';
import { Dialog } from '../parts/dialog.js';
import { NumberField } from '../parts/field.js';
import type { Job } from '../parts/job-progress.js';
import { Segmented, Select } from '../parts/select.js';
import { IndicatorPicker } from './indicator-picker.js';

type Survey = Outputs['survey']['read'];
const NO_WEIGHT = 'none';
/** More answers than this seldom make a good indicator. */
const MANY = 10;

/** Which indicators, how many classes, and how hard to search. Starts a job. */
export function FitDialog(props: { survey: Survey; onClose: () => void; onStarted: (job: Job) => void }) {
  const { survey, onClose, onStarted } = props;
  const { language, messages: m } = useSpoken();
  const f = useFormat();
  const [waveId, setWaveId] = useState(survey.waves[0]?.id ?? '');
  const variables = survey.variables.filter(
    (one) => one.waveId === waveId && (one.kind === 'number' || one.role === 'indicator'),
  );
  const inRole = (wave: string, role: string) =>
    survey.variables.filter((one) => one.waveId === wave && one.role === role).map(({ id }) => id);
  const [indicators, setIndicators] = useState(() => inRole(waveId, 'indicator'));
  const [weight, setWeight] = useState(() => inRole(waveId, 'weight')[0] ?? NO_WEIGHT);
  const [from, setFrom] = useState(1);
  const [to, setTo] = useState(6);
  const [starts, setStarts] = useState(100);
  const [seed, setSeed] = useState(1);
  const [missing, setMissing] = useState<'fiml' | 'listwise'>('fiml');
  const start = useMutation({
    mutationFn: (input: Inputs['classes']['fit']) => api.classes.fit(input),
    onSuccess: onStarted,
  });
  const wrongRange = !(from >= 1 && to <= 9 && from <= to);
  const few = indicators.length < 3;
  const many = variables.filter(
    (one) => indicators.includes(one.id) && (one.frequencies.length === 0 || one.frequencies.length > MANY),
  );
  const able = indicators.length > 0 && !wrongRange && starts >= 1 && seed >= 0 && !start.isPending;
  const changeWave = (id: string) => {
    setWaveId(id);
    setIndicators(inRole(id, 'indicator'));
    setWeight(inRole(id, 'weight')[0] ?? NO_WEIGHT);
  };
  return (
    <Dialog
      title={m.classes.fit}
      size="large"
      onClose={onClose}
      foot={
        <>
          <Button onPress={onClose}>{m.shell.cancel}</Button>
          <Button
            look="main"
            isDisabled={!able}
            onPress={() =>
              start.mutate({
                waveId,
                indicators,
                from,
                to,
                starts,
                seed,
                missing,
                weightId: weight === NO_WEIGHT ? null : weight,
              })
            }
          >
            {m.classes.fit}
          </Button>
        </>
      }
    >
      <p className="hint">{m.classes.fitLead}</p>
      <div className="fit-columns">
        <div className="stack">
          {survey.waves.length > 1 && (
            <Select
              label={m.classes.wave}
              value={waveId}
              options={survey.waves.map(({ id, name, year }) => ({
                value: id,
                name: year === null ? name : `${name} ${year}`,
              }))}
              onChange={changeWave}
            />
          )}
          <IndicatorPicker variables={variables} chosen={indicators} onChoose={setIndicators} />
        </div>
        <div className="stack">
          <div className="row end">
            <NumberField label={m.classes.from} value={from} onChange={setFrom} min={1} max={9} />
            <NumberField label={m.classes.to} value={to} onChange={setTo} min={1} max={9} />
          </div>
          <NumberField
            label={m.classes.starts}
            value={starts}
            onChange={setStarts}
            min={1}
            max={10000}
            hint={m.classes.startsHint}
          />
          <NumberField
            label={m.classes.seed}
            value={seed}
            onChange={setSeed}
            min={0}
            hint={m.classes.seedHint}
          />
          <div>
            <Segmented
              label={m.classes.missing}
              bare={false}
              value={missing}
              options={[
                { value: 'fiml', name: m.words.missingRule.fiml },
                { value: 'listwise', name: m.words.missingRule.listwise },
              ]}
              onChange={setMissing}
            />
            <p className="hint margin-hint">{m.classes.missingHint[missing]}</p>
          </div>
          <Select
            label={m.classes.weight}
            value={weight}
            options={[
              { value: NO_WEIGHT, name: m.classes.noWeight },
              ...variables
                .filter(({ role }) => role === 'weight')
                .map(({ id, label, name }) => ({ value: id, name: label || name })),
            ]}
            onChange={setWeight}
          />
        </div>
      </div>
      <div aria-live="polite">
        {few && <p className="wrong">{m.classes.fewIndicators}</p>}
        {wrongRange && <p className="wrong">{m.classes.wrongRange}</p>}
        {many.length > 0 && (
          <p className="wrong">
            {m.classes.manyCategories(f.list(many.map(({ label, name }) => label || name)))}
          </p>
        )}
        {start.error && <p className="wrong">{errorText(start.error, language)}</p>}
      </div>
    </Dialog>
  );
}
