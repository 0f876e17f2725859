/** How a column's numbers are days or times: a number is `zero + number * seconds` in seconds since 1 January 1970. */
export interface Calendar {
  readonly kind: 'date' | 'datetime' | 'time';
  readonly zero: number;
  readonly seconds: number;
}

/** SPSS counts seconds from the day before the Gregorian calendar began, 14 October 1582. */
const SPSS_ZERO = -12_219_379_200;
export const SPSS_DATE: Calendar = { kind: 'date', zero: SPSS_ZERO, seconds: 1 };
export const SPSS_DATETIME: Calendar = { kind: 'datetime', zero: SPSS_ZERO, seconds: 1 };
export const SPSS_TIME: Calendar = { kind: 'time', zero: 0, seconds: 1 };

/** Stata counts from 1 January 1960: days in `%td`, milliseconds in `%tc`. */
const STATA_ZERO = -315_619_200;
export const STATA_DATE: Calendar = { kind: 'date', zero: STATA_ZERO, seconds: 86_400 };
export const STATA_DATETIME: Calendar = { kind: 'datetime', zero: STATA_ZERO, seconds: 0.001 };

/**
 * A number of a calendar as ISO 8601 text: `2024-01-26`, `2024-03-03T08:21:25`, `08:21:25`. A time may be longer than a day or
 * negative. Empty for NaN and for days no calendar has.
 */
export function isoText({ kind, zero, seconds }: Calendar, value: number): string {
  const ms = Math.round((zero + value * seconds) * 1000);
  if (kind === 'time') return Number.isFinite(ms) ? clockText(ms) : '';
  const date = new Date(ms);
  if (Number.isNaN(date.getTime())) return '';
  const iso = date.toISOString();
  return kind === 'date' ? iso.slice(0, -14) : iso.slice(0, -1).replace(/\.000$/, '');
}

function clockText(ms: number): string {
  const size = Math.abs(ms);
  const two = (n: number) => String(Math.floor(n)).padStart(2, '0');
  const rest = size % 1000 === 0 ? '' : `.${String(size % 1000).padStart(3, '0')}`;
  return `${ms < 0 ? '-' : ''}${two(size / 3_600_000)}:${two((size / 60_000) % 60)}:${two((size / 1000) % 60)}${rest}`;
}

/** A number of one calendar in another, to the millisecond. */
export function toCalendar(from: Calendar, to: Calendar, value: number): number {
  if (from.zero === to.zero && from.seconds === to.seconds) return value;
  const ms = Math.round((from.zero - to.zero) * 1000 + value * Math.round(from.seconds * 1000));
  return ms / Math.round(to.seconds * 1000);
}
