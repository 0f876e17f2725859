import type { Agreement } from './sample.js';

/** Beyond these parts of yes, coders who agree nearly always may still have a kappa near nothing. */
const SKEWED = { below: 0.05, above: 0.95 };

/** Whether a code is so rare or so common that kappa and alpha say little of its coders. */
export const isSkewed = ({ prevalence, percent }: Pick<Agreement, 'prevalence' | 'percent'>): boolean =>
  percent !== null && (prevalence < SKEWED.below || prevalence > SKEWED.above);
