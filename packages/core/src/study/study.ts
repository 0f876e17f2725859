/** The languages Bagom speaks. Interviews may be in any language. */
export type Language = 'da' | 'en';

/** The one row that says what study this is. */
export interface Study {
  id: string;
  title: string;
  language: Language;
  createdAt: string;
  /** Least number of persons behind a printed cell or group; below it the report says "few". */
  smallCell: number;
  /** The share of a group's persons from which each quantifier word may be used, ascending; see `claims/quantifier.ts`. */
  quantifiers: QuantifierRule[];
  /** Where this study's respondents are in the fieldwork: targets per cell of the quota grid. */
  quotas: Quota[];
}

/** A word and the share of persons, 0 to 1, from which it carries. */
export interface QuantifierRule {
  word: string;
  from: number;
  /** Least number of persons, whatever the share. */
  persons: number;
}

/** How many persons are wanted with these values; an absent value means "any". */
export interface Quota {
  phase?: string;
  gender?: string;
  channel?: string;
  complexity?: string;
  target: number;
}

/** The stations a study passes, in order. */
export const STATIONS = [
  'survey',
  'classes',
  'fieldwork',
  'transcripts',
  'masking',
  'coding',
  'comparison',
  'claims',
  'report',
] as const;
export type Station = (typeof STATIONS)[number];
