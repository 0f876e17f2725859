import type { Messages } from '../language.js';

/** A warning as it is found: a code, and its figures. */
export interface Note {
  readonly code: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** A warning with its sentence: what it means, and what to do. Numbers as the language writes them, classes from 1. */
export function worded({ code, data }: Note, messages: Messages): Note & { readonly message: string } {
  const said = { ...data, class: typeof data['inClass'] === 'number' ? data['inClass'] + 1 : undefined };
  const sentence = messages.classes.warnings[code] ?? code;
  const message = sentence.replace(/\{(\w+)\}/g, (_, key: string) =>
    shown((said as Record<string, unknown>)[key], messages),
  );
  return { code, data, message };
}

function shown(value: unknown, { number }: Messages): string {
  if (typeof value !== 'number') return typeof value === 'string' ? value : '?';
  if (Number.isInteger(value)) return number(value);
  const size = Math.abs(value);
  if (size >= 1000) return number(value);
  return size < 0.001 ? value.toExponential(1) : number(value, size < 0.1 ? 3 : size < 10 ? 2 : 1);
}

/** p in a column: the number, or that it is below a thousandth. */
export function pText(p: number | null, { number }: Messages): string {
  if (p === null) return '';
  return p < 0.001 ? `< ${number(0.001, 3)}` : number(p, 3);
}

/** p in a sentence: `p = 0.031`, `p < 0.001`. */
export function pSaid(p: number, messages: Messages): string {
  return `p ${p < 0.001 ? '' : '= '}${pText(p, messages)}`;
}
