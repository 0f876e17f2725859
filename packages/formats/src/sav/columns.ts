import type { Measure } from '@bagom/core';
import type { ByteCursor } from '../bytes/byte-cursor.js';
import type { ColumnFormat, ColumnRole, UserMissing } from '../survey/table.js';
import { FreeNames } from '../survey/free-names.js';
import { NONE_MISSING } from '../survey/table.js';
import { missingNumbers, numberOf } from './missing-numbers.js';
import type { TextReader } from '../text/text-reader.js';
import type { SavDictionary, SavVariable } from './dictionary.js';
import { displayFormat } from './display-format.js';
import { longMissing, longValueLabels, measures, pairs, roles } from './extensions.js';

/** A column as the dictionary describes it, without its answers. */
export interface SavColumn {
  readonly name: string;
  readonly label: string;
  readonly measure: Measure | null;
  readonly format: ColumnFormat | null;
  readonly role: ColumnRole | null;
  /** Bytes of text, or 0 for a number. */
  readonly width: number;
  /** The variable records it consists of: more than one only for a string of more than 255 bytes. */
  readonly parts: readonly SavVariable[];
  readonly numberLabels: readonly { readonly value: number; readonly label: string }[];
  readonly textLabels: readonly { readonly value: string; readonly label: string }[];
  readonly numberMissing: UserMissing;
  readonly textMissing: readonly string[];
}

/** The longest text SPSS has, in bytes. */
export const LONGEST_TEXT = 32_767;
const MEASURES: readonly (Measure | null)[] = [null, 'nominal', 'ordinal', 'scale'];

/** Puts together what the records of a dictionary say about each column. */
export function readColumns(cursor: ByteCursor, dictionary: SavDictionary, text: TextReader): SavColumn[] {
  const { variables, extensions } = dictionary;
  const read = (bytes: Uint8Array) => text.read(trimmed(bytes));
  const longNames = new Map(
    pairs(extensions.get(13), text).map(([short, name]) => [short.toUpperCase(), name]),
  );
  const widths = new Map(
    pairs(extensions.get(14), text).map(([short, width]) => [short.toUpperCase(), width]),
  );
  const levels = measures(cursor, dictionary);
  const roleOf = roles(extensions.get(18), text);
  const labelsOf = shortLabels(cursor, dictionary, read);
  const longLabels = new Map(
    longValueLabels(cursor, extensions.get(21), read).map((of) => [of.name, of.labels]),
  );
  const longMissings = new Map(
    longMissing(cursor, extensions.get(22), read).map((of) => [of.name, of.values]),
  );

  const columns: SavColumn[] = [];
  const free = new FreeNames();
  for (let n = 0; n < variables.length;) {
    const variable = variables[n]!;
    const short = read(variable.name);
    const name = free.of(longNames.get(short.toUpperCase()) || short || `V${n + 1}`);
    const long = widths.get(short.toUpperCase());
    const width = long === undefined ? variable.width : longWidth(cursor, variable, long, name);
    const parts = long === undefined ? [variable] : partsOf(cursor, variables, n, width, name);
    const isText = width > 0;
    const labels = labelsOf.get(variable.element);
    columns.push({
      name,
      label: read(variable.label),
      measure: MEASURES[levels[n] ?? 0] ?? null,
      format: displayFormat(variable.format, isText ? width : undefined),
      role: roleOf.get(name) ?? roleOf.get(short) ?? null,
      width,
      parts,
      numberLabels: isText ? [] : (labels?.ofNumbers() ?? []),
      textLabels: isText ? (longLabels.get(name) ?? longLabels.get(short) ?? labels?.ofTexts() ?? []) : [],
      numberMissing: isText ? NONE_MISSING : missingNumbers(cursor, variable),
      textMissing: isText
        ? [...variable.missing.map(read), ...(longMissings.get(name) ?? longMissings.get(short) ?? [])]
        : [],
    });
    n += parts.length;
  }
  return columns;
}

/** Bytes without the blanks and zeros that fill a field up. A blank is no part of a letter in any encoding SPSS writes. */
export function trimmed(bytes: Uint8Array): Uint8Array {
  let end = bytes.length;
  while (end > 0 && (bytes[end - 1] === 0x20 || bytes[end - 1] === 0)) end--;
  return bytes.subarray(0, end);
}

function longWidth(cursor: ByteCursor, { at }: SavVariable, stated: string, name: string): number {
  const width = Number(stated);
  if (!Number.isInteger(width) || width < 1 || width > LONGEST_TEXT)
    throw cursor.damage(at, `variable ${name} has the impossible width ${stated.slice(0, 20)}`);
  return width;
}

/** The records a very long string is spread over: one for each 252 bytes, though each but the last holds 255. */
function partsOf(
  cursor: ByteCursor,
  variables: readonly SavVariable[],
  first: number,
  width: number,
  name: string,
): SavVariable[] {
  const count = width <= 255 ? 1 : Math.ceil(width / 252);
  const parts = variables.slice(first, first + count);
  const room = parts.reduce((sum, part) => sum + part.width, 0);
  if (parts.length < count || parts.some((part) => part.width === 0) || room < width)
    throw cursor.damage(variables[first]!.at, `variable ${name} of ${width} bytes has only room for ${room}`);
  return parts;
}

/** Value labels by the element of the variable they belong to. A set that many variables share is decoded once. */
function shortLabels(
  cursor: ByteCursor,
  { valueLabels, variables }: SavDictionary,
  read: (bytes: Uint8Array) => string,
): Map<number, LabelSet> {
  const known = new Set(variables.map(({ element }) => element));
  const found = new Map<number, LabelSet>();
  for (const { at, labels, elements } of valueLabels) {
    let numbers: SavColumn['numberLabels'] | null = null;
    let texts: SavColumn['textLabels'] | null = null;
    const set: LabelSet = {
      ofNumbers: () =>
        (numbers ??= labels.map(({ value, label }) => ({
          value: numberOf(cursor, value),
          label: read(label),
        }))),
      ofTexts: () =>
        (texts ??= labels.map(({ value, label }) => ({ value: read(value), label: read(label) }))),
    };
    for (const element of elements) {
      if (!known.has(element))
        throw cursor.damage(at, `value labels belong to element ${element + 1}, which is no variable`);
      found.set(element, set);
    }
  }
  return found;
}

interface LabelSet {
  ofNumbers(): SavColumn['numberLabels'];
  ofTexts(): SavColumn['textLabels'];
}
