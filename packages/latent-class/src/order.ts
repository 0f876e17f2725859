import { LatentClassError } from './error.js';
import type { LatentClassModel } from './model.js';
import { layout, parametersOf, sizeOrder } from './parameters.js';
import type { ScoringModel } from './posterior.js';
import type { ItemRule } from './restriction/item-rule.js';

/**
 * The order that classes stand in: the largest first; by the probability of a category of an indicator, the highest
 * first unless `rising`; as in an earlier model; or as listed, by the numbers they have now (from 0).
 */
export type ClassOrder =
  | 'size'
  | { readonly item: string; readonly category: number; readonly rising?: boolean }
  | { readonly like: Named }
  | readonly number[];

/** An earlier model: its classes are looked for by their answers. It may have more or fewer classes. */
export type Named = Pick<ScoringModel, 'classes' | 'names' | 'categories' | 'probs'> & {
  readonly classNames?: readonly (string | null)[];
};

/** Which class of one model is which of another. */
export interface ClassMatch {
  /** For each class of the earlier model, the class of the other that stands for it; null where it has none. */
  readonly classOf: readonly (number | null)[];
  /** Root mean square difference of the item probabilities of each such pair. */
  readonly distance: readonly (number | null)[];
}

/**
 * Finds the classes of an earlier model in another one on the same indicators, by their answers alone: sizes may
 * change. The pairing with the least sum of squared differences is found exactly, by going through the subsets of
 * classes. With another number of classes, those left over have no partner.
 */
export function matchClasses(earlier: Named, other: Named): ClassMatch {
  const same =
    earlier.names.length === other.names.length &&
    earlier.names.every(
      (name, i) => name === other.names[i] && earlier.categories[i] === other.categories[i],
    );
  if (!same) {
    throw new LatentClassError(
      'model-mismatch',
      'the models have different indicators or categories, so their classes cannot be compared; use the same in both',
      { indicators: earlier.names.length, columns: other.names.length },
    );
  }
  const cells = earlier.categories.reduce((sum, count) => sum + count, 0);
  const costs = Array.from({ length: earlier.classes }, (_, k) =>
    Array.from({ length: other.classes }, (__, l) =>
      earlier.probs.reduce(
        (sum, byClass, item) =>
          sum + byClass[k]!.reduce((own, p, c) => own + (p - other.probs[item]![l]![c]!) ** 2, 0),
        0,
      ),
    ),
  );
  // A class without a partner costs more than any pair, so as many pairs are made as there can be.
  const alone = 1 + cells;
  let best = new Map<number, { cost: number; chosen: readonly (number | null)[] }>([
    [0, { cost: 0, chosen: [] }],
  ]);
  for (const row of costs) {
    const next: typeof best = new Map();
    const offer = (taken: number, cost: number, chosen: readonly (number | null)[]): void => {
      if (cost < (next.get(taken)?.cost ?? Infinity)) next.set(taken, { cost, chosen });
    };
    for (const [taken, { cost, chosen }] of best) {
      for (const [l, own] of row.entries()) {
        if ((taken & (1 << l)) === 0) offer(taken | (1 << l), cost + own, [...chosen, l]);
      }
      if (earlier.classes > other.classes) offer(taken, cost + alone, [...chosen, null]);
    }
    best = next;
  }
  const { chosen } = [...best.values()].reduce((a, b) => (b.cost < a.cost ? b : a));
  return {
    classOf: chosen,
    distance: chosen.map((l, k) => (l === null ? null : Math.sqrt(costs[k]![l]! / cells))),
  };
}

/** The classes of a model in an order: entry i is the class that comes to stand at i. */
export function classOrder(model: ScoringModel, order: ClassOrder): number[] {
  const all = Array.from({ length: model.classes }, (_, k) => k);
  if (order === 'size') {
    const shape = layout(model.classes, model.categories);
    return sizeOrder(shape, parametersOf(shape, model));
  }
  if (isList(order)) {
    if (order.length !== all.length || all.some((k) => !order.includes(k))) {
      throw new LatentClassError(
        'bad-option',
        `the order ${order.join(', ')} does not name each of the ${all.length} classes once, from 0`,
        { option: 'order', classes: all.length },
      );
    }
    return [...order];
  }
  if ('like' in order) {
    const { classOf } = matchClasses(order.like, model);
    const placed = classOf.filter((k) => k !== null);
    // Classes that the earlier model did not have come last, as they are.
    return [...placed, ...all.filter((k) => !placed.includes(k))];
  }
  const item = model.names.indexOf(order.item);
  if (item < 0 || !(order.category >= 1 && order.category <= model.categories[item]!)) {
    throw new LatentClassError(
      'bad-option',
      `there is no category ${order.category} of an indicator "${order.item}" to order classes by`,
      { option: 'order', name: order.item, category: order.category },
    );
  }
  const sign = order.rising === true ? 1 : -1;
  const level = (k: number): number => model.probs[item]![k]![order.category - 1]!;
  return all.toSorted((a, b) => sign * (level(a) - level(b)) || a - b);
}

/** The same model with its classes in another order; whatever belongs to a class moves with it. */
export function orderClasses(model: LatentClassModel, order: ClassOrder): LatentClassModel {
  const from = classOrder(model, order);
  const to = from.map((_, k) => from.indexOf(k));
  const named =
    typeof order === 'object' && 'like' in order
      ? from.map((k, i) => {
          const matched = i < Math.min(order.like.classes, model.classes);
          const source = matched ? matchClasses(order.like, model).classOf.indexOf(k) : -1;
          return order.like.classNames?.[source] ?? model.classNames[k] ?? null;
        })
      : from.map((k) => model.classNames[k] ?? null);
  const renumber = <T extends { readonly data: Readonly<Record<string, string | number>> }>(
    list: readonly T[],
  ): T[] =>
    list.map((warning) =>
      typeof warning.data['inClass'] === 'number'
        ? { ...warning, data: { ...warning.data, inClass: to[warning.data['inClass']]! } }
        : warning,
    );
  return {
    ...model,
    shares: from.map((k) => model.shares[k]!),
    probs: model.probs.map((byClass) => from.map((k) => byClass[k]!)),
    classNames: named,
    items: model.items.map((rule) => moveRule(rule, from, to)),
    fixedShares: model.fixedShares === null ? null : from.map((k) => model.fixedShares![k]!),
    boundary: model.boundary.map((estimate) => ({ ...estimate, inClass: to[estimate.inClass]! })),
    warnings: renumber(model.warnings),
    notes: renumber(model.notes),
  };
}

/** The same model with names for its classes, in their present order; null leaves one without. */
export function nameClasses(model: LatentClassModel, names: readonly (string | null)[]): LatentClassModel {
  const given = names.filter((name) => name !== null);
  if (names.length !== model.classes || new Set(given).size !== given.length || given.includes('')) {
    throw new LatentClassError(
      'bad-names',
      `${names.length} names for ${model.classes} classes; give each class a name of its own, or null`,
      { names: names.length, classes: model.classes },
    );
  }
  return { ...model, classNames: [...names] };
}

function moveRule(rule: ItemRule, from: readonly number[], to: readonly number[]): ItemRule {
  if (rule === 'free') return rule;
  const { fixed, equal } = rule;
  return {
    ...rule,
    ...(fixed === undefined ? {} : { fixed: from.map((k) => fixed[k] ?? null) }),
    ...(equal === undefined || equal === 'all' ? {} : { equal: equal.map((set) => set.map((k) => to[k]!)) }),
  };
}

function isList(order: Exclude<ClassOrder, 'size'>): order is readonly number[] {
  return Array.isArray(order);
}
