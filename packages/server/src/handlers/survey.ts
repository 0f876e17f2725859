import { distribution, textDistribution, type Variable } from '@bagom/core';
import type { ServerContext } from '../context.js';
import { api, change, given, rowOf } from './api.js';

export const survey = {
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

  change: api.survey.change.handler(async ({ context: { study }, input: { id, ...values } }) => {
    const variable = rowOf(study, 'variables', id);
    const set = given(values);
    const drafts = [{ do: 'update' as const, table: 'variables' as const, id, set }];
    // A wave has one weight: the old one steps back in the same operation.
    if (set.role === 'weight')
      for (const other of study.state.variables.values())
        if (other.waveId === variable.waveId && other.role === 'weight' && other.id !== id)
          drafts.push({ do: 'update', table: 'variables', id: other.id, set: { role: 'none' } });
    return change(study, 'variable.change', variable.name, drafts, id);
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
