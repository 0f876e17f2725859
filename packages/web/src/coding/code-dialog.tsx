import { useState } from 'react';
import { api } from '../api.js';
import { useChange } from '../change.js';
import { useMessages } from '../language.js';
import { Button } from '../parts/button.js';
import { codeColour } from '../parts/code-colour.js';
import { Dialog } from '../parts/dialog.js';
import { NumberField, TextField } from '../parts/field.js';
import { Select } from '../parts/select.js';
import type { Code } from './coding-types.js';

const TOP = 'top';
const STATUSES = ['proposed', 'active', 'retired'] as const;
const ORIGINS = ['theory', 'research', 'guide', 'inductive'] as const;

/** A code's name and what it means: the definition, when it is used and when not, an example. */
export function CodeDialog(props: {
  codes: readonly Code[];
  /** The code that is changed; without one a code is added. */
  code: Code | undefined;
  parentId: string | null;
  onSaved: (id: string) => void;
  onClose: () => void;
}) {
  const { codes, code, onSaved, onClose } = props;
  const m = useMessages();
  const words = m.coding;
  const [name, setName] = useState(code?.name ?? '');
  const [parent, setParent] = useState(code?.parentId ?? props.parentId ?? TOP);
  const [definition, setDefinition] = useState(code?.definition ?? '');
  const [use, setUse] = useState(code?.use ?? '');
  const [useNot, setUseNot] = useState(code?.useNot ?? '');
  const [example, setExample] = useState(code?.example ?? '');
  const [origin, setOrigin] = useState<Code['origin']>(code?.origin ?? 'inductive');
  const [shortName, setShortName] = useState(code?.shortName ?? '');
  const [status, setStatus] = useState<(typeof STATUSES)[number]>(code?.status ?? 'active');
  const [note, setNote] = useState('');
  const [hue, setHue] = useState(code?.hue ?? Number.NaN);
  const save = useChange(api.coding.saveCode, {
    onDone: ({ id }) => {
      if (id) onSaved(id);
      onClose();
    },
  });
  const onSave = () => {
    if (!name.trim()) return;
    save.mutate({
      ...(code ? { id: code.id } : { parentId: parent === TOP ? null : parent }),
      name: name.trim(),
      definition,
      use,
      useNot,
      example,
      origin,
      shortName: shortName.trim() || null,
      status: status === 'active' && !code?.status ? null : status,
      note,
      ...(Number.isInteger(hue) ? { hue } : {}),
    });
  };
  return (
    <Dialog
      title={code ? words.editCode : words.newCode}
      onClose={onClose}
      foot={
        <>
          <Button onPress={onClose}>{m.shell.cancel}</Button>
          <Button look="main" isDisabled={!name.trim() || save.isPending} onPress={onSave}>
            {m.shell.save}
          </Button>
        </>
      }
    >
      <div className="row code-names">
        <TextField label={words.codeName} value={name} onChange={setName} autoFocus required />
        <TextField
          label={m.codebook.shortName}
          value={shortName}
          onChange={(next) => setShortName(next.slice(0, 12))}
        />
      </div>
      {!code && (
        <Select
          label={words.under}
          value={parent}
          options={[
            { value: TOP, name: words.top },
            ...codes.map(({ id, path }) => ({ value: id, name: path.replaceAll('/', ' › ') })),
          ]}
          onChange={setParent}
        />
      )}
      <TextField label={words.definition} value={definition} onChange={setDefinition} lines={3} serif />
      <TextField label={words.use} value={use} onChange={setUse} lines={2} serif />
      <TextField label={words.useNot} value={useNot} onChange={setUseNot} lines={2} serif />
      <TextField label={words.example} value={example} onChange={setExample} lines={2} serif />
      <div className="row end">
        <Select
          label={words.origin}
          value={origin}
          options={ORIGINS.map((value) => ({ value, name: m.words.codeOrigin[value] }))}
          onChange={setOrigin}
        />
        <Select
          label={m.codebook.status}
          value={status}
          options={STATUSES.map((value) => ({ value, name: m.codebook.statuses[value] }))}
          onChange={setStatus}
        />
        <NumberField label={words.hue} value={hue} onChange={setHue} min={0} max={359} />
        {Number.isInteger(hue) && (
          <span className="code-chip" style={codeColour(hue)}>
            {name || words.codeName}
          </span>
        )}
      </div>
      {status === 'retired' && <p className="hint">{m.codebook.statusHint}</p>}
      {code && (
        <TextField label={m.codebook.note} value={note} onChange={setNote} hint={m.codebook.noteHint} />
      )}
    </Dialog>
  );
}
