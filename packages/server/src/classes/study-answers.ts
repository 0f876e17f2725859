import {
  BagomError,
  wordValues,
  type ClassModel,
  type Variable,
  type Wave,
  type WaveMatch,
} from '@bagom/core';
import type { StudyFile } from '@bagom/store';
import { answersFingerprint, type SurveyColumns } from '../survey/columns.js';
import type { BesideColumn, ModelGiven } from './analyses/given.js';
import { codedItem, codedLike, numbersOf, type CodedItem } from './answers.js';
import { besideOf, checkedWeights } from './beside.js';
import type { ClassData } from './class-data.js';
import { savedModel } from './saved-model.js';
import { designColumns, NO_DESIGN } from './survey-design.js';

/** Where a study's answers are read from. */
export interface StudyAnswers {
  readonly study: StudyFile;
  readonly columns: SurveyColumns;
}

/** Indicators as categories; of those in `asCategory`, values that stand for no answer are categories too. */
export async function studyItems(
  { study, columns }: StudyAnswers,
  variables: readonly Variable[],
  asCategory: ReadonlySet<string> = new Set(),
): Promise<CodedItem[]> {
  const items: CodedItem[] = [];
  for (const variable of variables) {
    const column = { ...variable, values: await columns.values(study, variable) };
    items.push(codedItem(column, { userMissingAsCategory: asCategory.has(variable.id) }));
  }
  return items;
}

/** Weights, one a row. One that is missing or negative is refused with its row: nobody is left out without a word. */
export async function studyWeights(
  { study, columns }: StudyAnswers,
  variable: Variable,
): Promise<Float64Array> {
  const values = await columns.values(study, variable);
  if (!(values instanceof Float64Array)) throw new BagomError('classes.not-numbers', { name: variable.name });
  return checkedWeights(values, variable.name);
}

/** The variables of a wave, in their order. */
export function waveVariables({ state }: StudyFile, waveId: string): Variable[] {
  return [...state.variables.values()]
    .filter((variable) => variable.waveId === waveId)
    .sort((a, b) => a.position - b.position);
}

/** A model with the answers it was fitted on, read again. Answers that it has no category for are refused. */
export async function modelGiven(answers: StudyAnswers, model: ClassModel): Promise<ModelGiven> {
  const { study, columns } = answers;
  if (isStale(study, model)) throw new BagomError('classes.answers-changed', { name: model.name });
  const variables = model.indicators.map((id) => variableOf(study, id));
  const coded: Uint8Array[] = [];
  for (const [item, variable] of variables.entries()) {
    const values = numbersOf(await columns.values(study, variable));
    const { codes, unknown } = codedLike({ ...variable, values }, model.fit.categories[item] ?? []);
    if (unknown.length > 0) throw new BagomError('classes.answers-changed', { name: model.name });
    coded.push(codes);
  }
  const weight = model.weightId ? variableOf(study, model.weightId) : undefined;
  const data: ClassData = {
    names: variables.map(({ name }) => name),
    columns: coded,
    categories: model.fit.categories,
    weights: weight ? await studyWeights(answers, weight) : null,
    missing: model.missing,
  };
  const wave = study.state.waves.get(model.waveId);
  const design =
    model.settings?.design === false
      ? NO_DESIGN
      : await designColumns(waveVariables(study, model.waveId), wave?.design ?? null, (variable) =>
          columns.values(study, variable),
        );
  return {
    model: savedModel(data.names, model.fit, { ...model, weighted: weight !== undefined }),
    data,
    design,
  };
}

/** A variable beside the indicators, as a number or as categories. */
export async function besideColumn(
  { study, columns }: StudyAnswers,
  variable: Variable,
  as: 'numeric' | 'categorical',
): Promise<BesideColumn> {
  return besideOf({ ...variable, values: await columns.values(study, variable) }, as);
}

/** Whether a fit on the answers as they are now would be a fit on other answers. Older models cannot tell. */
export function isStale(
  { state: { variables } }: StudyFile,
  { indicators, weightId, fit }: Pick<ClassModel, 'indicators' | 'weightId' | 'fit'>,
): boolean {
  if (fit.answers === undefined) return false;
  const used = [...indicators, ...(weightId ? [weightId] : [])].map((id) => variables.get(id));
  const known = used.filter((variable) => variable !== undefined);
  return known.length < used.length || answersFingerprint(variables, known) !== fit.answers;
}

/** What a model rests on, looked for in another wave: its indicators by name, their categories by value. */
export async function inWave(
  { study, columns }: StudyAnswers,
  model: ClassModel,
  wave: Wave,
): Promise<{ match: WaveMatch; coded: Uint8Array[] }> {
  const there = new Map(waveVariables(study, wave.id).map((variable) => [variable.name, variable]));
  const indicators: WaveMatch['indicators'] = [];
  const coded: Uint8Array[] = [];
  for (const [item, id] of model.indicators.entries()) {
    const own = variableOf(study, id);
    const other = there.get(own.name);
    const values = model.fit.categories[item] ?? [];
    if (!other || other.kind !== own.kind) {
      indicators.push({ name: own.name, variableId: null, unknown: [], unused: [] });
      continue;
    }
    const read = await columns.values(study, other);
    const known = own.kind === 'string' ? wordValues((await columns.values(study, own)) as string[]) : values;
    const { codes, unknown } = codedLike({ ...other, values: read }, known);
    const used = new Set(codes);
    const strangers = read instanceof Float64Array ? read : numbersOf(read);
    indicators.push({
      name: own.name,
      variableId: other.id,
      unknown: unknown.map(({ row }) => strangers[row]!),
      unused: values.filter((_, index) => !used.has(index + 1)),
    });
    coded.push(codes);
  }
  const comparable = indicators.every(
    ({ variableId, unknown }) => variableId !== null && unknown.length === 0,
  );
  return { match: { waveId: wave.id, name: wave.name, year: wave.year, indicators, comparable }, coded };
}

/** The answers of another wave in a model's categories; what keeps the two apart is told by variable and value. */
export async function otherWave(
  answers: StudyAnswers,
  model: ClassModel,
  wave: Wave,
  weightId: string | null,
): Promise<ClassData> {
  const { match, coded } = await inWave(answers, model, wave);
  const absent = match.indicators.filter(({ variableId }) => variableId === null).map(({ name }) => name);
  if (absent.length > 0)
    throw new BagomError('classes.wave-lacks', { wave: wave.name, names: absent.join(', ') });
  const strange = match.indicators.find(({ unknown }) => unknown.length > 0);
  if (strange)
    throw new BagomError('classes.wave-values', {
      wave: wave.name,
      name: strange.name,
      values: strange.unknown.join(', '),
    });
  return {
    names: match.indicators.map(({ name }) => name),
    columns: coded,
    categories: model.fit.categories,
    weights: weightId ? await studyWeights(answers, variableOf(answers.study, weightId)) : null,
    missing: model.missing,
  };
}

export function variableOf({ state }: StudyFile, id: string): Variable {
  const variable = state.variables.get(id);
  if (!variable) throw new BagomError('row.missing', { table: 'variables', id });
  return variable;
}
