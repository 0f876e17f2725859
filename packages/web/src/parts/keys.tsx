import { MAC } from './key-pressed.js';

const SIGNS: Record<string, string> = {
  mod: MAC ? '⌘' : 'Ctrl',
  shift: MAC ? '⇧' : 'Shift',
  alt: MAC ? '⌥' : 'Alt',
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  Enter: '⏎',
  Escape: 'Esc',
  Delete: 'Del',
  Backspace: '⌫',
};

/** Keys as they stand on the keyboard: `mod+shift+z` is Ctrl Shift Z. */
export const keysText = (keys: string): string =>
  keys
    .split(' ')
    .map((chord) =>
      chord
        .split('+')
        .map((key) => SIGNS[key] ?? (key.length === 1 ? key.toUpperCase() : key))
        .join(MAC ? '' : '+'),
    )
    .join(' ');

/** A key, shown beside what it does. */
export function Keys({ keys }: { keys: string }) {
  return (
    <kbd className="keys" aria-hidden="true">
      {keysText(keys)}
    </kbd>
  );
}
