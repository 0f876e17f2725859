import { useMessages } from '../language.js';
import { useOffered } from './actions.js';
import { FindDialog } from './find-dialog.js';
import { Keys } from './keys.js';

/** Every act that can be done now, found by a few letters. */
export function CommandPalette({ onClose }: { onClose: () => void }) {
  const m = useMessages();
  const actions = useOffered()
    .filter((action) => !action.hidden && !action.disabled)
    .toSorted((a, b) => Number(a.place === 'everywhere') - Number(b.place === 'everywhere'));
  return (
    <FindDialog
      title={m.shell.commands}
      placeholder={m.shell.commandSearch}
      none={m.shell.noCommand}
      items={actions.map(({ id, name, keys }) => ({
        id,
        name,
        // A slash in a name parts no path.
        words: name.replaceAll('/', ' '),
        ...(keys ? { note: <Keys keys={keys} /> } : {}),
      }))}
      onChoose={(id) => {
        const action = actions.find((one) => one.id === id);
        onClose();
        // After the dialog has given the focus back, so that the act may take it.
        setTimeout(() => action?.run(), 0);
      }}
      onClose={onClose}
    />
  );
}
