import { describe, expect, test } from 'vitest';
import { isoText } from '../survey/calendar.js';
import { extendedMissing } from '../survey/extended-missing.js';
import { cutOutcomes } from '../survey/outcomes.fixture.js';
import { comparable } from '../survey/random-table.fixture.js';
import { differencesFromTruth, referenceBytes, referencePresent } from '../survey/reference.fixture.js';
import type { NumberColumn } from '../survey/table.js';
import { readDta } from './read.js';
import { writeDta } from './write.js';

const FILES = ['haven.dta', 'haven15.dta'];
const fromStata = (name: string, value: number) =>
  name === 'dato' ? value * 86_400 - 315_619_200 : value / 1000 - 315_619_200;

test.skipIf(referencePresent)(
  'the Stata files are not here: put them in ../shared/reference/survey to read them',
  () => {
    expect(referencePresent).toBe(false);
  },
);

describe.skipIf(!referencePresent)('Stata files that haven wrote (skipped when the folder is absent)', () => {
  test.each(FILES)('%s: every answer is the one it was made of', (name) => {
    const table = readDta(referenceBytes(name), name);
    expect(differencesFromTruth(table, fromStata)).toEqual([]);
    expect([table.rows, table.columns.length, table.encoding, table.notes]).toEqual([300, 10, 'utf-8', []]);
  });

  test.each(FILES)('%s: .a and .b are kept apart, with their labels', (name) => {
    const lonely = readDta(referenceBytes(name), name).columns[2] as NumberColumn;
    const [a, b] = [extendedMissing('a'), extendedMissing('b')];
    expect(lonely.missing).toEqual({ values: [a, b], range: null });
    expect(lonely.labels.slice(2)).toEqual([
      { value: 3, label: 'Ofte' },
      { value: a, label: 'Ved ikke' },
      { value: b, label: 'Vil ikke svare' },
    ]);
    expect([a, b, NaN].map((code) => lonely.values.filter((value) => Object.is(value, code)).length)).toEqual(
      [13, 15, 0],
    );
  });

  test.each(FILES)('%s: days and times', (name) => {
    const { columns } = readDta(referenceBytes(name), name);
    const iso = ({ format, values }: NumberColumn) => isoText(format!.calendar!, values[0]!);
    expect([columns[6], columns[7]].map((column) => iso(column as NumberColumn))).toEqual([
      '2024-01-26',
      '2024-03-03T08:21:25',
    ]);
  });

  test.each(FILES)('%s: written and read again it is the same', (name) => {
    const table = readDta(referenceBytes(name), name);
    const { bytes, notes } = writeDta(table);
    expect(notes).toEqual([]);
    expect(comparable(readDta(bytes, name))).toEqual(comparable(table));
  });

  test.each(FILES)('%s: cut anywhere it is refused, and quickly', (name) => {
    const cut = cutOutcomes(referenceBytes(name), 97, (bytes) => readDta(bytes, name));
    expect(cut).toEqual({ outcomes: ['dta.damaged'], lengths: [] });
  });
});
