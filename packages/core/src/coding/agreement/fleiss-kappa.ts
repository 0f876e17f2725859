import { percentAgreement, type Measure } from './chance.js';
import { judged, total, votes, type RatedUnits } from './ratings.js';

/**
 * Fleiss' kappa (Fleiss 1971, Psychological Bulletin 76:378-382): agreement of any number of coders beyond what their common
 * habits would give by chance. Units that not all coders judged count with those who did (Gwet 2014, Handbook of Inter-Rater
 * Reliability, 4th ed., chapter 2).
 */
export const fleissKappa: Measure = (units) => {
  const observed = percentAgreement(units);
  if (observed === null) return null;
  let expected = 0;
  for (const share of categoryShares(units).values()) expected += share * share;
  return { observed, expected };
};

/** Of each category the part of the judgements in it, averaged over units: how common it is. */
export function categoryShares(units: readonly RatedUnits[]): Map<number, number> {
  const n = total(units);
  const shares = new Map<number, number>();
  for (const { values, weight } of units) {
    const coders = judged(values);
    for (const [value, count] of votes(values))
      shares.set(value, (shares.get(value) ?? 0) + (weight * count) / coders / n);
  }
  return shares;
}
