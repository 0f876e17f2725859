import { useState } from 'react';
import { api } from '../api.js';
import { useChange } from '../change.js';
import { useMessages } from '../language.js';
import { Button } from '../parts/button.js';
import { Dialog } from '../parts/dialog.js';
import { TextField } from '../parts/field.js';
import { useChoose } from '../routes.js';

/** Begins a transcript that is to be written here. */
export function BeginDialog({ onClose }: { onClose: () => void }) {
  const m = useMessages();
  const words = m.desk;
  const choose = useChoose();
  const [title, setTitle] = useState('');
  const begin = useChange(api.transcripts.create, {
    onDone: ({ id }) => {
      choose({ source: id, view: 'desk', participant: undefined, from: undefined, to: undefined });
      onClose();
    },
  });
  const send = () => title.trim() && !begin.isPending && begin.mutate({ title: title.trim() });
  return (
    <Dialog
      title={words.begin}
      size="small"
      onClose={onClose}
      foot={
        <>
          <Button onPress={onClose}>{m.shell.cancel}</Button>
          <Button look="main" isDisabled={!title.trim() || begin.isPending} onPress={send}>
            {words.create}
          </Button>
        </>
      }
    >
      <p className="hint">{words.beginLead}</p>
      <TextField label={words.title} value={title} onChange={setTitle} onEnter={send} autoFocus required />
    </Dialog>
  );
}
