import { numberedCodes, type Variable } from '@bagom/core';
import { short } from '../handlers/api.js';
import type { ColumnValues } from './columns.js';
import type { TextCodes, WaveAnswers } from './wave-answers.js';

/** Answers in codes as numbers, with what a variable then says of them. */
interface CodesAsNumbers {
  readonly values: Float64Array;
  readonly labels: Variable['labels'];
  readonly userMissing: number[];
  /** Which code became which number, and whether all are the numbers they were. */
  readonly told: string;
  readonly same: boolean;
}

/** Answers without a label that are told of each column. */
const UNLABELLED_TOLD = 12;

/** Texts as the numbers of their codes; null where an answer is none of them. `open`: see `numberedCodes`. */
export function codesAsNumbers(
  values: ColumnValues,
  { labels, missing }: TextCodes,
  open = false,
): CodesAsNumbers | null {
  if (values instanceof Float64Array) return null;
  const numbered = numberedCodes(values, labels, missing, open);
  if (!numbered) return null;
  const pairs = [...numbered.numbers];
  return {
    values: numbered.values,
    labels: [...numbered.labels],
    userMissing: [...numbered.userMissing],
    told: pairs.map(([code, number]) => `${code} = ${number}`).join(', '),
    same: pairs.every(([code, number]) => Number(code) === number),
  };
}

/**
 * A wave whose texts that have value labels in their file are numbers with those labels, because only numbers have labels here and
 * can be counted on. A column with an answer that has no label stays text, and so do the identities of respondents and, with
 * `keepCodes`, all of them. What is not carried is told.
 */
export function withTextCodes(
  { textCodes = new Map(), ...wave }: WaveAnswers,
  { keepCodes = false }: { readonly keepCodes?: boolean | undefined } = {},
): WaveAnswers {
  const variables = [...wave.variables];
  const values = [...wave.values];
  const notes = [...wave.notes];
  const note = (kind: string, text: string): void => void notes.push({ line: null, kind, text });
  for (const [at, variable] of wave.variables.entries()) {
    const codes = textCodes.get(variable.id);
    const answers = wave.values[at]!;
    if (!codes || answers instanceof Float64Array) continue;
    const fits = !keepCodes && codes.labels.length > 0 && variable.role !== 'respondent';
    const numbered = fits ? codesAsNumbers(answers, codes) : null;
    if (numbered) {
      const { labels, userMissing } = numbered;
      variables[at] = { ...variable, kind: 'number', labels, userMissing };
      values[at] = numbered.values;
      if (!numbered.same) note('codes-as-numbers', `${variable.name}: ${numbered.told}`);
      continue;
    }
    if (codes.labels.length > 0)
      note('codes-stay-text', nameWith(variable.name, fits ? unlabelled(answers, codes) : []));
    if (codes.missing.length > 0) note('missing-words', nameWith(variable.name, codes.missing));
  }
  return { ...wave, variables, values, notes };
}

function unlabelled(answers: readonly string[], { labels, missing }: TextCodes): string[] {
  const known = new Set(['', ...labels.map(({ value }) => value), ...missing]);
  const found = new Set<string>();
  for (const answer of answers) {
    if (!known.has(answer)) found.add(answer);
    if (found.size === UNLABELLED_TOLD) break;
  }
  return [...found];
}

/** A column's name and, where there are any, answers in it. */
export const nameWith = (name: string, answers: readonly string[]): string =>
  answers.length === 0 ? name : `${name}: ${answers.map((answer) => short(answer, 40)).join(', ')}`;
