import { BagomError, insert, remove, rowsWhere, type ClassAnalysis, type ClassModel } from '@bagom/core';
import { newId } from '@bagom/store';
import type { AnalysisGiven } from '../classes/analyses/given.js';
import { inPresentOrder } from '../classes/reorder-classes.js';
import { besideColumn, inWave, modelGiven, otherWave } from '../classes/study-answers.js';
import type { ServerContext } from '../context.js';
import { startClassTask } from '../jobs/run-class-task.js';
import { api, change, rowOf } from './api.js';

export const classAnalyses = {
  analyses: api.classes.analyses.handler(({ context: { study }, input: { id } }) => {
    rowOf(study, 'classModels', id);
    const analyses = rowsWhere(study.state, 'classAnalyses', { modelId: id });
    return { analyses: analyses.toSorted((a, b) => (a.createdAt < b.createdAt ? 1 : -1)) };
  }),

  analyse: api.classes.analyse.handler(async ({ context, input: { id, analysis } }) => {
    const { study, jobs } = context;
    const model = rowOf(study, 'classModels', id);
    const asked = withUsual(analysis);
    const given = await givenOf(context, model, asked);
    return jobs.start(`classes.${asked.kind}`, (report) =>
      startClassTask(asked.kind, given, {
        progress: (progress) => report.progress(progress, model.name),
        done: (result) => report.finish(() => keep(context, model, asked, result)),
        failed: (error) => report.fail(error),
      }),
    );
  }),

  removeAnalysis: api.classes.removeAnalysis.handler(async ({ context: { study }, input: { id } }) => {
    const { modelId } = rowOf(study, 'classAnalyses', id);
    const { name } = rowOf(study, 'classModels', modelId);
    return change(study, 'class-analysis.remove', name, [remove('classAnalyses', id)], id);
  }),

  waves: api.classes.waves.handler(async ({ context, input: { id } }) => {
    const model = rowOf(context.study, 'classModels', id);
    const waves = [];
    for (const wave of context.study.state.waves.values())
      if (wave.id !== model.waveId) waves.push((await inWave(context, model, wave)).match);
    return { waves };
  }),
};

/** An analysis as it is asked for, nothing left open. */
type Asked = {
  [K in ClassAnalysis['kind']]: Pick<Extract<ClassAnalysis, { kind: K }>, 'kind' | 'options'>;
}[ClassAnalysis['kind']];
type AskedOpen =
  | Exclude<Asked, { kind: 'distal' }>
  | {
      kind: 'distal';
      options: Omit<Extract<Asked, { kind: 'distal' }>['options'], 'correction'> & {
        correction?: 'bch' | 'ml' | 'none' | undefined;
      };
    };

/** BCH asks nothing of a number's distribution; ML keeps proportions between 0 and 1. */
function withUsual(asked: AskedOpen): Asked {
  if (asked.kind !== 'distal') return asked;
  const { correction = asked.options.as === 'mean' ? 'bch' : 'ml', ...options } = asked.options;
  return { kind: 'distal', options: { ...options, correction } };
}

/** What the analysis needs of the study. */
async function givenOf(
  context: ServerContext,
  model: ClassModel,
  asked: Asked,
): Promise<AnalysisGiven[ClassAnalysis['kind']]> {
  const { study } = context;
  const beside = (id: string) => {
    const variable = rowOf(study, 'variables', id);
    if (variable.waveId !== model.waveId) throw new BagomError('row.missing', { table: 'variables', id });
    return variable;
  };
  const given = await modelGiven(context, model);
  switch (asked.kind) {
    case 'covariates': {
      const columns = [];
      if (asked.options.referenceClass >= model.classes)
        throw new BagomError('input.invalid', { reason: `${asked.options.referenceClass}` });
      for (const covariate of asked.options.covariates)
        columns.push({
          ...covariate,
          ...(await besideColumn(context, beside(covariate.variableId), covariate.as)),
        });
      return { ...given, asked: asked.options, columns };
    }
    case 'distal': {
      const as = asked.options.as === 'mean' ? 'numeric' : 'categorical';
      const outcome = await besideColumn(context, beside(asked.options.outcomeId), as);
      return { ...given, asked: asked.options, outcome };
    }
    case 'waves': {
      const own = rowOf(study, 'waves', model.waveId);
      const other = rowOf(study, 'waves', asked.options.waveId);
      if (other.id === own.id) throw new BagomError('classes.same-wave');
      const data = await otherWave(context, model, other, asked.options.weightId);
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

async function keep(
  { study }: ServerContext,
  model: ClassModel,
  asked: Asked,
  result: ClassAnalysis['result'],
): Promise<string[]> {
  const row = { id: newId(), modelId: model.id, ...asked, result, createdAt: new Date().toISOString() };
  const present = rowOf(study, 'classModels', model.id);
  const placed = inPresentOrder(row as ClassAnalysis, model, present);
  await study.commit('class-analysis.add', present.name, [insert('classAnalyses', placed)]);
  return [row.id];
}
