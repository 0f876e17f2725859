/** A latent class model of a wave, as it was fitted. The classes' names and order belong to the researcher. */
export interface ClassModel {
  id: string;
  waveId: string;
  name: string;
  indicators: string[];
  classes: number;
  weightId: string | null;
  missing: 'fiml' | 'listwise';
  seed: number;
  starts: number;
  /** The model the study uses: its classes are what the fieldwork recruits from. */
  chosen: boolean;
  classNames: string[];
  fit: FitSummary;
  /** A blob: respondents x classes 32-bit floats, row by row; NaN rows for respondents left out. */
  posteriors: string;
  /** What else the fit was asked for; null: nothing. */
  settings: ModelSettings | null;
  /** Why this model, in the researcher's words: the methods section prints it. Null: nothing said. */
  reason: string | null;
}

/** What a fit may be asked for beyond indicators, weight and starts. Indicators are named by their variables' ids. */
export interface ModelSettings {
  /** Indicators whose categories are ordered within classes. */
  ordinal: string[];
  /** Indicators whose user-missing values ("don't know") are categories as good as the others. */
  userMissingAsCategory: string[];
  /** Strata, sampling units and population sizes of the wave count in standard errors. */
  design: boolean;
  /** Starts that were run to the end, and the gain in log-likelihood at which one has arrived. */
  finished: number;
  tolerance: number;
}

/**
 * What a fit says of itself; probabilities are `probs[indicator][class][category]`. Classes, indicators and categories are
 * numbered from 0 here. What may be absent is so in models fitted before it was kept.
 */
export interface FitSummary {
  loglik: number;
  npar: number;
  aic: number;
  bic: number;
  abic: number;
  caic?: number | undefined;
  aic3?: number | undefined;
  icl?: number | undefined;
  /** Entropy R2: 1 where everybody's class is certain. */
  entropy: number;
  n: number;
  patterns: number;
  shares: number[];
  probs: number[][][];
  /** The categories of each indicator, as the survey codes them. */
  categories: number[][];
  /** Every maximum that was reached, the highest first; `distance`: the largest difference of a probability from the first. */
  maxima: { loglik: number; hits: number; distance?: number | undefined }[];
  identified: boolean;
  /** What speaks against the model, the gravest first. */
  warnings: ClassNote[];
  /** What is to be told with it. */
  notes?: ClassNote[] | undefined;
  /** The models it was chosen among. */
  compared: ComparedModel[];
  /** A fingerprint of the answers it was fitted on; absent in models that are older than the fingerprint. */
  answers?: string | undefined;
  /** False where the best start was given up before it arrived. */
  converged?: boolean | undefined;
  /** Parameters that the table can tell apart. */
  rank?: number | undefined;
  /** Starts that were run to the end. */
  finished?: number | undefined;
  /** Chance that a better maximum, as easy to reach, was missed; and that one more start would end somewhere new. */
  missed?: number | undefined;
  unseen?: number | undefined;
  /** People of equal weight that would say as much (Kish 1965). */
  effectiveN?: number | undefined;
  /** Largest difference in any parameter among the starts that share the best likelihood. */
  spread?: number | undefined;
  /** People in the smallest class: its share of n. */
  smallestN?: number | undefined;
  /** Probabilities estimated as 0. */
  boundary?: { indicator: number; class: number; category: number }[] | undefined;
  goodness?: Goodness | undefined;
  /** The largest bivariate residuals, the largest first, and how many pairs there are. */
  residuals?: PairResidual[] | undefined;
  pairs?: number | undefined;
  quality?: ClassificationQuality | undefined;
  /** Respondents left out: no answer at all, or (listwise) one lacking. */
  dropped?: { empty: number; incomplete: number } | undefined;
  /** The model whose names and order its classes took over, and the largest difference between the two profiles. */
  named?: { from: string; distance: number } | undefined;
}

/** What a reader of a figure must know: a code to be worded, and its figures. */
export interface ClassNote {
  code: string;
  data: Record<string, unknown>;
}

/** The table that the model predicts against the table that was seen, over complete answers. */
export interface Goodness {
  g2: number;
  x2: number;
  /** Cells - 1 - parameters (Mplus, Latent GOLD), and the lesser of people and cells - 1, minus parameters (poLCA). */
  df: { table: number; cases: number };
  /** Too few people a cell for a chi-square test. */
  sparse: boolean;
}

/** What the classes leave unexplained between two indicators: X2 of their table, and that by degree of freedom. */
export interface PairResidual {
  a: number;
  b: number;
  x2: number;
  df: number;
  bvr: number;
}

/** How well people are told apart. */
export interface ClassificationQuality {
  /** Shares of the classes when everybody is placed in their likeliest. */
  modalShares: number[];
  /** `[a][k]`: mean probability of class k among those placed in a; null where nobody is. */
  averageByModal: (number[] | null)[];
  /** `[k][a]`: of those who belong to k, the part that is placed in a. */
  classification: number[][];
  /** Part of all people placed in a class that is not theirs. */
  expectedError: number;
}

export interface ComparedModel {
  classes: number;
  loglik: number;
  npar: number;
  aic: number;
  bic: number;
  abic: number;
  caic?: number | undefined;
  aic3?: number | undefined;
  icl?: number | undefined;
  entropy: number;
  smallest: number;
  smallestN?: number | undefined;
  goodness?: Goodness | undefined;
  /** Starts that reached the best likelihood, of those run to the end. */
  hits?: number | undefined;
  finished?: number | undefined;
  identified?: boolean | undefined;
}
