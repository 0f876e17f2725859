import { BagomError, certaintyBand, type CertaintyBand } from '@bagom/core';
import { scoreAnswers, type AnswerScores, type ModelFile, type SurveyValue } from '@bagom/latent-class';
import type { WaveAnswers } from '../../survey/wave-answers.js';
import type { AnswerColumn } from '../answers.js';

/** A column that an indicator may be found in; its answers are read when they are. */
export interface PeopleColumn {
  readonly name: string;
  readonly userMissing: readonly number[];
  readonly values: () => Promise<AnswerColumn['values'] | null>;
}

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

/** New people placed by a model. Who answered none of its indicators has no class: `modal` is -1, their probabilities NaN. */
export interface ScoredPeople {
  readonly file: ModelFile;
  readonly scores: AnswerScores;
  readonly indicators: readonly ScoredIndicator[];
  readonly unanswered: number;
}

/** What becomes of what the model does not find: nobody is placed, or it counts as no answer and is told. */
export interface ScoreRules {
  readonly unknown: 'refuse' | 'missing';
  readonly absent: 'refuse' | 'missing';
}

/**
 * Places people by a model: columns are matched to indicators by name (without regard to capitals where that leaves no choice),
 * values to categories as they are written, and words to the categories' labels. Values that count as no answer there are none,
 * unless the model has them as a category. Refuses `score.no-indicators`, `score.absent-indicator`, `score.unknown-values`.
 */
export async function scorePeople(
  file: ModelFile,
  people: readonly PeopleColumn[],
  { unknown, absent }: ScoreRules,
): Promise<ScoredPeople> {
  const { model } = file;
  const names = people.map(({ name }) => name);
  const found = model.names.map((name) => people[placeOf(name, names)]);
  if (!found.some((column) => column !== undefined))
    throw new BagomError('score.no-indicators', { names: model.names.join(', ') });
  // Without a prototype: a file from outside may call an indicator anything.
  const columns = Object.create(null) as Record<string, (SurveyValue | null)[]>;
  for (const [item, name] of model.names.entries()) {
    const column = found[item];
    if (column) columns[name] = await answersTo(column, file, item);
    else if (absent === 'refuse')
      throw new BagomError('score.absent-indicator', { name, known: names.join(', ') });
  }
  const scores = scoreAnswers(file, columns, { absent: 'missing', unknown: 'missing' });
  if (unknown === 'refuse') refuseUnknown(file, scores);
  let unanswered = 0;
  for (const [row, answered] of scores.answered.entries()) {
    if (answered > 0) continue;
    unanswered++;
    scores.modal[row] = -1;
    scores.probabilities.fill(NaN, row * model.classes, (row + 1) * model.classes);
  }
  const indicators = model.names.map((name, item): ScoredIndicator => {
    const strange = scores.unknown.filter((one) => one.name === name);
    const lost = strange.reduce((sum, { rows }) => sum + rows, 0);
    let given = 0;
    for (const value of columns[name] ?? []) if (isAnswer(value)) given++;
    return {
      name,
      column: found[item]?.name ?? null,
      answered: given - lost,
      unknown: strange.map(({ value, rows, firstRow }) => ({ value, rows, firstRow })),
    };
  });
  return { file, scores, indicators, unanswered };
}

/** The people of a wave as they are placed: what the model does not find or know counts as no answer, and is told. */
export function scoreWave(file: ModelFile, { variables, values }: WaveAnswers): Promise<ScoredPeople> {
  const people = variables.map(({ name, userMissing }, at): PeopleColumn => ({
    name,
    userMissing,
    values: () => Promise.resolve(values[at]!),
  }));
  return scorePeople(file, people, { unknown: 'missing', absent: 'missing' });
}

/** One person as they were placed: rows from 1, and of classes from 1; null without a class. */
export interface ScoredRow {
  readonly row: number;
  readonly modal: number | null;
  readonly posterior: readonly number[] | null;
  readonly certainty: CertaintyBand | null;
  /** Indicators answered. */
  readonly answered: number;
  /** The answers are such as no class of the model gives. */
  readonly unlike: boolean;
  /** Log-probability of the answers. */
  readonly loglik: number;
}

export function scoredRow({ scores }: ScoredPeople, row: number): ScoredRow {
  const { classes, probabilities, modal, answered, unlike, loglik } = scores;
  const at = modal[row]!;
  const posterior = at < 0 ? null : [...probabilities.subarray(row * classes, (row + 1) * classes)];
  return {
    row: row + 1,
    modal: at < 0 ? null : at + 1,
    posterior,
    certainty: posterior && certaintyBand(posterior[at]!),
    answered: answered[row]!,
    unlike: unlike[row] === 1,
    loglik: loglik[row]!,
  };
}

/** What was answered to an indicator, in the values of the model where words stand for them; null where nothing counts as an answer. */
async function answersTo(
  column: PeopleColumn,
  file: ModelFile,
  item: number,
): Promise<(SurveyValue | null)[]> {
  const values = await column.values();
  if (!values) throw new BagomError('classes.not-numbers', { name: column.name });
  const known = new Set((file.values?.[item] ?? []).map(String));
  const gone = new Set(column.userMissing.filter((value) => !known.has(String(value))));
  if (!Array.isArray(values)) {
    const numbers = values instanceof Float64Array ? values : values.floats();
    return Array.from(numbers, (value) => (gone.has(value) ? null : value));
  }
  const byLabel = valuesByLabel(file, item);
  return values.map((value) => byLabel.get(plain(value)) ?? value);
}

const isAnswer = (value: SurveyValue | null) =>
  typeof value === 'string' ? value.trim() !== '' : value !== null && !Number.isNaN(value);

function refuseUnknown(file: ModelFile, { unknown }: AnswerScores): void {
  const [first, ...more] = unknown;
  if (!first) return;
  throw new BagomError('score.unknown-values', {
    name: first.name,
    value: first.value,
    row: first.firstRow + 1,
    rows: first.rows,
    known: (file.values?.[file.model.names.indexOf(first.name)] ?? []).join(', '),
    others: more.map(({ name, value }) => `${name} ${value}`).join(', ') || '—',
  });
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
