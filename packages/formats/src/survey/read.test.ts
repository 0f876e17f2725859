import { expect, test } from 'vitest';
import { writeCsv } from '../csv/write.js';
import { writeDta } from '../dta/write.js';
import { writeSav } from '../sav/write.js';
import { randomTable } from './random-table.fixture.js';
import { readSurveyFile } from './read.js';
import { referenceBytes, referencePresent } from './reference.fixture.js';
import { surveyFileKind } from './sniff.js';
import { numberColumn, stringColumn } from './table.js';

const bytes = (text: string) => Buffer.from(text, 'latin1');

test('a file is known by how it begins', () => {
  const table = randomTable(3, 'dta');
  expect(surveyFileKind(writeSav(table).bytes)).toBe('sav');
  expect(surveyFileKind(writeDta(table).bytes)).toBe('dta');
  expect(surveyFileKind(Uint8Array.of(114, 1, 1, 0, 0))).toBe('dta');
  expect(surveyFileKind(bytes('PK\x03\x04rest'))).toBe('zip');
  expect(surveyFileKind(bytes('PAR1'))).toBe('parquet');
  expect(surveyFileKind(bytes('\xd0\xcf\x11\xe0\xa1\xb1'))).toBe('xls');
  expect(surveyFileKind(bytes('q1;q2\n1;2\n'))).toBe('text');
  expect(surveyFileKind(bytes('\xff\xfeq\0'))).toBe('text');
  expect(surveyFileKind(bytes('\x01\0\x02'))).toBe(null);
});

test.skipIf(!referencePresent)(
  'so are the files haven and PSPP wrote (skipped when the folder is absent)',
  () => {
    const kinds = [
      'haven.sav',
      'haven.zsav',
      'pspp_z.sav',
      'haven.dta',
      'haven15.dta',
      'pspp.por',
      'haven.xpt',
      'truth.csv',
    ];
    expect(kinds.map((name) => surveyFileKind(referenceBytes(name)))).toEqual([
      'sav',
      'sav',
      'sav',
      'dta',
      'dta',
      'por',
      'xpt',
      'text',
    ]);
  },
);

test('the same survey is the same table, whichever format it comes in', () => {
  const table = {
    columns: [numberColumn('a', Float64Array.of(1, NaN, 2.5)), stringColumn('b', ['x', '', 'å'])],
    rows: 3,
    label: '',
    documents: [],
    weight: null,
    encoding: 'utf-8',
    notes: [],
  };
  const same = (given: Uint8Array) =>
    readSurveyFile(given, 'x').columns.map((column) => ({ ...column, format: null }));
  for (const written of [writeCsv(table), writeSav(table).bytes, writeDta(table).bytes])
    expect(same(written)).toEqual(table.columns);
});

test('kinds that are known but not read are named, and a survey without answers is refused', () => {
  expect(() => readSurveyFile(bytes('PAR1'), 'x')).toThrow(
    'survey.unsupported {"file":"x","kind":"parquet"}',
  );
  const none = {
    ...randomTable(1, 'sav'),
    columns: [numberColumn('a', new Float64Array(0))],
    rows: 0,
    weight: null,
  };
  expect(() => readSurveyFile(writeSav(none).bytes, 'x')).toThrow('survey.no-rows {"file":"x"}');
});
