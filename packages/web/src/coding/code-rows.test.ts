import { describe, expect, test } from 'vitest';
import { codeRows, dropped, stepFrom } from './code-rows.js';
import type { Code } from './coding-types.js';

/** Codes in tree order, each named by its path: `a`, `a/b`. */
const tree = (...paths: string[]): Code[] =>
  paths.map((path) => {
    const name = path.slice(path.lastIndexOf('/') + 1);
    return { id: path, name, path, parentId: path === name ? null : path.slice(0, -name.length - 1) };
  }) as Code[];
const CODES = tree('a', 'a/b', 'a/b/c', 'a/d', 'e');
const NONE: ReadonlySet<string> = new Set();

describe('the lines of the code tree', () => {
  test('each knows its depth and its place among its siblings', () => {
    expect(
      codeRows(CODES, NONE).map((row) => [row.code.id, row.level, row.position, row.size, row.open]),
    ).toEqual([
      ['a', 1, 1, 2, true],
      ['a/b', 2, 1, 2, true],
      ['a/b/c', 3, 1, 1, undefined],
      ['a/d', 2, 2, 2, undefined],
      ['e', 1, 2, 2, undefined],
    ]);
  });

  test('under a closed code nothing is shown, whatever is open further down', () => {
    expect(codeRows(CODES, new Set(['a'])).map((row) => [row.code.id, row.open])).toEqual([
      ['a', false],
      ['e', undefined],
    ]);
  });

  test('the arrows go up and down, into a code and out of it', () => {
    const rows = codeRows(CODES, new Set(['a/b']));
    expect(rows.map(({ code }) => code.id)).toEqual(['a', 'a/b', 'a/d', 'e']);
    expect(stepFrom(rows, 1, 'ArrowRight')).toEqual({ open: 'a/b' });
    expect(stepFrom(rows, 0, 'ArrowRight')).toEqual({ to: 1 });
    expect(stepFrom(rows, 2, 'ArrowRight')).toBe(null);
    expect(stepFrom(rows, 0, 'ArrowLeft')).toEqual({ close: 'a' });
    expect(stepFrom(rows, 2, 'ArrowLeft')).toEqual({ to: 0 });
    expect(stepFrom(rows, 3, 'ArrowLeft')).toBe(null);
    expect(stepFrom(rows, 3, 'ArrowDown')).toBe(null);
    expect(stepFrom(rows, 3, 'Home')).toEqual({ to: 0 });
    expect(stepFrom(rows, 0, 'End')).toEqual({ to: 3 });
  });

  test('a code is dropped before, after and under another, never under itself', () => {
    expect(dropped(CODES, 'e', 'a/b', 'before')).toEqual({ parentId: 'a', before: 'a/b' });
    expect(dropped(CODES, 'e', 'a/b', 'after')).toEqual({ parentId: 'a', before: 'a/d' });
    expect(dropped(CODES, 'a/d', 'a/b', 'after')).toEqual({ parentId: 'a', before: null });
    expect(dropped(CODES, 'e', 'a/b', 'on')).toEqual({ parentId: 'a/b', before: null });
    expect(dropped(CODES, 'a', 'a/b/c', 'after')).toBe(null);
    expect(dropped(CODES, 'a', 'a', 'before')).toBe(null);
  });
});
