import { LatentClassError } from '../error.js';
import type { ScoringModel } from '../posterior.js';

/**
 * What is asked of one indicator over groups: `free`, its probabilities differ between groups; `equal`, they are the
 * same in all; `{ fixed }`, they are those of an earlier model, by class and category, and are not estimated.
 */
export type GroupRule = 'free' | 'equal' | { readonly fixed: readonly (readonly number[])[] };

/** Every indicator free: only the number of classes is the same (configural invariance). */
export function configural(model: ScoringModel): GroupRule[] {
  return model.names.map(() => 'free');
}

/** Every indicator equal: classes mean the same in every group, and only their sizes differ (metric invariance). */
export function metric(model: ScoringModel): GroupRule[] {
  return model.names.map(() => 'equal');
}

/** Every indicator as in an earlier model: the classes of 2017 looked for in 2022. */
export function fixedTo(earlier: ScoringModel): GroupRule[] {
  return earlier.probs.map((fixed) => ({ fixed }));
}

/** One rule an indicator, from one for all or a list. */
export function rulesFor(model: ScoringModel, rules: GroupRule | readonly GroupRule[]): GroupRule[] {
  const list: readonly GroupRule[] = isList(rules) ? rules : model.names.map(() => rules);
  if (list.length !== model.names.length) {
    throw new LatentClassError(
      'bad-option',
      `${list.length} rules for ${model.names.length} indicators; give one for each, or one for all`,
      { rules: list.length, indicators: model.names.length },
    );
  }
  for (const [item, rule] of list.entries()) {
    if (typeof rule === 'string') continue;
    const fits =
      rule.fixed.length === model.classes &&
      rule.fixed.every(
        (probs) =>
          probs.length === model.categories[item] &&
          probs.every((p) => p >= 0 && p <= 1) &&
          Math.abs(probs.reduce((sum, p) => sum + p, 0) - 1) < 1e-6,
      );
    if (!fits) {
      throw new LatentClassError(
        'bad-option',
        `"${model.names[item]!}" is fixed to something else than ${model.categories[item]!} probabilities that sum to 1 in each of ${model.classes} classes; take them from a model with the same classes and categories`,
        { name: model.names[item]!, classes: model.classes },
      );
    }
  }
  return [...list];
}

function isList(rules: GroupRule | readonly GroupRule[]): rules is readonly GroupRule[] {
  return Array.isArray(rules);
}
