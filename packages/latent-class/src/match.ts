import { reorder, type Layout, type Parameters } from './parameters.js';

/**
 * Two solutions of the same model name their classes in any order ("label switching"). This puts the classes
 * of `other` in the order that lies nearest to `reference`: the assignment with the least sum of squared
 * differences, found exactly by going through the subsets of classes.
 */
export function matchParameters(shape: Layout, reference: Parameters, other: Parameters): Parameters {
  const { classes, perClass } = shape;
  const kinds = shape.restriction?.kinds;
  const cost = (k: number, l: number): number => {
    // Classes that different things are asked of cannot stand for each other.
    if (kinds !== undefined && kinds[k] !== kinds[l]) return Infinity;
    let sum = (reference[k]! - other[l]!) ** 2;
    for (let i = 0; i < perClass; i++) {
      sum += (reference[classes + k * perClass + i]! - other[classes + l * perClass + i]!) ** 2;
    }
    return sum;
  };
  const costs = Array.from({ length: classes }, (_, k) =>
    Array.from({ length: classes }, (__, l) => cost(k, l)),
  );
  // best[taken]: least cost of giving the first |taken| reference classes the classes in the bit set `taken`.
  const best = new Float64Array(2 ** classes).fill(Infinity);
  const last = new Int8Array(2 ** classes);
  best[0] = 0;
  for (let taken = 0; taken < best.length; taken++) {
    let k = 0;
    for (let bits = taken; bits > 0; bits >>= 1) k += bits & 1;
    for (let l = 0; l < classes; l++) {
      if (taken & (1 << l)) continue;
      const total = best[taken]! + costs[k]![l]!;
      if (total < best[taken | (1 << l)]!) {
        best[taken | (1 << l)] = total;
        last[taken | (1 << l)] = l;
      }
    }
  }
  const order: number[] = [];
  for (let taken = best.length - 1; taken > 0; taken &= ~(1 << order[0]!)) order.unshift(last[taken]!);
  return reorder(shape, other, order);
}

/** Largest difference in any share or probability between two solutions, after their classes are matched. */
export function distance(shape: Layout, reference: Parameters, other: Parameters): number {
  const matched = matchParameters(shape, reference, other);
  let largest = 0;
  for (let i = 0; i < shape.size; i++) largest = Math.max(largest, Math.abs(reference[i]! - matched[i]!));
  return largest;
}
