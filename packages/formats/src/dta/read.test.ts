import { describe, expect, test } from 'vitest';
import { extendedMissing } from '../survey/extended-missing.js';
import { brokenOutcomes, cutOutcomes } from '../survey/outcomes.fixture.js';
import { handmadeDta, type HandmadeDta } from './handmade.fixture.js';
import { readDta } from './read.js';

const VERSIONS = [113, 114, 115, 117, 118, 119] as const;
const b = extendedMissing('b');

describe.each(VERSIONS)('version %i', (version) => {
  test.each([false, true])(
    'every kind of number, no answer of two kinds, texts; big-endian: %s',
    (bigEndian) => {
      const table = readDta(handmadeDta({ version, bigEndian }), 'x.dta');
      const { columns } = table;
      expect(columns.slice(0, 6).map(({ values }) => [...values])).toEqual([
        [-127, NaN, b],
        [32_740, NaN, b],
        [-5, NaN, b],
        [0.5, NaN, b],
        [1 / 3, NaN, b],
        ['ja', 'ja', 'ja'],
      ]);
      expect(columns[6]?.values).toEqual(version >= 117 ? ['lang', '', 'lang'] : undefined);
      expect(columns[0]).toMatchObject({
        name: 'v0',
        label: 'nej',
        labels: [
          { value: 1, label: 'ja' },
          { value: b, label: 'nej' },
        ],
        missing: { values: [b], range: null },
      });
      expect([columns[2]!.format!.calendar?.kind, columns[1]!.format!.calendar]).toEqual(['date', null]);
      expect([table.rows, table.label, table.documents]).toEqual([3, 'nej', ['en note']]);
      expect(table.notes).toEqual([{ line: null, kind: 'labels-not-there', text: 'v1' }]);
    },
  );

  test('cut anywhere it is refused, but for the end of an old file, where only labels can be gone', () => {
    const bytes = handmadeDta({ version });
    const labels = 4 + 33 + 3 + 8 + 16 + 8;
    expect(cutOutcomes(bytes, 1, (cut) => readDta(cut, 'x.dta'))).toEqual({
      outcomes: ['dta.damaged'],
      lengths: version < 117 ? [bytes.length - labels] : [],
    });
  });

  test('any single byte may be wrong: the file is read or refused, never anything else', () => {
    const expected = ['dta.damaged', 'dta.unsupported'];
    const read = (broken: Uint8Array) => readDta(broken, 'x.dta');
    expect(brokenOutcomes(handmadeDta({ version }), { seed: version, times: 400, expected }, read)).toEqual(
      [],
    );
  });

  test('more rows than the file has bytes for', () => {
    const rows = version === 118 || version === 119 ? 2 ** 50 : 2 ** 31 - 1;
    expect(() => readDta(handmadeDta({ version, rows }), 'x.dta')).toThrow(
      /it says it has \d+ rows, but it ends before/,
    );
  });
});

test('before version 118 the encoding is a guess, and said where it matters', () => {
  const read = (made: Omit<HandmadeDta, 'version'>) => {
    const { columns, notes, encoding } = readDta(handmadeDta({ version: 115, ...made }), 'x.dta');
    return [columns[5]!.values[0], encoding, notes[0]!.kind];
  };
  expect(read({ text: Buffer.of(0x93, 0xe6) })).toEqual(['“æ', 'windows-1252', 'guessed-encoding']);
  expect(read({ text: Buffer.from('æ') })).toEqual(['æ', 'utf-8', 'guessed-encoding']);
  expect(read({ label: Buffer.of(0xe6), text: Buffer.from('a') })).toEqual([
    'a',
    'windows-1252',
    'guessed-encoding',
  ]);
  expect(read({})).toEqual(['ja', 'utf-8', 'labels-not-there']);
});

test('versions not known here are named', () => {
  const later = Buffer.from(handmadeDta({ version: 118 }));
  later.write('120', 28);
  expect(() => readDta(later, 'x.dta')).toThrow('dta.unsupported {"file":"x.dta","reason":"version 120"}');
  expect(() => readDta(Uint8Array.of(108, 2, 1, 0), 'x.dta')).toThrow(
    'dta.unsupported {"file":"x.dta","reason":"version 108"}',
  );
  expect(() => readDta(new Uint8Array(0), 'x.dta')).toThrow(/^dta\.damaged /);
});
