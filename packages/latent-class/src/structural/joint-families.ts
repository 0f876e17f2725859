import { LatentClassError } from '../error.js';
import type { Family } from '../parameters.js';
import type { ScoringModel } from '../posterior.js';
import { layoutOf, specificationOf } from '../restriction/restriction.js';
import type { BlockRule, Blocks } from './item-blocks.js';

/**
 * The constraints of a model, at the places its probabilities have in a joint model of one or several groups: in each
 * group by itself where they are free, once where they are equal. Undefined where nothing is asked of the answers.
 */
export function jointFamilies(
  model: ScoringModel,
  blocks: Blocks,
  groups: number,
  rules: readonly BlockRule[],
): readonly Family[] | undefined {
  const shape = layoutOf(model, specificationOf(model));
  const { restriction, classes, perClass, offsets } = shape;
  if (restriction === undefined) return undefined;
  if (restriction.shares !== undefined && rules.some((rule) => rule !== 'fixed')) {
    refuse('class sizes that are known');
  }
  const placeOf = (first: number): { k: number; item: number } => ({
    k: Math.floor((first - classes) / perClass),
    item: offsets.indexOf((first - classes) % perClass),
  });
  return restriction.families.flatMap((family) => {
    const items = new Set(family.members.flatMap(({ at }) => at.map((first) => placeOf(first).item)));
    const asked = new Set([...items].map((item) => rules[item]!));
    if (asked.size > 1) refuse('parallel indicators of which one is free and another equal or fixed');
    const [rule] = asked;
    if (rule === 'fixed') return [];
    for (const { given = [] } of family.members) {
      const open = given.some((value) => value === null);
      if (open && given.some((value) => value !== null && value > 0)) {
        refuse('an indicator of which one category is known, and not as 0');
      }
    }
    return Array.from({ length: rule === 'free' ? groups : 1 }, (_, group): Family => ({
      ...family,
      members: family.members.map(({ at, given }) => ({
        given,
        at: at.map((first) => {
          const { k, item } = placeOf(first);
          return blocks.at(group, k, item);
        }),
      })),
    }));
  });
}

function refuse(what: string): never {
  throw new LatentClassError(
    'bad-rule',
    `${what} cannot be estimated anew together with covariates or groups; use twoStep or threeStep, or hold the model with fixedTo(model)`,
  );
}
