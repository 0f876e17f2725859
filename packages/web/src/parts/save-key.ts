import type { KeyboardEvent } from 'react';

/**
 * Ctrl+Enter (Cmd on a Mac) saves from any field of a form: `<div {...saveKey(save)}>`. A number field keeps what is being
 * written until it is left, so there the key only leaves it to itself.
 */
export const saveKey = (save: () => void) => ({
  onKeyDownCapture: (event: KeyboardEvent<HTMLElement>) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    if (event.target instanceof Element && event.target.closest('.number-field')) return;
    event.preventDefault();
    event.stopPropagation();
    save();
  },
});
