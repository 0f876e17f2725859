import { describe, expect, test } from 'vitest';
import { isoText } from '../survey/calendar.js';
import { differencesFromTruth, referenceBytes, referencePresent } from '../survey/reference.fixture.js';
import { cutOutcomes } from '../survey/outcomes.fixture.js';
import { comparable } from '../survey/random-table.fixture.js';
import { missingCodes, type NumberColumn, type SurveyTable } from '../survey/table.js';
import { readSav } from './read.js';
import { writeSav } from './write.js';

const FILES = ['haven.sav', 'haven.zsav', 'haven_none.sav', 'pspp.sav', 'pspp_z.sav'];
const numbers = (table: SurveyTable, name: string) =>
  table.columns.find((column): column is NumberColumn => column.name === name && column.kind === 'number')!;
const fromSpss = (_: string, seconds: number) => seconds - 12_219_379_200;

test.skipIf(referencePresent)(
  'the SPSS files are not here: put them in ../shared/reference/survey to read them',
  () => {
    expect(referencePresent).toBe(false);
  },
);

describe.skipIf(!referencePresent)(
  'SPSS files that haven and PSPP wrote (skipped when the folder is absent)',
  () => {
    test.each(FILES)('%s: every answer is the one it was made of', (name) => {
      const table = readSav(referenceBytes(name), name);
      expect(differencesFromTruth(table, fromSpss)).toEqual([]);
      expect([table.rows, table.columns.length, table.encoding, table.notes]).toEqual([300, 10, 'utf-8', []]);
    });

    test.each(FILES)('%s: labels and user-missing answers are told apart', (name) => {
      const table = readSav(referenceBytes(name), name);
      const lonely = numbers(table, 'ensom');
      expect(lonely.label).toBe('Hvor ofte føler du dig ensom?');
      expect(lonely.labels.map(({ value, label }) => `${value} ${label}`)).toEqual([
        '1 Aldrig',
        '2 Nogle gange',
        '3 Ofte',
        '8 Ved ikke',
        '9 Ønsker ikke at svare',
      ]);
      expect(lonely.missing).toEqual({ values: [8, 9], range: null });
      expect(lonely.values.filter((value) => value >= 8)).toHaveLength(28);
      const trust = numbers(table, 'tillid');
      expect(trust.missing).toEqual({ values: [], range: { from: 97, to: 99 } });
      expect(missingCodes(trust)).toEqual([97, 98, 99]);
      expect(trust.values.some((value) => Number.isNaN(value))).toBe(false);
      const region = table.columns.find((column) => column.name === 'region')!;
      expect(region.labels).toContainEqual({ value: 'S', label: 'Sjælland' });
    });

    test('measures, roles, weight, formats and days as PSPP wrote them', () => {
      const table = readSav(referenceBytes('pspp.sav'), 'pspp.sav');
      expect(table.weight).toBe('weight');
      expect(table.columns.map(({ measure }) => measure)).toEqual([
        'scale',
        'scale',
        'ordinal',
        'ordinal',
        'nominal',
        'nominal',
        'scale',
        'scale',
        'scale',
        'scale',
      ]);
      expect(table.columns.map(({ role }) => role)).toEqual([
        'input',
        'input',
        'input',
        'input',
        'input',
        'input',
        'input',
        'input',
        'target',
        'input',
      ]);
      expect(table.columns.map(({ format }) => format?.text)).toEqual([
        'F8',
        'F8.2',
        'F8.2',
        'F8.2',
        'A1',
        'A504',
        'DATE11',
        'DATETIME20',
        'F8.2',
        'F8',
      ]);
      const { values, format } = numbers(table, 'tid');
      expect(isoText(format!.calendar!, values[0]!)).toBe('2024-03-03T08:21:25');
      expect(isoText(numbers(table, 'dato').format!.calendar!, numbers(table, 'dato').values[0]!)).toBe(
        '2024-01-26',
      );
    });

    test.each(FILES)('%s: written and read again it is the same', (name) => {
      const table = readSav(referenceBytes(name), name);
      const { bytes, notes } = writeSav(table);
      expect(notes).toEqual([]);
      expect(comparable(readSav(bytes, name))).toEqual(comparable(table));
    });

    test.each(FILES)('%s: cut anywhere it is refused, and quickly', (name) => {
      const cut = cutOutcomes(referenceBytes(name), 97, (bytes) => readSav(bytes, name));
      expect(cut).toEqual({ outcomes: ['sav.damaged'], lengths: [] });
    });
  },
);
