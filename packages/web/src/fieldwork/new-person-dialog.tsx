import { useState } from 'react';
import { api } from '../api.js';
import { useChange } from '../change.js';
import { useMessages } from '../language.js';
import { Button } from '../parts/button.js';
import { Dialog } from '../parts/dialog.js';
import type { Fieldwork } from './fieldwork-types.js';
import { canSave, newPerson, PersonFields } from './person-fields.js';

export function NewPersonDialog(props: {
  fieldwork: Fieldwork;
  onClose: () => void;
  onAdded: (id: string | undefined) => void;
}) {
  const { fieldwork, onClose, onAdded } = props;
  const m = useMessages();
  const [draft, setDraft] = useState(newPerson);
  const save = useChange(api.fieldwork.saveParticipant, {
    onDone: ({ id }) => {
      onAdded(id);
      onClose();
    },
  });
  return (
    <Dialog
      title={m.fieldwork.addPerson}
      onClose={onClose}
      foot={
        <>
          <Button onPress={onClose}>{m.shell.cancel}</Button>
          <Button look="main" type="submit" form="new-person" isDisabled={!canSave(draft) || save.isPending}>
            {m.fieldwork.addPerson}
          </Button>
        </>
      }
    >
      <form
        id="new-person"
        onSubmit={(event) => {
          event.preventDefault();
          if (canSave(draft)) save.mutate(draft);
        }}
      >
        <PersonFields draft={draft} set={(part) => setDraft({ ...draft, ...part })} sites={fieldwork.sites} />
      </form>
    </Dialog>
  );
}
