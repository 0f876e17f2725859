import { percentAgreement, type Chance } from './chance.js';
import { categoryShare, type Tally } from './tally.js';

/**
 * Gwet's AC1 (Gwet 2008, British Journal of Mathematical and Statistical Psychology 61:29-48) over so many possible
 * categories: chance is thought to be guessing in doubt, so it stays near percent agreement where a code is rare and kappa falls
 * to nothing.
 */
export function gwetAc1(tally: Tally, categories = 2): Chance | null {
  const observed = percentAgreement(tally);
  if (observed === null) return null;
  let uncertain = 0;
  for (let k = 0; k < tally.plan.categories; k++) {
    const share = categoryShare(tally, k)!;
    uncertain += share * (1 - share);
  }
  return { observed, expected: uncertain / (categories - 1) };
}
