import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, queries, type Inputs, type Outputs } from '../api.js';
import { errorText } from '../change.js';
import { useFormat, useSpoken } from '../language.js';
import { Button } from '../parts/button.js';
import { Dialog } from '../parts/dialog.js';
import { Checkbox, NumberField } from '../parts/field.js';
import type { Job } from '../parts/job-progress.js';
import { Segmented, Select } from '../parts/select.js';
import { useSettled } from '../parts/use-settled.js';
import { IndicatorPicker } from './indicator-picker.js';

type Survey = Outputs['survey']['read'];
const NO_WEIGHT = 'none';
/** More answers than this seldom make a good indicator. */
const MANY = 10;
const TOLERANCES = [1e-6, 1e-8, 1e-10, 1e-12] as const;

/** Which indicators, how many classes, and how hard to search. Starts a job. */
export function FitDialog(props: {
  survey: Survey;
  /** The wave whose page this was opened from; else the first. */
  waveId?: string | undefined;
  onClose: () => void;
  onStarted: (job: Job) => void;
}) {
  const { survey, onClose, onStarted } = props;
  const { language, messages: m } = useSpoken();
  const f = useFormat();
  const [waveId, setWaveId] = useState(props.waveId ?? survey.waves[0]?.id ?? '');
  const variables = survey.variables.filter(
    (one) => one.waveId === waveId && (one.kind === 'number' || one.role === 'indicator'),
  );
  const inRole = (ofWave: string, role: string) =>
    survey.variables.filter((one) => one.waveId === ofWave && one.role === role).map(({ id }) => id);
  const [indicators, setIndicators] = useState(() => inRole(waveId, 'indicator'));
  const [ordinal, setOrdinal] = useState(() => orderedIn(survey, waveId));
  const [counted, setCounted] = useState<string[]>([]);
  const [weight, setWeight] = useState(() => inRole(waveId, 'weight')[0] ?? NO_WEIGHT);
  const [from, setFrom] = useState(1);
  const [to, setTo] = useState(6);
  const [starts, setStarts] = useState(500);
  const [seed, setSeed] = useState(1);
  const [tolerance, setTolerance] = useState<number>(1e-10);
  const [design, setDesign] = useState(true);
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
  const able =
    indicators.length > 0 && !wrongRange && starts >= 1 && starts <= 100_000 && seed >= 0 && !start.isPending;
  const designed = survey.variables.some(
    (one) =>
      one.waveId === waveId && (one.role === 'stratum' || one.role === 'psu' || one.role === 'replicate'),
  );
  const changeWave = (id: string) => {
    setWaveId(id);
    setIndicators(inRole(id, 'indicator'));
    setCounted([]);
    setOrdinal(orderedIn(survey, id));
    setWeight(inRole(id, 'weight')[0] ?? NO_WEIGHT);
  };
  const asked: Inputs['classes']['fit'] = {
    waveId,
    indicators,
    ordinal: ordinal.filter((id) => indicators.includes(id)),
    userMissingAsCategory: counted.filter((id) => indicators.includes(id)),
    from,
    to,
    starts,
    seed,
    tolerance,
    missing,
    design,
    weightId: weight === NO_WEIGHT ? null : weight,
  };
  const settled = useSettled(JSON.stringify(asked));
  const time = useQuery({
    ...queries.fitTime(JSON.parse(settled) as Inputs['classes']['fit']),
    enabled: able && settled === JSON.stringify(asked),
  });
  return (
    <Dialog
      title={m.classes.fit}
      size="large"
      onClose={onClose}
      foot={
        <>
          {able && time.data && (
            <span className="fit-time hint">{timeWords(time.data.seconds, m.judging.time, f.number)}</span>
          )}
          <Button onPress={onClose}>{m.shell.cancel}</Button>
          <Button look="main" isDisabled={!able} onPress={() => start.mutate(asked)}>
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
                name: year === null || name.includes(String(year)) ? name : `${name} ${year}`,
              }))}
              onChange={changeWave}
            />
          )}
          <IndicatorPicker
            variables={variables}
            chosen={indicators}
            onChoose={setIndicators}
            counted={counted}
            onCount={setCounted}
            ordinal={ordinal}
            onOrdinal={setOrdinal}
          />
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
            max={100_000}
            hint={m.judging.startsHint}
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
              ...variablesInRole(survey, waveId, 'weight').map(({ id, label, name }) => ({
                value: id,
                name: label || name,
              })),
            ]}
            onChange={setWeight}
          />
          <details>
            <summary>{m.judging.moreSettings}</summary>
            <div className="stack more-settings">
              <NumberField
                label={m.classes.seed}
                value={seed}
                onChange={setSeed}
                min={0}
                hint={m.classes.seedHint}
              />
              <Select
                label={m.judging.tolerance}
                value={String(tolerance)}
                options={TOLERANCES.map((value) => ({
                  value: String(value),
                  name: m.judging.tolerances[String(value) as keyof typeof m.judging.tolerances],
                }))}
                onChange={(value) => setTolerance(Number(value))}
              />
              {designed && (
                <Checkbox checked={design} onChange={setDesign}>
                  <span>{m.judging.useDesign}</span>
                </Checkbox>
              )}
            </div>
          </details>
        </div>
      </div>
      <div aria-live="polite">
        {few && <p className="wrong">{m.classes.fewIndicators}</p>}
        {wrongRange && <p className="wrong">{m.classes.wrongRange}</p>}
        {starts < 100 && <p className="wrong">{m.judging.fewStarts}</p>}
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

const variablesInRole = (survey: Survey, waveId: string, role: string) =>
  survey.variables.filter((one) => one.waveId === waveId && one.role === role);

/** Variables measured on an ordered scale of more than two answers. Of two, order says nothing. */
const orderedIn = (survey: Survey, waveId: string): string[] =>
  survey.variables
    .filter(
      (one) =>
        one.waveId === waveId &&
        one.measure === 'ordinal' &&
        one.frequencies.filter(({ userMissing }) => !userMissing).length > 2,
    )
    .map(({ id }) => id);

/** An estimate in the steps in which it can be trusted. */
function timeWords(
  seconds: number,
  words: { moment: string; seconds: (n: string) => string; minutes: (n: string) => string },
  number: (value: number) => string,
): string {
  if (seconds < 3) return words.moment;
  if (seconds < 60) return words.seconds(number(Math.ceil(seconds / 5) * 5));
  return words.minutes(number(Math.ceil(seconds / 60)));
}
