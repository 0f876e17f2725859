import type { Recipe } from './recipe.js';
import type { LonelyPsu } from './statistics/design/survey-design.js';

/** One collection of answers: a survey, in one year. */
export interface Wave {
  id: string;
  name: string;
  year: number | null;
  respondents: number;
  /** The imported file's name and the hash of its bytes, which are kept. */
  fileName: string;
  original: string;
  /** The questionnaire that was put to it: the file's name and the hash of its bytes; null where there is none. */
  questionnaireFile: string | null;
  questionnaire: string | null;
  /** What the roles of its variables leave open about the sample; null: nothing was said. */
  design: WaveDesign | null;
}

/** How the sample was drawn, beside the variables whose roles are weight, stratum, PSU, population size or replicate weight. */
export interface WaveDesign {
  /** How the replicate weights were made; null where there are none. `fay` is Fay's coefficient, 0 to below 1. */
  replicates: { kind: 'jk1' | 'jkn' | 'brr' | 'fay' | 'bootstrap'; fay: number | null } | null;
  /** What to do with a stratum that has a single PSU; see `LonelyPsu` in the statistics. */
  lonelyPsu: LonelyPsu;
  /** Ids of the variables of sampling units and population sizes, stage by stage; absent: in the order of the file. */
  stages?: string[] | undefined;
}

export type Measure = 'nominal' | 'ordinal' | 'scale';

/** A value and what it means. */
export interface ValueLabel {
  value: number;
  label: string;
}

/** One column of a wave. Its values are a blob of their own: 64-bit floats (NaN: system-missing), or a JSON array of strings. */
export interface Variable {
  id: string;
  waveId: string;
  position: number;
  name: string;
  label: string;
  kind: 'number' | 'string';
  measure: Measure;
  labels: ValueLabel[];
  /** Values that were given but count as no answer ("don't know", "refused"). Kept apart from system-missing. */
  userMissing: number[];
  role: VariableRole;
  /** The blob of its values; empty for a derived variable. */
  column: string;
  /** A derived variable: how its values come from others. The answers themselves are never written over. */
  recipe: Recipe | null;
}

/** What a variable is for. `fpc` is the number of units in the population of a stratum. */
export type VariableRole =
  | 'none'
  | 'indicator'
  | 'weight'
  | 'respondent'
  | 'stratum'
  | 'psu'
  | 'fpc'
  | 'replicate';
