import { describe, expect, test } from 'vitest';
import { SPSS_DATE, SPSS_DATETIME } from '../survey/calendar.js';
import { extendedMissing } from '../survey/extended-missing.js';
import { comparable, randomTable } from '../survey/random-table.fixture.js';
import { numberColumn, stringColumn, type SurveyColumn, type SurveyTable } from '../survey/table.js';
import { readDta } from './read.js';
import { writeDta } from './write.js';

const table = (...columns: SurveyColumn[]): SurveyTable => ({
  columns,
  rows: columns[0]!.values.length,
  label: '',
  documents: [],
  weight: null,
  encoding: 'utf-8',
  notes: [],
});

describe('random tables are written and read again as they were', () => {
  test.each(Array.from({ length: 60 }, (_, seed) => seed + 1))('seed %i', (seed) => {
    const given = randomTable(seed, 'dta');
    const { bytes, notes } = writeDta(given);
    expect(notes).toEqual([]);
    expect(comparable(readDta(bytes, 'x.dta'))).toEqual(comparable(given));
  });
});

test('each kind of number is kept in the least room that holds it', () => {
  for (const [value, room] of [
    [100, 1],
    [-127, 2],
    [101, 2],
    [32_740, 2],
    [32_741, 4],
    [2_147_483_620, 4],
    [2_147_483_621, 8],
    [0.5, 8],
    [-0, 8],
  ] as const) {
    const size = (rows: number) =>
      writeDta(table(numberColumn('v', new Float64Array(rows).fill(value)))).bytes.length;
    expect([value, size(3) - size(2)]).toEqual([value, room]);
    const { bytes } = writeDta(table(numberColumn('v', Float64Array.of(value))));
    expect(readDta(bytes, 'x.dta').columns[0]!.values[0]).toBe(value);
  }
});

test('texts longer than 2,045 bytes, and texts with a zero in them, stand apart, each once', () => {
  const long = 'æ'.repeat(1023);
  const values = [long, '', long, 'a\0b'];
  const { bytes } = writeDta(table(stringColumn('t', values), stringColumn('u', ['x', 'y', 'z', long])));
  expect(readDta(bytes, 'x.dta').columns.map((column) => column.values)).toEqual([
    values,
    ['x', 'y', 'z', long],
  ]);
  expect(Buffer.from(bytes).toString('latin1').match(/GSO/g)).toHaveLength(6);
});

test('what comes from SPSS: user-missing numbers become letters, or stay; days and times are Stata’s', () => {
  const column = numberColumn('q', Float64Array.of(1, 98, 99, NaN), {
    labels: [{ value: 99, label: 'Ved ikke' }],
    missing: { values: [], range: { from: 97, to: Infinity } },
  });
  const { bytes, notes } = writeDta(table(column));
  const [a, b] = [extendedMissing('a'), extendedMissing('b')];
  expect(readDta(bytes, 'x.dta').columns[0]).toMatchObject({
    values: Float64Array.of(1, a, b, NaN),
    labels: [{ value: b, label: 'Ved ikke' }],
  });
  expect(notes).toEqual([{ line: null, kind: 'user-missing-recoded', text: 'q: 98 → .a, 99 → .b' }]);
  const kept = writeDta(table(column), { userMissing: 'values' });
  expect([...readDta(kept.bytes, 'x.dta').columns[0]!.values]).toEqual([1, 98, 99, NaN]);
  const days = writeDta(
    table(
      numberColumn('d', Float64Array.of(13_925_606_400), { format: { text: 'DATE11', calendar: SPSS_DATE } }),
      numberColumn('t', Float64Array.of(13_928_833_285.25), {
        format: { text: 'DATETIME20', calendar: SPSS_DATETIME },
      }),
    ),
  );
  const read = readDta(days.bytes, 'x.dta').columns;
  expect(read.map(({ values, format }) => [values[0], format!.text])).toEqual([
    [23_401, '%td'],
    [2_025_073_285_250, '%tc'],
  ]);
});

test('names become what Stata allows', () => {
  const names = ['Alder', 'alder', '1. svar', 'if', 'x'.repeat(40), 'x'.repeat(50), 'øre'];
  const { bytes } = writeDta(table(...names.map((name) => numberColumn(name, Float64Array.of(1)))));
  expect(readDta(bytes, 'x.dta').columns.map(({ name }) => name)).toEqual([
    'Alder',
    'alder',
    'v1__svar',
    'if_2',
    'x'.repeat(32),
    `${'x'.repeat(30)}_2`,
    'øre',
  ]);
});

test('a number too large for Stata is refused, not made missing', () => {
  expect(() => writeDta(table(numberColumn('q', Float64Array.of(1e308))))).toThrow(
    /^dta\.unwritable .*1e\+308/,
  );
});
