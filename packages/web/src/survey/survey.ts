import type { Outputs } from '../api.js';

/** Waves and variables, as the server reads them out with their distributions. */
export type Survey = Outputs['survey']['read'];
export type Variable = Survey['variables'][number];
export type Wave = Survey['waves'][number];

/** A variable's label before another sentence: questions keep their own sign, others get a full stop. */
export const asSentence = (label: string): string => (/[.?!:]$/.test(label) ? label : `${label}.`);
