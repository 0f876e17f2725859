import { BagomError } from '@bagom/core';
import { cutToLetters } from '../bytes/byte-builder.js';
import { STATA_DATE, STATA_DATETIME, toCalendar } from '../survey/calendar.js';
import { extendedMissingAt, missingLetter } from '../survey/extended-missing.js';
import { missingCodes, type NumberColumn, type StringColumn, type SurveyTable } from '../survey/table.js';
import type { LossNotes } from '../survey/written.js';
import { dtaNames } from './names.js';
import { FIRST_MISSING, type Storage } from './storage.js';

/** A column as it is going to be written. */
export type DtaPlan = { readonly name: string; readonly label: string; readonly format: string } & (
  | {
      readonly kind: 'number';
      readonly storage: Storage;
      readonly values: Float64Array;
      readonly labels: readonly { readonly value: number; readonly label: string }[];
    }
  | { readonly kind: 'string'; readonly storage: Storage; readonly values: readonly string[] }
);

/** The longest text of a fixed width, and how many columns version 118 has room for. */
const LONGEST_TEXT = 2045;
const MOST_COLUMNS = 32_767;

/** Decides names, storage and formats, and turns days, times and user-missing values into Stata's. */
export function planDta(table: SurveyTable, recode: boolean, notes: LossNotes): DtaPlan[] {
  if (table.columns.length > MOST_COLUMNS)
    throw new BagomError('dta.unwritable', {
      name: table.columns[MOST_COLUMNS]!.name,
      reason: `it has ${table.columns.length} columns; the most is ${MOST_COLUMNS}`,
    });
  const names = dtaNames(
    table.columns.map(({ name }) => name),
    notes,
  );
  return table.columns.map((column, index) => {
    const name = names[index]!;
    const label = cutToLetters(column.label, 80);
    if (label !== column.label) notes.add('shortened-label', column.name);
    return column.kind === 'number'
      ? { name, label, ...numberPlan(column, recode, notes) }
      : { name, label, ...textPlan(column, notes) };
  });
}

function textPlan({ name, values, labels, missing, format }: StringColumn, notes: LossNotes) {
  if (labels.length > 0) notes.add('label-dropped', name);
  if (missing.length > 0) notes.add('user-missing-dropped', name);
  let longest = 1;
  let zeros = false;
  for (const value of values) {
    if (value.length * 3 > longest) longest = Math.max(longest, Buffer.byteLength(value));
    zeros ||= value.includes('\0');
  }
  const fixed = longest <= LONGEST_TEXT && !zeros;
  const storage: Storage = fixed ? { kind: 'text', bytes: longest } : { kind: 'long-text', bytes: 8 };
  const kept = /^%-?\d+s$/.test(format?.text ?? '')
    ? format!.text
    : fixed
      ? `%-${Math.min(longest, 40)}s`
      : '%-9s';
  return { kind: 'string' as const, storage, values, format: kept };
}

function numberPlan(column: NumberColumn, recode: boolean, notes: LossNotes) {
  const letters = recode ? lettersFor(column, notes) : new Map<number, number>();
  const from = column.format?.calendar ?? null;
  const to = from?.kind === 'date' ? STATA_DATE : from?.kind === 'datetime' ? STATA_DATETIME : null;
  const move = (value: number): number => {
    if (Number.isNaN(value) || missingLetter(value) !== null) return value;
    const letter = letters.get(value);
    if (letter !== undefined) return letter;
    const moved = from && to ? toCalendar(from, to, value) : value;
    if (!(Math.abs(moved) < 2 ** 1023))
      throw new BagomError('dta.unwritable', { name: column.name, reason: `${value} is too large a number` });
    return moved;
  };
  const values = column.values.map(move);
  const labels = column.labels.flatMap(({ value, label }) => {
    const moved = move(value);
    if (missingLetter(moved) !== null || (Number.isInteger(moved) && Math.abs(moved) < FIRST_MISSING.long))
      return [{ value: moved, label }];
    notes.add('label-dropped', column.name);
    return [];
  });
  const storage = storageFor(values);
  const text = column.format?.text ?? '';
  const plain = storage.kind === 'double' ? '%10.0g' : '%9.0g';
  const format = text.startsWith('%') ? text : to === null ? plain : to === STATA_DATE ? '%td' : '%tc';
  return { kind: 'number' as const, storage, values, labels, format };
}

/** A letter for each user-missing value: its own where it has one, the first free ones for the others, ascending. */
function lettersFor(column: NumberColumn, notes: LossNotes): Map<number, number> {
  const taken = new Set(column.labels.map(({ value }) => missingLetter(value)));
  for (const value of column.values) if (value >= 2 ** 1023) taken.add(missingLetter(value));
  const codes = missingCodes(column).filter((code) => missingLetter(code) === null);
  const free = Array.from({ length: 26 }, (_, n) => extendedMissingAt(n + 1)).filter(
    (value) => !taken.has(missingLetter(value)),
  );
  if (codes.length > free.length) {
    notes.add('user-missing-dropped', column.name);
    return new Map();
  }
  if (codes.length > 0) {
    const became = codes.map((code, n) => `${code} → .${missingLetter(free[n]!)!}`);
    notes.add('user-missing-recoded', `${column.name}: ${became.join(', ')}`);
  }
  return new Map(codes.map((code, n) => [code, free[n]!]));
}

/** The smallest storage that holds every number as it is. */
function storageFor(values: Float64Array): Storage {
  let size = 0;
  for (const value of values) {
    if (Number.isNaN(value) || missingLetter(value) !== null) continue;
    if (!Number.isInteger(value) || Object.is(value, -0)) return { kind: 'double', bytes: 8 };
    // Each kind reaches as far below zero as its first missing number lies above it, or less.
    size = Math.max(size, value < 0 ? -value + 1 : value);
  }
  if (size < FIRST_MISSING.byte) return { kind: 'byte', bytes: 1 };
  if (size < FIRST_MISSING.int) return { kind: 'int', bytes: 2 };
  return size < FIRST_MISSING.long ? { kind: 'long', bytes: 4 } : { kind: 'double', bytes: 8 };
}
