import { expect, test } from 'vitest';
import { seeded } from '../survey/random-table.fixture.js';
import { unpacked } from '../survey/packed-table.js';
import { LONGEST_FIELD } from './byte-fields.js';
import { randomCsv } from './random-csv.fixture.js';
import { readCsvChunks, readPackedCsv, readSurvey } from './read.js';

/** More than the first line of any of these files: what comes after it is read as it comes. */
const FIRST_LINE = 120;

/** A file in chunks of up to so many bytes, cut anywhere, whose buffer is used again for each. */
function* chunksOf(bytes: Uint8Array, seed: number, most: number): Generator<Uint8Array> {
  const random = seeded(seed);
  const buffer = Buffer.alloc(most);
  for (let at = 0; at < bytes.length;) {
    const chunk = bytes.subarray(at, at + 1 + Math.floor(random() * most));
    at += chunk.length;
    buffer.set(chunk);
    yield buffer.subarray(0, chunk.length);
    buffer.fill(0);
  }
}

async function outcome(read: () => Promise<unknown> | object) {
  try {
    return await read();
  } catch (error) {
    return String(error);
  }
}

test('a file read in chunks that are cut anywhere is the file read in one piece (kept seeds)', async () => {
  const kinds = new Set<string>();
  for (let seed = 1; seed <= 400; seed++) {
    const bytes = randomCsv(seed);
    const whole = await outcome(() => readSurvey(bytes, 'x.csv'));
    for (const most of [1, 7, 100]) {
      const pieces = await outcome(async () => {
        const table = await readCsvChunks(() => chunksOf(bytes, seed, most), 'x.csv', {}, FIRST_LINE);
        return { ...unpacked(table), delimiter: table.delimiter, encoding: table.encoding };
      });
      expect(pieces, `seed ${seed}, chunks of ${most}`).toEqual(whole);
    }
    kinds.add(typeof whole === 'string' ? whole.split(' ')[1]! : 'read');
  }
  // The generator makes what it is meant to.
  expect(kinds.size).toBeGreaterThan(3);
  expect(kinds).toContain('read');
});

test('a number column that ends as text keeps how its numbers were spelled, because the file is read again', async () => {
  const lines = Array.from({ length: 50_000 }, (_, row) => (row === 49_999 ? 'ved ikke;1' : '1,50;1'));
  const bytes = Buffer.from(`a;b\n${lines.join('\n')}`);
  let times = 0;
  const chunks = () => {
    times++;
    return chunksOf(bytes, 1, 4096);
  };
  const table = await readCsvChunks(chunks, 'x.csv');
  expect(times).toBe(2);
  const [a] = table.columns;
  expect(a!.kind).toBe('string');
  expect([a!.values!.at(0), a!.values!.at(49_999)]).toEqual(['1,50', 'ved ikke']);
});

test('only what is wanted is kept, but all is held against the rules', () => {
  const bytes = Buffer.from('a;b;c\n1;x;3\n2;y;4\n');
  const table = readPackedCsv(bytes, 'x.csv', { only: (name) => name !== 'a', texts: false });
  expect(table.columns.map(({ name, kind, values }) => [name, kind, values && [...values]])).toEqual([
    ['a', 'number', null],
    ['b', 'string', null],
    ['c', 'number', [3, 4]],
  ]);
  expect(() => readPackedCsv(Buffer.from('a;b\n1;2\n1\n'), 'x.csv', { only: () => false })).toThrow(
    'survey.ragged',
  );
});

test('a field of more than a megabyte is refused with its line, however the file comes', async () => {
  const long = 'x'.repeat(LONGEST_FIELD + 1);
  for (const text of [
    `a;b\n1;2\n${long};1\n`,
    `a;b\n1;2\n"${long}";1\n`,
    `a;b\n1;2\n"${long}`,
    `a;b\n1;2\n"${long.replaceAll('xx', '""')}${long}";1`,
  ])
    for (const most of [100_000, 5_000_000])
      await expect(readCsvChunks(() => chunksOf(Buffer.from(text), 1, most), 'x.csv')).rejects.toThrow(
        'survey.long-field {"file":"x.csv","line":3',
      );
  const longest = 'x'.repeat(LONGEST_FIELD);
  expect(readSurvey(Buffer.from(`a;b\n"${longest}";2\n`), 'x.csv').rows).toBe(1);
});

test('the encoding may be told late', () => {
  const late = Buffer.concat([
    Buffer.from(`a;b\n${'æ;1\n'.repeat(400_000)}`),
    Buffer.from([0xe6, 0x3b, 0x31]),
  ]);
  const table = readSurvey(late, 'x.csv');
  expect(table.encoding).toBe('windows-1252');
  expect([table.columns[0]!.values[0], table.columns[0]!.values.at(-1)]).toEqual(['Ã¦', 'æ']);
});

test('a zero byte is found wherever it is', () => {
  const bytes = Buffer.from(`a;b\n${'1;2\n'.repeat(500_000)}`);
  bytes[1_999_000] = 0;
  expect(() => readSurvey(bytes, 'x.csv')).toThrow('text.binary {"file":"x.csv","at":1999000}');
});
