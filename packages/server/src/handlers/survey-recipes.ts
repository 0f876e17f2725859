import {
  BagomError,
  insert,
  labelOf,
  recipeProblems,
  recoded,
  recodedValue,
  remove,
  takes,
  type Recipe,
  type RecipeProblem,
  type Variable,
} from '@bagom/core';
import { newId, type StudyFile } from '@bagom/store';
import type { ServerContext } from '../context.js';
import { api, change, rowOf } from './api.js';

export const surveyRecipes = {
  recode: api.survey.recode.handler(async ({ context, input: { recipe, id } }) => {
    const { tally, made, problems } = await tried(context, recipe, id);
    const source = context.study.state.variables.get(recipe.from);
    let [empty, missing] = [0, 0];
    const old = [];
    for (const [value, n] of tally) {
      if (isEmpty(value)) {
        empty += n;
        continue;
      }
      const userMissing = typeof value === 'number' && (source?.userMissing.includes(value) ?? false);
      const to = recodedValue(recipe, value, userMissing);
      old.push({
        value,
        n,
        label: typeof value === 'number' ? labelOf(source?.labels ?? [], value) : '',
        userMissing,
        to: Number.isNaN(to) ? null : to,
        untaken: !recipe.rules.some((rule) => takes(rule, value, userMissing)),
      });
    }
    const results = [];
    for (const [value, n] of made)
      if (Number.isNaN(value)) missing += n;
      else results.push({ value, n });
    return {
      old: old.sort(byValue),
      empty,
      made: results.sort(byValue),
      missing,
      problems,
    };
  }),

  derive: api.survey.derive.handler(async ({ context, input }) => {
    const { study } = context;
    const source = rowOf(study, 'variables', input.recipe.from);
    refuse((await tried(context, input.recipe, null)).problems);
    const variables = [...study.state.variables.values()].filter(({ waveId }) => waveId === source.waveId);
    const variable: Variable = {
      id: newId(),
      waveId: source.waveId,
      position: 1 + Math.max(...variables.map(({ position }) => position)),
      name: freeName(study, source.waveId, input.name, null),
      label: input.label,
      kind: 'number',
      measure: input.measure,
      labels: input.labels,
      userMissing: [],
      role: input.role,
      column: '',
      recipe: input.recipe,
    };
    return change(study, 'variable.derive', variable.name, [insert('variables', variable)], variable.id);
  }),

  remove: api.survey.remove.handler(async ({ context: { study }, input: { id } }) => {
    const variable = rowOf(study, 'variables', id);
    const { name } = variable;
    if (!variable.recipe) throw new BagomError('recipe.not-derived', { name });
    const { variables, classModels } = study.state;
    const resting = [...variables.values()].filter(({ recipe }) => recipe?.from === id);
    const models = [...classModels.values()].filter(
      ({ indicators, weightId }) => indicators.includes(id) || weightId === id,
    );
    if (models.length > 0)
      throw new BagomError('recipe.in-model', { name, models: models.map((model) => model.name).join(', ') });
    if (resting.length > 0)
      throw new BagomError('recipe.in-recipe', {
        name,
        variables: resting.map((one) => one.name).join(', '),
      });
    return change(study, 'variable.remove', name, [remove('variables', id)], id);
  }),
};

/** Refuses a recipe that makes nothing, with the first reason why. */
export async function checkRecipe(context: ServerContext, variable: Variable, recipe: Recipe): Promise<void> {
  if (!variable.recipe) throw new BagomError('recipe.not-derived', { name: variable.name });
  const source = rowOf(context.study, 'variables', recipe.from);
  if (source.waveId !== variable.waveId)
    throw new BagomError('row.missing', { table: 'variables', id: source.id });
  refuse((await tried(context, recipe, variable.id)).problems);
}

/** A name that no other variable of the wave has, and that other programs can read. */
export function freeName({ state }: StudyFile, waveId: string, given: string, id: string | null): string {
  const name = given.trim();
  if (!/^\p{L}[\p{L}\p{N}_.]*$/u.test(name)) throw new BagomError('variable.bad-name', { name });
  for (const other of state.variables.values())
    if (other.waveId === waveId && other.id !== id && other.name.toLowerCase() === name.toLowerCase())
      throw new BagomError('variable.name-taken', { name });
  return name;
}

/** A recipe carried out: how often each old and each new value is there, and what is wrong. */
async function tried({ study, columns }: ServerContext, recipe: Recipe, id: string | null) {
  const { variables } = study.state;
  const source = variables.get(recipe.from);
  const values = source ? await columns.values(study, source) : new Float64Array(0);
  const tally = tallied<number | string>(values);
  const made = tallied(recoded(recipe, { values, userMissing: source?.userMissing ?? [] }));
  const problems = recipeProblems(recipe, {
    variables,
    id,
    values: [...tally.keys()].filter((value) => !isEmpty(value)),
    made: [...made.keys()].filter((value) => !isEmpty(value)),
  });
  return { tally, made, problems };
}

function refuse(problems: readonly RecipeProblem[]): void {
  const problem = problems.find(({ severity }) => severity === 'error');
  if (problem) throw new BagomError('recipe.bad', { reason: problem.code, rule: (problem.rule ?? 0) + 1 });
}

function tallied<T>(values: Iterable<T>): Map<T, number> {
  const tally = new Map<T, number>();
  for (const value of values) tally.set(value, (tally.get(value) ?? 0) + 1);
  return tally;
}

const isEmpty = (value: number | string) => value === '' || Number.isNaN(value);

const byValue = (a: { value: number | string }, b: { value: number | string }) =>
  typeof a.value === 'number' && typeof b.value === 'number'
    ? a.value - b.value
    : String(a.value) < String(b.value)
      ? -1
      : 1;
