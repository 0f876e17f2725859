import { BagomError, certaintyBand, type CertaintyBand } from '@bagom/core';
import { scoreAnswers, type AnswerScores, type ModelFile, type UnknownValue } from '@bagom/latent-class';
import type { ColumnValues } from '@bagom/server';
import { readColumn, type OpenAnswers } from '../answers.js';

/** People classified by a model. */
export interface Scored {
  readonly file: ModelFile;
  readonly rows: number;
  readonly scores: AnswerScores;
  readonly unknown: readonly UnknownValue[];
}

/**
 * Classifies the respondents of other data: answers are found by the indicators' names and placed by their values. Values that
 * the model has no category for are refused with variable, value and row, or taken as no answer.
 */
export async function scoreData(
  answers: OpenAnswers,
  file: ModelFile,
  unknown: 'refuse' | 'missing',
): Promise<Scored> {
  const columns: Record<string, (number | string | null)[]> = {};
  for (const [item, name] of file.model.names.entries()) {
    const { values, userMissing } = await readColumn(answers, name);
    const own = new Set((file.values?.[item] ?? []).map(String));
    const gone = new Set(userMissing.filter((value) => !own.has(String(value))));
    const list: ColumnValues =
      Array.isArray(values) || values instanceof Float64Array ? values : values.floats();
    columns[name] = Array.from(list as ArrayLike<number | string>, (value) =>
      typeof value === 'number' && gone.has(value) ? null : value,
    );
  }
  const scores = scoreAnswers(file, columns, { unknown: 'missing' });
  const [first, ...more] = scores.unknown;
  if (first && unknown === 'refuse')
    throw new BagomError('score.unknown-values', {
      name: first.name,
      value: first.value,
      row: first.firstRow + 1,
      rows: first.rows,
      known: (file.values?.[file.model.names.indexOf(first.name)] ?? []).join(', '),
      others: more.map(({ name, value }) => `${name} ${value}`).join(', ') || '—',
    });
  return { file, rows: scores.modal.length, scores, unknown: scores.unknown };
}

/** One respondent as they are shown: rows and classes from 1. */
export interface ScoredRow {
  readonly row: number;
  /** The most likely class. */
  readonly modal: number;
  readonly posterior: readonly number[];
  readonly certainty: CertaintyBand;
  /** Indicators answered. */
  readonly answered: number;
  /** The answers are such as no class of the model gives. */
  readonly unlike: boolean;
  /** Log-probability of the answers. */
  readonly loglik: number;
}

export function scoredRow({ scores }: Scored, row: number): ScoredRow {
  const { classes, probabilities, modal, answered, unlike, loglik } = scores;
  const posterior = [...probabilities.subarray(row * classes, (row + 1) * classes)];
  return {
    row: row + 1,
    modal: modal[row]! + 1,
    posterior,
    certainty: certaintyBand(posterior[modal[row]!]!),
    answered: answered[row]!,
    unlike: unlike[row] === 1,
    loglik: loglik[row]!,
  };
}
