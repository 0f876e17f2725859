import { BagomError, insert, type ClassAnalysis, type ClassModel, type Wave } from '@bagom/core';
import { newId, type StudyFile } from '@bagom/store';
import { inPresentOrder } from '../reorder-classes.js';
import { besideColumn, modelGiven, otherWave, variableOf, type StudyAnswers } from '../study-answers.js';
import { ANALYSES } from './analyses.js';
import type { AnalysisGiven, HowToRun } from './given.js';

/** An analysis as it is asked for, nothing left open. */
export type AnalysisAsked = {
  [K in ClassAnalysis['kind']]: Pick<Extract<ClassAnalysis, { kind: K }>, 'kind' | 'options'>;
}[ClassAnalysis['kind']];

/** Carries an analysis out here and keeps it: what the page does on a thread. */
export async function analyseModel(
  answers: StudyAnswers,
  model: ClassModel,
  asked: AnalysisAsked,
): Promise<string[]> {
  const analyse = ANALYSES[asked.kind] as (
    given: AnalysisGiven[ClassAnalysis['kind']],
    how?: HowToRun,
  ) => Promise<ClassAnalysis['result']>;
  const result = await analyse(await analysisGiven(answers, model, asked));
  return await keepAnalysis(answers.study, model, asked, result);
}

/** What the analysis needs of the study. */
export async function analysisGiven(
  answers: StudyAnswers,
  model: ClassModel,
  asked: AnalysisAsked,
): Promise<AnalysisGiven[ClassAnalysis['kind']]> {
  const { study } = answers;
  const beside = (id: string) => {
    const variable = variableOf(study, id);
    if (variable.waveId !== model.waveId) throw new BagomError('row.missing', { table: 'variables', id });
    return variable;
  };
  const given = await modelGiven(answers, model);
  switch (asked.kind) {
    case 'covariates': {
      const columns = [];
      if (asked.options.referenceClass >= model.classes)
        throw new BagomError('input.invalid', { reason: `${asked.options.referenceClass}` });
      for (const covariate of asked.options.covariates)
        columns.push({
          ...covariate,
          ...(await besideColumn(answers, beside(covariate.variableId), covariate.as)),
        });
      return { ...given, asked: asked.options, columns };
    }
    case 'distal': {
      const as = asked.options.as === 'mean' ? 'numeric' : 'categorical';
      const outcome = await besideColumn(answers, beside(asked.options.outcomeId), as);
      return { ...given, asked: asked.options, outcome };
    }
    case 'waves': {
      const own = waveOf(study, model.waveId);
      const other = waveOf(study, asked.options.waveId);
      if (other.id === own.id) throw new BagomError('classes.same-wave');
      const data = await otherWave(answers, model, other, asked.options.weightId);
      return {
        ...given,
        asked: asked.options,
        own: { waveId: own.id, name: own.name, year: own.year },
        other: { waveId: other.id, name: other.name, year: other.year, data },
      };
    }
    default:
      return { ...given, asked: asked.options };
  }
}

/** Keeps a result with its model, in the order the classes have by now. */
export async function keepAnalysis(
  study: StudyFile,
  model: ClassModel,
  asked: AnalysisAsked,
  result: ClassAnalysis['result'],
): Promise<string[]> {
  const row = { id: newId(), modelId: model.id, ...asked, result, createdAt: new Date().toISOString() };
  const present = study.state.classModels.get(model.id);
  if (!present) throw new BagomError('row.missing', { table: 'classModels', id: model.id });
  const placed = inPresentOrder(row as ClassAnalysis, model, present);
  await study.commit('class-analysis.add', present.name, [insert('classAnalyses', placed)]);
  return [row.id];
}

function waveOf({ state }: StudyFile, id: string): Wave {
  const wave = state.waves.get(id);
  if (!wave) throw new BagomError('row.missing', { table: 'waves', id });
  return wave;
}
