import { BagomError, labelOf, wordValues, type ValueLabel } from '@bagom/core';
import type { ColumnValues } from '../survey/columns.js';

/** Numbers that know which different ones they are, where those are few. */
export interface LevelledNumbers {
  readonly length: number;
  /** The different values, NaN for no answer; null where they are too many to be told. */
  readonly levels: readonly number[] | null;
  /** Each value as another number of one byte. */
  recoded(codeOf: (value: number) => number): Uint8Array;
  floats(): Float64Array;
}

/** One column of answers, wherever it comes from: a variable of a study or a column of a file. */
export interface AnswerColumn {
  readonly name: string;
  readonly labels: readonly ValueLabel[];
  /** Values that were given but count as no answer. */
  readonly userMissing: readonly number[];
  readonly values: ColumnValues | LevelledNumbers;
}

/** An indicator as categories. */
export interface CodedItem {
  readonly name: string;
  /** What the survey calls each category, in order: a value, or a word's number in alphabetical order from 1. */
  readonly values: number[];
  readonly labels: string[];
  /** What the data write for each category: a value, or a word. */
  readonly written: (number | string)[];
  /** The category of each row, 1..R; 0 where nothing was answered. */
  readonly codes: Uint8Array;
  /** Rows without an answer: a value that stands for none, and nothing at all. */
  readonly missing: { readonly user: number; readonly system: number };
}

/** More different answers than this are a measure, not categories. */
export const CATEGORY_LIMIT = 50;

/**
 * The answers to an indicator as categories: each value that was given is one, in the order of the values. With
 * `userMissingAsCategory` so is each value that stands for no answer ("don't know"); a blank never is.
 */
export function codedItem(
  column: AnswerColumn,
  { userMissingAsCategory = false }: { userMissingAsCategory?: boolean } = {},
): CodedItem {
  const { name, labels } = column;
  const words = Array.isArray(column.values) ? wordValues(column.values) : undefined;
  const answers = levelled(column.values, words);
  const noAnswer = new Set(userMissingAsCategory ? [] : column.userMissing);
  const values = answers.levels
    ?.filter((value) => !Number.isNaN(value) && !noAnswer.has(value))
    .toSorted((a, b) => a - b);
  if (values === undefined || values.length > CATEGORY_LIMIT)
    throw new BagomError('classes.too-many-categories', { name, limit: CATEGORY_LIMIT });
  if (values.length === 0) throw new BagomError('classes.empty-indicator', { name });
  if (values.length === 1) throw new BagomError('classes.constant-indicator', { name });
  const codeOf = new Map(values.map((value, index) => [value, index + 1]));
  const codes = answers.recoded((value) => codeOf.get(value) ?? 0);
  const user = noAnswer.size === 0 ? 0 : count(answers.recoded((value) => Number(noAnswer.has(value))));
  const answered = codes.length - count(codes.map((code) => Number(code === 0)));
  const shown = values.map((value) => words?.[value - 1] ?? (labelOf(labels, value) || String(value)));
  return {
    name,
    values,
    labels: shown,
    written: words ? values.map((value) => words[value - 1]!) : values,
    codes,
    missing: { user, system: codes.length - answered - user },
  };
}

const count = (marks: Uint8Array) => marks.reduce((sum, mark) => sum + mark, 0);

/** Any column of answers as numbers that know which different ones they are. */
function levelled(values: AnswerColumn['values'], words?: string[]): LevelledNumbers {
  if (!Array.isArray(values) && !(values instanceof Float64Array)) return values;
  const numbers = numbersOf(values, words);
  const levels = [...new Set(numbers)];
  return {
    length: numbers.length,
    levels,
    recoded(codeOf) {
      const codes = new Map(levels.map((value) => [value, codeOf(value)]));
      return Uint8Array.from(numbers, (value) => codes.get(value)!);
    },
    floats: () => numbers,
  };
}

/** A value that a model has no category for: its first row, from 0, and how often it stands. */
export interface UnknownValue {
  readonly value: number | string;
  readonly row: number;
  readonly count: number;
}

/**
 * The answers to an indicator in the categories of a model that exists: for scoring, and for another wave. `known` holds
 * what each category is called there: values of a number column, words of a text column.
 */
export function codedLike(
  { values, userMissing }: { values: ColumnValues; userMissing: readonly number[] },
  known: readonly (number | string)[],
): { codes: Uint8Array; unknown: UnknownValue[] } {
  const codeOf = new Map(known.map((value, index) => [value, index + 1]));
  const noAnswer = new Set<number | string>(userMissing);
  const unknown = new Map<number | string, UnknownValue>();
  const codes = new Uint8Array(values.length);
  for (const [row, value] of values.entries()) {
    const code = codeOf.get(value);
    if (code !== undefined) codes[row] = code;
    else if (value !== '' && !Number.isNaN(value) && !noAnswer.has(value)) {
      const before = unknown.get(value);
      unknown.set(value, { value, row: before?.row ?? row, count: (before?.count ?? 0) + 1 });
    }
  }
  return { codes, unknown: [...unknown.values()] };
}

/** Answers as numbers; words by their number in alphabetical order, from 1. A blank is NaN. */
export function numbersOf(values: ColumnValues, words = wordsOf(values)): Float64Array {
  if (values instanceof Float64Array) return values;
  const numberOf = new Map(words?.map((word, index) => [word, index + 1]));
  return Float64Array.from(values, (word) => numberOf.get(word) ?? NaN);
}

const wordsOf = (values: ColumnValues): string[] | undefined =>
  values instanceof Float64Array ? undefined : wordValues(values);
