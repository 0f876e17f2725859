import { useState } from 'react';
import { api } from '../api.js';
import { useChange } from '../change.js';
import { useMessages } from '../language.js';
import { Button } from '../parts/button.js';
import { TextField } from '../parts/field.js';
import type { Topic } from './fieldwork-types.js';

/** The name of a focus area. It is saved with its first topic and holds for all of them. */
export function AreaForm({ first, onDone }: { first: Topic; onDone: () => void }) {
  const m = useMessages();
  const [name, setName] = useState(first.focusName);
  const save = useChange(api.fieldwork.saveTopic, { onDone });
  const able = name.trim() !== '' && name.trim() !== first.focusName && !save.isPending;
  const { id, focus, topic, question } = first;
  return (
    <>
      <div className="pane-head person-head">
        <h2>{m.fieldwork.focusArea}</h2>
      </div>
      <form
        className="pane-body stack"
        onSubmit={(event) => {
          event.preventDefault();
          if (able) save.mutate({ id, focus, focusName: name.trim(), topic, question });
        }}
      >
        <TextField label={m.fieldwork.areaName} value={name} onChange={setName} autoFocus />
        <div className="row">
          <Button look="main" type="submit" isDisabled={!able}>
            {m.shell.save}
          </Button>
          <Button look="quiet" onPress={onDone}>
            {m.shell.cancel}
          </Button>
        </div>
      </form>
    </>
  );
}
