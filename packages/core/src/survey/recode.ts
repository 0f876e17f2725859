import type { RecodeRule, Recipe } from './recipe.js';
import type { Variable } from './survey.js';

/** Answers to one variable, one a row. NaN and the empty text are no answer. */
export type Answers = Float64Array | readonly string[];

/** What a recode must know of the variable it begins with. */
export interface RecodeSource {
  values: Answers;
  userMissing: readonly number[];
}

/**
 * The column a recipe makes: for each row the value of the first rule that takes its answer, NaN for no answer. No answer
 * stays no answer, whatever the rules say. A value that counts as missing in the source ("don't know") is taken only by a
 * rule that names it: no range reaches it, and it is never kept. A word can be named, but neither ranged nor kept.
 */
export function recoded(recipe: Pick<Recipe, 'rules' | 'others'>, source: RecodeSource): Float64Array {
  const made = new Map<number | string, number>();
  const userMissing = new Set(source.userMissing);
  const column = new Float64Array(source.values.length);
  for (let row = 0; row < column.length; row++) {
    const value = source.values[row]!;
    let to = made.get(value);
    if (to === undefined) {
      to = recodedValue(recipe, value, typeof value === 'number' && userMissing.has(value));
      made.set(value, to);
    }
    column[row] = to;
  }
  return column;
}

/** What one value becomes; NaN is no answer. `userMissing`: the value counts as missing in the source. */
export function recodedValue(
  { rules, others }: Pick<Recipe, 'rules' | 'others'>,
  value: number | string,
  userMissing = false,
): number {
  if (value === '' || Number.isNaN(value)) return NaN;
  const rule = rules.find((one) => takes(one, value, userMissing));
  if (rule) return rule.to ?? NaN;
  return others === 'keep' && typeof value === 'number' && !userMissing ? value : NaN;
}

/** Whether a rule takes a value. */
export function takes({ values, range }: RecodeRule, value: number | string, userMissing = false): boolean {
  if (values.includes(value)) return true;
  if (!range || typeof value !== 'number' || userMissing) return false;
  return value >= (range.from ?? -Infinity) && value <= (range.to ?? Infinity);
}

/**
 * The variables a derived one rests on, nearest first, down to one that was answered. It stops short of a variable that
 * is gone, and of one that it has met before (a circle).
 */
export function recipeChain<V extends Pick<Variable, 'id' | 'recipe'>>(
  variables: ReadonlyMap<string, V>,
  variable: V,
): V[] {
  const chain: V[] = [];
  const met = new Set([variable.id]);
  for (let recipe = variable.recipe; recipe;) {
    const source = variables.get(recipe.from);
    if (!source || met.has(source.id)) break;
    chain.push(source);
    met.add(source.id);
    recipe = source.recipe;
  }
  return chain;
}
