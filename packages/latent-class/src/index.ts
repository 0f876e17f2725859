/** Latent class analysis. See the README for a ten-line example. */
export { LatentClassError, type LatentClassErrorCode } from './error.js';
export { indicators, type IndicatorOptions, type Indicators, type MissingRule } from './data.js';
export type { Patterns } from './patterns.js';
export { CLASS_LIMIT, concludeFit, fit, fitSettings, type FitOptions, type FitSettings } from './fit.js';
export type { BoundaryEstimate, LatentClassModel } from './model.js';
export { severityOf, WARNINGS, type Severity, type Warning, type WarningCode } from './warning.js';
export type { ItemRestriction, ItemRule, Specification } from './restriction/item-rule.js';
export {
  classOrder,
  matchClasses,
  nameClasses,
  orderClasses,
  type ClassMatch,
  type ClassOrder,
} from './order.js';
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
export { classFlow, type ClassFlow } from './class-flow.js';
export {
  certainty,
  CERTAINTY_LIMITS,
  placedRows,
  type BandCount,
  type Certainty,
  type PlacedRow,
} from './certainty.js';
export { drawnProfile, type DrawnFigure, type DrawnProfile } from './profile.js';
export { estimateTime, type TimeEstimate } from './time.js';
export { modelFile, readModelFile, type ModelFile, type SurveyValue } from './saved/model-file.js';
export {
  scoreAnswers,
  type AnswerOptions,
  type AnswerScores,
  type UnknownValue,
} from './saved/score-answers.js';
export { goodness, type DegreesOfFreedom, type Goodness } from './goodness.js';
export { bivariateResiduals, type BivariateResidual } from './residuals.js';
export { identification, type Identification, type IdentificationOptions } from './identification.js';
export { simulate, type Sample } from './simulate.js';
export { randomStream, type Random } from './random.js';
export { standardErrors, type StandardErrorOptions } from './inference/standard-errors.js';
export type { CurvatureOptions } from './inference/curvature.js';
export {
  concludeReplicates,
  replicateEstimates,
  replicatesOf,
  type RefitOptions,
} from './inference/replicate-errors.js';
export type { PerParameter, StandardErrorKind, StandardErrors } from './inference/report.js';
export type { ParameterLabel } from './inference/logits.js';
export type { SurveyDesign } from './inference/design.js';
export { jackknifeWeights, type ReplicateWeights } from './inference/replicate-weights.js';
export type { ReplicateEstimate, ReplicateRange, ReplicateWatch } from './inference/refits.js';
export {
  bootstrapLikelihoodRatio,
  concludeLikelihoodRatio,
  REPLICATE_STARTS,
  replicateRatios,
  type LikelihoodRatioOptions,
  type LikelihoodRatioTest,
  type ReplicateRatio,
} from './inference/likelihood-ratio.js';
export {
  bootstrapFit,
  concludeFitTest,
  replicateFits,
  type BootstrapP,
  type FitTest,
  type FitTestOptions,
  type ReplicateFit,
} from './inference/fit-test.js';
export { oneStep, type OneStep, type OneStepOptions } from './structural/one-step.js';
export { twoStep, type TwoStep } from './structural/two-step.js';
export {
  threeStep,
  type StepThreeOptions,
  type ThreeStep,
  type ThreeStepOptions,
} from './structural/three-step.js';
export {
  assign,
  bchWeights,
  type Assignment,
  type AssignmentRule,
  type BchWeights,
} from './structural/assignment.js';
export {
  interaction,
  type Covariate,
  type NominalCovariate,
  type NumericCovariate,
} from './structural/design.js';
export type { RegressionOptions } from './structural/people.js';
export { testTerm, type ClassRegression } from './structural/regression.js';
export type { ErrorKind as StructuralErrorKind, Uncertainty } from './structural/uncertainty.js';
export type { ProfileErrors } from './structural/profile.js';
export { distalMeans, type DistalMeans } from './structural/distal-means.js';
export type { DistalMeansOptions } from './structural/distal-options.js';
export { distalProportions, type DistalProportions } from './structural/distal-proportions.js';
export type { Distal, DistalOptions, PairTest } from './structural/distal.js';
export { fitGroups, type Group, type GroupModel, type GroupOptions } from './structural/groups.js';
export { configural, fixedTo, metric, type GroupRule } from './structural/group-rule.js';
export { likelihoodRatio, type Compared, type LikelihoodRatio } from './structural/likelihood-ratio.js';
export { wald, type WaldTest } from './structural/wald.js';
