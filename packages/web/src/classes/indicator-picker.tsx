import { useState } from 'react';
import type { Outputs } from '../api.js';
import { useFormat, useMessages } from '../language.js';
import { Button } from '../parts/button.js';
import { Checkbox, SearchField } from '../parts/field.js';
import { Segmented } from '../parts/select.js';

type Variable = Outputs['survey']['read']['variables'][number];

/** The variables a model may be fitted on; those marked as indicators in the survey are chosen at first. */
export function IndicatorPicker(props: {
  variables: Variable[];
  chosen: string[];
  onChoose: (ids: string[]) => void;
  /** Indicators whose user-missing answers count as answers like others. */
  counted: string[];
  onCount: (ids: string[]) => void;
  /** Indicators whose answers are taken as ordered. */
  ordinal: string[];
  onOrdinal: (ids: string[]) => void;
}) {
  const { variables, chosen, onChoose, counted, onCount, ordinal, onOrdinal } = props;
  const m = useMessages();
  const f = useFormat();
  const [words, setWords] = useState('');
  const able = variables.filter(({ role }) => role === 'none' || role === 'indicator');
  const wanted = words.trim().toLowerCase();
  const found = able.filter(({ name, label }) => `${name} ${label}`.toLowerCase().includes(wanted));
  // In the order of the survey, whichever was ticked first: the order names the rows of the profile.
  const choose = (ids: string[]) => onChoose(able.filter(({ id }) => ids.includes(id)).map(({ id }) => id));
  const withMissing = able.filter(
    (one) => chosen.includes(one.id) && one.frequencies.some(({ userMissing, n }) => userMissing && n > 0),
  );
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
        {found.map((variable) => {
          const { id, name, label, frequencies } = variable;
          const answers = frequencies.filter((one) => !one.userMissing).length;
          return (
            <li key={id}>
              <Checkbox
                checked={chosen.includes(id)}
                onChange={(checked) => choose(checked ? [...chosen, id] : chosen.filter((one) => one !== id))}
              >
                <span className="picker-name">{label || name}</span>
                <span className="picker-note">
                  {answers > 0 ? f.count(answers, m.judging.answerCount) : m.judging.manyAnswers}
                </span>
              </Checkbox>
              {answers > 2 && chosen.includes(id) && (
                <Segmented
                  label={m.judging.scaleOf(label || name)}
                  value={ordinal.includes(id) ? 'ordinal' : 'nominal'}
                  options={[
                    { value: 'nominal', name: m.judging.scales.nominal },
                    { value: 'ordinal', name: m.judging.scales.ordinal },
                  ]}
                  onChange={(scale) =>
                    onOrdinal(scale === 'ordinal' ? [...ordinal, id] : ordinal.filter((one) => one !== id))
                  }
                />
              )}
            </li>
          );
        })}
      </ul>
      {able.some(
        ({ id, frequencies }) =>
          chosen.includes(id) && frequencies.filter(({ userMissing }) => !userMissing).length > 2,
      ) && <p className="hint">{m.judging.scaleHint}</p>}
      <Button
        look="quiet"
        small
        onPress={() => choose(able.filter(({ role }) => role === 'indicator').map(({ id }) => id))}
      >
        {m.classes.onlyIndicators}
      </Button>
      {withMissing.length > 0 && (
        <details className="picker-missing">
          <summary>{m.judging.userMissing(f.number(counted.length), f.number(withMissing.length))}</summary>
          <p className="hint">{m.judging.userMissingHint}</p>
          <ul className="plain-list">
            {withMissing.map(({ id, name, label, frequencies }) => (
              <li key={id}>
                <Checkbox
                  checked={counted.includes(id)}
                  onChange={(checked) =>
                    onCount(checked ? [...counted, id] : counted.filter((one) => one !== id))
                  }
                >
                  <span>
                    {label || name}:{' '}
                    {frequencies
                      .filter((one) => one.userMissing && one.n > 0)
                      .map((one) => m.judging.answerN(one.label || String(one.value), f.number(one.n)))
                      .join(', ')}
                  </span>
                </Checkbox>
              </li>
            ))}
          </ul>
        </details>
      )}
    </fieldset>
  );
}
