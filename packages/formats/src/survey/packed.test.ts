import { describe, expect, test } from 'vitest';
import { extendedMissing } from './extended-missing.js';
import { PackedNumbers } from './packed-numbers.js';
import { PackedTexts } from './packed-texts.js';
import { seeded } from './random-table.fixture.js';

const pack = (values: Iterable<number>): PackedNumbers => {
  const packed = new PackedNumbers();
  for (const value of values) packed.push(value);
  return packed;
};

/** What a vector may be made of, from the narrowest kind to the widest. */
const KINDS: Record<string, (random: () => number) => number> = {
  answers: (random) => [1, 2, 3, 9, NaN][Math.floor(random() * 5)]!,
  halves: (random) => Math.floor(random() * 100) / 2,
  wholes: (random) => (random() < 0.1 ? NaN : Math.floor(random() * 1e6) - 5e5),
  ends: (random) => [-(2 ** 31), 2 ** 31 - 1, 2 ** 31, -0, 0, -128, 127, 128][Math.floor(random() * 8)]!,
  weights: (random) => random() * 3,
  letters: (random) =>
    [extendedMissing('a'), extendedMissing('z'), -Infinity, 5e-324][Math.floor(random() * 4)]!,
};

describe('packed numbers', () => {
  test('come out exactly as they went in, whatever they are and wherever they change kind (kept seeds)', () => {
    for (let seed = 1; seed <= 60; seed++) {
      const random = seeded(seed);
      const kinds = Object.values(KINDS);
      const values: number[] = [];
      for (let part = 0; part < 3; part++) {
        const kind = kinds[Math.floor(random() * kinds.length)]!;
        for (let n = Math.floor(random() * 700); n > 0; n--) values.push(kind(random));
      }
      const packed = pack(values);
      // Not toEqual alone: 0 and -0 are two values.
      expect(
        [...packed].every((value, row) => Object.is(value, values[row])),
        `seed ${seed}`,
      ).toBe(true);
      expect([packed.length, [...packed.floats()]]).toEqual([values.length, values]);
    }
  });

  test('have levels up to 256 different values, in the order they came', () => {
    expect(pack([3, NaN, 1, 3, -0, 0]).levels).toEqual([3, NaN, 1, -0, 0]);
    const many = Array.from({ length: 256 }, (_, n) => n / 3);
    expect(pack(many).levels).toEqual(many);
    expect(pack([...many, 1000]).levels).toBe(null);
  });

  test('are given other codes at once', () => {
    const codes = pack([3, NaN, 1, 3]).recoded((value) => (Number.isNaN(value) ? 0 : value + 1));
    expect([...codes]).toEqual([4, 0, 2, 4]);
    const wide = pack(Array.from({ length: 300 }, (_, n) => n));
    expect(() => wide.recoded(() => 0)).toThrow('no codes');
  });

  test('tell how much they take before they take it, and may be refused', () => {
    let taken = 0;
    const packed = new PackedNumbers((bytes) => {
      taken += bytes;
      if (taken > 1000) throw new Error('enough');
    });
    expect(() => {
      for (let n = 0; n < 1e6; n++) packed.push(n % 3);
    }).toThrow('enough');
    expect(packed.length).toBeLessThan(1100);
  });
});

describe('packed texts', () => {
  test('come out as they went in, categories or not', () => {
    const values = Array.from({ length: 70_000 }, (_, n) =>
      n % 3 === 0 ? 'ja' : n % 3 === 1 ? '' : `nr. ${n}`,
    );
    values.push('x'.repeat(500), 'ja');
    const lists = [values, values.slice(0, 300), Array.from({ length: 70_000 }, (_, n) => String(n))];
    for (const list of lists) {
      const packed = new PackedTexts();
      for (const value of list) packed.push(value);
      expect([packed.length, packed.strings()]).toEqual([list.length, list]);
      expect(packed.at(list.length - 1)).toBe(list.at(-1));
    }
  });
});
