import { percentAgreement, type Measure } from './chance.js';
import { categoryShare } from './tally.js';

/**
 * Fleiss' kappa (Fleiss 1971, Psychological Bulletin 76:378-382): agreement of any number of coders beyond what their common
 * habits would give by chance. Units that not all coders judged count with those who did (Gwet 2014, Handbook of Inter-Rater
 * Reliability, 4th ed., chapter 2).
 */
export const fleissKappa: Measure = (tally) => {
  const observed = percentAgreement(tally);
  if (observed === null) return null;
  let expected = 0;
  for (let k = 0; k < tally.plan.categories; k++) expected += categoryShare(tally, k)! ** 2;
  return { observed, expected };
};
