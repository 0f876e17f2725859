import { useState } from 'react';
import { useFormat, useMessages } from '../language.js';
import { Button } from '../parts/button.js';
import { Dialog } from '../parts/dialog.js';
import { TextField } from '../parts/field.js';
import { Select } from '../parts/select.js';
import type { Code } from './coding-types.js';

const LONGEST = 120;
const TOP = 'top';

/** Makes a code out of the person's own words and codes them with it. */
export function InVivoDialog(props: {
  words: string;
  codes: readonly Code[];
  parentId: string | null;
  onSave: (name: string, parentId: string | null) => void;
  onClose: () => void;
}) {
  const { words, codes, parentId, onSave, onClose } = props;
  const m = useMessages();
  const f = useFormat();
  const [name, setName] = useState(
    words
      .replace(/\s+/g, ' ')
      .replace(/[.,:;]+$/, '')
      .slice(0, 60),
  );
  const [parent, setParent] = useState(parentId ?? TOP);
  const save = () => {
    if (!name.trim()) return;
    onSave(name.trim().slice(0, LONGEST), parent === TOP ? null : parent);
    onClose();
  };
  return (
    <Dialog
      title={m.coding.inVivoTitle}
      size="small"
      onClose={onClose}
      foot={
        <>
          <Button onPress={onClose}>{m.shell.cancel}</Button>
          <Button look="main" keys="Enter" isDisabled={!name.trim()} onPress={save}>
            {m.coding.inVivoSave}
          </Button>
        </>
      }
    >
      <p className="coding-quote">{f.quote(words.length > 200 ? `${words.slice(0, 200)} …` : words)}</p>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <TextField label={m.coding.codeName} value={name} onChange={setName} autoFocus serif />
        <button type="submit" hidden aria-hidden="true" tabIndex={-1} />
        <Select
          label={m.coding.under}
          value={parent}
          options={[
            { value: TOP, name: m.coding.top },
            ...codes.map(({ id, path }) => ({ value: id, name: path.replaceAll('/', ' › ') })),
          ]}
          onChange={setParent}
        />
      </form>
    </Dialog>
  );
}
