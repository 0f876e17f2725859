import { useState } from 'react';
import { api } from '../api.js';
import { useChange } from '../change.js';
import { useFormat, useMessages } from '../language.js';
import { Button } from '../parts/button.js';
import { Checkbox, NumberField, TextField } from '../parts/field.js';
import { Table } from '../parts/table.js';
import type { Variable } from './survey.js';

interface Row {
  value: number;
  label: string;
  n: number | null;
  userMissing: boolean;
}

/** The values of a variable: what each means, and whether it counts as no answer. Both can be mended here. */
export function ValueTable({ variable }: { variable: Variable }) {
  const m = useMessages();
  const f = useFormat();
  const change = useChange(api.survey.change);
  const rows = valueRows(variable);
  const figure = (value: number) => f.number(value, Number.isInteger(value) ? 0 : 2);
  const setLabel = (value: number, label: string) => {
    const others = variable.labels.filter((one) => one.value !== value);
    const labels = label.trim() ? [...others, { value, label: label.trim() }] : others;
    change.mutate({ id: variable.id, labels: labels.toSorted((a, b) => a.value - b.value) });
  };
  const setMissing = (value: number, missing: boolean) => {
    const others = variable.userMissing.filter((one) => one !== value);
    change.mutate({
      id: variable.id,
      userMissing: missing ? [...others, value].toSorted((a, b) => a - b) : others,
    });
  };
  return (
    <div className="value-table">
      {rows.length > 0 && (
        <Table
          caption={m.survey.valueLabel}
          rows={rows}
          rowKey={({ value }) => String(value)}
          rowClass={({ userMissing }) => (userMissing ? 'user-missing' : '')}
          columns={[
            {
              key: 'value',
              name: m.survey.value,
              number: true,
              heads: true,
              cell: ({ value }) => figure(value),
              width: '5em',
            },
            {
              key: 'label',
              name: m.survey.valueLabel,
              cell: ({ value, label }) => (
                <LabelCell
                  key={label}
                  name={m.survey.labelOf(figure(value))}
                  label={label}
                  onLabel={(next) => setLabel(value, next)}
                />
              ),
            },
            {
              key: 'n',
              name: m.survey.n,
              number: true,
              cell: ({ n }) => (n === null ? '–' : f.number(n)),
              width: '5em',
            },
            {
              key: 'missing',
              name: m.survey.asMissing,
              width: '8em',
              cell: ({ value, label, userMissing }) => (
                <Checkbox
                  label={m.survey.asMissingOf(label || figure(value))}
                  checked={userMissing}
                  disabled={change.isPending}
                  onChange={(missing) => setMissing(value, missing)}
                />
              ),
            },
          ]}
        />
      )}
      <AddValue onAdd={setLabel} known={rows.map(({ value }) => value)} />
    </div>
  );
}

/** Values that were answered, and values that only have a label or count as missing. */
function valueRows({ frequencies, labels, userMissing }: Variable): Row[] {
  const rows = new Map<number, Row>();
  const labelOf = new Map(labels.map(({ value, label }) => [value, label]));
  const put = (value: number, n: number | null) => {
    if (!rows.has(value))
      rows.set(value, {
        value,
        label: labelOf.get(value) ?? '',
        n,
        userMissing: userMissing.includes(value),
      });
  };
  for (const { value, n } of frequencies) put(value, n);
  // Without frequencies (more than 30 values) how often a value was given is not known here.
  const unseen = frequencies.length > 0 ? 0 : null;
  for (const { value } of labels) put(value, unseen);
  for (const value of userMissing) put(value, unseen);
  return [...rows.values()].toSorted((a, b) => a.value - b.value);
}

function LabelCell({
  name,
  label,
  onLabel,
}: {
  name: string;
  label: string;
  onLabel: (label: string) => void;
}) {
  const [words, setWords] = useState(label);
  const commit = () => {
    if (words.trim() !== label) onLabel(words);
  };
  return <TextField label={name} bare value={words} onChange={setWords} onCommit={commit} />;
}

/** A meaning for a value that nobody answered, or that is one among many. */
function AddValue({ onAdd, known }: { onAdd: (value: number, label: string) => void; known: number[] }) {
  const m = useMessages();
  const [value, setValue] = useState(NaN);
  const [label, setLabel] = useState('');
  return (
    <details className="add-value">
      <summary>{m.survey.addLabel}</summary>
      <div className="row end">
        <NumberField label={m.survey.value} value={value} onChange={setValue} digits={4} />
        <TextField label={m.survey.valueLabel} value={label} onChange={setLabel} />
        <Button
          isDisabled={Number.isNaN(value) || !label.trim() || known.includes(value)}
          onPress={() => {
            onAdd(value, label);
            setValue(NaN);
            setLabel('');
          }}
        >
          {m.survey.addLabel}
        </Button>
      </div>
    </details>
  );
}
