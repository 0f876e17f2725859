import type { CovariateAsked } from '@bagom/core';
import { useState } from 'react';
import type { Outputs } from '../api.js';
import { useFormat, useMessages } from '../language.js';
import { Button } from '../parts/button.js';
import { SearchField } from '../parts/field.js';
import { Icon } from '../parts/icon.js';
import { Segmented, Select } from '../parts/select.js';

type Variable = Outputs['survey']['read']['variables'][number];
/** More values than this make a variable a number rather than a set of groups. */
const MANY = 12;
const SUGGESTED = 8;

/** Which variables explain membership, each as a number or as groups against a reference. */
export function CovariatePicker(props: {
  variables: Variable[];
  chosen: CovariateAsked[];
  onChoose: (chosen: CovariateAsked[]) => void;
}) {
  const { variables, chosen, onChoose } = props;
  const m = useMessages();
  const f = useFormat();
  const [words, setWords] = useState('');
  const taken = new Set(chosen.map(({ variableId }) => variableId));
  const wanted = words.trim().toLowerCase();
  const found = variables.filter(
    ({ id, name, label }) => !taken.has(id) && `${name} ${label}`.toLowerCase().includes(wanted),
  );
  const set = (variableId: string, part: Partial<CovariateAsked>) =>
    onChoose(chosen.map((one) => (one.variableId === variableId ? { ...one, ...part } : one)));
  return (
    <div className="covariates">
      {chosen.length > 0 && (
        <ul className="plain-list covariate-list">
          {chosen.map((one) => {
            const variable = variables.find(({ id }) => id === one.variableId);
            const groups = variable?.frequencies.filter(({ userMissing }) => !userMissing) ?? [];
            const name = variable?.label || variable?.name || '?';
            return (
              <li key={one.variableId}>
                <span className="covariate-name">{name}</span>
                {variable?.kind === 'number' && groups.length > 0 && (
                  <Segmented
                    label={m.judging.asOf(name)}
                    value={one.as}
                    options={[
                      { value: 'numeric', name: m.judging.numeric },
                      { value: 'categorical', name: m.judging.categorical },
                    ]}
                    onChange={(as) => set(one.variableId, { as, reference: null })}
                  />
                )}
                {one.as === 'categorical' && groups.length > 0 && (
                  <Select
                    label={m.judging.referenceOf(name)}
                    bare
                    value={String(one.reference ?? groups[0]?.value)}
                    options={groups.map(({ value, label }) => ({
                      value: String(value),
                      name: m.judging.against(label || f.number(value)),
                    }))}
                    onChange={(value) => set(one.variableId, { reference: Number(value) })}
                  />
                )}
                <Button
                  look="quiet"
                  icon
                  small
                  label={m.judging.takeAway(name)}
                  onPress={() => onChoose(chosen.filter(({ variableId }) => variableId !== one.variableId))}
                >
                  <Icon name="close" />
                </Button>
              </li>
            );
          })}
        </ul>
      )}
      <SearchField label={m.judging.findCovariate} value={words} onChange={setWords} />
      <div className="row covariate-offers">
        {found.slice(0, SUGGESTED).map((variable) => (
          <Button
            key={variable.id}
            small
            onPress={() => {
              const { id, kind, measure, frequencies } = variable;
              const groups = frequencies.filter(({ userMissing }) => !userMissing).length;
              const as =
                kind === 'string' || (measure !== 'scale' && groups > 0 && groups <= MANY)
                  ? ('categorical' as const)
                  : ('numeric' as const);
              onChoose([...chosen, { variableId: id, as, reference: null }]);
            }}
          >
            <Icon name="plus" /> {variable.label || variable.name}
          </Button>
        ))}
        {found.length > SUGGESTED && (
          <span className="hint">{m.judging.more(f.number(found.length - SUGGESTED))}</span>
        )}
        {found.length === 0 && <span className="hint">{m.judging.noneFound}</span>}
      </div>
    </div>
  );
}
