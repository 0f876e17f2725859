import { BagomError } from '@bagom/core';
import { toCalendar, SPSS_DATE, SPSS_DATETIME, SPSS_TIME, type Calendar } from '../survey/calendar.js';
import {
  missingCodes,
  isUserMissing,
  NONE_MISSING,
  type NumberColumn,
  type SurveyColumn,
  type SurveyTable,
  type UserMissing,
} from '../survey/table.js';
import { missingLetter } from '../survey/extended-missing.js';
import type { LossNotes } from '../survey/written.js';
import { LONGEST_TEXT } from './columns.js';
import { formatCode, showsCalendar } from './display-format.js';
import { lettersToCodes } from './letter-codes.js';
import { savNames, ShortNames } from './names.js';

/** A column as it is going to be written. */
export interface SavPlan {
  readonly column: SurveyColumn;
  readonly name: string;
  /** Bytes of text, or 0 for a number. */
  readonly width: number;
  /** A variable record each: its short name and its width. */
  readonly parts: readonly { readonly short: string; readonly width: number }[];
  readonly format: number;
}

/** Decides names, widths and formats, and turns days and times into SPSS's. */
export function planSav(table: SurveyTable, notes: LossNotes): SavPlan[] {
  const names = savNames(
    table.columns.map(({ name }) => name),
    notes,
  );
  const shorts = new ShortNames();
  return table.columns.map((given, index) => {
    const name = names[index]!;
    const column = given.kind === 'number' ? spssNumbers(given, notes) : given;
    const width = column.kind === 'number' ? 0 : widthOf(column);
    const segments = width <= 255 ? 1 : Math.ceil(width / 252);
    const parts = Array.from({ length: segments }, (_, n) => ({
      short: shorts.of(n === 0 ? name : ''),
      width: segments === 1 ? width : n < segments - 1 ? 255 : width - n * 252,
    }));
    return { column, name, width, parts, format: column.kind === 'number' ? numberFormat(column) : 0 };
  });
}

/** As wide as its longest text, or as wide as it was before. */
function widthOf({
  name,
  values,
  labels,
  missing,
  format,
}: Extract<SurveyColumn, { kind: 'string' }>): number {
  let width = Math.min(LONGEST_TEXT, Number(/^A(\d{1,5})$/.exec(format?.text ?? '')?.[1] ?? 1)) || 1;
  const widen = (text: string): void => {
    // No letter takes more than three bytes a UTF-16 unit: most texts need not be measured.
    if (text.length * 3 > width) width = Math.max(width, Buffer.byteLength(text));
  };
  for (const value of values) widen(value);
  for (const { value } of labels) widen(value);
  for (const value of missing) widen(value);
  if (width > LONGEST_TEXT)
    throw new BagomError('sav.unwritable', {
      name,
      reason: `a text has ${width} bytes; the most is ${LONGEST_TEXT}`,
    });
  return width;
}

function numberFormat({ format, values }: NumberColumn): number {
  const kept = format ? formatCode(format.text) : null;
  if (kept !== null && showsCalendar(kept, format!.calendar)) return kept;
  const fallback =
    format?.calendar === undefined || format.calendar === null
      ? values.every((value) => Number.isNaN(value) || Number.isInteger(value))
        ? 'F8'
        : 'F8.2'
      : { date: 'DATE11', datetime: 'DATETIME20', time: 'TIME8' }[format.calendar.kind];
  return formatCode(fallback)!;
}

const SPSS: Readonly<Record<Calendar['kind'], Calendar>> = {
  date: SPSS_DATE,
  datetime: SPSS_DATETIME,
  time: SPSS_TIME,
};

/** The column with its numbers in SPSS's calendar, and its user-missing values as SPSS can have them. */
function spssNumbers(given: NumberColumn, notes: LossNotes): NumberColumn {
  const from = given.format?.calendar;
  const to = from && SPSS[from.kind];
  const isLetter = (value: number): boolean => missingLetter(value) !== null;
  const move = (value: number): number =>
    from && to && Number.isFinite(value) && !isLetter(value) ? toCalendar(from, to, value) : value;
  const { range, values } = given.missing;
  const moved = {
    ...given,
    values: given.values.map(move),
    labels: given.labels.map(({ value, label }) => ({ value: move(value), label })),
    missing: { values: values.map(move), range: range && { from: move(range.from), to: move(range.to) } },
    format: given.format && { text: given.format.text, calendar: to ?? null },
  };
  const column = lettersToCodes(moved, notes);
  return { ...column, missing: spssMissing(column, notes) };
}

/** SPSS has up to three missing values, or a range and one. More become a range where no answer lies inside it. */
function spssMissing(column: NumberColumn, notes: LossNotes): UserMissing {
  const { values, range } = column.missing;
  if (values.length <= (range === null ? 3 : 1)) return column.missing;
  const codes = missingCodes(column);
  const outside = range === null ? codes : codes.filter((code) => code < range.from || code > range.to);
  if (range !== null && outside.length <= 1) return { values: outside, range };
  const lone = range === null ? [[codes[0]!], [codes.at(-1)!], []] : [[]];
  for (const values of lone) {
    const rest = codes.filter((code) => !values.includes(code));
    const wide = {
      from: Math.min(rest[0]!, range?.from ?? Infinity),
      to: Math.max(rest.at(-1)!, range?.to ?? -Infinity),
    };
    const spanned = { values, range: wide };
    const clean = (value: number): boolean =>
      !isUserMissing(spanned, value) || isUserMissing(column.missing, value);
    if (column.values.every(clean) && column.labels.every(({ value }) => clean(value))) return spanned;
  }
  notes.add('user-missing-dropped', column.name);
  return NONE_MISSING;
}
