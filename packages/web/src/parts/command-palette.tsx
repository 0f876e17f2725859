import { useState } from 'react';
import { Autocomplete, Dialog, Menu, MenuItem, Modal, ModalOverlay, useFilter } from 'react-aria-components';
import { useMessages } from '../language.js';
import { useOffered } from './actions.js';
import { SearchField } from './field.js';
import { Keys } from './keys.js';

/** Every act that can be done now, found by a few letters. */
export function CommandPalette({ onClose }: { onClose: () => void }) {
  const m = useMessages();
  const [words, setWords] = useState('');
  const { contains } = useFilter({ sensitivity: 'base' });
  const actions = useOffered()
    .filter((action) => !action.hidden && !action.disabled)
    .toSorted((a, b) => Number(a.place === 'everywhere') - Number(b.place === 'everywhere'));
  return (
    <ModalOverlay
      isOpen
      isDismissable
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      className="modal-overlay top"
    >
      <Modal className="modal palette">
        <Dialog className="dialog" aria-label={m.shell.commands}>
          <Autocomplete inputValue={words} onInputChange={setWords} filter={contains}>
            <SearchField label={m.shell.commandSearch} value={words} onChange={setWords} autoFocus />
            <Menu
              className="menu palette-list"
              aria-label={m.shell.commands}
              items={actions}
              renderEmptyState={() => <p className="hint">{m.shell.noCommand}</p>}
              onAction={(id) => {
                const action = actions.find((one) => one.id === id);
                onClose();
                // After the dialog has given the focus back, so that the act may take it.
                setTimeout(() => action?.run(), 0);
              }}
            >
              {(action) => (
                <MenuItem id={action.id} textValue={action.name} className="menu-item">
                  <span>{action.name}</span>
                  {action.keys && <Keys keys={action.keys} />}
                </MenuItem>
              )}
            </Menu>
          </Autocomplete>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
