/** One collection of answers: a survey, in one year. */
export interface Wave {
  id: string;
  name: string;
  year: number | null;
  respondents: number;
  /** The imported file's name and the hash of its bytes, which are kept. */
  fileName: string;
  original: string;
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
  role: 'none' | 'indicator' | 'weight' | 'respondent';
  column: string;
}
