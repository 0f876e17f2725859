import type { Outputs } from '../api.js';

/** Waves and variables, as the server reads them out with their distributions. */
export type Survey = Outputs['survey']['read'];
export type Variable = Survey['variables'][number];
export type Wave = Survey['waves'][number];
/** A recipe that was tried: what each old value becomes, and how many get each new one. */
export type Tried = Outputs['survey']['recode'];
export type Crosstab = Outputs['survey']['crosstab'];

export const MEASURES = ['nominal', 'ordinal', 'scale'] as const;

/** A variable's label before another sentence: questions keep their own sign, others get a full stop. */
export const asSentence = (label: string): string => (/[.?!:]$/.test(label) ? label : `${label}.`);

/** Whether a variable's answers are few enough to be the groups of a table. */
export const canGroup = ({ role, frequencies }: Variable): boolean =>
  role !== 'weight' &&
  role !== 'replicate' &&
  role !== 'respondent' &&
  frequencies.length > 1 &&
  frequencies.length <= 20;
