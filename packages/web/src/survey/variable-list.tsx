import { useMemo, useState } from 'react';
import { useFormat, useMessages } from '../language.js';
import { SearchField } from '../parts/field.js';
import { Segmented, Select } from '../parts/select.js';
import { Table, type Column } from '../parts/table.js';
import type { Variable, Wave } from './survey.js';

interface VariableListProps {
  waves: Wave[];
  wave: Wave;
  onWave: (id: string) => void;
  variables: Variable[];
  chosen: string | undefined;
  onChoose: (variable: Variable) => void;
}

/** The wave's variables, found by name or label, walked with the arrow keys. */
export function VariableList({ waves, wave, onWave, variables, chosen, onChoose }: VariableListProps) {
  const m = useMessages();
  const f = useFormat();
  const [words, setWords] = useState('');
  const [shown, setShown] = useState<'all' | 'indicator'>('all');
  const wanted = words.trim().toLowerCase();
  const found = variables.filter(
    ({ name, label, role }) =>
      (shown === 'all' || role === shown) && `${name} ${label}`.toLowerCase().includes(wanted),
  );
  const columns = useMemo<Column<Variable>[]>(
    () => [
      {
        key: 'name',
        name: m.survey.variable,
        heads: true,
        value: ({ position }) => position,
        cell: ({ name, label, role, recipe }) => (
          <span className="variable-name">
            <span className="variable-label">{label || name}</span>
            <span className="variable-code">
              {name}
              {recipe && <span className="tag">{m.surveyWork.recode.derived}</span>}
              {role !== 'none' && (
                <span className={`tag ${role === 'indicator' ? 'accent' : ''}`}>
                  {m.words.variableRole[role]}
                </span>
              )}
            </span>
          </span>
        ),
      },
      {
        key: 'measure',
        name: m.survey.measure,
        value: ({ measure }) => measure,
        cell: ({ measure }) => m.words.measure[measure],
        width: '5.5em',
      },
      {
        key: 'valid',
        name: m.survey.valid,
        number: true,
        value: ({ valid }) => valid,
        cell: ({ valid }) => f.number(valid),
        width: '4.5em',
      },
    ],
    [m, f],
  );
  return (
    <>
      <div className="pane-head">
        {waves.length > 1 && (
          <Select
            label={m.survey.wave}
            bare
            value={wave.id}
            options={waves.map(({ id, name, year }) => ({
              value: id,
              name: year === null ? name : `${name} ${year}`,
            }))}
            onChange={onWave}
          />
        )}
        <SearchField label={m.survey.find} value={words} onChange={setWords} />
        <Segmented
          label={m.survey.see}
          value={shown}
          options={[
            { value: 'all', name: `${m.survey.all} (${f.number(variables.length)})` },
            {
              value: 'indicator',
              name: `${m.survey.indicators} (${f.number(variables.filter(({ role }) => role === 'indicator').length)})`,
            },
          ]}
          onChange={setShown}
        />
      </div>
      {found.length === 0 ? (
        <p className="pane-body hint">{m.survey.noFound}</p>
      ) : (
        <Table
          caption={m.survey.variables}
          columns={columns}
          rows={found}
          rowKey={({ id }) => id}
          chosen={chosen}
          onChoose={onChoose}
          fill
        />
      )}
    </>
  );
}
