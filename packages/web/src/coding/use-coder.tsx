import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useState, type ReactNode } from 'react';
import { api } from '../api.js';
import { useChange } from '../change.js';
import { useMessages } from '../language.js';
import { Button } from '../parts/button.js';
import { Dialog } from '../parts/dialog.js';
import { TextField } from '../parts/field.js';
import { CODER, recall, useRemembered, watchRemembered } from '../parts/remembered.js';
import { Select } from '../parts/select.js';
import type { Coder } from './coding-types.js';

const NEW = 'new';

/** Who codes: chosen at the top of the page, asked for when nobody is. */
export function useCoder(coders: readonly Coder[]): {
  coder: Coder | undefined;
  /** Asks who codes. */
  ask: () => void;
  choice: ReactNode;
  dialog: ReactNode;
} {
  const m = useMessages();
  const [remembered, remember] = useRemembered<string | null>(CODER, null);
  useEffect(() => watchRemembered(CODER, () => remember(recall<string | null>(CODER, null))), [remember]);
  const client = useQueryClient();
  /** What one coder may see is no other's: everything that was read is let go of. */
  const become = useCallback(
    (id: string) => {
      remember(id);
      void client.resetQueries();
    },
    [remember, client],
  );
  const [asking, setAsking] = useState(false);
  const coder = coders.find(({ id }) => id === remembered) ?? coders[0];
  const choice = useMemo(
    () =>
      coder ? (
        <div className="coding-coder">
          <span className="label" aria-hidden="true">
            {m.coding.coder}
          </span>
          <Select
            label={m.coding.coder}
            bare
            value={coder.id}
            options={[
              ...coders.map(({ id, name, initials }) => ({ value: id, name, note: initials })),
              { value: NEW, name: m.coding.newCoder },
            ]}
            onChange={(id) => (id === NEW ? setAsking(true) : become(id))}
          />
        </div>
      ) : (
        <Button onPress={() => setAsking(true)}>{m.coding.coderTitle}</Button>
      ),
    [coder, coders, m, become],
  );
  const dialog = asking ? <CoderDialog onSaved={become} onClose={() => setAsking(false)} /> : null;
  return { coder, ask: () => setAsking(true), choice, dialog };
}

function CoderDialog({ onSaved, onClose }: { onSaved: (id: string) => void; onClose: () => void }) {
  const m = useMessages();
  const [name, setName] = useState('');
  const [initials, setInitials] = useState('');
  const guessed = name
    .split(/\s+/)
    .map((word) => word.charAt(0))
    .join('')
    .slice(0, 4)
    .toLocaleUpperCase('da');
  const save = useChange(api.coding.saveCoder, {
    onDone: ({ id }) => {
      if (id) onSaved(id);
      onClose();
    },
  });
  return (
    <Dialog
      title={m.coding.coderTitle}
      size="small"
      onClose={onClose}
      foot={
        <>
          <Button onPress={onClose}>{m.shell.cancel}</Button>
          <Button
            look="main"
            isDisabled={name.trim() === '' || save.isPending}
            onPress={() => save.mutate({ name: name.trim(), initials: initials.trim() || guessed })}
          >
            {m.shell.save}
          </Button>
        </>
      }
    >
      <p className="hint">{m.coding.coderLead}</p>
      <TextField label={m.coding.coderName} value={name} onChange={setName} autoFocus />
      <TextField
        label={m.coding.coderInitials}
        value={initials}
        onChange={(next) => setInitials(next.slice(0, 6))}
        placeholder={guessed}
      />
    </Dialog>
  );
}
