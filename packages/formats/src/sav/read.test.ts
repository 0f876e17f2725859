import { describe, expect, test } from 'vitest';
import { ByteBuilder } from '../bytes/byte-builder.js';
import { brokenOutcomes } from '../survey/outcomes.fixture.js';
import { handmadeSav, zlibData, type Handmade } from './handmade.fixture.js';
import { readSav } from './read.js';
import { writeSav } from './write.js';

const latin1 = (text: string) => Buffer.from(text, 'latin1');
const read = (made: Handmade) => readSav(handmadeSav(made), 'x.sav');
const answers = (made: Handmade) => read(made).columns.map(({ values }) => [...values]);
const rows = [
  { v: 1, t: latin1('ja') },
  { v: -Number.MAX_VALUE, t: latin1('') },
  { v: 2.5, t: latin1('  tolv tegn!') },
];
const named = (encoding: string) => ({ subtype: 20, size: 1, bytes: latin1(encoding) });

describe('what a file may be like', () => {
  test('numbers of either byte order, system-missing apart', () => {
    const expected = [
      [1, NaN, 2.5],
      ['ja', '', '  tolv tegn!'],
    ];
    expect(answers({ rows })).toEqual(expected);
    expect(answers({ rows, bigEndian: true })).toEqual(expected);
    expect(answers({ rows, layout: 3, cases: -1 })).toEqual(expected);
  });

  test('bytecode: small numbers, blanks, missing, literals, and padding between', () => {
    const data = (out: ByteBuilder) => {
      out.put(Uint8Array.of(101, 253, 254, 255, 0, 254, 254, 0));
      out.text('ja      ');
      out.put(Uint8Array.of(253, 253, 253, 252, 0, 0, 0, 0));
      out.f64(2.5);
      out.text('  tolv tegn!    ');
    };
    const expected = [
      [1, NaN, 2.5],
      ['ja', '', '  tolv tegn!'],
    ];
    expect(answers({ compression: 1, cases: 3, data })).toEqual(expected);
    expect(answers({ compression: 1, cases: -1, data, bigEndian: true })).toEqual(expected);
    const out = new ByteBuilder();
    data(out);
    const stream = out.finish();
    // Blocks may be cut inside the codes and inside a literal.
    for (const cut of [1, 7, 8, 12, 16, 31, 40])
      expect(
        answers({
          compression: 2,
          cases: 3,
          data: zlibData([stream.subarray(0, cut), stream.subarray(cut)]),
        }),
      ).toEqual(expected);
  });

  test('a text that ends in zeros, and a letter cut by the width of its column', () => {
    const made = {
      rows: [
        { v: 1, t: Buffer.from('ja\0\0') },
        { v: 2, t: Buffer.from('elleve tegnæ').subarray(0, 12) },
      ],
    };
    const table = read({ ...made, extensions: [named('UTF-8')] });
    expect([...table.columns[1]!.values]).toEqual(['ja', 'elleve tegn\uFFFD']);
    expect(table.notes).toEqual([{ line: null, kind: 'undecodable-text', text: '1' }]);
  });

  test('the encoding is the one the file names, by name or by number, or a guess that is said', () => {
    const t = (made: Handmade) => {
      const table = read(made);
      return [table.columns[1]!.values[0], table.encoding, table.notes[0]?.kind];
    };
    const one = (text: Uint8Array) => [{ v: 1, t: text }];
    const code = (number: number) => {
      const out = new ByteBuilder();
      for (const n of [20, 0, 0, -1, 1, 1, 2, number]) out.i32(n);
      return [{ subtype: 3, size: 4, bytes: out.finish() }];
    };
    const quoted = Buffer.of(0x93, 0xe6, 0x94);
    expect(t({ rows: one(quoted), extensions: [named('windows-1252')] })).toEqual([
      '“æ”',
      'windows-1252',
      undefined,
    ]);
    expect(t({ rows: one(latin1('æøå')), extensions: [named('ISO-8859-1')] })[0]).toBe('æøå');
    expect(t({ rows: one(Buffer.of(0xa4)), extensions: [named('ISO-8859-15')] })[0]).toBe('€');
    expect(t({ rows: one(quoted), extensions: code(1252) })).toEqual(['“æ”', 'windows-1252', undefined]);
    expect(t({ rows: one(Buffer.of(0xe6)), extensions: code(1251) })[0]).toBe('ж');
    expect(t({ rows: one(quoted), extensions: code(2) })).toEqual([
      '“æ”',
      'windows-1252',
      'guessed-encoding',
    ]);
    expect(t({ rows: one(Buffer.from('æ')) })).toEqual(['æ', 'utf-8', 'guessed-encoding']);
    expect(t({ rows: one(latin1('a')) })).toEqual(['a', 'utf-8', undefined]);
    expect(() => read({ rows: one(quoted), extensions: [named('EBCDIC-DK')] })).toThrow(
      'sav.unsupported {"file":"x.sav","reason":"the encoding EBCDIC-DK"}',
    );
    expect(() => read({ rows: one(quoted), extensions: code(1) })).toThrow(/^sav\.unsupported .*EBCDIC/);
  });

  test('the count of cases may stand in a record of its own', () => {
    const out = new ByteBuilder();
    out.u64(1);
    out.u64(4);
    const extensions = [{ subtype: 16, size: 8, bytes: out.finish() }];
    expect(() => read({ rows, cases: -1, extensions })).toThrow(/says it has 4 cases/);
  });
});

