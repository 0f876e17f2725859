import type { Measure } from '@bagom/core';
import type { Calendar } from './calendar.js';

/** A survey as any of the formats gives it: columns of answers, a row a respondent. */
export interface SurveyTable {
  readonly columns: readonly SurveyColumn[];
  readonly rows: number;
  /** What the file calls itself; empty where it does not. */
  readonly label: string;
  /** What somebody wrote into the file about it, a line each. */
  readonly documents: readonly string[];
  /** The name of the column the file says to weight by, or null. */
  readonly weight: string | null;
  /** How letters stood in the file. */
  readonly encoding: string;
  /** What was not read as it stands. */
  readonly notes: readonly SurveyNote[];
}

export interface SurveyNote {
  readonly line: number | null;
  readonly kind: string;
  readonly text: string;
}

/** One column of a survey, with what the file says about it. */
export type SurveyColumn = NumberColumn | StringColumn;

interface Described {
  readonly name: string;
  /** The question, in the file's words; empty where there is none. */
  readonly label: string;
  /** Null where the file does not say. */
  readonly measure: Measure | null;
  readonly format: ColumnFormat | null;
  readonly role: ColumnRole | null;
}

/**
 * Numbers, NaN where nothing was answered (system-missing). What was answered but counts as no answer keeps its number, and
 * `missing` tells it apart. Stata's `.a` to `.z` are such numbers too: see `extendedMissing`.
 */
export interface NumberColumn extends Described {
  readonly kind: 'number';
  readonly values: Float64Array;
  readonly labels: readonly { readonly value: number; readonly label: string }[];
  readonly missing: UserMissing;
}

/** Texts; an empty one is no answer. Blanks at the end are kept only where the format tells them from its filling. */
export interface StringColumn extends Described {
  readonly kind: 'string';
  readonly values: readonly string[];
  readonly labels: readonly { readonly value: string; readonly label: string }[];
  /** Texts that count as no answer. */
  readonly missing: readonly string[];
}

/** Numbers that were answered but count as no answer: single ones, and all from one to another, both included. */
export interface UserMissing {
  readonly values: readonly number[];
  /** An end may be -Infinity or Infinity. */
  readonly range: { readonly from: number; readonly to: number } | null;
}

/** How a column is shown. `text` is the format as the file names it: `F8.2`, `DATE11`, `A504`, `%9.0g`, `%td`. */
export interface ColumnFormat {
  readonly text: string;
  /** How its numbers are days or times; null where they are just numbers. */
  readonly calendar: Calendar | null;
}

/** What SPSS's dialogs take a variable for. */
export type ColumnRole = 'input' | 'target' | 'both' | 'none' | 'partition' | 'split';

const UNDESCRIBED = { label: '', measure: null, format: null, role: null } as const;

export const NONE_MISSING: UserMissing = { values: [], range: null };

/** A column of numbers about which no more is known than is given. */
export const numberColumn = (
  name: string,
  values: Float64Array,
  more: Partial<Omit<NumberColumn, 'kind' | 'name' | 'values'>> = {},
): NumberColumn => ({
  ...UNDESCRIBED,
  labels: [],
  missing: NONE_MISSING,
  ...more,
  kind: 'number',
  name,
  values,
});

/** A column of texts about which no more is known than is given. */
export const stringColumn = (
  name: string,
  values: readonly string[],
  more: Partial<Omit<StringColumn, 'kind' | 'name' | 'values'>> = {},
): StringColumn => ({ ...UNDESCRIBED, labels: [], missing: [], ...more, kind: 'string', name, values });

/** Whether a number is user-missing: given, but no answer. System-missing is not. */
export const isUserMissing = ({ values, range }: UserMissing, value: number): boolean =>
  values.includes(value) || (range !== null && value >= range.from && value <= range.to);

/** The user-missing numbers of a column one by one, ascending: those named, and those of the range that occur or have a label. */
export function missingCodes({
  missing,
  values,
  labels,
}: Pick<NumberColumn, 'missing' | 'labels'> & { readonly values: Iterable<number> }): number[] {
  const codes = new Set(missing.values);
  if (missing.range !== null) {
    for (const value of values) if (isUserMissing(missing, value)) codes.add(value);
    for (const { value } of labels) if (isUserMissing(missing, value)) codes.add(value);
  }
  return [...codes].sort((a, b) => a - b);
}
