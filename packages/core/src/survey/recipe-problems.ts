import { recipeChain, takes } from './recode.js';
import type { RecodeRule, Recipe } from './recipe.js';
import type { Variable } from './survey.js';

/** What is wrong with a recipe. With an error it cannot be kept; the others are to be looked at. `rule` counts from 0. */
export interface RecipeProblem {
  code:
    | 'no-source'
    | 'circle'
    | 'empty-rule'
    | 'words-kept'
    | 'words-ranged'
    | 'empty-result'
    | 'one-value'
    | 'overlap'
    | 'never-used';
  severity: 'error' | 'warning';
  rule: number | null;
  /** The rule that comes first, of an overlap. */
  before: number | null;
}

/** What a recipe is judged by. */
export interface RecipeContext {
  variables: ReadonlyMap<string, Variable>;
  /** The derived variable that has the recipe, or will have; null for one not made yet. */
  id: string | null;
  /** The different answers to the source, no answer left out. */
  values: readonly (number | string)[];
  /** The different values it makes of them, no answer left out. */
  made: readonly number[];
}

/** Everything wrong with a recipe, errors first. */
export function recipeProblems(recipe: Recipe, context: RecipeContext): RecipeProblem[] {
  const problem = (
    code: RecipeProblem['code'],
    severity: RecipeProblem['severity'],
    rule: number | null = null,
    before: number | null = null,
  ): RecipeProblem => ({ code, severity, rule, before });
  const source = context.variables.get(recipe.from);
  if (!source) return [problem('no-source', 'error')];
  const chain = [source, ...recipeChain(context.variables, source)];
  if (chain.some(({ id }) => id === context.id)) return [problem('circle', 'error')];
  if (chain.at(-1)!.recipe) return [problem('no-source', 'error')];
  const found: RecipeProblem[] = [];
  const words = source.kind === 'string';
  if (words && recipe.others === 'keep') found.push(problem('words-kept', 'error'));
  const taken = recipe.rules.map((rule) =>
    context.values.filter((value) => takes(rule, value, isUserMissing(source, value))),
  );
  for (const [at, rule] of recipe.rules.entries()) {
    if (isEmpty(rule)) found.push(problem('empty-rule', 'error', at));
    else if (words && rule.range) found.push(problem('words-ranged', 'error', at));
  }
  if (found.length > 0) return found;
  if (context.values.length > 0 && context.made.length === 0) found.push(problem('empty-result', 'error'));
  if (context.made.length === 1) found.push(problem('one-value', 'warning'));
  for (const [at, rule] of recipe.rules.entries()) {
    const before = recipe.rules.findIndex(
      (earlier, i) =>
        i < at && (rangesMeet(earlier, rule) || taken[i]!.some((value) => taken[at]!.includes(value))),
    );
    if (before >= 0) found.push(problem('overlap', 'warning', at, before));
    const used = taken[at]!.some((value) => !taken.slice(0, at).some((earlier) => earlier.includes(value)));
    // A rule may name a value that nobody gave this time; a range that finds nobody is more likely a slip.
    if (!used && (rule.range || taken[at]!.length > 0)) found.push(problem('never-used', 'warning', at));
  }
  return found;
}

const isUserMissing = (source: Variable, value: number | string) =>
  typeof value === 'number' && source.userMissing.includes(value);

function isEmpty({ values, range }: RecodeRule): boolean {
  if (!range) return values.length === 0;
  return (range.from ?? -Infinity) > (range.to ?? Infinity);
}

function rangesMeet({ range: a }: RecodeRule, { range: b }: RecodeRule): boolean {
  if (!a || !b) return false;
  return (a.from ?? -Infinity) <= (b.to ?? Infinity) && (b.from ?? -Infinity) <= (a.to ?? Infinity);
}
