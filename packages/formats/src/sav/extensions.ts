import type { ByteCursor } from '../bytes/byte-cursor.js';
import type { ColumnRole } from '../survey/table.js';
import type { TextReader } from '../text/text-reader.js';
import type { SavDictionary, SavExtension } from './dictionary.js';

/** `KEY=value` pairs between tabs, as long names and lengths of very long strings are kept. */
export function pairs(extension: SavExtension | undefined, text: TextReader): [key: string, value: string][] {
  if (!extension) return [];
  return text
    .read(extension.bytes)
    .replaceAll('\0', '')
    .split('\t')
    .flatMap((pair): [string, string][] => {
      const equals = pair.indexOf('=');
      return equals < 1 ? [] : [[pair.slice(0, equals).trim(), pair.slice(equals + 1).trim()]];
    });
}

/** Measurement levels, one a variable record. The record has two or three numbers a variable, as old or new SPSS wrote it. */
export function measures(cursor: ByteCursor, { extensions, variables }: SavDictionary): (number | null)[] {
  const record = extensions.get(11);
  if (!record || record.size !== 4) return [];
  const each = record.count / variables.length;
  if (each !== 2 && each !== 3) return [];
  return variables.map((_, n) => cursor.view.getInt32(record.at + n * each * 4, cursor.littleEndian));
}

export interface LongValueLabels {
  readonly name: string;
  readonly labels: readonly { readonly value: string; readonly label: string }[];
}

/** Labels of texts of more than 8 bytes. */
export function longValueLabels(
  whole: ByteCursor,
  record: SavExtension | undefined,
  read: (bytes: Uint8Array) => string,
): LongValueLabels[] {
  if (!record) return [];
  const found: LongValueLabels[] = [];
  const within = part(whole, record, 'long value labels');
  while (within.left() > 0) {
    const name = read(within.take());
    within.number();
    const count = within.number();
    within.expect(count, 8);
    const labels = Array.from({ length: count }, () => {
      const value = read(within.take());
      return { value, label: read(within.take()) };
    });
    found.push({ name, labels });
  }
  return found;
}

/** Missing values of texts of more than 8 bytes: the first 8 bytes of each. */
export function longMissing(
  whole: ByteCursor,
  record: SavExtension | undefined,
  read: (bytes: Uint8Array) => string,
): { name: string; values: string[] }[] {
  if (!record) return [];
  const found: { name: string; values: string[] }[] = [];
  const within = part(whole, record, 'long missing values');
  while (within.left() > 0) {
    const name = read(within.take());
    const count = within.byte();
    const length = within.number();
    const values: string[] = [];
    for (let n = 0; n < count; n++) {
      // Old writers repeat the length before every value.
      if (n > 0 && within.peek() === length) within.number();
      values.push(read(within.bytes(length)));
    }
    found.push({ name, values });
  }
  return found;
}

/** A cursor that stays inside one record. */
function part(cursor: ByteCursor, { at, bytes }: SavExtension, place: string) {
  const end = at + bytes.length;
  const expect = (count: number, size: number): void => {
    if (count * size > end - cursor.at) throw cursor.damage(cursor.at, `its ${place} end too early`);
  };
  const number = (): number => {
    expect(1, 4);
    return cursor.u32();
  };
  const take = (length: number): Uint8Array => {
    expect(length, 1);
    return cursor.take(length);
  };
  cursor.at = at;
  return {
    left: () => end - cursor.at,
    expect,
    number,
    byte: () => (expect(1, 1), cursor.u8()),
    bytes: take,
    take: () => take(number()),
    peek: () => (end - cursor.at < 4 ? -1 : cursor.view.getUint32(cursor.at, cursor.littleEndian)),
  };
}

const ROLES: readonly ColumnRole[] = ['input', 'target', 'both', 'none', 'partition', 'split'];

/** Roles by variable name, from the attributes SPSS keeps as `name:$@Role('0'\n)`. */
export function roles(record: SavExtension | undefined, text: TextReader): Map<string, ColumnRole> {
  const found = new Map<string, ColumnRole>();
  if (!record) return found;
  for (const [, name, number] of text
    .read(record.bytes)
    .matchAll(/(?:^|\/)([^/:()'\n]+):(?:[^/:]*\))?\$@Role\('(\d)'\n\)/g)) {
    const role = ROLES[Number(number)];
    if (role) found.set(name!, role);
  }
  return found;
}

export const roleNumber = (role: ColumnRole): number => ROLES.indexOf(role);
