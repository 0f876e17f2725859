import type { ClassNote, PairResidual } from './class-model.js';

/** What was worked out on a fitted model afterwards, of whichever kind: what was asked for, and what came out. */
export type ClassAnalysis = {
  [K in ClassAnalysisKind]: {
    id: string;
    modelId: string;
    kind: K;
    options: AnalysisKinds[K]['options'];
    result: AnalysisKinds[K]['result'];
    createdAt: string;
  };
}[ClassAnalysisKind];

export interface AnalysisKinds {
  'standard-errors': { options: ErrorsAsked; result: ErrorsFound };
  'likelihood-ratio': { options: RatioAsked; result: RatioFound };
  residuals: { options: ResidualsAsked; result: ResidualsFound };
  covariates: { options: CovariatesAsked; result: CovariatesFound };
  distal: { options: DistalAsked; result: DistalFound };
  waves: { options: WavesAsked; result: WavesFound };
}
export type ClassAnalysisKind = keyof AnalysisKinds;

/**
 * A figure and how far it may be off: standard error and interval. Null where there is none: the estimate is on its boundary,
 * or it was held fixed.
 */
export interface Estimated {
  estimate: number;
  se: number | null;
  low: number | null;
  high: number | null;
}

/** A chi-square test; null in place of it where it cannot be made. */
export interface ClassTest {
  statistic: number;
  df: number;
  p: number;
}

/** A statistic whose p comes from samples; `monteCarloError` is the standard error of p from their number. */
export interface BootstrapTest {
  statistic: number;
  p: number;
  monteCarloError: number;
}

/** How standard errors are come by. `sandwich` is Mplus' MLR, `bhhh` poLCA's; the last five know the survey's design. */
export type ErrorsKind =
  | 'observed'
  | 'bhhh'
  | 'sandwich'
  | 'linearised'
  | 'replicate-weights'
  | 'jackknife'
  | 'bootstrap'
  | 'parametric-bootstrap';

export interface ErrorsAsked {
  errors: ErrorsKind;
  /** Replicates and seed of the bootstraps. */
  replicates: number;
  seed: number;
  /** Level of the intervals, such as 0.95. */
  level: number;
}

export interface ErrorsFound {
  shares: Estimated[];
  /** `[indicator][class][category]`, as in the model. */
  probs: Estimated[][][];
  /** Degrees of freedom of the intervals; null: normal distribution. */
  df: number | null;
  /** Scaling factor of the log-likelihood (Satorra & Bentler 2010; Mplus MLR). */
  scaling: number | null;
  replicates: number | null;
  notes: ClassNote[];
}

/** Bootstrap likelihood ratio test of one class fewer against the model. */
export interface RatioAsked {
  replicates: number;
  /** Random starts screened in each sample. */
  starts: number;
  seed: number;
}

export interface RatioFound {
  /** Classes of the null hypothesis, and its log-likelihood. */
  nullClasses: number;
  nullLoglik: number;
  statistic: number;
  exceeding: number;
  replicates: number;
  p: number;
  /** Standard error of p from the number of samples. */
  monteCarloError: number;
  /** Share of samples whose best fit was reached by more than one start. */
  replicated: number;
  /** The ratio of each sample. */
  ratios: number[];
  notes: ClassNote[];
}

/** Bivariate residuals of every pair; with replicates, how rare each is if the model is true. */
export interface ResidualsAsked {
  /** Samples drawn from the model; 0: none, and no p. */
  replicates: number;
  seed: number;
}

export interface ResidualsFound {
  /** Every pair, the largest residual first. */
  pairs: (PairResidual & { p: number | null })[];
  /** The whole table: does the model fit at all? Null without samples. */
  g2: BootstrapTest | null;
  x2: BootstrapTest | null;
  replicates: number;
  notes: ClassNote[];
}

export type PlacementRule = 'modal' | 'proportional';
export type PlacementCorrection = 'bch' | 'ml' | 'none';

export interface CovariatesAsked {
  method: 'one-step' | 'two-step' | 'three-step';
  /** Of three steps only: how people are placed, and how wrong placements are undone. */
  assignment: PlacementRule;
  correction: PlacementCorrection;
  covariates: CovariateAsked[];
  /** The class that the others are compared with, from 0. */
  referenceClass: number;
  /** Random starts of one step. */
  starts: number;
  seed: number;
}

