import { describe, expect, test } from 'vitest';
import { decodeText } from './decode.js';

const bytes = (...values: number[]) => Uint8Array.from(values);

describe('decodeText', () => {
  test('UTF-8 is read as UTF-8, and its byte order mark is dropped', () => {
    expect(decodeText(new TextEncoder().encode('\uFEFFblåbærgrød'), 'a.txt')).toEqual({
      text: 'blåbærgrød',
      encoding: 'utf-8',
    });
  });

  test('bytes that are no UTF-8 are Windows-1252', () => {
    expect(decodeText(bytes(0x91, 0xe6, 0xf8, 0xe5, 0x92), 'a.txt').text).toBe('‘æøå’');
  });

  test('UTF-16 with a byte order mark is read either way round', () => {
    expect(decodeText(bytes(0xff, 0xfe, 0xe5, 0, 0x61, 0), 'a.txt').text).toBe('åa');
    expect(decodeText(bytes(0xfe, 0xff, 0, 0xe5, 0, 0x61), 'a.txt').text).toBe('åa');
  });

  test('binary data are refused with the place of the first byte that shows it', () => {
    expect(() => decodeText(bytes(65, 66, 0, 67), 'a.txt')).toThrow('text.binary {"file":"a.txt","at":2}');
    expect(() => decodeText(bytes(65, 1, 2, 3, 4, 5), 'a.txt')).toThrow('"at":1');
  });
});
