import type { Measure } from './chance.js';
import { judged, votes } from './ratings.js';

/**
 * Krippendorff's alpha for nominal categories, any number of coders and missing judgements (Krippendorff 2011, Computing
 * Krippendorff's Alpha-Reliability). It counts judgements, not units, so what many coders judged weighs more; and chance draws
 * two different judgements, which matters in small samples.
 */
export const krippendorffAlpha: Measure = (units) => {
  let pairable = 0;
  let agreeing = 0;
  const sums = new Map<number, number>();
  for (const { values, weight } of units) {
    const coders = judged(values);
    pairable += weight * coders;
    for (const [value, count] of votes(values)) {
      agreeing += (weight * count * (count - 1)) / (coders - 1);
      sums.set(value, (sums.get(value) ?? 0) + weight * count);
    }
  }
  if (!(pairable > 1)) return null;
  let alike = 0;
  for (const sum of sums.values()) alike += sum * (sum - 1);
  return { observed: agreeing / pairable, expected: alike / (pairable * (pairable - 1)) };
};
