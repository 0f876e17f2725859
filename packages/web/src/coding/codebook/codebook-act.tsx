import { useState, type ReactNode } from 'react';
import { useMessages } from '../../language.js';
import { Button } from '../../parts/button.js';
import { Dialog, type DialogProps } from '../../parts/dialog.js';
import { TextField } from '../../parts/field.js';

/** A dialog that changes the codebook: what will happen, what it is done to, and why, which goes into the history. */
export function CodebookAct(props: {
  title: string;
  size?: DialogProps['size'];
  lead?: string;
  /** What the button says, and whether it can be pressed. */
  act: string;
  able: boolean;
  /** What goes cannot be got back but by undo: the button says so, and has the focus. */
  danger?: boolean;
  onAct: (note: string) => void;
  onClose: () => void;
  children: ReactNode;
}) {
  const { title, size, lead, act, able, danger = false, onAct, onClose, children } = props;
  const m = useMessages();
  const [note, setNote] = useState('');
  return (
    <Dialog
      title={title}
      {...(size ? { size } : {})}
      onClose={onClose}
      foot={
        <>
          <Button onPress={onClose}>{m.shell.cancel}</Button>
          <Button
            look={danger ? 'danger' : 'main'}
            autoFocus={danger}
            isDisabled={!able}
            onPress={() => onAct(note)}
          >
            {act}
          </Button>
        </>
      }
    >
      {lead && <p className="hint">{lead}</p>}
      {children}
      <TextField label={m.codebook.note} value={note} onChange={setNote} hint={m.codebook.noteHint} />
    </Dialog>
  );
}
