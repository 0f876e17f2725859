import { BagomError, labelOf, wordValues } from '@bagom/core';
import type { BesideColumn } from './analyses/given.js';
import { CATEGORY_LIMIT, numbersOf, type AnswerColumn } from './answers.js';

/** A column beside the indicators, as a number or as categories; what counts as no answer is none. */
export function besideOf(
  column: AnswerColumn & { readonly label: string },
  as: 'numeric' | 'categorical',
): BesideColumn {
  const { name, label, labels, userMissing } = column;
  const words = Array.isArray(column.values) ? wordValues(column.values) : undefined;
  if (as === 'numeric' && words) throw new BagomError('classes.not-numbers', { name });
  const noAnswer = new Set(userMissing);
  const values = floatsOf(column.values).map((value) => (noAnswer.has(value) ? NaN : value));
  if (as === 'numeric') return { name, label, values, categories: [] };
  const found = [...new Set(values)].filter((value) => !Number.isNaN(value)).sort((a, b) => a - b);
  if (found.length < 2) throw new BagomError('classes.bad-covariate', { name });
  if (found.length > CATEGORY_LIMIT)
    throw new BagomError('classes.too-many-categories', { name, limit: CATEGORY_LIMIT });
  const categories = found.map((value) => ({
    value,
    label: words?.[value - 1] ?? (labelOf(labels, value) || String(value)),
  }));
  return { name, label, values, categories };
}

/** Weights, one a row. One that is missing or negative is refused with its row: nobody is left out without a word. */
export function checkedWeights(values: Float64Array, name: string): Float64Array {
  const row = values.findIndex((weight) => !(weight >= 0 && weight < Infinity));
  if (row >= 0) throw new BagomError('survey.bad-weight', { variable: name, row: row + 1 });
  if (!values.some((weight) => weight > 0)) throw new BagomError('classes.no-weight', { variable: name });
  return values;
}

/** Any column as numbers a row; words by their number in alphabetical order, from 1. */
export function floatsOf(values: AnswerColumn['values']): Float64Array {
  return Array.isArray(values) || values instanceof Float64Array ? numbersOf(values) : values.floats();
}
