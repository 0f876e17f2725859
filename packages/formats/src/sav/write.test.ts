import { describe, expect, test } from 'vitest';
import { STATA_DATETIME } from '../survey/calendar.js';
import { extendedMissing } from '../survey/extended-missing.js';
import { comparable, randomTable } from '../survey/random-table.fixture.js';
import { numberColumn, stringColumn, type SurveyColumn, type SurveyTable } from '../survey/table.js';
import { readSav } from './read.js';
import { writeSav } from './write.js';

const table = (...columns: SurveyColumn[]): SurveyTable => ({
  columns,
  rows: columns[0]!.values.length,
  label: '',
  documents: [],
  weight: null,
  encoding: 'utf-8',
  notes: [],
});
const again = (given: SurveyTable) => readSav(writeSav(given).bytes, 'x.sav');
const first = (given: SurveyColumn) => again(table(given)).columns[0]!;

describe('random tables are written and read again as they were', () => {
  test.each(Array.from({ length: 60 }, (_, seed) => seed + 1))('seed %i', (seed) => {
    const given = randomTable(seed, 'sav');
    const { bytes, notes } = writeSav(given);
    expect(notes).toEqual([]);
    expect(comparable(readSav(bytes, 'x.sav'))).toEqual(comparable(given));
  });
});

test('texts of every length around the places where parts are joined', () => {
  for (const length of [7, 8, 9, 250, 251, 252, 253, 254, 255, 256, 257, 503, 504, 505, 510, 511, 32_767])
    for (const filler of ['x', 'æ', '語', '😀']) {
      const size = Buffer.byteLength(filler);
      const text = filler
        .repeat(Math.floor(length / size))
        .padEnd(Math.floor(length / size) * filler.length + (length % size), '.');
      expect(Buffer.byteLength(text)).toBe(length);
      expect(first(stringColumn('t', [text, '', 'a'])).values).toEqual([text, '', 'a']);
    }
});

test('a text longer than SPSS has is refused, not cut', () => {
  expect(() => writeSav(table(stringColumn('svar', ['x'.repeat(32_768)])))).toThrow(
    'sav.unwritable {"name":"svar","reason":"a text has 32768 bytes; the most is 32767"}',
  );
});

test('names become what SPSS allows, and no two the same', () => {
  const names = [
    'alder',
    'Alder',
    '1. svar',
    'and',
    'Ørsted',
    'x'.repeat(70),
    'x'.repeat(80),
    'a-b',
    'a b',
    'slut.',
  ];
  const { bytes, notes } = writeSav(table(...names.map((name) => numberColumn(name, Float64Array.of(1)))));
  const read = readSav(bytes, 'x.sav').columns.map(({ name }) => name);
  expect(read).toEqual([
    'alder',
    'Alder_2',
    'v1._svar',
    'and_2',
    'Ørsted',
    'x'.repeat(64),
    `${'x'.repeat(62)}_2`,
    'a_b',
    'a_b_2',
    'slut',
  ]);
  expect(notes.filter(({ kind }) => kind === 'renamed-variable').map(({ text }) => text)).toContain(
    '1. svar → v1._svar',
  );
});

test('more missing values than SPSS has become a range where that says the same', () => {
  const many = (values: number[], codes: number[]) => {
    const { bytes, notes } = writeSav(
      table(numberColumn('q', Float64Array.from(values), { missing: { values: codes, range: null } })),
    );
    const column = readSav(bytes, 'x.sav').columns[0]!;
    return [column.missing, notes.map(({ kind }) => kind)];
  };
  expect(many([1, 96, 99], [96, 97, 98, 99])).toEqual([{ values: [96], range: { from: 97, to: 99 } }, []]);
  expect(many([1, 5, -1], [-1, 96, 97, 99])).toEqual([{ values: [-1], range: { from: 96, to: 99 } }, []]);
  expect(many([1, 2, 3, 4, 5, 6, 7], [1, 3, 5, 7])).toEqual([
    { values: [], range: null },
    ['user-missing-dropped'],
  ]);
});

test('what comes from Stata: letters become codes below the answers, times become seconds', () => {
  const [a, c] = [extendedMissing('a'), extendedMissing('c')];
  const column = (values: number[]) =>
    first(
      numberColumn('q', Float64Array.from(values), {
        labels: [{ value: a, label: 'Ved ikke' }],
        missing: { values: [a, c], range: null },
      }),
    );
  expect(column([1, a, c, NaN])).toMatchObject({
    values: Float64Array.of(1, -1, -3, NaN),
    labels: [
      { value: -1, label: 'Ved ikke' },
      { value: -3, label: '.c' },
    ],
    missing: { values: [-1, -3], range: null },
  });
  expect([...column([-7, a]).values]).toEqual([-7, -11]);
  const clock = first(
    numberColumn('t', Float64Array.of(2_025_073_285_000, NaN), {
      format: { text: '%tc', calendar: STATA_DATETIME },
    }),
  );
  expect([...clock.values]).toEqual([13_928_833_285, NaN]);
  expect(clock.format?.text).toBe('DATETIME20');
});

test('labels too long for SPSS are cut between letters, and said', () => {
  const { bytes, notes } = writeSav(table(numberColumn('q', Float64Array.of(1), { label: 'æ'.repeat(200) })));
  expect(readSav(bytes, 'x.sav').columns[0]!.label).toBe('æ'.repeat(127));
  expect(notes).toEqual([{ line: null, kind: 'shortened-label', text: 'q' }]);
});
