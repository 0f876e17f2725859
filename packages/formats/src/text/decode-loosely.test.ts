import { expect, test } from 'vitest';
import { decodeLoosely } from './decode-loosely.js';

const read = (...parts: (string | number[])[]) =>
  decodeLoosely(
    new Uint8Array(
      Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : Buffer.from(part)))),
    ),
    'a.txt',
  );
const places = ({ unread }: { unread: { kind: string; line: number | null }[] }) =>
  unread.map(({ kind, line }) => [kind, line]);

test('UTF-8 and Latin-1 are read as what they are', () => {
  expect(read('\uFEFFblåbær\n')).toEqual({ text: 'blåbær\n', encoding: 'utf-8', unread: [] });
  expect(read([0x62, 0x6c, 0xe5, 0x62, 0xe6, 0x72])).toMatchObject({
    text: 'blåbær',
    encoding: 'windows-1252',
  });
});

test('a UTF-8 file with letters of Windows-1252 in it is read, and the odd lines are told', () => {
  const mixed = read('blåbær på\nså s', [0xe5], ' hø', [0xe5], '\nmør og ', [0x93], 'ja', [0x94], '\n');
  expect(mixed).toMatchObject({ text: 'blåbær på\nså så høå\nmør og “ja”\n', encoding: 'mixed' });
  expect(places(mixed)).toEqual([
    ['stray-bytes', 2],
    ['stray-bytes', 3],
  ]);
});

test('UTF-16 is told from its zeros where it has no mark', () => {
  const text = 'I: Hvad så?\nIP: Ikke noget, blåbærgrød.\n';
  const little = Buffer.from(text, 'utf16le');
  const big = Buffer.from(little).swap16();
  expect(read([...little])).toEqual({ text, encoding: 'utf-16le', unread: [] });
  expect(read([...big])).toEqual({ text, encoding: 'utf-16be', unread: [] });
  expect(read([0xff, 0xfe, ...little])).toEqual({ text, encoding: 'utf-16le', unread: [] });
});

test('UTF-16 with half a letter is read as far as it goes, and told', () => {
  const odd = read([0xff, 0xfe, 0x61, 0, 0x0a, 0, 0x3d, 0xd8, 0x62, 0, 0x63]);
  expect(places(odd)).toEqual([
    ['undecodable-text', 2],
    ['cut-short', null],
  ]);
  expect(odd.text.startsWith('a\n\uFFFDb')).toBe(true);
});

test('a few zeros and control signs are left out and told by line; many are no text', () => {
  const few = read(`${'Ganske almindelig tale. '.repeat(20)}\nher\0 og her\u0007\n`);
  expect(few.text).toMatch(/\nher og her\n$/);
  expect(places(few)).toEqual([['control-characters', 2]]);
  expect(() => read('ab\0cd\0ef\0gh\0ij\0kl\0')).toThrow('text.binary');
  expect(() => read([1, 2, 0, 4])).toThrow('"at":0');
});

test('letters that were broken before the file came here are told and left', () => {
  const broken = read('BlÃ¥bÃ¦r og rÃ¸dgrÃ¸d.\n');
  expect(broken.text).toBe('BlÃ¥bÃ¦r og rÃ¸dgrÃ¸d.\n');
  expect(places(broken)).toEqual([['broken-letters', null]]);
});
