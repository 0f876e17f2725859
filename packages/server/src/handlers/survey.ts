import { BagomError, distribution, textDistribution, type Variable } from '@bagom/core';
import type { ServerContext } from '../context.js';
import { api, change, given, rowOf } from './api.js';
import { surveyFiles } from './survey-files.js';
import { checkRecipe, freeName, surveyRecipes } from './survey-recipes.js';
import { surveySample } from './survey-sample.js';
import { surveyTables } from './survey-tables.js';

export const survey = {
  ...surveyFiles,
  ...surveyRecipes,
  ...surveySample,
  ...surveyTables,

  read: api.survey.read.handler(async ({ context }) => {
    const { state } = context.study;
    const variables = [];
    for (const variable of ordered(state.variables.values()))
      variables.push(await described(context, variable));
    return { waves: [...state.waves.values()], variables };
  }),

  rows: api.survey.rows.handler(async ({ context, input: { waveId, from, count } }) => {
    const { study, columns } = context;
    const wave = rowOf(study, 'waves', waveId);
    const variables = ordered([...study.state.variables.values()].filter((v) => v.waveId === waveId));
    const values = [];
    for (const variable of variables) values.push(await columns.values(study, variable));
    const to = Math.min(wave.respondents, from + count);
    const rows = [];
    for (let row = from; row < to; row++) rows.push(values.map((column) => shown(column[row])));
    return { total: wave.respondents, from, names: variables.map(({ name }) => name), rows };
  }),

  change: api.survey.change.handler(async ({ context, input: { id, ...values } }) => {
    const { study } = context;
    const variable = rowOf(study, 'variables', id);
    const set = given(values);
    if (set.recipe) await checkRecipe(context, variable, set.recipe);
    if (set.name !== undefined) {
      if (!variable.recipe) throw new BagomError('recipe.not-derived', { name: variable.name });
      set.name = freeName(study, variable.waveId, set.name, id);
    }
    const drafts = [{ do: 'update' as const, table: 'variables' as const, id, set }];
    // A wave has one weight and one stratum: the old one steps back in the same operation.
    if (set.role === 'weight' || set.role === 'stratum')
      for (const other of study.state.variables.values())
        if (other.waveId === variable.waveId && other.role === set.role && other.id !== id)
          drafts.push({ do: 'update', table: 'variables', id: other.id, set: { role: 'none' } });
    const kind = set.recipe ? 'variable.recode' : 'variable.change';
    return change(study, kind, set.name ?? variable.name, drafts, id);
  }),
};

async function described({ study, columns }: ServerContext, variable: Variable) {
  const values = await columns.values(study, variable);
  const weights = await columns.weights(study, variable.waveId);
  const { column: _, ...row } = variable;
  return {
    ...row,
    ...(values instanceof Float64Array
      ? distribution(values, variable, weights)
      : textDistribution(values, weights)),
  };
}

const ordered = (variables: Iterable<Variable>) =>
  [...variables].sort((a, b) =>
    a.waveId < b.waveId ? -1 : a.waveId > b.waveId ? 1 : a.position - b.position,
  );

const shown = (value: number | string | undefined) =>
  value === undefined || value === '' || (typeof value === 'number' && Number.isNaN(value)) ? null : value;