describe('what is wrong with a file is said', () => {
  const refused = (made: Handmade) => {
    try {
      read(made);
    } catch (error) {
      return (error as Error).message;
    }
    return 'it was read';
  };

  test('counts that the file has no bytes for', () => {
    expect(refused({ rows, cases: 4 })).toMatch(
      /sav\.damaged .*it says it has 4 cases, but it ends before so many/,
    );
    expect(refused({ rows, cases: 2 })).toMatch(/says it has 2 cases, but its data go on after them/);
    expect(refused({ rows, cases: 2 ** 31 - 1 })).toMatch(/ends before so many/);
    expect(refused({ rows, cases: -7 })).toMatch(/it says it has -7 cases/);
    const count = (kind: number, n: number) => (out: ByteBuilder) => {
      out.i32(kind);
      out.i32(n);
    };
    expect(refused({ rows, records: count(3, 2 ** 31 - 1) })).toMatch(/ends in the middle of value labels/);
    expect(refused({ rows, records: count(6, 2 ** 31 - 1) })).toMatch(/ends in the middle of its documents/);
    expect(refused({ rows, records: count(5, 0) })).toMatch(/a record of the unknown kind 5/);
    const bytes = new Uint8Array(8);
    expect(
      refused({ rows, extensions: [{ subtype: 99, size: 2 ** 31 - 1, count: 2 ** 31 - 1, bytes }] }),
    ).toMatch(/ends in the middle of extension record 99/);
  });

  test('a header that makes no sense', () => {
    expect(refused({ rows, layout: 7 })).toMatch(/its layout 7 is not known/);
    expect(refused({ rows, compression: 9 })).toMatch(/sav\.unsupported .*compression 9/);
    expect(refused({ rows, bias: NaN })).toMatch(/bias/);
    expect(refused({ rows, weight: 2 })).toMatch(/its weight is element 2, which is no numeric variable/);
    expect(refused({ rows, weight: 99 })).toMatch(/its weight is element 99/);
    const locked = Buffer.concat([Buffer.alloc(8), Buffer.from('ENCRYPTEDSAV'), Buffer.alloc(300)]);
    expect(() => readSav(locked, 'x.sav')).toThrow(/sav\.unsupported .*encryption/);
    expect(() => readSav(new Uint8Array(0), 'x.sav')).toThrow(/sav\.damaged/);
  });

  test('very long texts that are longer than their parts, and labels of no variable', () => {
    const long = (width: string) => [{ subtype: 14, size: 1, bytes: latin1(`T=${width}\0\t`) }];
    expect(refused({ rows, extensions: long('00504') })).toMatch(
      /variable T of 504 bytes has only room for 12/,
    );
    expect(refused({ rows, extensions: long('99999') })).toMatch(/impossible width 99999/);
    expect(refused({ rows, extensions: long('-1') })).toMatch(/impossible width -1/);
    const labels = (out: ByteBuilder) => {
      for (const number of [3, 0, 4, 1, 3]) out.i32(number);
    };
    expect(refused({ rows, records: labels })).toMatch(
      /value labels belong to element 3, which is no variable/,
    );
  });

  test('a record that ends inside itself', () => {
    const out = new ByteBuilder();
    out.i32(1);
    out.text('T');
    out.i32(12);
    out.i32(2 ** 30);
    expect(refused({ rows, extensions: [{ subtype: 21, size: 1, bytes: out.finish() }] })).toMatch(
      /its long value labels end too early/,
    );
  });

  test('compressed data that end early or hold a number in a text', () => {
    const codes =
      (...bytes: number[]) =>
      (out: ByteBuilder) =>
        out.put(Uint8Array.from(bytes));
    expect(refused({ compression: 1, cases: 1, data: codes(101, 254, 252, 0, 0, 0, 0, 0) })).toMatch(
      /end in the middle of case 1/,
    );
    expect(refused({ compression: 1, cases: 1, data: codes(101, 254, 253, 0, 0, 0, 0, 0, 65) })).toMatch(
      /end in the middle of case 1/,
    );
    expect(refused({ compression: 1, cases: 2, data: codes(101, 254, 254, 252, 0, 0, 0, 0) })).toMatch(
      /says it has 2 cases, but its data end after 1/,
    );
    expect(refused({ compression: 1, cases: 1, data: codes(101, 254, 254, 101, 254, 254, 252, 0) })).toMatch(
      /go on after them/,
    );
    expect(refused({ compression: 1, cases: 1, data: codes(101, 101, 254, 252, 0, 0, 0, 0) })).toMatch(
      /a number stands where a text should, in case 1/,
    );
    expect(refused({ compression: 1, cases: 1, data: codes(254, 254, 254, 252, 0, 0, 0, 0) })).toMatch(
      /a text stands where a number should, in case 1/,
    );
  });

  test('blocks that are not what their list says', () => {
    const block = Uint8Array.of(101, 254, 254, 252, 0, 0, 0, 0);
    const made = (data: (out: ByteBuilder) => void): Handmade => ({ compression: 2, cases: 1, data });
    expect(refused(made(zlibData([block])))).toBe('it was read');
    expect(refused(made(zlibData([block], (size) => size - 1)))).toMatch(/block 1 cannot be unpacked/);
    expect(refused(made(zlibData([block], (size) => size + 1)))).toMatch(
      /unpacks to 8 bytes, not the 9 it should/,
    );
    expect(refused(made(zlibData([block], () => 2 ** 32 - 1)))).toMatch(/is not where or what the file says/);
    expect(refused(made((out) => out.fill(255, 48)))).toMatch(/impossibly large/);
  });

  test('a file that unpacks to far more than it is', () => {
    const many = Array.from({ length: 20 }, () => new Uint8Array(8));
    const sixteen = zlibData(many, () => 16 * 1024 * 1024);
    expect(refused({ compression: 2, cases: -1, data: sixteen })).toMatch(/unpacks to more than \d+ bytes/);
    expect(refused({ compression: 2, cases: 2 ** 31 - 1, data: zlibData([]) })).toMatch(
      /says it has 2147483647 cases, but its data end after 0/,
    );
  });
});

