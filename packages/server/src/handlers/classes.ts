import {
  BagomError,
  insert,
  labelOf,
  remove,
  rowsWhere,
  update,
  wordValues,
  type ClassModel,
  type Variable,
} from '@bagom/core';
import { blobOf, newId, type StudyFile } from '@bagom/store';
import type { ServerContext } from '../context.js';
import type { FitRequest, FittedModel } from '../jobs/fit-classes.js';
import { startFit } from '../jobs/run-fit.js';
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
    const wave = rowOf(study, 'waves', input.waveId);
    if (input.from > input.to)
      throw new BagomError('input.invalid', { reason: `${input.from} > ${input.to}` });
    const variables = input.indicators.map((id) => rowOf(study, 'variables', id));
    const weight = input.weightId ? rowOf(study, 'variables', input.weightId) : undefined;
    for (const variable of weight ? [...variables, weight] : variables)
      if (variable.waveId !== wave.id)
        throw new BagomError('row.missing', { table: 'variables', id: variable.id });
    const request = await fitRequest(context, variables, weight, input);
    const answers = answersFingerprint(study.state.variables, weight ? [...variables, weight] : variables);
    return jobs.start('classes.fit', (report) => {
      const running = startFit(request, (message) => {
        if (message.kind === 'progress')
          report.progress(message.progress, classesInWords(study, message.classes));
        else if (message.kind === 'failed') report.fail(fitError(message));
        else report.finish(() => keepModels(study, message.models, input, answers));
      });
      return () => running.stop();
    });
  }),

  job: api.classes.job.handler(({ context: { jobs }, input: { id } }) => jobs.get(id)),

  cancel: api.classes.cancel.handler(({ context: { jobs }, input: { id } }) => jobs.cancel(id)),

  change: api.classes.change.handler(async ({ context: { study }, input: { id, ...values } }) => {
    const model = rowOf(study, 'classModels', id);
    if (values.classNames && values.classNames.length !== model.classes)
      throw new BagomError('input.invalid', { reason: `${values.classNames.length} / ${model.classes}` });
    const drafts = [update('classModels', id, given(values))];
    // One model is the study's: choosing it lets the other go in the same operation.
    if (values.chosen)
      for (const other of study.state.classModels.values())
        if (other.chosen && other.id !== id) drafts.push(update('classModels', other.id, { chosen: false }));
    const kind = values.chosen === undefined ? 'class-model.name' : 'class-model.choose';
    return change(study, kind, values.name ?? model.name, drafts, id);
  }),

  remove: api.classes.remove.handler(async ({ context: { study }, input: { id } }) => {
    const { name } = rowOf(study, 'classModels', id);
    const invited = rowsWhere(study.state, 'invitations', { modelId: id }).length;
    if (invited > 0) throw new BagomError('class-model.in-use', { invitations: invited });
    return change(study, 'class-model.remove', name, [remove('classModels', id)], id);
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
  return { ...model, indicators, stale: model.fit.answers !== undefined && isStale(study, model) };
}

/** Whether a fit on the answers as they are now would be a fit on other answers. */
function isStale(
  { state: { variables } }: StudyFile,
  { indicators, weightId, fit }: Omit<ClassModel, 'posteriors'>,
) {
  const used = [...indicators, ...(weightId ? [weightId] : [])].map((id) => variables.get(id));
  return (
    used.includes(undefined) ||
    answersFingerprint(
      variables,
      used.filter((variable) => variable !== undefined),
    ) !== fit.answers
  );
}

type FitInput = {
  waveId: string;
  indicators: string[];
  from: number;
  to: number;
  starts: number;
  seed: number;
  missing: 'fiml' | 'listwise';
  weightId: string | null;
};

/** The answers as categories: each value that was given is one, in the order of the values; no answer is NaN. */
async function fitRequest(
  { study, columns }: ServerContext,
  variables: readonly Variable[],
  weight: Variable | undefined,
  { missing, from, to, starts, seed }: FitInput,
): Promise<FitRequest> {
  const coded: Float64Array[] = [];
  const categories: number[][] = [];
  for (const variable of variables) {
    const values = await columns.values(study, variable);
    if (values instanceof Float64Array) {
      const noAnswer = new Set(variable.userMissing);
      const given = [...new Set(values)]
        .filter((v) => !Number.isNaN(v) && !noAnswer.has(v))
        .sort((a, b) => a - b);
      const codes = new Map(given.map((value, index) => [value, index + 1]));
      categories.push(given);
      coded.push(values.map((value) => codes.get(value) ?? NaN));
    } else {
      const words = wordValues(values);
      const codes = new Map(words.map((word, index) => [word, index + 1]));
      categories.push(words.map((_, index) => index + 1));
      coded.push(Float64Array.from(values, (word) => codes.get(word) ?? NaN));
    }
    if (categories.at(-1)!.length < 2)
      throw new BagomError('classes.constant-indicator', { name: variable.name });
    if (categories.at(-1)!.length > 50)
      throw new BagomError('classes.failed', {
        reason: `${variable.name}: ${categories.at(-1)!.length} > 50`,
      });
  }
  const weights = weight
    ? ((await columns.values(study, weight)) as Float64Array).map((w) => (w >= 0 ? w : 0))
    : null;
  return {
    names: variables.map(({ name }) => name),
    columns: coded,
    categories,
    weights,
    missing,
    from,
    to,
    starts,
    seed,
  };
}

/** `3 klasser`: a model's name until it gets another, and what a job says it is at. */
function classesInWords({ state }: StudyFile, n: number): string {
  const danish = [...state.studies.values()][0]?.language !== 'en';
  return `${n} ${danish ? (n === 1 ? 'klasse' : 'klasser') : n === 1 ? 'class' : 'classes'}`;
}

/** All models of one fit, in one operation. */
async function keepModels(
  study: StudyFile,
  models: readonly FittedModel[],
  input: FitInput,
  answers: string,
): Promise<string[]> {
  const blobs = models.map(({ posteriors }) =>
    blobOf(new Uint8Array(posteriors.buffer.slice(0) as ArrayBuffer)),
  );
  const rows = models.map((model, index): ClassModel => {
    return {
      id: newId(),
      waveId: input.waveId,
      name: classesInWords(study, model.classes),
      indicators: input.indicators,
      classes: model.classes,
      weightId: input.weightId,
      missing: input.missing,
      seed: input.seed,
      starts: input.starts,
      chosen: false,
      classNames: Array<string>(model.classes).fill(''),
      fit: { ...model.fit, answers },
      posteriors: blobs[index]!.hash,
      settings: null,
      reason: null,
    };
  });
  const wave = rowOf(study, 'waves', input.waveId);
  await study.commit(
    'classes.fit',
    wave.name,
    rows.map((row) => insert('classModels', row)),
    blobs,
  );
  return rows.map(({ id }) => id);
}

function fitError({
  code,
  reason,
  data,
}: {
  code: string;
  reason: string;
  data: Record<string, string | number>;
}): BagomError {
  if (code === 'constant-indicator' || code === 'empty-indicator')
    return new BagomError('classes.constant-indicator', { name: data['name'] ?? '' });
  return new BagomError('classes.failed', { reason });
}
