import type { Judgement } from './ratings.js';
import { tally, type Tally } from './tally.js';

/** Categories of the widest example, numbered from 0; most use fewer. */
const CATEGORIES = 6;

/** Units as a publication prints them, a unit a row. */
export const units = (rows: readonly (readonly Judgement[])[]): Tally =>
  tally(
    rows.map((values) => ({ values, weight: 1 })),
    CATEGORIES,
  );

/** A table of two coders: rows are the first's categories. */
export const table = (...rows: readonly (readonly number[])[]): Tally =>
  tally(
    rows.flatMap((row, a) => row.map((weight, b) => ({ values: [a, b], weight }))),
    CATEGORIES,
  );

/** Cohen (1960), Educational and Psychological Measurement 20, p. 37: three categories, proportions of 100. */
export const COHEN = table([25, 13, 12], [12, 2, 16], [3, 15, 2]);

/** Fleiss (1971), Psychological Bulletin 76, table 1, p. 379: 30 patients, 6 psychiatrists, 5 diagnoses. */
export const FLEISS = units(
  [
    '444444 222555 233335 555555 222444 113333 333355 113334 114444 555555',
    '144444 124444 222333 144444 224445 333335 111455 111112 224444 133555',
    '555555 244444 224555 114444 144445 222224 111155 224444 133333 555555',
  ]
    .join(' ')
    .split(' ')
    .map((row) => row.split('').map(Number)),
);

/** Krippendorff (2011), Computing Krippendorff's Alpha-Reliability, section E: 12 units, 4 observers, missing judgements. */
export const KRIPPENDORFF = units(
  ['1233214 12...', '1233224 125.3', '.333234 2251.', '1233244 1251.']
    .map((row) =>
      row
        .replace(' ', '')
        .split('')
        .map((sign) => (sign === '.' ? null : Number(sign))),
    )
    .reduce<Judgement[][]>((columns, row) => row.map((value, i) => [...(columns[i] ?? []), value]), []),
);
