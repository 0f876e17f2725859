import { expect, test } from 'vitest';
import { layOutStripes, MOST_LANES, NAME } from './lay-out-stripes.js';
import type { PaintedSpan } from './painted.js';
import { rowAt, type Row } from './rows.js';

const span = (id: string, from: number, to: number, path = id, by = 'A'): PaintedSpan => ({
  id,
  from,
  to,
  hue: 0,
  name: path,
  path,
  by,
  broken: false,
  asked: false,
  quiet: false,
});
/** Rows of ten characters, 31 pixels high. */
const rows: Row[] = Array.from({ length: 60 }, (_, i) => ({
  from: i * 10,
  top: i * 31,
  bottom: (i + 1) * 31,
}));
const deep = (n: number) => Array.from({ length: n }, (_, i) => span(`s${i}`, i % 3, 30 + i));

test('a place lies in the last row that begins at or before it', () => {
  for (let at = 0; at < 600; at++) expect(rowAt(rows, at)).toBe(Math.floor(at / 10));
});

test.each([1, 5, 10, 40])(
  'of %i codings at one place no two bars of a lane meet, and no names overlap',
  (n) => {
    const { bars, names } = layOutStripes(deep(n), rows, new Map());
    expect(bars).toHaveLength(Math.min(n, MOST_LANES));
    const meet = bars.filter((bar) =>
      bars.some(
        (other) =>
          other !== bar && other.lane === bar.lane && bar.bottom > other.top && other.bottom > bar.top,
      ),
    );
    expect(meet).toEqual([]);
    const apart = names.slice(1).map(({ top }, i) => top - names[i]!.top);
    expect(Math.min(NAME, ...apart)).toBe(NAME);
  },
);

test('a bar keeps its lane when what was above it is scrolled out of sight', () => {
  const spans = [span('a', 0, 40), span('b', 20, 90), span('c', 60, 120)];
  const before = layOutStripes(spans, rows, new Map());
  const lanes = new Map(before.bars.map(({ key, lane }) => [key, lane]));
  const after = layOutStripes(spans.slice(1), rows, lanes);
  for (const { key, lane } of after.bars) expect(lane).toBe(lanes.get(key));
});

test('two coders with the same code at the same place are one bar and one name', () => {
  const { bars, names } = layOutStripes(
    [span('1', 0, 9, 'x', 'A'), span('2', 0, 9, 'x', 'B')],
    rows,
    new Map(),
  );
  expect(bars).toHaveLength(1);
  expect(names[0]!.spans.map(({ by }) => by)).toEqual(['A', 'B']);
});
