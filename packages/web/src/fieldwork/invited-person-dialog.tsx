import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { api } from '../api.js';
import { useChange } from '../change.js';
import { quotaMeaning } from '../classes/quota-axis.js';
import { useMessages } from '../language.js';
import { Button } from '../parts/button.js';
import { Dialog } from '../parts/dialog.js';
import { Checkbox } from '../parts/field.js';
import type { Invitation } from './invited.js';
import { canSave, newPerson, PersonFields, type PersonDraft } from './person-fields.js';
import { nameKey, useNames } from './true-names.js';

/**
 * Makes a participant of a respondent who agreed. Class and channel come from the invitation; complexity is judged after
 * the interview and is not asked for here. The link to the respondent goes into the key file, or, said plainly, nowhere.
 */
export function InvitedPersonDialog({
  invitation,
  onClose,
}: {
  invitation: Invitation;
  onClose: () => void;
}) {
  const m = useMessages();
  const navigate = useNavigate();
  const { names, setNames } = useNames();
  const [withoutLink, setWithoutLink] = useState(false);
  const [draft, setDraft] = useState<PersonDraft>(() => ({
    ...newPerson,
    ...Object.assign({}, ...Object.values(invitation.quota).map(quotaMeaning)),
    channel: 'respondent',
    surveyClass: invitation.className,
  }));
  const open = names !== null;
  const join = useChange(api.invitations.participate, {
    onDone: ({ id, link }) => {
      if (id && link && names) setNames(new Map(names).set(nameKey('participants', id, 'respondent'), link));
      onClose();
      void navigate({ to: '/fieldwork', search: id ? { participant: id } : {} });
    },
  });
  const able = canSave(draft) && (open || withoutLink) && !join.isPending;
  const prefilled = Object.values(invitation.quota).some(
    (name) => Object.keys(quotaMeaning(name)).length > 0,
  );
  return (
    <Dialog
      title={m.invitations.newTitle}
      onClose={onClose}
      foot={
        <>
          <Button onPress={onClose}>{m.shell.cancel}</Button>
          <Button look="main" type="submit" form="invited-person" isDisabled={!able}>
            {m.invitations.makeParticipant}
          </Button>
        </>
      }
    >
      <form
        id="invited-person"
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          if (!able) return;
          const { pseudonym, age, phase, gender, background, situation } = draft;
          const id = invitation.id;
          join.mutate({ id, pseudonym, age, phase, gender, background, situation, withoutLink });
        }}
      >
        <p className="hint">
          {m.invitations.newLead(invitation.className)} {prefilled && m.invitations.prefilled}
        </p>
        <PersonFields draft={draft} set={(part) => setDraft({ ...draft, ...part })} sites={[]} invited />
        {open ? (
          <p className="hint">{m.invitations.linkKept}</p>
        ) : (
          <div className="disclosure">
            <p>{m.invitations.linkLost}</p>
            <Checkbox checked={withoutLink} onChange={setWithoutLink}>
              {m.invitations.withoutLink}
            </Checkbox>
          </div>
        )}
      </form>
    </Dialog>
  );
}
