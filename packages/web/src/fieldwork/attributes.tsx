import { useState } from 'react';
import { api } from '../api.js';
import { useChange } from '../change.js';
import { useMessages } from '../language.js';
import { Button } from '../parts/button.js';
import { TextField } from '../parts/field.js';
import { Icon } from '../parts/icon.js';
import { Select } from '../parts/select.js';
import type { PersonFile } from './fieldwork-types.js';

const SOURCES = ['self', 'researcher', 'staff', 'register'] as const;

/** Facts beyond the fixed ones, each with who says so. */
export function Attributes({
  participantId,
  attributes,
}: {
  participantId: string;
  attributes: PersonFile['attributes'];
}) {
  const m = useMessages();
  const [name, setName] = useState('');
  const [value, setValue] = useState('');
  const [source, setSource] = useState<(typeof SOURCES)[number]>('self');
  const save = useChange(api.fieldwork.saveAttribute, {
    onDone: () => {
      setName('');
      setValue('');
    },
  });
  const remove = useChange(api.fieldwork.removeAttribute);
  return (
    <>
      {attributes.length === 0 && <p className="hint">{m.fieldwork.noAttributes}</p>}
      <dl className="attribute-list">
        {attributes.map((row) => (
          <div key={row.id}>
            <dt>{row.name}</dt>
            <dd>
              {row.value}
              <span className="hint"> {m.words.attributeSource[row.source]}</span>
            </dd>
            <Button
              look="quiet"
              icon
              small
              label={m.fieldwork.removeAttribute(row.name)}
              onPress={() => remove.mutate({ id: row.id })}
            >
              <Icon name="trash" />
            </Button>
          </div>
        ))}
      </dl>
      <form
        className="attribute-form"
        onSubmit={(event) => {
          event.preventDefault();
          if (name.trim()) save.mutate({ participantId, name: name.trim(), value: value.trim(), source });
        }}
      >
        <TextField label={m.fieldwork.attributeName} value={name} onChange={setName} />
        <TextField label={m.fieldwork.attributeValue} value={value} onChange={setValue} />
        <Select
          label={m.fieldwork.attributeSource}
          value={source}
          options={SOURCES.map((one) => ({ value: one, name: m.words.attributeSource[one] }))}
          onChange={setSource}
        />
        <Button type="submit" isDisabled={!name.trim()}>
          {m.fieldwork.add}
        </Button>
      </form>
    </>
  );
}
