import { useState } from 'react';
import { api } from '../api.js';
import { useChange } from '../change.js';
import { useFormat, useMessages } from '../language.js';
import { useActions } from '../parts/actions.js';
import { TextField } from '../parts/field.js';
import { Keys } from '../parts/keys.js';
import { Segmented, Select } from '../parts/select.js';
import { MEASURES, type Variable, type Wave } from './survey.js';
import { VariableRecipe } from './variable-recipe.js';

const ROLES = ['none', 'indicator', 'weight', 'respondent', 'stratum', 'psu', 'fpc', 'replicate'] as const;

/** What a variable is for, and where it comes from. */
export function VariableMargin(props: {
  variable: Variable | undefined;
  variables: Variable[];
  wave: Wave;
  onSee: (id: string) => void;
  onSample: () => void;
}) {
  const { variable, variables, wave, onSee, onSample } = props;
  return (
    <div className="pane-body stack">
      {variable && <AboutVariable variable={variable} variables={variables} onSee={onSee} />}
      <AboutWave wave={wave} onSample={onSample} />
    </div>
  );
}

function AboutVariable(props: { variable: Variable; variables: Variable[]; onSee: (id: string) => void }) {
  const { variable, variables, onSee } = props;
  const m = useMessages();
  const f = useFormat();
  const change = useChange(api.survey.change);
  const [label, setLabel] = useState(variable.label);
  const { id, role } = variable;
  useActions([
    {
      id: 'toggle-indicator',
      name: m.survey.makeIndicator,
      keys: 'x',
      run: () => change.mutate({ id, role: role === 'indicator' ? 'none' : 'indicator' }),
    },
  ]);
  return (
    <section className="stack">
      <h2>{m.survey.margin}</h2>
      <TextField
        label={m.survey.label}
        lines={2}
        value={label}
        onChange={setLabel}
        onCommit={() => {
          if (label.trim() !== variable.label) change.mutate({ id, label: label.trim() });
        }}
      />
      <VariableRecipe variable={variable} variables={variables} onSee={onSee} />
      <div>
        <Select
          label={m.survey.role}
          value={role}
          options={ROLES.map((value) => ({ value, name: m.words.variableRole[value] }))}
          onChange={(next) => change.mutate({ id, role: next })}
        />
        <p className="hint role-hint">{m.survey.roleHint[role]}</p>
        <p className="hint role-hint">
          <Keys keys="x" /> {m.survey.makeIndicator}
        </p>
      </div>
      <Segmented
        label={m.survey.measure}
        bare={false}
        value={variable.measure}
        options={MEASURES.map((value) => ({ value, name: m.words.measure[value] }))}
        onChange={(measure) => change.mutate({ id, measure })}
        disabled={variable.kind === 'string'}
      />
      <dl className="margin-facts">
        <dt>{m.survey.name}</dt>
        <dd>{variable.name}</dd>
        <dt>{m.survey.kind}</dt>
        <dd>{m.words.variableKind[variable.kind]}</dd>
        <dt>{m.survey.valid}</dt>
        <dd>{f.number(variable.valid)}</dd>
        <dt>{m.survey.missing}</dt>
        <dd>{f.number(variable.missing)}</dd>
        {variable.mean !== null && variable.measure !== 'nominal' && (
          <>
            <dt>{m.survey.mean}</dt>
            <dd>{f.number(variable.mean, 2)}</dd>
          </>
        )}
      </dl>
    </section>
  );
}

function AboutWave({ wave, onSample }: { wave: Wave; onSample: () => void }) {
  const m = useMessages();
  const f = useFormat();
  return (
    <section>
      <h2>{m.survey.waveMargin}</h2>
      <dl className="margin-facts">
        <dt>{m.survey.wave}</dt>
        <dd>{wave.name}</dd>
        {wave.year !== null && (
          <>
            <dt>{m.survey.year}</dt>
            <dd>{wave.year}</dd>
          </>
        )}
        <dt>{m.survey.respondents}</dt>
        <dd>{f.number(wave.respondents)}</dd>
        <dt>{m.survey.file}</dt>
        <dd>{wave.fileName}</dd>
        <dt>{m.survey.original}</dt>
        <dd className="fingerprint">{wave.original.slice(0, 16)}</dd>
      </dl>
      <p className="hint role-hint">
        <button type="button" className="link" onClick={onSample}>
          {m.surveyWork.sample.act}
        </button>{' '}
        <Keys keys="d" />
      </p>
    </section>
  );
}
