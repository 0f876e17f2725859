import type { Language } from '@bagom/core';

/** Day, month, year, in that order; the Danish way with dots, the British with strokes. */
const SIGN = { da: '.', en: '/' } as const;

/** A day (ISO 8601) as it is written in the page's language: 27.11.2026, 27/11/2026. Anything else stays as it is. */
export function writtenDate(iso: string, language: Language): string {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)/.exec(iso) ?? [];
  return year ? [day, month, year].join(SIGN[language]) : iso;
}

/**
 * A day that a person wrote, as ISO 8601; null: it is none. The day comes first, whatever stands between the parts (27.11.2026, 27/11-26,
 * 27 11 2026), unless the year does (2026-11-27). A year of two digits is of this century.
 */
export function readDate(text: string): string | null {
  const parts = text
    .trim()
    .split(/[\s./-]+/)
    .filter((part) => part !== '');
  if (parts.length !== 3 || !parts.every((part) => /^\d{1,4}$/.test(part))) return null;
  const [first = '', month = '', last = ''] = parts;
  const [year, day] = first.length === 4 ? [first, last] : [last, first];
  if ((year.length !== 4 && year.length !== 2) || month.length > 2 || day.length > 2) return null;
  const iso = `${year.padStart(4, '20')}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const read = new Date(`${iso}T00:00:00Z`);
  // 31.02 would be a day in March.
  return Number.isNaN(read.getTime()) || read.toISOString().slice(0, 10) !== iso ? null : iso;
}
