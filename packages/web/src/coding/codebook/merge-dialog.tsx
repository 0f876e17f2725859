import { useState } from 'react';
import { ListBox, ListBoxItem } from 'react-aria-components';
import { api } from '../../api.js';
import { useChange } from '../../change.js';
import { useFormat, useMessages } from '../../language.js';
import { Button } from '../../parts/button.js';
import { codeColour } from '../../parts/code-colour.js';
import { Dialog } from '../../parts/dialog.js';
import { SearchField, TextField } from '../../parts/field.js';
import { fuzzy } from '../../parts/fuzzy.js';
import { Icon } from '../../parts/icon.js';
import type { Code } from '../coding-types.js';

/** Makes other codes one with this code. */
export function MergeDialog({
  code,
  codes,
  onClose,
}: {
  code: Code;
  codes: readonly Code[];
  onClose: () => void;
}) {
  const m = useMessages();
  const f = useFormat();
  const words = m.codebook;
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [typed, setTyped] = useState('');
  const [note, setNote] = useState('');
  const merge = useChange(api.coding.mergeCodes, { onDone: onClose });
  const shown = codes.filter(
    ({ id, path }) => id !== code.id && (chosen.has(id) || typed === '' || fuzzy(typed, path) !== null),
  );
  return (
    <Dialog
      title={words.mergeTitle(code.name)}
      onClose={onClose}
      foot={
        <>
          <Button onPress={onClose}>{m.shell.cancel}</Button>
          <Button
            look="main"
            isDisabled={chosen.size === 0 || merge.isPending}
            onPress={() => merge.mutate({ id: code.id, codeIds: [...chosen], note })}
          >
            {words.mergeAct(f.count(chosen.size, m.words.counts.codes))}
          </Button>
        </>
      }
    >
      <p className="hint">{words.mergeLead}</p>
      <div className="row">
        <SearchField label={m.coding.findCode} value={typed} onChange={setTyped} autoFocus />
      </div>
      <ListBox
        className="coding-pick-list"
        aria-label={words.mergePick}
        selectionMode="multiple"
        selectionBehavior="toggle"
        items={shown}
        selectedKeys={[...chosen]}
        onSelectionChange={(keys) =>
          setChosen(new Set(keys === 'all' ? shown.map(({ id }) => id) : [...keys].map(String)))
        }
      >
        {({ id, path, hue, passages }) => (
          <ListBoxItem id={id} textValue={path} className="coding-pick">
            {({ isSelected }) => (
              <>
                <span className="checkbox-box">{isSelected && <Icon name="check" />}</span>
                <span className="spread coded" style={codeColour(hue)}>
                  <span className="code-path">{path.replaceAll('/', ' › ')}</span>
                  <small>{f.count(passages, m.words.counts.passages)}</small>
                </span>
              </>
            )}
          </ListBoxItem>
        )}
      </ListBox>
      <TextField label={words.note} value={note} onChange={setNote} hint={words.noteHint} />
    </Dialog>
  );
}
