import type { Language } from '../../study/study.js';

/** Figures as the study's language writes them. */
export interface MethodsFigures {
  number: (value: number, digits?: number) => string;
  percent: (share: number, digits?: number) => string;
  /** `p = 0,013`, and `p < 0,001` below that. */
  p: (value: number) => string;
  interval: (low: number | null, high: number | null, digits?: number) => string;
  list: (words: readonly string[]) => string;
  quote: (words: string) => string;
  tolerance: (value: number) => string;
}

export function methodsFigures(language: Language): MethodsFigures {
  const locale = language === 'da' ? 'da-DK' : 'en-GB';
  const joined = new Intl.ListFormat(locale, { type: 'conjunction' });
  const format = (value: number, digits: number, style: 'decimal' | 'percent'): string =>
    Number.isFinite(value)
      ? new Intl.NumberFormat(locale, {
          style,
          minimumFractionDigits: digits,
          maximumFractionDigits: digits,
        })
          .format(value)
          // A true minus sign: a hyphen is shorter than the figures beside it.
          .replace('-', '\u2212')
      : '–';
  const number = (value: number, digits = 0): string => format(value, digits, 'decimal');
  return {
    number,
    percent: (share, digits = 0) => format(share, digits, 'percent'),
    p: (value) => (value < 0.001 ? `p\u00a0<\u00a0${number(0.001, 3)}` : `p\u00a0=\u00a0${number(value, 3)}`),
    interval: (low, high, digits = 2) =>
      low === null || high === null ? '–' : `${number(low, digits)}–${number(high, digits)}`,
    list: (words) => joined.format(words),
    quote: (words) => (language === 'da' ? `»${words}«` : `‘${words}’`),
    tolerance: (value) => {
      const power = Math.log10(value);
      return Number.isInteger(power) ? `10${superscript(power)}` : number(value, 6);
    },
  };
}

const superscript = (power: number): string =>
  String(power).replace(/./gu, (sign) => (sign === '-' ? '⁻' : ('⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(sign)] ?? sign)));
