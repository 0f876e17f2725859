import { INVITATION_STATES, type InvitationState } from '@bagom/core';
import { useState } from 'react';
import { useFormat, useMessages } from '../language.js';
import { Button } from '../parts/button.js';
import { Dialog } from '../parts/dialog.js';
import { Checkbox } from '../parts/field.js';

/** Saves the list for the office that has the addresses: who is meant, and as little else as can be. */
export function InvitationsExport(props: { counts: Record<InvitationState, number>; onClose: () => void }) {
  const { counts, onClose } = props;
  const m = useMessages();
  const f = useFormat();
  const [states, setStates] = useState<readonly InvitationState[]>(['listed']);
  const [withClass, setWithClass] = useState(false);
  const n = states.reduce((sum, state) => sum + counts[state], 0);
  const save = () => {
    const link = document.createElement('a');
    link.href = `/files/invitations.csv?states=${states.join(',')}${withClass ? '&class=true' : ''}`;
    link.download = '';
    link.click();
    onClose();
  };
  return (
    <Dialog
      title={m.invitations.export}
      size="small"
      onClose={onClose}
      foot={
        <>
          <Button onPress={onClose}>{m.shell.cancel}</Button>
          <Button look="main" isDisabled={n === 0} onPress={save}>
            {m.invitations.save}
          </Button>
        </>
      }
    >
      <div className="stack">
        <p className="hint">{m.invitations.exportLead}</p>
        <fieldset className="plain-fieldset">
          <legend className="label">{m.invitations.exportStates}</legend>
          {INVITATION_STATES.map((state) => (
            <Checkbox
              key={state}
              checked={states.includes(state)}
              disabled={counts[state] === 0}
              onChange={(on) =>
                setStates(INVITATION_STATES.filter((one) => (one === state ? on : states.includes(one))))
              }
            >
              {m.invitations.some(m.invitations.states[state], f.number(counts[state]))}
            </Checkbox>
          ))}
        </fieldset>
        {n === 0 && <p className="hint">{m.invitations.exportNone}</p>}
        <div>
          <Checkbox checked={withClass} onChange={setWithClass}>
            {m.invitations.exportClass}
          </Checkbox>
          <p className="hint">{m.invitations.exportClassHint}</p>
        </div>
      </div>
    </Dialog>
  );
}
