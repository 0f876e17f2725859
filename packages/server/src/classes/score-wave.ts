import { BagomError } from '@bagom/core';
import { scoreAnswers, type AnswerScores, type ModelFile, type SurveyValue } from '@bagom/latent-class';
import type { WaveAnswers } from '../survey/wave-answers.js';

/** How an indicator of a model was found among new answers. */
export interface ScoredIndicator {
  readonly name: string;
  /** The column that answers it; null: none, and it is missing for everybody. */
  readonly column: string | null;
  /** How many answered it with a value the model knows. */
  readonly answered: number;
  /** Values that the model has no category for, with how many rows have them and the first (from 0). */
  readonly unknown: readonly {
    readonly value: SurveyValue;
    readonly rows: number;
    readonly firstRow: number;
  }[];
}

/** New people placed by a model. Who answered none of its indicators has no class: their probabilities are NaN. */
export interface ScoredWave {
  readonly scores: AnswerScores;
  readonly indicators: readonly ScoredIndicator[];
  readonly unanswered: number;
}

/**
 * Scores the people of a wave, or of a file, with a model: columns are matched to indicators by name (without regard to
 * capitals where that leaves no choice), values to categories as they are written, and words to the categories' labels.
 * Values that count as no answer there, and values the model does not know, are missing; the latter are told.
 */
export function scoreWave(file: ModelFile, { variables, values }: WaveAnswers): ScoredWave {
  const { model } = file;
  // Without a prototype: a file from outside may call an indicator anything.
  const columns = Object.create(null) as Record<string, SurveyValue[]>;
  const columnOf = new Map<string, string>();
  for (const [item, name] of model.names.entries()) {
    const at = placeOf(
      name,
      variables.map((variable) => variable.name),
    );
    if (at < 0) continue;
    const noAnswer = new Set<SurveyValue>(variables[at]!.userMissing);
    const byLabel = valuesByLabel(file, item);
    columnOf.set(name, variables[at]!.name);
    columns[name] = Array.from(values[at]!, (value: SurveyValue) =>
      noAnswer.has(value) ? '' : typeof value === 'string' ? (byLabel.get(plain(value)) ?? value) : value,
    );
  }
  if (columnOf.size === 0) throw new BagomError('score.no-indicators', { names: model.names.join(', ') });
  const scores = scoreAnswers(file, columns, { absent: 'missing', unknown: 'missing' });
  let unanswered = 0;
  for (const [row, answered] of scores.answered.entries()) {
    if (answered > 0) continue;
    unanswered++;
    scores.modal[row] = -1;
    scores.probabilities.fill(NaN, row * model.classes, (row + 1) * model.classes);
  }
  const indicators = model.names.map((name): ScoredIndicator => {
    const unknown = scores.unknown.filter((one) => one.name === name);
    const lost = unknown.reduce((sum, { rows }) => sum + rows, 0);
    const given = (columns[name] ?? []).filter((value) => value !== '' && !Number.isNaN(value)).length;
    return {
      name,
      column: columnOf.get(name) ?? null,
      answered: given - lost,
      unknown: unknown.map(({ value, rows, firstRow }) => ({ value, rows, firstRow })),
    };
  });
  return { scores, indicators, unanswered };
}

const plain = (words: string): string => words.trim().toLowerCase();

/** Where a column of this name stands: exactly so, or the only one that differs in capitals alone; -1: nowhere. */
function placeOf(name: string, among: readonly string[]): number {
  const exact = among.indexOf(name);
  if (exact >= 0) return exact;
  const alike = among.flatMap((other, at) => (plain(other) === plain(name) ? [at] : []));
  return alike.length === 1 ? alike[0]! : -1;
}

/** What the words of an indicator's categories stand for, unless they are values themselves. */
function valuesByLabel({ model, values }: ModelFile, item: number): Map<string, SurveyValue> {
  const own = values?.[item] ?? model.labels[item]!.map((_, c) => c + 1);
  const known = new Set(own.map((value) => plain(String(value))));
  const byLabel = new Map<string, SurveyValue>();
  for (const [c, label] of (model.labels[item] ?? []).entries())
    if (!known.has(plain(label))) byLabel.set(plain(label), own[c]!);
  return byLabel;
}