export interface CovariateAsked {
  variableId: string;
  as: 'numeric' | 'categorical';
  /** The value that the others are compared with; null: the first. Of words, their number in alphabetical order from 1. */
  reference: number | null;
}

export interface CovariatesFound {
  /** The intercept, then a term for each numeric covariate and for each category but the reference. */
  terms: { variableId: string | null; name: string; label: string; category: number | null }[];
  /** `[class][term]`: log-odds against the reference class; 0 without error in that class. */
  coefficients: CoefficientFound[][];
  /** Which standard errors the table shows. `propagated` counts that the classes were estimated. */
  errors: 'observed' | 'bhhh' | 'sandwich' | 'propagated';
  /** Wald test of each covariate: all its terms in all classes at once. */
  tests: { variableId: string; name: string; label: string; test: ClassTest | null }[];
  loglik: number;
  npar: number;
  n: number;
  rows: number;
  dropped: { covariate: number; answers: number };
  /** Mean class probabilities of those in use; null with three steps. */
  shares: number[] | null;
  /** Of one step: its own profile, and the largest change of a probability from the model without covariates. */
  probs: number[][][] | null;
  shift: number | null;
  /** Of three steps, `[k][a]`: of those who belong to k, the part that was placed in a. */
  placement: number[][] | null;
  notes: ClassNote[];
}

export interface CoefficientFound extends Estimated {
  /** exp(estimate), and its interval. */
  odds: number;
  oddsLow: number | null;
  oddsHigh: number | null;
  p: number | null;
}

export interface DistalAsked {
  outcomeId: string;
  as: 'mean' | 'proportions';
  assignment: PlacementRule;
  correction: PlacementCorrection;
}

export interface DistalFound {
  outcome: { name: string; label: string };
  /** Share of each class among those who have the outcome. */
  shares: number[];
  /** By class; null where proportions were asked for. */
  means: Estimated[] | null;
  variances: number[] | null;
  /** By class and category; null where means were asked for. */
  proportions: Estimated[][] | null;
  categories: { value: number; label: string }[];
  /** Are the classes alike? */
  equal: ClassTest | null;
  /** Every two classes compared; of means only. */
  pairs: { a: number; b: number; difference: number; se: number | null; p: number | null }[];
  errors: 'observed' | 'bhhh' | 'sandwich' | 'propagated';
  n: number;
  rows: number;
  dropped: { outcome: number; answers: number };
  placement: number[][];
  notes: ClassNote[];
}

/** Another wave beside the model's own. */
export interface WavesAsked {
  waveId: string;
  /**
   * `fixed`: the classes of the model, looked for in the other wave. `metric`: classes that mean the same in both waves,
   * estimated from both. `configural`: as many classes in each wave, whatever they mean.
   */
  compare: 'fixed' | 'metric' | 'configural';
  /** The other wave's weight; the model's own goes with its wave. */
  weightId: string | null;
  starts: number;
  seed: number;
}

export interface WavesFound {
  /** The model's wave first. */
  waves: {
    waveId: string;
    name: string;
    year: number | null;
    n: number;
    rows: number;
    shares: Estimated[];
    probs: number[][][];
  }[];
  /** By class: share in the other wave minus share in the model's own, and whether that is chance. */
  changes: (Estimated & { p: number | null })[];
  /** `meaning`: do the classes mean the same in both waves? `shares`: are they of the same size? */
  tests: { of: 'meaning' | 'shares'; how: 'likelihood-ratio' | 'wald'; test: ClassTest | null }[];
  loglik: number;
  npar: number;
  bic: number;
  errors: 'observed' | 'bhhh' | 'sandwich' | 'propagated';
  notes: ClassNote[];
}

/** Whether another wave has what a model rests on: its indicators by name, their categories by value. */
export interface WaveMatch {
  waveId: string;
  name: string;
  year: number | null;
  indicators: {
    name: string;
    /** The variable of that name in the other wave; null: none. */
    variableId: string | null;
    /** Values answered there that the model has no category for: they keep the waves from being compared. */
    unknown: number[];
    /** Categories of the model that nobody chose there. */
    unused: number[];
  }[];
  /** All indicators are there and no value is unknown. */
  comparable: boolean;
}
