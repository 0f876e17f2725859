import { useMutation } from '@tanstack/react-query';
import { createContext, useContext, useState, type ReactNode } from 'react';
import { api } from '../api.js';
import { errorText } from '../change.js';
import { useMessages, useSpoken } from '../language.js';
import { useActions } from '../parts/actions.js';
import { Button } from '../parts/button.js';
import { Dialog } from '../parts/dialog.js';
import { TextField } from '../parts/field.js';
import { Icon } from '../parts/icon.js';

/** True values out of the key file, by `table id field`. They are held in memory only, and only while they are shown. */
type Names = ReadonlyMap<string, string>;
const NamesContext = createContext<Names | null>(null);

export function TrueNames({ names, children }: { names: Names | null; children: ReactNode }) {
  return <NamesContext value={names}>{children}</NamesContext>;
}

/** A true value, or null while they are hidden or when there is none. */
export function useTrueValue(): {
  shown: boolean;
  of: (table: string, id: string, field: string) => string | null;
} {
  const names = useContext(NamesContext);
  return { shown: names !== null, of: (table, id, field) => names?.get(`${table} ${id} ${field}`) ?? null };
}

/** Asks for the passphrase and shows the true names, or hides them again. */
export function TrueNamesButton(props: {
  names: Names | null;
  onNames: (names: Names | null) => void;
  hasKey: boolean;
}) {
  const { names, onNames, hasKey } = props;
  const m = useMessages();
  const [asking, setAsking] = useState(false);
  const toggle = () => (names ? onNames(null) : setAsking(true));
  useActions([
    {
      id: 'true-names',
      name: names ? m.fieldwork.hideNames : m.fieldwork.showNames,
      run: toggle,
      disabled: !hasKey,
    },
  ]);
  if (!hasKey) return null;
  return (
    <>
      <Button onPress={toggle}>
        <Icon name="lock" />
        {names ? m.fieldwork.hideNames : m.fieldwork.showNames}
      </Button>
      {asking && (
        <PassphraseDialog
          onClose={() => setAsking(false)}
          onNames={(found) => {
            onNames(found);
            setAsking(false);
          }}
        />
      )}
    </>
  );
}

function PassphraseDialog({ onNames, onClose }: { onNames: (names: Names) => void; onClose: () => void }) {
  const { language, messages: m } = useSpoken();
  const [passphrase, setPassphrase] = useState('');
  const read = useMutation({
    mutationFn: () => api.fieldwork.names({ passphrase }),
    onSuccess: ({ names }) =>
      onNames(new Map(names.map(({ table, id, field, value }) => [`${table} ${id} ${field}`, value]))),
    // Nothing of it stays behind in the cache of calls.
    gcTime: 0,
  });
  return (
    <Dialog
      title={m.fieldwork.showNames}
      size="small"
      onClose={onClose}
      foot={
        <>
          <Button onPress={onClose}>{m.shell.cancel}</Button>
          <Button
            look="main"
            type="submit"
            form="passphrase"
            isDisabled={passphrase === '' || read.isPending}
          >
            {m.fieldwork.showNames}
          </Button>
        </>
      }
    >
      <form
        id="passphrase"
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          if (passphrase !== '' && !read.isPending) read.mutate();
        }}
      >
        <p className="hint">{m.fieldwork.namesLead}</p>
        <TextField
          label={m.fieldwork.passphrase}
          type="password"
          value={passphrase}
          onChange={setPassphrase}
          autoFocus
          wrong={read.error ? errorText(read.error, language) : null}
        />
      </form>
    </Dialog>
  );
}
