import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useState, type ReactNode } from 'react';
import { api, type Outputs } from '../api.js';
import { errorText } from '../change.js';
import { useMessages, useSpoken } from '../language.js';
import { useActions } from '../parts/actions.js';
import { Button } from '../parts/button.js';
import { Dialog } from '../parts/dialog.js';
import { TextField } from '../parts/field.js';
import { Icon } from '../parts/icon.js';
import { useSay } from '../parts/status-line.js';
import type { Fieldwork } from './fieldwork-types.js';
import { nameKey, NamesContext, useNames, type Names } from './true-names.js';

const IDLE = 15 * 60_000;

/** Holds the true names of the page while they are shown: until they are hidden, the page is left, or nobody is there. */
export function TrueNames({ children }: { children: ReactNode }) {
  const [names, setNames] = useState<Names | null>(null);
  const shown = names !== null;
  useEffect(() => {
    if (!shown) return;
    let timer = setTimeout(() => setNames(null), IDLE);
    const again = () => {
      clearTimeout(timer);
      timer = setTimeout(() => setNames(null), IDLE);
    };
    window.addEventListener('pointerdown', again);
    window.addEventListener('keydown', again);
    return () => {
      clearTimeout(timer);
      window.removeEventListener('pointerdown', again);
      window.removeEventListener('keydown', again);
      // The server forgets them too; should it not hear this, it does so by itself.
      api.fieldwork.hideNames().catch(() => undefined);
    };
  }, [shown]);
  const value = useMemo(() => ({ names, setNames }), [names]);
  return <NamesContext value={value}>{children}</NamesContext>;
}

/** Asks for the passphrase and shows the true names, or hides them again; where there is no key file, makes one. */
export function TrueNamesButton({ keyFile }: { keyFile: Fieldwork['key'] | undefined }) {
  const m = useMessages();
  const { names, setNames } = useNames();
  const [asking, setAsking] = useState(false);
  const there = keyFile === 'there';
  const act = !there ? m.fieldwork.makeKey : names ? m.fieldwork.hideNames : m.fieldwork.showNames;
  const toggle = () => (names ? setNames(null) : setAsking(true));
  const able = there || keyFile === 'missing';
  useActions([{ id: 'true-names', name: act, run: toggle, disabled: !able }]);
  if (!able) return null;
  const close = () => setAsking(false);
  return (
    <>
      <Button onPress={toggle}>
        <Icon name="lock" />
        {act}
      </Button>
      {asking && (there ? <PassphraseDialog onClose={close} /> : <MakeKeyDialog onClose={close} />)}
    </>
  );
}

const byKey = ({ names }: Outputs['fieldwork']['names']): Names =>
  new Map(names.map(({ table, id, field, value }) => [nameKey(table, id, field), value]));

function PassphraseDialog({ onClose }: { onClose: () => void }) {
  const { language, messages: m } = useSpoken();
  const { setNames } = useNames();
  const [passphrase, setPassphrase] = useState('');
  const read = useMutation({
    mutationFn: () => api.fieldwork.names({ passphrase }),
    onSuccess: (found) => {
      setNames(byKey(found));
      onClose();
    },
    // Nothing of it stays behind in the cache of calls.
    gcTime: 0,
  });
  const able = passphrase !== '' && !read.isPending;
  return (
    <KeyDialog
      title={m.fieldwork.showNames}
      lead={m.fieldwork.namesLead}
      able={able}
      onYes={() => read.mutate()}
      onClose={onClose}
    >
      <TextField
        label={m.fieldwork.passphrase}
        type="password"
        value={passphrase}
        onChange={setPassphrase}
        autoFocus
        wrong={read.error ? errorText(read.error, language) : null}
      />
    </KeyDialog>
  );
}

const SHORTEST = 8;

/** The passphrase is typed twice: a slip of the finger would lock the names away for good. */
function MakeKeyDialog({ onClose }: { onClose: () => void }) {
  const { language, messages: m } = useSpoken();
  const { setNames } = useNames();
  const say = useSay();
  const client = useQueryClient();
  const [passphrase, setPassphrase] = useState('');
  const [again, setAgain] = useState('');
  const make = useMutation({
    mutationFn: () => api.fieldwork.makeKey({ passphrase }),
    onSuccess: async (made) => {
      setNames(byKey(made));
      say({ text: m.fieldwork.keyMade });
      onClose();
      await client.invalidateQueries();
    },
    gcTime: 0,
  });
  const differ = again !== '' && !passphrase.startsWith(again);
  return (
    <KeyDialog
      title={m.fieldwork.makeKey}
      lead={m.fieldwork.makeKeyLead}
      able={passphrase.trim().length >= SHORTEST && passphrase === again && !make.isPending}
      onYes={() => make.mutate()}
      onClose={onClose}
    >
      <TextField
        label={m.fieldwork.passphrase}
        type="password"
        value={passphrase}
        onChange={setPassphrase}
        hint={m.fieldwork.passphraseHint(String(SHORTEST))}
        autoFocus
      />
      <TextField
        label={m.fieldwork.passphraseAgain}
        type="password"
        value={again}
        onChange={setAgain}
        wrong={make.error ? errorText(make.error, language) : differ ? m.fieldwork.passphrasesDiffer : null}
      />
    </KeyDialog>
  );
}

function KeyDialog(props: {
  title: string;
  lead: string;
  able: boolean;
  onYes: () => void;
  onClose: () => void;
  children: ReactNode;
}) {
  const { title, lead, able, onYes, onClose, children } = props;
  const m = useMessages();
  return (
    <Dialog
      title={title}
      size="small"
      onClose={onClose}
      foot={
        <>
          <Button onPress={onClose}>{m.shell.cancel}</Button>
          <Button look="main" type="submit" form="passphrase" isDisabled={!able}>
            {title}
          </Button>
        </>
      }
    >
      <form
        id="passphrase"
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          if (able) onYes();
        }}
      >
        <p className="hint">{lead}</p>
        {children}
      </form>
    </Dialog>
  );
}
