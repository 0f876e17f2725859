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
}

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
