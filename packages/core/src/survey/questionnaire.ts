import type { Measure } from './survey.js';

/** Where a questionnaire was written. */
export type QuestionnaireKind = 'limesurvey' | 'redcap' | 'xlsform' | 'ddi';

/** A survey's questions as the platform keeps them, apart from the answers: what each column of answers means. */
export interface Questionnaire {
  readonly kind: QuestionnaireKind;
  readonly title: string;
  /** The language its words are in, as the file names it; empty where it does not say. */
  readonly language: string;
  /** All languages the file has. */
  readonly languages: readonly string[];
  readonly variables: readonly QuestionnaireVariable[];
  /** Codes that mean no answer in any question, though no question lists them: a setting of the whole survey. */
  readonly missing: readonly CodeLabel[];
  /** Columns that the platform adds of itself: they have no question. */
  readonly own: readonly string[];
  /** What could not be carried, item by item. */
  readonly notes: readonly QuestionnaireNote[];
}

export interface QuestionnaireNote {
  readonly line: number | null;
  readonly kind: string;
  readonly text: string;
}

/** One column of answers, as the questionnaire speaks of it. Values are written as in the file: a code may be `1`, `A1` or `-oth-`. */
export interface QuestionnaireVariable {
  /** The column's name in the platform's usual export. */
  readonly name: string;
  /** What other exports of the same platform call it. */
  readonly aliases: readonly string[];
  /** Short enough for a table: the item first, then the question it belongs to. */
  readonly label: string;
  /** The question as it was put; empty where there is none. */
  readonly question: string;
  /** Null where the file does not say. */
  readonly kind: 'number' | 'string' | null;
  readonly measure: Measure | null;
  readonly labels: readonly CodeLabel[];
  /** Codes that were given but count as no answer. */
  readonly missing: readonly string[];
  /** Numbers from one to another, both included, that count as no answer. */
  readonly missingRange: { readonly from: number; readonly to: number } | null;
  readonly role: 'none' | 'weight' | 'respondent';
  /** The group, form or section it stands in. */
  readonly from: string;
}

/** A code and what it means. */
export interface CodeLabel {
  readonly value: string;
  readonly label: string;
}

/** A variable about which no more is known than is given. */
export const questionnaireVariable = (
  name: string,
  more: Partial<Omit<QuestionnaireVariable, 'name'>> = {},
): QuestionnaireVariable => ({
  aliases: [],
  label: '',
  question: '',
  kind: null,
  measure: null,
  labels: [],
  missing: [],
  missingRange: null,
  role: 'none',
  from: '',
  ...more,
  name,
});
