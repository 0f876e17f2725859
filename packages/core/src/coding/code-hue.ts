import type { Code } from './coding.js';

const CIRCLE = 360;

/** How far apart two hues lie on the circle, in degrees. */
function apart(a: number, b: number): number {
  const between = Math.abs(a - b) % CIRCLE;
  return Math.min(between, CIRCLE - between);
}

/**
 * The hue that lies farthest from all that are in use, the smallest of several; what was removed leaves its place to the next.
 * An empty codebook begins at 20 degrees.
 */
export function hueApart(codes: Iterable<Pick<Code, 'hue'>>): number {
  const used = [...codes].map(({ hue }) => hue);
  if (used.length === 0) return 20;
  const uses = new Map<number, number>();
  for (const hue of used) uses.set(hue, (uses.get(hue) ?? 0) + 1);
  let best = 0;
  let farthest = -1;
  let fewest = Infinity;
  for (let hue = 0; hue < CIRCLE; hue++) {
    const nearest = used.reduce((least, other) => Math.min(least, apart(hue, other)), CIRCLE);
    const taken = uses.get(hue) ?? 0;
    // Past 360 codes every hue is taken; then the one that fewest codes have.
    if (nearest > farthest || (nearest === farthest && taken < fewest)) {
      best = hue;
      farthest = nearest;
      fewest = taken;
    }
  }
  return best;
}

/** Hues for a branch of `n` codes: the first as asked, those under it within 30 degrees to either side, so that it reads as one family. */
export function branchHues(hue: number, n: number): number[] {
  return Array.from({ length: n }, (_, i) => {
    if (i === 0) return hue;
    const step = Math.ceil(i / 2) * (60 / Math.max(2, n));
    return Math.round(hue + (i % 2 === 1 ? step : -step) + CIRCLE) % CIRCLE;
  });
}
