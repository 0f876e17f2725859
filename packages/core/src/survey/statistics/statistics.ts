// What the rest of Bagom may use of the survey statistics.

export { surveyDesign, surveyDf } from './design/survey-design.js';
export type { LonelyPsu, SurveyDesign, SurveyDesignColumns } from './design/survey-design.js';
export { jackknifeDesign, replicateDesign } from './design/replicate-design.js';
export type { ReplicateWeights } from './design/replicate-design.js';
export { kishEffectiveN } from './design/figure.js';
export type { FigureOptions, SurveyFigure } from './design/figure.js';

export { surveyMean } from './estimates/survey-mean.js';
export { surveyTotal } from './estimates/survey-total.js';
export { surveyRatio } from './estimates/survey-ratio.js';
export { surveyVariance } from './estimates/survey-variance.js';
export { surveyQuantile } from './estimates/survey-quantile.js';
export { surveyProportion, surveyProportions } from './estimates/survey-proportion.js';
export type { ProportionOptions } from './estimates/survey-proportion.js';
export {
  agrestiCoullInterval,
  clopperPearsonInterval,
  proportionInterval,
  wilsonInterval,
} from './estimates/proportion-interval.js';
export type { ProportionMethod } from './estimates/proportion-interval.js';

export { surveyCrosstab } from './tables/survey-crosstab.js';
export type { SurveyCrosstab } from './tables/survey-crosstab.js';
export { raoScott } from './tables/rao-scott.js';
export type { RaoScott } from './tables/rao-scott.js';
export { crosstabResiduals } from './tables/crosstab-residuals.js';
export { chiSquareTest } from './tables/chi-square-test.js';
export type { ChiSquareTest } from './tables/chi-square-test.js';
export { fisherExact } from './tables/fisher-exact.js';
export { oddsRatio } from './tables/odds-ratio.js';
export type { OddsRatio } from './tables/odds-ratio.js';
export { ordinalAssociation } from './tables/ordinal-association.js';
export type { OrdinalAssociation } from './tables/ordinal-association.js';

export { postStratify } from './weighting/post-stratify.js';
export type { Margin as WeightingMargin } from './weighting/post-stratify.js';
export { rakeWeights } from './weighting/rake-weights.js';
export type { Raked, RakeOptions } from './weighting/rake-weights.js';
export { trimWeights } from './weighting/trim-weights.js';
export type { TrimBounds, Trimmed } from './weighting/trim-weights.js';
export { calibrateWeights } from './weighting/calibrated.js';

export { surveyRegression } from './comparing/survey-regression.js';
export type { SurveyRegression } from './comparing/survey-regression.js';
export { surveyTTest } from './comparing/survey-t-test.js';
export { surveyRankTest } from './comparing/survey-rank-test.js';
export type { SurveyRankTest } from './comparing/survey-rank-test.js';
export { anova, cronbachAlpha, kruskalWallis, welchTest, wilcoxonRankSum } from './comparing/simple-tests.js';

export { logGamma } from './special/log-gamma.js';
export { incompleteGamma } from './special/incomplete-gamma.js';
export { incompleteBeta } from './special/incomplete-beta.js';
export { chiSquareMixUpper } from './special/chi-square-mix.js';
export {
  betaQuantile,
  chiSquareQuantile,
  chiSquareTails,
  fQuantile,
  fTails,
  normalQuantile,
  normalTails,
  tQuantile,
  tTails,
} from './special/distributions.js';
export type { Tail, Tails } from './special/tails.js';
