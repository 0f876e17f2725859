import type { ColumnFormat } from '../survey/table.js';
import { SPSS_DATE, SPSS_DATETIME, SPSS_TIME, type Calendar } from '../survey/calendar.js';

/** Names of SPSS's display formats by their number. */
const NAMES: Readonly<Record<number, string>> = {
  1: 'A',
  2: 'AHEX',
  3: 'COMMA',
  4: 'DOLLAR',
  5: 'F',
  6: 'IB',
  7: 'PIBHEX',
  8: 'P',
  9: 'PIB',
  10: 'PK',
  11: 'RB',
  12: 'RBHEX',
  15: 'Z',
  16: 'N',
  17: 'E',
  20: 'DATE',
  21: 'TIME',
  22: 'DATETIME',
  23: 'ADATE',
  24: 'JDATE',
  25: 'DTIME',
  26: 'WKDAY',
  27: 'MONTH',
  28: 'MOYR',
  29: 'QYR',
  30: 'WKYR',
  31: 'PCT',
  32: 'DOT',
  33: 'CCA',
  34: 'CCB',
  35: 'CCC',
  36: 'CCD',
  37: 'CCE',
  38: 'EDATE',
  39: 'SDATE',
  40: 'MTIME',
  41: 'YMDHMS',
};

/** Formats of days and times. `WKDAY` and `MONTH` are left out: they show small numbers, 1 for Sunday or January. */
const CALENDARS: Readonly<Record<number, Calendar>> = {
  20: SPSS_DATE,
  23: SPSS_DATE,
  24: SPSS_DATE,
  28: SPSS_DATE,
  29: SPSS_DATE,
  30: SPSS_DATE,
  38: SPSS_DATE,
  39: SPSS_DATE,
  21: SPSS_TIME,
  25: SPSS_TIME,
  40: SPSS_TIME,
  22: SPSS_DATETIME,
  41: SPSS_DATETIME,
};

/** A format from the four bytes a .sav file keeps it in: kind, width and decimals. `width` overrides the kept one. */
export function displayFormat(code: number, width?: number): ColumnFormat | null {
  const kind = (code >> 16) & 0xff;
  const name = NAMES[kind];
  if (name === undefined) return null;
  const decimals = code & 0xff;
  return {
    text: `${name}${width ?? (code >> 8) & 0xff}${decimals > 0 ? `.${decimals}` : ''}`,
    calendar: CALENDARS[kind] ?? null,
  };
}

/** The four bytes of a numeric format that SPSS has, or null for any other text. */
export function formatCode(text: string): number | null {
  const parts = /^([A-Z]+)(\d{1,2})(?:\.(\d{1,2}))?$/.exec(text);
  const kind = Number(Object.keys(NAMES).find((key) => NAMES[Number(key)] === parts?.[1]) ?? 0);
  if (!parts || kind < 3) return null;
  const width = Number(parts[2]);
  const decimals = Number(parts[3] ?? 0);
  return width >= 1 && width <= 40 && decimals <= 16 && decimals < width
    ? (kind << 16) | (width << 8) | decimals
    : null;
}

/** Whether a format of SPSS shows this calendar's numbers. */
export const showsCalendar = (code: number, calendar: Calendar | null): boolean =>
  (CALENDARS[code >> 16]?.kind ?? null) === (calendar?.kind ?? null);
