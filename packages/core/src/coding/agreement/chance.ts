import { judged, total, votes, type Judgement, type RatedUnits } from './ratings.js';

/** How often coders agreed, and how often they would have by chance alone, each 0 to 1. */
export interface Chance {
  readonly observed: number;
  readonly expected: number;
}

/** A measure of agreement over the same units: null where it cannot be told. */
export type Measure = (units: readonly RatedUnits[]) => Chance | null;

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
  const known = chances.filter((chance) => chance !== null);
  if (known.length === 0) return null;
  const mean = (of: keyof Chance) => known.reduce((sum, chance) => sum + chance[of], 0) / known.length;
  return { observed: mean('observed'), expected: mean('expected') };
}

/**
 * Percent agreement, 0 to 1: of all pairs of coders who judged a unit the part that said the same, averaged over units. Null
 * without a unit that two judged. It says nothing of chance: where a code is rare, coders agree by leaving it out.
 */
export function percentAgreement(units: readonly RatedUnits[]): number | null {
  const n = total(units);
  if (n === 0) return null;
  return units.reduce((sum, { values, weight }) => sum + weight * pairsAgreeing(values), 0) / n;
}

function pairsAgreeing(values: readonly Judgement[]): number {
  const coders = judged(values);
  let agreeing = 0;
  for (const count of votes(values).values()) agreeing += count * (count - 1);
  return agreeing / (coders * (coders - 1));
}
