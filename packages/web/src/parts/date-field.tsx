import { useState } from 'react';
import { useSpoken } from '../language.js';
import { readDate, writtenDate } from './date-text.js';
import { TextField } from './field.js';

/**
 * A day, written as the page's language does: the browser's own field would write it in the browser's. `value` is ISO 8601, or
 * empty where there is none; a text that is no day is none, and is told when the field is left.
 */
export function DateField(props: {
  label: string;
  value: string;
  onChange: (iso: string) => void;
  wrong?: string | null;
}) {
  const { label, value, onChange, wrong = null } = props;
  const { messages: m, language } = useSpoken();
  const [typed, setTyped] = useState({ text: '', iso: '', left: true });
  // What was typed is shown as long as it is what the value came from.
  const own = typed.iso === value && typed.text !== '';
  const shown = own && !(typed.left && typed.iso) ? typed.text : writtenDate(value, language);
  const isDay = shown.trim() === '' || readDate(shown) !== null;
  return (
    <TextField
      label={label}
      value={shown}
      placeholder={m.shell.dateForm}
      wrong={own && typed.left && !isDay ? m.shell.noDate : wrong}
      onChange={(text) => {
        const iso = readDate(text) ?? '';
        setTyped({ text, iso, left: false });
        if (iso !== value) onChange(iso);
      }}
      onCommit={() => setTyped((was) => ({ ...was, left: true }))}
    />
  );
}
