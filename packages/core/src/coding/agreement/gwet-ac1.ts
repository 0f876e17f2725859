import { percentAgreement, type Chance } from './chance.js';
import { categoryShares } from './fleiss-kappa.js';
import type { RatedUnits } from './ratings.js';

/**
 * Gwet's AC1 (Gwet 2008, British Journal of Mathematical and Statistical Psychology 61:29-48) over so many possible
 * categories: chance is thought to be guessing in doubt, so it stays near percent agreement where a code is rare and kappa falls
 * to nothing.
 */
export function gwetAc1(units: readonly RatedUnits[], categories = 2): Chance | null {
  const observed = percentAgreement(units);
  if (observed === null) return null;
  let uncertain = 0;
  for (const share of categoryShares(units).values()) uncertain += share * (1 - share);
  return { observed, expected: uncertain / (categories - 1) };
}
