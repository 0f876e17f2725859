import { INVITATION_STATES } from '@bagom/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { api } from '../api.js';
import { useChange } from '../change.js';
import { useFormat, useMessages } from '../language.js';
import { Button } from '../parts/button.js';
import { useDraft } from '../parts/draft.js';
import { TextField } from '../parts/field.js';
import { Keys } from '../parts/keys.js';
import type { Fieldwork } from './fieldwork-types.js';
import { InvitedPersonDialog } from './invited-person-dialog.js';
import { usePersonOf, type Invitation } from './invited.js';
import { StateMark } from './state-mark.js';
import { RespondentLink } from './respondent-link.js';
import { useNames } from './true-names.js';

/** One respondent on the list: how far it has come, and, when they agreed, the way to a participant. */
export function InvitationPane(props: { invitation: Invitation; fieldwork: Fieldwork; onGone: () => void }) {
  const { invitation, fieldwork, onGone } = props;
  const m = useMessages();
  const f = useFormat();
  const { names } = useNames();
  const person = usePersonOf(fieldwork)(invitation);
  const [joining, setJoining] = useState(false);
  const change = useChange(api.invitations.change);
  const remove = useChange(api.invitations.remove, { onDone: onGone });
  const { draft, set, dirty } = useDraft({ note: invitation.note });
  const { id, state, className, certainty, quota, respondent, row } = invitation;
  return (
    <>
      <div className="pane-head person-head">
        <h2>{respondent ?? m.invitations.row(f.number(row + 1))}</h2>
        <p className="hint">
          {[className, ...Object.values(quota)].join(', ')}; {m.invitations.certainty.toLowerCase()}{' '}
          {f.number(certainty, 2)}
        </p>
      </div>
      <div className="pane-body person-file">
        <section className="person-part">
          <h3>{m.invitations.how}</h3>
          <div className="state-choice" role="radiogroup" aria-label={m.invitations.how}>
            {INVITATION_STATES.map((to, i) => (
              <button
                key={to}
                type="button"
                role="radio"
                aria-checked={state === to}
                disabled={change.isPending}
                onClick={() => state !== to && change.mutate({ ids: [id], state: to })}
              >
                <StateMark state={to} />
                <Keys keys={String(i + 1)} />
              </button>
            ))}
          </div>
          {state === 'listed' ? (
            <div>
              <Button small look="quiet" isDisabled={remove.isPending} onPress={() => remove.mutate({ id })}>
                {m.invitations.remove}
              </Button>
            </div>
          ) : (
            <p className="hint">{m.invitations.stays}</p>
          )}
        </section>
        {state === 'agreed' && (
          <section className="person-part">
            <h3>{m.invitations.participant}</h3>
            {person ? (
              <>
                <p>
                  {m.invitations.isParticipant(person.pseudonym)}{' '}
                  <Link to="/fieldwork" search={{ participant: person.id }}>
                    {m.invitations.seePerson}
                  </Link>
                </p>
                {person.consent?.withdrawnAt && (
                  <p className="wrong">{m.invitations.withdrew(person.pseudonym)}</p>
                )}
                <RespondentLink person={person} />
              </>
            ) : (
              <>
                <div>
                  <Button look="main" onPress={() => setJoining(true)}>
                    {m.invitations.makeParticipant}
                  </Button>
                </div>
                {!names && <p className="hint">{m.invitations.keyClosed}</p>}
              </>
            )}
          </section>
        )}
        <form
          className="stack"
          onSubmit={(event) => {
            event.preventDefault();
            if (dirty) change.mutate({ ids: [id], note: draft.note.trim() });
          }}
        >
          <TextField
            label={m.invitations.note}
            value={draft.note}
            lines={3}
            onChange={(note) => set({ note: note.slice(0, 5000) })}
            hint={m.invitations.noteHint}
          />
          <div>
            <Button type="submit" isDisabled={!dirty || change.isPending}>
              {m.shell.save}
            </Button>
          </div>
        </form>
      </div>
      {joining && <InvitedPersonDialog invitation={invitation} onClose={() => setJoining(false)} />}
    </>
  );
}
