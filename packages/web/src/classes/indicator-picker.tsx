import { useState } from 'react';
import type { Outputs } from '../api.js';
import { useFormat, useMessages } from '../language.js';
import { Button } from '../parts/button.js';
import { Checkbox, SearchField } from '../parts/field.js';

type Variable = Outputs['survey']['read']['variables'][number];

/** The variables a model may be fitted on; those marked as indicators in the survey are chosen at first. */
export function IndicatorPicker(props: {
  variables: Variable[];
  chosen: string[];
  onChoose: (ids: string[]) => void;
}) {
  const { variables, chosen, onChoose } = props;
  const m = useMessages();
  const f = useFormat();
  const [words, setWords] = useState('');
  const able = variables.filter(({ role }) => role === 'none' || role === 'indicator');
  const wanted = words.trim().toLowerCase();
  const found = able.filter(({ name, label }) => `${name} ${label}`.toLowerCase().includes(wanted));
  // In the order of the survey, whichever was ticked first: the order names the rows of the profile.
  const choose = (ids: string[]) => onChoose(able.filter(({ id }) => ids.includes(id)).map(({ id }) => id));
  return (
    <fieldset className="picker">
      <legend className="out-of-sight">{m.classes.indicators}</legend>
      <div className="spread">
        <span className="label">{m.classes.indicators}</span>
        <span className="label">
          {m.classes.indicatorsChosen(f.number(chosen.length), f.number(able.length))}
        </span>
      </div>
      <SearchField label={m.classes.find} value={words} onChange={setWords} />
      <ul className="plain-list picker-list">
        {found.map(({ id, name, label, frequencies }) => (
          <li key={id}>
            <Checkbox
              checked={chosen.includes(id)}
              onChange={(checked) => choose(checked ? [...chosen, id] : chosen.filter((one) => one !== id))}
            >
              <span className="picker-name">{label || name}</span>
              <span className="picker-note">
                {frequencies.length > 0 ? `${frequencies.filter((one) => !one.userMissing).length}` : '30+'}
              </span>
            </Checkbox>
          </li>
        ))}
      </ul>
      <Button
        look="quiet"
        small
        onPress={() => choose(able.filter(({ role }) => role === 'indicator').map(({ id }) => id))}
      >
        {m.classes.onlyIndicators}
      </Button>
    </fieldset>
  );
}
