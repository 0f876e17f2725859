import { beyondChance, percentAgreement, pooled, type Measure } from './chance.js';
import { cohenKappa } from './cohen-kappa.js';
import { fleissKappa } from './fleiss-kappa.js';
import { gwetAc1 } from './gwet-ac1.js';
import { krippendorffAlpha } from './krippendorff-alpha.js';
import type { CodeSums } from './turn-sums.js';
import { unitizedAlpha } from './unitized-alpha.js';

/** The coefficients, each with what it is null for: where it cannot be told. */
export interface Coefficients {
  readonly percent: number | null;
  readonly kappa: number | null;
  readonly fleiss: number | null;
  readonly alpha: number | null;
  readonly ac1: number | null;
  readonly unitized: number | null;
}
export const COEFFICIENTS: readonly (keyof Coefficients)[] = [
  'percent',
  'kappa',
  'fleiss',
  'alpha',
  'ac1',
  'unitized',
];

/** The coefficients of one code, or of several put together. */
export function coefficients(of: readonly CodeSums[]): Coefficients {
  const tallies = of.map(({ tally }) => tally);
  const percents = tallies.flatMap((tally) => percentAgreement(tally) ?? []);
  const beyond = (measure: Measure) => beyondChance(pooled(tallies.map((tally) => measure(tally))));
  return {
    percent: percents.length === 0 ? null : percents.reduce((sum, one) => sum + one, 0) / percents.length,
    kappa: cohenKappa(...tallies),
    fleiss: beyond(fleissKappa),
    alpha: beyond(krippendorffAlpha),
    ac1: beyond(gwetAc1),
    unitized: unitizedAlpha(of.map(({ unitized }) => unitized)),
  };
}
