import type { ByteBuilder } from '../bytes/byte-builder.js';
import { missingLetter } from '../survey/extended-missing.js';
import { FIRST_MISSING } from './storage.js';

/** Writes one set of value labels under a name, ascending by value. */
export function writeValueLabels(
  out: ByteBuilder,
  name: string,
  labels: readonly { readonly value: number; readonly label: string }[],
): void {
  const sorted = [...labels].sort((a, b) => a.value - b.value);
  const texts = sorted.map(({ label }) => Buffer.from(`${label.replaceAll('\0', '')}\0`));
  const textLength = texts.reduce((sum, { length }) => sum + length, 0);
  out.text('<lbl>');
  out.u32(8 + sorted.length * 8 + textLength);
  out.text(name, 129);
  out.fill(0, 3);
  out.i32(sorted.length);
  out.i32(textLength);
  let offset = 0;
  for (const { length } of texts) {
    out.i32(offset);
    offset += length;
  }
  for (const { value } of sorted) out.i32(wholeNumber(value, FIRST_MISSING.long));
  for (const text of texts) out.put(text);
  out.text('</lbl>');
}

/** A number as a whole kind of storage keeps it, no answer included. */
export function wholeNumber(value: number, first: number): number {
  if (Number.isNaN(value)) return first;
  const letter = missingLetter(value);
  return letter === null ? value : first + letter.charCodeAt(0) - 96;
}
