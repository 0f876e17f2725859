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
  /** Strata, sampling units and population sizes of the wave count in standard errors. */
  design: boolean;
  /** Starts that were run to the end, and the gain in log-likelihood at which one has arrived. */
  finished: number;
  tolerance: number;
}

/** What was worked out on a fitted model afterwards: standard errors, a likelihood ratio test, covariates, outcomes, waves. */
export interface ClassAnalysis {
  id: string;
  modelId: string;
  kind: ClassAnalysisKind;
  options: Record<string, unknown>;
  result: Record<string, unknown>;
  createdAt: string;
}

export type ClassAnalysisKind =
  'standard-errors' | 'likelihood-ratio' | 'residuals' | 'covariates' | 'distal' | 'waves';

/** What a fit says of itself; probabilities are `probs[indicator][class][category]`. */
export interface FitSummary {
  loglik: number;
  npar: number;
  aic: number;
  bic: number;
  abic: number;
  entropy: number;
  n: number;
  patterns: number;
  shares: number[];
  probs: number[][][];
  /** The categories of each indicator, as the survey codes them. */
  categories: number[][];
  maxima: { loglik: number; hits: number }[];
  identified: boolean;
  warnings: { code: string; data: Record<string, unknown> }[];
  /** The models it was chosen among. */
  compared: ComparedModel[];
  /** A fingerprint of the answers it was fitted on; absent in models that are older than the fingerprint. */
  answers?: string;
}

export interface ComparedModel {
  classes: number;
  loglik: number;
  npar: number;
  aic: number;
  bic: number;
  abic: number;
  entropy: number;
  smallest: number;
}
