import type { Measure } from './chance.js';

/**
 * Krippendorff's alpha for nominal categories, any number of coders and missing judgements (Krippendorff 2011, Computing
 * Krippendorff's Alpha-Reliability). It counts judgements, not units, so what many coders judged weighs more; and chance draws
 * two different judgements, which matters in small samples.
 */
export const krippendorffAlpha: Measure = ({ plan, sums }) => {
  let [judgements, alike] = [0, 0];
  for (let k = 0; k < plan.categories; k++) {
    let said = 0;
    for (let coder = 0; coder < plan.coders; coder++) said += sums[plan.votes(coder, k)]!;
    judgements += said;
    alike += said * (said - 1);
  }
  if (!(judgements > 1)) return null;
  return { observed: sums[plan.matched]! / judgements, expected: alike / (judgements * (judgements - 1)) };
};
