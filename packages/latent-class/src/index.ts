/** Latent class analysis. See the README for a ten-line example. */
export { LatentClassError, type LatentClassErrorCode } from './error.js';
export { indicators, type IndicatorOptions, type Indicators, type MissingRule } from './data.js';
export type { Patterns } from './patterns.js';
export {
  CLASS_LIMIT,
  concludeFit,
  fit,
  type BoundaryEstimate,
  type FitOptions,
  type LatentClassModel,
  type Warning,
} from './fit.js';
export type { Maximum } from './maxima.js';
export {
  bestCandidates,
  DEFAULT_STARTS,
  finishStarts,
  screenStarts,
  type Candidate,
  type Finished,
  type Progress,
  type StartPlan,
  type StopSignal,
  type Watch,
} from './starts.js';
export {
  describe,
  enumerate,
  informationCriteria,
  type EnumerateOptions,
  type EnumerationRow,
  type InformationCriteria,
} from './enumerate.js';
export { posterior, score, type Posterior, type Scores, type ScoringModel } from './posterior.js';
export { goodness, type DegreesOfFreedom, type Goodness } from './goodness.js';
export { bivariateResiduals, type BivariateResidual } from './residuals.js';
export { identification, type Identification } from './identification.js';
export { simulate, type Sample } from './simulate.js';
export { randomStream, type Random } from './random.js';
