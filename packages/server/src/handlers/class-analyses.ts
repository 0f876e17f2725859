import { remove, rowsWhere } from '@bagom/core';
import { analysisGiven, keepAnalysis, type AnalysisAsked } from '../classes/analyses/analyse-model.js';
import { inWave } from '../classes/study-answers.js';
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
    const given = await analysisGiven(context, model, asked);
    return jobs.start(`classes.${asked.kind}`, (report) =>
      startClassTask(asked.kind, given, {
        progress: (progress) => report.progress(progress, model.name),
        done: (result) => report.finish(() => keepAnalysis(study, model, asked, result)),
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

/** The correction of an outcome may be left open. */
type AskedOpen =
  | Exclude<AnalysisAsked, { kind: 'distal' }>
  | {
      kind: 'distal';
      options: Omit<Extract<AnalysisAsked, { kind: 'distal' }>['options'], 'correction'> & {
        correction?: 'bch' | 'ml' | 'none' | undefined;
      };
    };

/** BCH asks nothing of a number's distribution; ML keeps proportions between 0 and 1. */
function withUsual(asked: AskedOpen): AnalysisAsked {
  if (asked.kind !== 'distal') return asked;
  const { correction = asked.options.as === 'mean' ? 'bch' : 'ml', ...options } = asked.options;
  return { kind: 'distal', options: { ...options, correction } };
}
