import type { Registered } from './action.js';

/** The first key of a sequence like `g 3`, and when it was pressed. */
export interface Pressed {
  key: string;
  at: number;
}
const SEQUENCE_MS = 1500;
/** On a Mac, Cmd takes the place of Ctrl. */
export const MAC = /Mac|iPhone|iPad/.test(globalThis.navigator?.platform ?? '');

/** The action that this key asks for, among those offered. In a field only keys with Ctrl or Cmd count. */
export function keyPressed(
  event: KeyboardEvent,
  actions: readonly Registered[],
  before: Pressed | null,
): { action: Registered | null; pressed: Pressed | null } {
  if (event.defaultPrevented || event.isComposing) return { action: null, pressed: null };
  if (['Shift', 'Control', 'Alt', 'Meta'].includes(event.key)) return { action: null, pressed: before };
  // A modal dialog has the keyboard to itself.
  const target = event.target instanceof Element ? event.target : null;
  if (document.querySelector('[aria-modal="true"], .modal-overlay')) return { action: null, pressed: null };
  const mod = MAC ? event.metaKey : event.ctrlKey;
  // F4 is F4 in a text too: pedals send it while somebody types.
  if (!mod && !/^F\d{1,2}$/.test(event.key) && takesKeys(target)) return { action: null, pressed: null };
  if (mod && event.key.toLowerCase() === 'z' && takesKeys(target)) return { action: null, pressed: null };
  const key = nameOf(event, mod);
  const sequence = before && event.timeStamp - before.at < SEQUENCE_MS ? `${before.key} ${key}` : null;
  const able = actions.filter((action) => action.keys && !action.disabled);
  const action = able.find(({ keys }) => keys === sequence) ?? able.find(({ keys }) => keys === key) ?? null;
  const begins = !action && able.some(({ keys }) => keys?.startsWith(`${key} `));
  return { action, pressed: begins ? { key, at: event.timeStamp } : null };
}

function nameOf(event: KeyboardEvent, mod: boolean): string {
  const single = event.key.length === 1;
  const key = single ? event.key.toLowerCase() : event.key;
  // Shift is already in a sign like "?"; with letters and named keys it is a key of its own.
  const shift = event.shiftKey && (!single || /[a-zæøå]/.test(key));
  return `${mod ? 'mod+' : ''}${event.altKey ? 'alt+' : ''}${shift ? 'shift+' : ''}${key}`;
}

/** Whether keys belong to a field. A read-only text (CodeMirror sets `aria-readonly`) leaves them to the page. */
export function takesKeys(target: Element | null): boolean {
  // Letters in an open list find its items.
  if (target?.closest('.popover')) return true;
  const field = target?.closest('input, textarea, select, [contenteditable="true"], [role="textbox"]');
  if (!field) return false;
  if (field.getAttribute('aria-readonly') === 'true') return false;
  const type = field instanceof HTMLInputElement ? field.type : '';
  return !['checkbox', 'radio', 'button', 'range'].includes(type);
}
