import type { DistalOptions } from './distal.js';

/** How the means of a continuous outcome are found. */
export interface DistalMeansOptions extends DistalOptions {
  /** For `ml`: whether each class has its own variance (`free`) or all have one. */
  readonly variances?: 'free' | 'equal';
  /** For `ml`: class sizes estimated anew (`free`, the default) or those of the model (`fixed`), as StepMix has it. */
  readonly shares?: 'free' | 'fixed';
}
