import type { Language } from '@bagom/core';

/** A noun in the plural forms that Danish and English have. */
export interface Forms {
  one: string;
  other: string;
}

export interface Format {
  number: (value: number, digits?: number) => string;
  /** A share 0 to 1 as per cent. Only for surveys: figures from interviews are "n of N". */
  percent: (share: number, digits?: number) => string;
  /** "3 respondenter", "1 respondent". */
  count: (n: number, forms: Forms) => string;
  /** An ISO date or time as a date. */
  date: (iso: string) => string;
  time: (iso: string) => string;
  list: (words: readonly string[]) => string;
  compare: (a: string, b: string) => number;
  quote: (words: string) => string;
}

const made = new Map<Language, Format>();

/** One format a language; the Intl objects behind it are slow to make. */
export function format(language: Language): Format {
  const known = made.get(language);
  if (known) return known;
  const locale = language === 'da' ? 'da-DK' : 'en-GB';
  const numbers = new Map<string, Intl.NumberFormat>();
  const numberFormat = (style: 'decimal' | 'percent', digits: number) => {
    const key = `${style}${digits}`;
    const one =
      numbers.get(key) ??
      new Intl.NumberFormat(locale, { style, minimumFractionDigits: digits, maximumFractionDigits: digits });
    numbers.set(key, one);
    return one;
  };
  const plural = new Intl.PluralRules(locale);
  const date = new Intl.DateTimeFormat(locale, { dateStyle: 'medium' });
  const time = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' });
  const list = new Intl.ListFormat(locale, { type: 'conjunction' });
  const collator = new Intl.Collator(locale, { numeric: true });
  const fresh: Format = {
    number: (value, digits = 0) =>
      // A true minus sign: a hyphen is shorter than the figures beside it.
      Number.isFinite(value) ? numberFormat('decimal', digits).format(value).replace('-', '−') : '–',
    percent: (share, digits = 0) =>
      Number.isFinite(share) ? numberFormat('percent', digits).format(share) : '–',
    // The figure stays on the line of its noun.
    count: (n, forms) =>
      `${numberFormat('decimal', 0).format(n)}\u00a0${plural.select(n) === 'one' ? forms.one : forms.other}`,
    date: (iso) => date.format(new Date(iso)),
    time: (iso) => time.format(new Date(iso)),
    list: (words) => list.format(words),
    compare: (a, b) => collator.compare(a, b),
    quote: (words) => (language === 'da' ? `»${words}«` : `‘${words}’`),
  };
  made.set(language, fresh);
  return fresh;
}
