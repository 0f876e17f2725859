import { expect, it } from 'vitest';
import { spreadLabels } from './spread-labels.js';

it('labels that have room stand at their places', () => {
  expect(spreadLabels([10, 50, 90], [10, 10, 10], 100)).toEqual([10, 50, 90]);
});

it('labels that would touch are moved apart evenly, in their order', () => {
  expect(spreadLabels([52, 50], [10, 10], 100)).toEqual([56, 46]);
});

it('none stands on another or outside, as long as there is room for all (200 random cases)', () => {
  let state = 7;
  const next = () => (state = (state * 16807) % 2147483647) / 2147483647;
  for (let round = 0; round < 200; round++) {
    const places = Array.from({ length: 1 + Math.floor(next() * 8) }, () => next() * 100);
    const sizes = places.map(() => 2 + next() * 10);
    const placed = spreadLabels(places, sizes, 100);
    const order = placed.map((_, i) => i).sort((a, b) => placed[a]! - placed[b]!);
    expect(placed[order[0]!]! - sizes[order[0]!]! / 2).toBeGreaterThanOrEqual(-1e-9);
    expect(placed[order.at(-1)!]! + sizes[order.at(-1)!]! / 2).toBeLessThanOrEqual(100 + 1e-9);
    order.slice(1).forEach((i, at) => {
      const before = order[at]!;
      expect(placed[i]! - placed[before]!).toBeGreaterThanOrEqual((sizes[i]! + sizes[before]!) / 2 - 1e-9);
      expect(places[i]!).toBeGreaterThanOrEqual(places[before]!);
    });
  }
});
