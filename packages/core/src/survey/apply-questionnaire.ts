import { matchColumns } from './match-columns.js';
import type { CodeLabel, Questionnaire, QuestionnaireVariable } from './questionnaire.js';
import type { Measure, ValueLabel } from './survey.js';

/** One column of a survey's answers: 64-bit floats with NaN, or texts that are empty, where nothing was answered. */
export interface AnswerColumn {
  readonly name: string;
  readonly values: Float64Array | readonly string[];
}

/** What a questionnaire says of one column. Nothing of the answers is changed. */
export interface DescribedColumn {
  /** Which column, counted from 0. */
  readonly at: number;
  readonly name: string;
  readonly variable: QuestionnaireVariable;
  readonly label: string;
  readonly measure: Measure | null;
  /** Of a column of numbers; codes that are no numbers cannot stand in it. */
  readonly labels: readonly ValueLabel[];
  readonly userMissing: readonly number[];
  /** Of a column of texts: the codes it is answered in. */
  readonly codes: readonly CodeLabel[];
  /** Answers that the questionnaire has no words for, though it has for others: the first ones. */
  readonly unlabelled: readonly string[];
}

/** How far a questionnaire and a table of answers speak of the same things. */
export interface AppliedQuestionnaire {
  readonly matched: readonly DescribedColumn[];
  /** Columns that no question speaks of, without those the platform adds of itself. */
  readonly unmatchedColumns: readonly string[];
  /** Columns the platform adds of itself. */
  readonly ownColumns: readonly string[];
  readonly unmatchedQuestions: readonly string[];
  readonly ambiguous: readonly string[];
}

/** Answers without a label that are told of each column. */
const UNLABELLED_TOLD = 12;

/** Puts a questionnaire beside a table of answers: what each column means, and what on either side has no counterpart. */
export function applyQuestionnaire(
  questionnaire: Questionnaire,
  columns: readonly AnswerColumn[],
): AppliedQuestionnaire {
  const names = columns.map(({ name }) => name);
  const { variables, ambiguous } = matchColumns(questionnaire, names);
  const own = new Set(questionnaire.own.map((name) => name.toLowerCase()));
  const isOwn = (name: string): boolean => own.has((name.split('/').at(-1) ?? name).toLowerCase());
  const without = names.filter((_, at) => variables[at] === null);
  const met = new Set(variables);
  return {
    matched: variables.flatMap((variable, at) =>
      variable
        ? [described(columns[at]!, at, withMissing(variable, columns[at]!, questionnaire.missing))]
        : [],
    ),
    unmatchedColumns: without.filter((name) => !isOwn(name)),
    ownColumns: without.filter(isOwn),
    unmatchedQuestions: questionnaire.variables
      .filter((variable) => !met.has(variable))
      .map(({ name }) => name),
    ambiguous,
  };
}

/** A variable with those codes for no answer, set for the whole survey, that were answered in its column. Open words have none. */
function withMissing(
  variable: QuestionnaireVariable,
  { values }: AnswerColumn,
  codes: readonly CodeLabel[],
): QuestionnaireVariable {
  if (codes.length === 0 || (variable.kind === 'string' && variable.labels.length === 0)) return variable;
  const answered = new Set<number | string>(values);
  const here = codes.filter(({ value }) => {
    const number = numberOf(value);
    return answered.has(values instanceof Float64Array && number !== null ? number : value);
  });
  if (here.length === 0) return variable;
  const named = new Set(variable.labels.map(({ value }) => value));
  return {
    ...variable,
    labels: [...variable.labels, ...here.filter(({ value, label }) => label !== '' && !named.has(value))],
    missing: [...new Set([...variable.missing, ...here.map(({ value }) => value)])],
  };
}

function described(
  { name, values }: AnswerColumn,
  at: number,
  variable: QuestionnaireVariable,
): DescribedColumn {
  const shared = { at, name, variable, label: variable.label, measure: variable.measure };
  if (!(values instanceof Float64Array)) {
    const known = new Set([...variable.labels.map(({ value }) => value), ...variable.missing]);
    const unlabelled = variable.labels.every(({ value }) => variable.missing.includes(value))
      ? []
      : strangers(values, (value) => value === '' || known.has(value));
    return {
      ...shared,
      labels: [],
      userMissing: [],
      codes: variable.labels,
      unlabelled:
        variable.kind === 'number' ? unlabelled.filter((answer) => numberOf(answer) === null) : unlabelled,
    };
  }
  const labels = numberLabels(variable.labels);
  const userMissing = missingNumbers(variable, values, labels);
  const known = new Set([...labels.map(({ value }) => value), ...userMissing]);
  return {
    ...shared,
    labels,
    userMissing,
    codes: [],
    unlabelled: labels.every(({ value }) => userMissing.includes(value))
      ? []
      : strangers(values, (value) => Number.isNaN(value) || known.has(value)),
  };
}

/** The labels of codes that are numbers, each number once, ascending. */
function numberLabels(labels: readonly CodeLabel[]): ValueLabel[] {
  const byValue = new Map<number, string>();
  for (const { value, label } of labels) {
    const number = numberOf(value);
    if (number !== null && !byValue.has(number)) byValue.set(number, label);
  }
  return [...byValue].map(([value, label]) => ({ value, label })).sort((a, b) => a.value - b.value);
}

/** The numbers that count as no answer: those named, and those of the range that occur or have a label. */
function missingNumbers(
  { missing, missingRange: range }: QuestionnaireVariable,
  values: Float64Array,
  labels: readonly ValueLabel[],
): number[] {
  const found = new Set<number>();
  for (const value of missing) {
    const number = numberOf(value);
    if (number !== null) found.add(number);
  }
  if (range !== null) {
    const inside = (value: number): boolean => value >= range.from && value <= range.to;
    for (const value of values) if (inside(value)) found.add(value);
    for (const { value } of labels) if (inside(value)) found.add(value);
  }
  return [...found].sort((a, b) => a - b);
}

function strangers<Value extends number | string>(
  values: Iterable<Value>,
  isKnown: (value: Value) => boolean,
): string[] {
  const found = new Set<Value>();
  for (const value of values) {
    if (isKnown(value)) continue;
    found.add(value);
    if (found.size === UNLABELLED_TOLD) break;
  }
  return [...found].map(String);
}

/** A code as the number it is, or null. */
export function numberOf(code: string): number | null {
  return /^[+-]?(\d+([.,]\d*)?|[.,]\d+)(e[+-]?\d+)?$/i.test(code.trim())
    ? Number(code.trim().replace(',', '.'))
    : null;
}
