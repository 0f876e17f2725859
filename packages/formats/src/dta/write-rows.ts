import type { ByteBuilder } from '../bytes/byte-builder.js';
import type { DtaPlan } from './plan.js';
import { FIRST_MISSING } from './storage.js';
import { wholeNumber } from './write-value-labels.js';

/** Writes the answers row by row; a long text is a reference to where it stands. */
export function writeRows(out: ByteBuilder, plans: readonly DtaPlan[], rows: number): void {
  const firsts = plans.map((plan) => (plan.storage.kind === 'long-text' ? firstRows(plan) : null));
  for (let row = 0; row < rows; row++)
    for (const [index, plan] of plans.entries()) {
      if (plan.kind === 'number') writeNumber(out, plan.storage.kind, plan.values[row]!);
      else if (plan.storage.kind === 'text') out.text(plan.values[row]!, plan.storage.bytes);
      else {
        const text = plan.values[row]!;
        // Two bytes of variable and six of observation, both from 1; nothing at all for no text.
        out.u16(text === '' ? 0 : index + 1);
        const first = text === '' ? 0 : firsts[index]!.get(text)! + 1;
        out.u32(first % 2 ** 32);
        out.u16(Math.floor(first / 2 ** 32));
      }
    }
}

/** Writes each long text once, in the order of rows and then of columns. */
export function writeLongTexts(out: ByteBuilder, plans: readonly DtaPlan[], rows: number): void {
  const firsts = plans.map((plan) => (plan.storage.kind === 'long-text' ? firstRows(plan) : null));
  if (firsts.every((first) => first === null)) return;
  for (let row = 0; row < rows; row++)
    for (const [index, plan] of plans.entries()) {
      if (plan.kind !== 'string' || firsts[index]?.get(plan.values[row]!) !== row) continue;
      const bytes = Buffer.from(plan.values[row]!);
      const binary = bytes.includes(0);
      out.text('GSO');
      out.u32(index + 1);
      out.u64(row + 1);
      out.u8(binary ? 129 : 130);
      out.u32(bytes.length + (binary ? 0 : 1));
      out.put(bytes, bytes.length + (binary ? 0 : 1));
    }
}

function firstRows(plan: DtaPlan): Map<string, number> {
  const first = new Map<string, number>();
  if (plan.kind === 'string')
    for (const [row, text] of plan.values.entries())
      if (text !== '' && !first.has(text)) first.set(text, row);
  return first;
}

function writeNumber(out: ByteBuilder, kind: DtaPlan['storage']['kind'], value: number): void {
  if (kind === 'byte') out.u8(wholeNumber(value, FIRST_MISSING.byte) & 0xff);
  else if (kind === 'int') out.u16(wholeNumber(value, FIRST_MISSING.int) & 0xffff);
  else if (kind === 'long') out.i32(wholeNumber(value, FIRST_MISSING.long));
  else out.f64(Number.isNaN(value) ? 2 ** 1023 : value);
}
