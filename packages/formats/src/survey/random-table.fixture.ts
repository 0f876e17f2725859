import { extendedMissing } from './extended-missing.js';
import { SPSS_DATE, STATA_DATE } from './calendar.js';
import { numberColumn, stringColumn, type SurveyColumn, type SurveyTable } from './table.js';

/** Numbers that come out the same for the same seed, from 0 up to 1. */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const SIGNS = ['a', 'Ø', 'å', ' ', '€', '😀', '"', ';', ',', "'", '7', '\t', '語', 'e\u0301', '=', '\n'];
const NUMBERS = [
  0,
  -0,
  1,
  151,
  152,
  -99,
  -100,
  100,
  101,
  32_740,
  32_741,
  -32_768,
  2 ** 31,
  -(2 ** 31),
  0.1,
  -1e-300,
  8.9e307,
];

/** A table of any shape a file can hold as it is. Stata's letters and texts of any length are only for a .dta file. */
export function randomTable(seed: number, format: 'sav' | 'dta'): SurveyTable {
  const random = seeded(seed);
  const below = (n: number): number => Math.floor(random() * n);
  const oneOf = <Value>(values: readonly Value[]): Value => values[below(values.length)]!;
  const rows = below(40);
  const text = (most: number): string =>
    Array.from({ length: below(most) }, () => oneOf(SIGNS))
      .join('')
      .trimEnd();
  const number = (): number => {
    const kind = below(5);
    if (kind === 0) return NaN;
    if (kind === 1) return oneOf(NUMBERS);
    return kind === 2 ? random() * 1e6 - 5e5 : below(300) - 110;
  };
  const columns = Array.from({ length: 1 + below(8) }, (_, index): SurveyColumn => {
    const name = `${oneOf(['q', 'Spørgsmål_', '@', 'x.'])}${index}`.replace(
      /[@.]/g,
      format === 'dta' ? '_' : '$&',
    );
    const described = {
      label: text(30),
      ...(format === 'sav'
        ? {
            measure: oneOf([null, 'nominal', 'ordinal', 'scale'] as const),
            role: oneOf([null, 'input', 'split'] as const),
          }
        : {}),
    };
    if (below(3) === 0) {
      const values = Array.from({ length: rows }, () =>
        below(4) === 0 ? '' : text(oneOf([4, 9, 90, 300, 1200])),
      );
      const known = [...new Set([...values, 'ja'])].filter((value) => value !== '').slice(0, 3);
      const labels =
        format === 'sav' && below(2) === 0 ? known.map((value) => ({ value, label: text(20) })) : [];
      const missing = format === 'sav' && below(2) === 0 ? [oneOf(['ved ikke', 'nej', 'æ'])] : [];
      return stringColumn(name, values, { ...described, labels, missing });
    }
    const letters = format === 'dta' && below(2) === 0 ? ['a', 'q', 'z'].map(extendedMissing) : [];
    const values = Float64Array.from({ length: rows }, () =>
      letters.length > 0 && below(3) === 0 ? oneOf(letters) : number(),
    );
    const labels = below(2) === 0 ? [1, 2, ...letters].map((value) => ({ value, label: text(20) })) : [];
    const missing =
      format === 'dta'
        ? {
            values: letters.filter(
              (letter) => values.includes(letter) || labels.some(({ value }) => value === letter),
            ),
            range: null,
          }
        : oneOf([
            { values: [], range: null },
            { values: [8, 9, -1.5], range: null },
            { values: [], range: { from: -Infinity, to: -1 } },
            { values: [0], range: { from: 97, to: Infinity } },
          ]);
    const calendar = below(4) === 0 ? (format === 'dta' ? STATA_DATE : SPSS_DATE) : null;
    const plain = format === 'dta' ? '%12.3f' : 'F12.3';
    const dated = format === 'dta' ? '%td' : 'EDATE10';
    return numberColumn(name, values, {
      ...described,
      labels,
      missing,
      format: { text: calendar ? dated : plain, calendar },
    });
  });
  const weight = format === 'sav' ? (columns.find(({ kind }) => kind === 'number')?.name ?? null) : null;
  const documents = Array.from({ length: below(3) }, () => text(20).replaceAll('\n', ' '));
  return { columns, rows, label: text(15), documents, weight, encoding: 'utf-8', notes: [] };
}

/** A table as plain values that can be compared; the format of texts is left out, because it follows from them. */
export const comparable = (table: SurveyTable) => ({
  ...table,
  columns: table.columns.map((column) => ({
    ...column,
    values: [...column.values],
    format: column.kind === 'string' ? null : column.format,
  })),
});
