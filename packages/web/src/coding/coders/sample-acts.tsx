import { useState } from 'react';
import { api } from '../../api.js';
import { useChange } from '../../change.js';
import { useFormat, useMessages } from '../../language.js';
import { useActions } from '../../parts/actions.js';
import { Button } from '../../parts/button.js';
import { ConfirmDialog, Dialog } from '../../parts/dialog.js';
import { TextField } from '../../parts/field.js';
import { Icon } from '../../parts/icon.js';
import { Menu } from '../../parts/menu.js';
import { useChoose } from '../../routes.js';
import type { Sample } from './sample.js';

/** What can be done to a sample as such: another name, or away with it. Both can be undone. */
export function SampleActs({ sample }: { sample: Sample }) {
  const m = useMessages();
  const f = useFormat();
  const words = m.coders;
  const choose = useChoose();
  const [asking, setAsking] = useState<'rename' | 'remove' | null>(null);
  const remove = useChange(api.doubleCodings.remove, { onDone: () => choose({ sample: undefined }) });
  const acts = [
    { id: 'rename', name: words.rename, run: () => setAsking('rename') },
    { id: 'remove', name: words.remove, danger: true, run: () => setAsking('remove') },
  ];
  useActions(
    acts.map(({ id, name, run }) => ({ id: `coders.${id}`, name: `${name} (${sample.name})`, run })),
  );
  const close = () => setAsking(null);
  return (
    <>
      <Menu label={words.sampleActs} button={<Icon name="edit" />} items={acts} />
      {asking === 'rename' && <RenameDialog sample={sample} onClose={close} />}
      {asking === 'remove' && (
        <ConfirmDialog
          title={words.removeTitle(sample.name)}
          text={[
            words.removeText,
            ...(sample.resolutions > 0
              ? [words.removeSettled(f.count(sample.resolutions, words.settledCount))]
              : []),
            ...(sample.blind ? [words.removeBlind] : []),
          ].join(' ')}
          act={words.remove}
          onYes={() => remove.mutate({ id: sample.id })}
          onClose={close}
        />
      )}
    </>
  );
}

function RenameDialog({ sample, onClose }: { sample: Sample; onClose: () => void }) {
  const m = useMessages();
  const [name, setName] = useState(sample.name);
  const save = useChange(api.doubleCodings.change, { onDone: onClose });
  const sound = name.trim() !== '' && name.trim() !== sample.name;
  const onSave = () => {
    if (sound && !save.isPending) save.mutate({ id: sample.id, name: name.trim() });
  };
  return (
    <Dialog
      title={m.coders.rename}
      size="small"
      onClose={onClose}
      foot={
        <>
          <Button onPress={onClose}>{m.shell.cancel}</Button>
          <Button look="main" isDisabled={!sound || save.isPending} onPress={onSave}>
            {m.shell.save}
          </Button>
        </>
      }
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          onSave();
        }}
      >
        <TextField label={m.coders.name} value={name} onChange={setName} autoFocus required />
      </form>
    </Dialog>
  );
}
