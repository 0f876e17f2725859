import type { AnalysisKinds } from '@bagom/core';
import { covariatesOf } from './covariates.js';
import { distalOf } from './distal.js';
import type { AnalysisGiven, HowToRun } from './given.js';
import { likelihoodRatioOf } from './likelihood-ratio.js';
import { residualsOf } from './residuals.js';
import { standardErrorsOf } from './standard-errors.js';
import { wavesOf } from './waves.js';

/** Every analysis of a fitted model by its kind. The same given, the same result, on any number of threads. */
export const ANALYSES: {
  readonly [K in keyof AnalysisGiven]: (
    given: AnalysisGiven[K],
    how?: HowToRun,
  ) => Promise<AnalysisKinds[K]['result']>;
} = {
  'standard-errors': standardErrorsOf,
  'likelihood-ratio': likelihoodRatioOf,
  residuals: residualsOf,
  covariates: covariatesOf,
  distal: distalOf,
  waves: wavesOf,
};
