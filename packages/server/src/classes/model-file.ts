import { BagomError, labelOf, wordValues, type ClassModel } from '@bagom/core';
import { modelFile, type ModelFile } from '@bagom/latent-class';
import { savedModel } from './saved-model.js';
import { isStale, variableOf, type StudyAnswers } from './study-answers.js';

/** A model of a study as a file that can score new people: with the survey's own values, their words, and the classes' names. */
export async function studyModelFile(
  { study, columns }: StudyAnswers,
  model: ClassModel,
): Promise<ModelFile> {
  const { fit, classNames } = model;
  if (!fit.identified)
    throw new BagomError('classes.not-identified', { rank: fit.rank ?? 0, npar: fit.npar });
  const names: string[] = [];
  const values: (number | string)[][] = [];
  const labels: string[][] = [];
  for (const [item, id] of model.indicators.entries()) {
    const variable = variableOf(study, id);
    const categories = fit.categories[item] ?? [];
    names.push(variable.name);
    if (variable.kind === 'number') {
      values.push(categories);
      labels.push(categories.map((value) => labelOf(variable.labels, value) || String(value)));
      continue;
    }
    // Words are numbered in alphabetical order: with other words in the column the numbers would mean others.
    if (isStale(study, model)) throw new BagomError('classes.answers-changed', { name: model.name });
    const words = wordValues((await columns.values(study, variable)) as string[]);
    const own = categories.map((number) => words[number - 1] ?? '');
    values.push(own);
    labels.push(own);
  }
  const saved = savedModel(names, fit, { ...model, weighted: model.weightId !== null });
  const named = { ...saved, labels, classNames: fit.shares.map((_, k) => classNames[k]?.trim() || null) };
  return modelFile(named, values);
}