test('any single byte may be wrong: the file is read or refused, never anything else', () => {
  const values = Float64Array.from({ length: 30 }, (_, n) => n / 3);
  const bytes = writeSav({
    columns: [
      {
        kind: 'number',
        name: 'a',
        values,
        label: 'x',
        measure: null,
        role: null,
        format: null,
        labels: [{ value: 1, label: 'en' }],
        missing: { values: [9], range: null },
      },
      {
        kind: 'string',
        name: 'lang',
        values: Array.from(values, (n) => 'æ'.repeat(n * 20)),
        label: '',
        measure: 'nominal',
        role: 'split',
        format: null,
        labels: [{ value: 'æææææ', label: 'q' }],
        missing: ['æ'],
      },
    ],
    rows: 30,
    label: '',
    documents: ['x'],
    weight: 'a',
    encoding: 'utf-8',
    notes: [],
  }).bytes;
  const expected = ['sav.damaged', 'sav.unsupported'];
  const readBroken = (broken: Uint8Array) => readSav(broken, 'x.sav');
  expect(brokenOutcomes(bytes, { seed: 11, times: 800, expected }, readBroken)).toEqual([]);
});

test('many variables of one name, and labels that many variables share, take no longer than others', () => {
  const many = (out: ByteBuilder): void => {
    for (let n = 0; n < 40_000; n++) {
      for (const number of [2, 0, 0, 0, 0, 0]) out.i32(number);
      out.text('V', 8, 0x20);
    }
    out.i32(3);
    out.i32(40_000);
    for (let n = 0; n < 40_000; n++) {
      out.f64(n);
      out.u8(0);
      out.fill(0, 7);
    }
    out.i32(4);
    out.i32(80_000);
    for (let n = 0; n < 80_000; n++) out.i32(4 + (n % 40_000));
  };
  const { columns } = read({ records: many });
  expect(columns.at(-1)!.name).toBe('V_40001');
  expect(columns.at(-1)!.labels).toBe(columns.at(-2)!.labels);
});
