import type { ByteBuilder } from '../bytes/byte-builder.js';
import type { LossNotes } from '../survey/written.js';
import { roleNumber } from './extensions.js';
import { LOWEST } from './missing-numbers.js';
import type { SavPlan } from './plan.js';
import { shortenedLabel } from './shortened-label.js';

const BLANK = 0x20;

/** The records that came to the format later: encoding, measures, long names, long texts, roles. */
export function writeExtensions(
  out: ByteBuilder,
  plans: readonly SavPlan[],
  rows: number,
  notes: LossNotes,
): void {
  extension(out, 3, 4, 8);
  for (const number of [22, 0, 0, -1, 1, 1, 2, 65001]) out.i32(number);
  extension(out, 4, 8, 3);
  for (const number of [-Number.MAX_VALUE, Number.MAX_VALUE, LOWEST]) out.f64(number);
  const variables = plans.flatMap(({ column, parts }) => parts.map(() => column));
  extension(out, 11, 4, variables.length * 3);
  for (const { measure, kind } of variables) {
    out.i32(measure === null ? 0 : { nominal: 1, ordinal: 2, scale: 3 }[measure]);
    out.i32(kind === 'number' ? 8 : 20);
    out.i32(kind === 'number' ? 1 : 0);
  }
  textExtension(out, 13, plans.map(({ name, parts }) => `${parts[0]!.short}=${name}`).join('\t'));
  const long = plans.filter(({ width }) => width > 255);
  textExtension(
    out,
    14,
    long.map(({ parts, width }) => `${parts[0]!.short}=${String(width).padStart(5, '0')}\0\t`).join(''),
  );
  extension(out, 16, 8, 2);
  out.u64(1);
  out.u64(rows);
  const roles = plans.flatMap(({ name, column }) =>
    column.role === null ? [] : [`${name}:$@Role('${roleNumber(column.role)}'\n)`],
  );
  textExtension(out, 18, roles.join('/'));
  textExtension(out, 20, 'UTF-8');
  writeLongTexts(out, plans, notes);
}

/** Labels and missing values of texts of more than 8 bytes. */
function writeLongTexts(out: ByteBuilder, plans: readonly SavPlan[], notes: LossNotes): void {
  const labels = plans.flatMap(({ column, name, width }) =>
    column.kind === 'string' && width > 8 && column.labels.length > 0
      ? [sized(name), int(width), int(column.labels.length)].concat(
          column.labels.flatMap(({ value, label }) => [
            sized(value, width),
            sized(shortenedLabel(label, column.name, notes)),
          ]),
        )
      : [],
  );
  if (labels.length > 0) bytesExtension(out, 21, Buffer.concat(labels));
  const missing = plans.flatMap(({ column, name, width }) => {
    if (column.kind !== 'string' || column.missing.length === 0) return [];
    const fits = column.missing.length <= 3 && column.missing.every((text) => Buffer.byteLength(text) <= 8);
    if (!fits) notes.add('user-missing-dropped', column.name);
    if (!fits || width <= 8) return [];
    const values = column.missing.map((text) =>
      Buffer.from(text.padEnd(8 - Buffer.byteLength(text) + text.length)),
    );
    return [sized(name), Buffer.of(values.length), int(8), ...values];
  });
  if (missing.length > 0) bytesExtension(out, 22, Buffer.concat(missing));
}

function int(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeInt32LE(value);
  return bytes;
}

function sized(text: string, width = 0): Buffer {
  const bytes = Buffer.from(text);
  const padded = Buffer.concat([bytes, Buffer.alloc(Math.max(0, width - bytes.length), BLANK)]);
  return Buffer.concat([int(padded.length), padded]);
}

function extension(out: ByteBuilder, subtype: number, size: number, count: number): void {
  out.i32(7);
  out.i32(subtype);
  out.i32(size);
  out.i32(count);
}

function bytesExtension(out: ByteBuilder, subtype: number, bytes: Uint8Array): void {
  extension(out, subtype, 1, bytes.length);
  out.put(bytes);
}

const textExtension = (out: ByteBuilder, subtype: number, text: string): void => {
  if (text !== '') bytesExtension(out, subtype, Buffer.from(text));
};
