/** How surely a respondent belongs to the class they most likely belong to. */
export type CertaintyBand = 'sure' | 'likely' | 'unsure';

/**
 * The bands and the least probability of each, the surest first. .70 is where a class is commonly still said to hold those
 * placed in it (Nagin 2005, Group-Based Modeling of Development, ch. 5: average posterior probability of assignment).
 */
export const CERTAINTY_BANDS: readonly { band: CertaintyBand; from: number }[] = [
  { band: 'sure', from: 0.9 },
  { band: 'likely', from: 0.7 },
  { band: 'unsure', from: 0 },
];

/** The band of a posterior probability. */
export function certaintyBand(probability: number): CertaintyBand {
  return CERTAINTY_BANDS.find(({ from }) => probability >= from)?.band ?? 'unsure';
}

/** Where the largest probability stands; the first of equal ones. -1 where the row was left out (NaN) or is empty. */
export function likeliestClass(posterior: ArrayLike<number>): number {
  let at = -1;
  for (let k = 0; k < posterior.length; k++) {
    const own = posterior[k]!;
    if (Number.isNaN(own)) return -1;
    if (at < 0 || own > posterior[at]!) at = k;
  }
  return at;
}
