import {
  BagomError,
  isReadable,
  labelOf,
  remove,
  rowsWhere,
  update,
  wordValues,
  type ClassModel,
} from '@bagom/core';
import { classData } from '../classes/class-data.js';
import { startPlan, type FitRequest } from '../classes/fit-classes.js';
import { classesInWords, keepModels, type FitKept } from '../classes/keep-models.js';
import { reorderClasses } from '../classes/reorder-classes.js';
import { isStale, studyItems, studyWeights, waveVariables } from '../classes/study-answers.js';
import { designColumns, hasUnits } from '../classes/survey-design.js';
import type { ServerContext } from '../context.js';
import { classTaskResult, startClassTask } from '../jobs/run-class-task.js';
import { answersFingerprint } from '../survey/columns.js';
import { api, change, given, rowOf } from './api.js';

export const classes = {
  read: api.classes.read.handler(async ({ context }) => {
    const models = [];
    for (const model of context.study.state.classModels.values())
      models.push(await shownModel(context, model));
    return { models };
  }),

  fit: api.classes.fit.handler(async ({ context, input }) => {
    const { study, jobs } = context;
    if (input.from > input.to)
      throw new BagomError('input.invalid', { reason: `${input.from} > ${input.to}` });
    const { request, kept } = await fitOf(context, input);
    return jobs.start('classes.fit', (report) =>
      startClassTask('fit', request, {
        progress: (progress, classes) =>
          report.progress(progress, classes === null ? '' : classesInWords(study, classes)),
        done: (models) =>
          report.finish(async () => (await keepModels(study, models, kept)).map(({ id }) => id)),
        failed: (error) => report.fail(error),
      }),
    );
  }),

  fitTime: api.classes.fitTime.handler(async ({ context, input, signal }) => {
    if (input.from > input.to)
      throw new BagomError('input.invalid', { reason: `${input.from} > ${input.to}` });
    const { request } = await fitOf(context, input);
    return { seconds: await classTaskResult('time', request, signal) };
  }),

  job: api.classes.job.handler(({ context: { jobs }, input: { id } }) => jobs.get(id)),

  cancel: api.classes.cancel.handler(({ context: { jobs }, input: { id } }) => jobs.cancel(id)),

  change: api.classes.change.handler(
    async ({ context: { study }, input: { id, classOrder, acknowledged, ...values } }) => {
      const model = rowOf(study, 'classModels', id);
      if (values.classNames && values.classNames.length !== model.classes)
        throw new BagomError('input.invalid', { reason: `${values.classNames.length} / ${model.classes}` });
      if (values.chosen && !acknowledged && !isReadable(model))
        throw new BagomError('classes.not-readable', { name: model.name });
      const moved = classOrder ? await reorderClasses(study, model, classOrder) : null;
      const drafts = [
        update('classModels', id, { ...moved?.set, ...given(values) }),
        ...(moved?.analyses ?? []),
      ];
      // One model is the study's: choosing it lets the other go in the same operation.
      if (values.chosen)
        for (const other of study.state.classModels.values())
          if (other.chosen && other.id !== id)
            drafts.push(update('classModels', other.id, { chosen: false }));
      const kind = values.chosen === undefined ? 'class-model.name' : 'class-model.choose';
      return change(study, kind, values.name ?? model.name, drafts, id, moved ? [moved.blob] : []);
    },
  ),

  remove: api.classes.remove.handler(async ({ context: { study }, input: { id } }) => {
    const { name } = rowOf(study, 'classModels', id);
    const invited = rowsWhere(study.state, 'invitations', { modelId: id }).length;
    if (invited > 0) throw new BagomError('class-model.in-use', { invitations: invited });
    const analyses = rowsWhere(study.state, 'classAnalyses', { modelId: id });
    const drafts = [...analyses.map((row) => remove('classAnalyses', row.id)), remove('classModels', id)];
    return change(study, 'class-model.remove', name, drafts, id);
  }),
};

/** A model with its indicators by name, and their categories by label. */
async function shownModel({ study, columns }: ServerContext, row: ClassModel) {
  const { posteriors: _, ...model } = row;
  const indicators = [];
  for (const [item, id] of model.indicators.entries()) {
    const variable = study.state.variables.get(id);
    const values = model.fit.categories[item] ?? [];
    const words =
      variable?.kind === 'string'
        ? wordValues((await columns.values(study, variable)) as string[])
        : undefined;
    const labels = values.map(
      (value) => words?.[value - 1] ?? (labelOf(variable?.labels ?? [], value) || String(value)),
    );
    indicators.push({ id, name: variable?.name ?? id, label: variable?.label ?? '', labels });
  }
  return { ...model, indicators, stale: isStale(study, model) };
}

interface FitInput {
  waveId: string;
  indicators: string[];
  from: number;
  to: number;
  starts: number;
  seed: number;
  missing: 'fiml' | 'listwise';
  weightId: string | null;
  ordinal: string[];
  userMissingAsCategory: string[];
  design: boolean;
  tolerance: number;
}

/** What is fitted, and what is kept of how. */
async function fitOf(
  context: ServerContext,
  input: FitInput,
): Promise<{ request: FitRequest; kept: FitKept }> {
  const { study, columns } = context;
  const { waveId, from, to, starts, seed, missing, weightId, tolerance } = input;
  const wave = rowOf(study, 'waves', waveId);
  const inWave = (id: string) => {
    const variable = rowOf(study, 'variables', id);
    if (variable.waveId !== wave.id) throw new BagomError('row.missing', { table: 'variables', id });
    return variable;
  };
  const variables = input.indicators.map(inWave);
  const items = await studyItems(context, variables, new Set(input.userMissingAsCategory));
  const weight = weightId ? inWave(weightId) : undefined;
  const weights = weight ? await studyWeights(context, weight) : null;
  const design = await designColumns(waveVariables(study, waveId), wave.design, (variable) =>
    columns.values(study, variable),
  );
  return {
    request: {
      ...classData(items, weights, missing),
      from,
      to,
      starts,
      seed,
      tolerance,
      ordinal: input.indicators.map((id) => input.ordinal.includes(id)),
    },
    kept: {
      waveId,
      indicators: input.indicators,
      weightId,
      missing,
      seed,
      starts,
      settings: {
        ordinal: input.ordinal,
        userMissingAsCategory: input.userMissingAsCategory,
        design: input.design && (hasUnits(design) || design.replicates !== null),
        finished: startPlan(starts).finished,
        tolerance,
      },
      answers: answersFingerprint(study.state.variables, weight ? [...variables, weight] : variables),
    },
  };
}
