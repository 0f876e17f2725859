import { expect, test } from 'vitest';
import { heardAt, onOneClock } from './on-one-clock.js';

const at = (start: number | null, seconds: number | null) => ({ start, seconds });
const places = (...recordings: ReturnType<typeof at>[]) =>
  onOneClock(recordings).map(({ from, to }) => [from, to]);

test('the parts of an interview lie one after the other', () => {
  expect(places(at(null, 60), at(null, 30), at(null, 5))).toEqual([
    [0, 60],
    [60, 90],
    [90, 95],
  ]);
});

test('two devices begin when they are said to, and a part after them follows the last', () => {
  expect(places(at(0, 60), at(-2.5, 70), at(null, 10))).toEqual([
    [0, 60],
    [-2.5, 67.5],
    [67.5, 77.5],
  ]);
});

test('where a length is not known yet, the next begins with it', () => {
  expect(places(at(10, null), at(null, 5))).toEqual([
    [10, null],
    [10, 15],
  ]);
});

test('what is heard at a second is the one that plays if it reaches there, else the first that does', () => {
  const placed = onOneClock([at(0, 60), at(0, 70), at(null, 10)]);
  expect(heardAt(placed, 30, placed[1])).toBe(placed[1]);
  expect(heardAt(placed, 30, undefined)).toBe(placed[0]);
  expect(heardAt(placed, 65, placed[0])).toBe(placed[1]);
  expect(heardAt(placed, 75, placed[0])).toBe(placed[2]);
  expect(heardAt(placed, 500, placed[0])).toBeUndefined();
});
