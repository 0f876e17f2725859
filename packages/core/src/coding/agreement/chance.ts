import type { Tally } from './tally.js';

/** How often coders agreed, and how often they would have by chance alone, each 0 to 1. */
export interface Chance {
  readonly observed: number;
  readonly expected: number;
}

/** A measure of agreement over the same units: null where it cannot be told. */
export type Measure = (tally: Tally) => Chance | null;

/** (observed - expected) / (1 - expected), or null where chance alone makes everybody agree. */
export function beyondChance(chance: Chance | null): number | null {
  if (chance === null || chance.expected >= 1 - 1e-12) return null;
  return (chance.observed - chance.expected) / (1 - chance.expected);
}

/**
 * One coefficient for several codes: means of what was observed and of what chance gives, and then the coefficient (De Vries,
 * Elliott, Kanouse & Teleki 2008, Health Services Research 43:272-285). A mean of the codes' coefficients would let rare codes,
 * whose coefficients are mostly noise, decide.
 */
export function pooled(chances: readonly (Chance | null)[]): Chance | null {
  let [known, observed, expected] = [0, 0, 0];
  for (const chance of chances) {
    if (chance === null) continue;
    known++;
    observed += chance.observed;
    expected += chance.expected;
  }
  return known === 0 ? null : { observed: observed / known, expected: expected / known };
}

/**
 * Percent agreement, 0 to 1: of all pairs of coders who judged a unit the part that said the same, averaged over units. Null
 * without a unit that two judged. It says nothing of chance: where a code is rare, coders agree by leaving it out.
 */
export function percentAgreement({ plan, sums }: Tally): number | null {
  const n = sums[plan.units]!;
  return n > 0 ? sums[plan.alike]! / n : null;
}
