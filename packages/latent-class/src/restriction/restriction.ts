import { layout, position, type Family, type Layout, type Member, type Restriction } from '../parameters.js';
import {
  readRules,
  readShares,
  type ItemRestriction,
  type ItemRule,
  type Specification,
} from './item-rule.js';

/** Where the parameters of a model sit, and what is asked of them. */
export function layoutOf(
  { names, categories }: { readonly names: readonly string[]; readonly categories: readonly number[] },
  specification: Specification,
): Layout {
  const shape = layout(specification.classes, categories);
  const restriction = restrictionOf(names, shape, specification);
  return restriction === undefined ? shape : { ...shape, free: freeParameters(restriction), restriction };
}

/** What a fitted model was asked to be, to be asked of another fit. */
export function specificationOf(model: {
  readonly classes: number;
  readonly items?: readonly ItemRule[];
  readonly fixedShares?: readonly (number | null)[] | null;
}): Specification {
  return { classes: model.classes, items: model.items, fixedShares: model.fixedShares ?? undefined };
}

/** Undefined where a specification asks for nothing. */
function restrictionOf(
  names: readonly string[],
  shape: Layout,
  specification: Specification,
): Restriction | undefined {
  const rules = readRules(names, shape.categories, specification);
  const shares = readShares(specification);
  if (rules === undefined && shares === undefined) return undefined;
  const every = rules ?? names.map((): ItemRestriction => ({}));
  return {
    families: every.flatMap((rule, item) => {
      if (rule.like !== undefined) return [];
      const parallel = every.flatMap((other, i) => (other.like === names[item] ? [i] : []));
      return [familyOf(shape, [item, ...parallel], rule)];
    }),
    shares,
    kinds: kindsOf(shape.classes, every, shares),
  };
}

/** Free parameters. Estimates on the boundary count, as is usual. */
function freeParameters({ families, shares, kinds }: Restriction): number {
  return freeIn(families) + (shares === undefined ? kinds.length - 1 : left(shares));
}

/** Free parameters of the answers alone. */
export function freeIn(families: readonly Family[]): number {
  return families.reduce(
    (sum, { length, members, scores }) =>
      sum +
      (scores === undefined
        ? members.reduce((own, { given }) => own + (given === undefined ? length - 1 : left(given)), 0)
        : length - 1 + members.length - 1),
    0,
  );
}

/** Free ones among proportions of which some are known. */
function left(given: readonly (number | null)[]): number {
  return Math.max(0, given.filter((value) => value === null).length - 1);
}

function familyOf(shape: Layout, items: readonly number[], rule: ItemRestriction): Family {
  const { classes, categories } = shape;
  const length = categories[items[0]!]!;
  const members = setsOf(classes, rule.equal).map((set): Member => {
    const known = rule.fixed === undefined ? undefined : set.map((k) => rule.fixed![k] ?? null);
    const given = known?.find((row) => row !== null) ?? undefined;
    return {
      at: items.flatMap((item) => set.map((k) => position(shape, item, k, 1))),
      given: given?.every((value) => value === null) === true ? undefined : given,
    };
  });
  // With two categories, or one set of probabilities, an order asks for nothing.
  const ordinal = rule.scale === 'ordinal' && length > 2 && members.length > 1;
  return { length, members, scores: ordinal ? unitScores(rule.scores, length) : undefined };
}

/** Classes in sets of equal ones; a class that is in none is a set by itself. */
function setsOf(classes: number, equal: ItemRestriction['equal']): number[][] {
  const all = Array.from({ length: classes }, (_, k) => k);
  if (equal === 'all') return [all];
  return all.flatMap((k) => {
    const set = equal?.find((members) => members.includes(k)) ?? [k];
    return Math.min(...set) === k ? [set.toSorted((a, b) => a - b)] : [];
  });
}

function unitScores(scores: readonly number[] | undefined, length: number): number[] {
  const given = scores ?? Array.from({ length }, (_, c) => c);
  const [low, high] = [given[0]!, given.at(-1)!];
  return given.map((s) => (s - low) / (high - low));
}

/** Two classes are of a kind where exchanging them in every rule gives the same rules. */
function kindsOf(
  classes: number,
  rules: readonly ItemRestriction[],
  shares: readonly (number | null)[] | undefined,
): number[] {
  const alike = (k: number, l: number): boolean => {
    const swap = (m: number): number => (m === k ? l : m === l ? k : m);
    if ((shares?.[k] ?? null) !== (shares?.[l] ?? null)) return false;
    return rules.every(({ fixed, equal }) => {
      const same = String(fixed?.[k] ?? []) === String(fixed?.[l] ?? []) && !fixed?.[k] === !fixed?.[l];
      if (!same || equal === undefined || equal === 'all') return same;
      const written = (sets: readonly (readonly number[])[]): string =>
        sets
          .map((set) => set.toSorted((a, b) => a - b).join(' '))
          .toSorted()
          .join('; ');
      return written(equal) === written(equal.map((set) => set.map(swap)));
    });
  };
  return Array.from({ length: classes }, (_, k) => {
    for (let l = 0; l < k; l++) if (alike(k, l)) return l;
    return k;
  });
}
