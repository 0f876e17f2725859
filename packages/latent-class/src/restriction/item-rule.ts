import { LatentClassError } from '../error.js';

/** What is asked of one indicator's probabilities. `free` (the default): its own in every class, nominal. */
export type ItemRule = 'free' | ItemRestriction;

export interface ItemRestriction {
  /**
   * `ordinal`: classes differ in how far up the scale they answer, and in nothing else. With scores s of the
   * categories, log(p(c + 1) / p(c)) = a(c) + b(class) (s(c + 1) - s(c)): adjacent-category logits with a class effect
   * each (Goodman 1979, JASA 74:537-552; Vermunt & Magidson 2016, the ordinal indicator of Latent GOLD). R - 1 + K - 1
   * parameters in place of K (R - 1), the same for any number of classes where there are two categories.
   */
  readonly scale?: 'nominal' | 'ordinal';
  /** Scores of the categories of an ordinal indicator, rising; 1, 2, 3 ... where absent. */
  readonly scores?: readonly number[];
  /**
   * Known probabilities, by class and category; null, for a class or a single category, is estimated. A class that
   * surely answers yes has `[0, 1]`.
   */
  readonly fixed?: readonly (readonly (number | null)[] | null)[];
  /** Classes, from 0, with the same probabilities: sets of them, or all. */
  readonly equal?: 'all' | readonly (readonly number[])[];
  /** Name of an indicator whose probabilities this one shares in every class: they are parallel. */
  readonly like?: string;
}

/** What a model is, apart from its estimates: classes, and what is asked of their probabilities and sizes. */
export interface Specification {
  /** Number of classes, 1 to 9. */
  readonly classes: number;
  /** One rule for all indicators or one for each; all free where absent. */
  readonly items?: ItemRule | readonly ItemRule[] | undefined;
  /** Known class shares; null is estimated. All estimated where absent. */
  readonly fixedShares?: readonly (number | null)[] | undefined;
}

/** How far given proportions may be from summing to one. */
const ROUNDING = 1e-6;

function refuse(message: string, data: Record<string, string | number> = {}): never {
  throw new LatentClassError('bad-rule', message, data);
}

/** One checked rule for each indicator; undefined where nothing is asked of any. */
export function readRules(
  names: readonly string[],
  categories: readonly number[],
  { classes, items }: Specification,
): ItemRestriction[] | undefined {
  if (items === undefined) return undefined;
  const list = isList(items) ? items : names.map(() => items);
  if (list.length !== names.length) {
    refuse(`${list.length} rules for ${names.length} indicators; give one for each, or one for all`, {
      rules: list.length,
      indicators: names.length,
    });
  }
  const rules = list.map((rule) => (rule === 'free' ? {} : rule));
  for (const [item, rule] of rules.entries()) checkRule(names, categories, classes, rules, item, rule);
  return rules.some((rule) => Object.values(rule).some((value) => value !== undefined && value !== 'nominal'))
    ? rules
    : undefined;
}

function checkRule(
  names: readonly string[],
  categories: readonly number[],
  classes: number,
  rules: readonly ItemRestriction[],
  item: number,
  rule: ItemRestriction,
): void {
  const name = names[item]!;
  const length = categories[item]!;
  const { scale, scores, fixed, equal, like } = rule;
  if (scale !== undefined && scale !== 'nominal' && scale !== 'ordinal') {
    refuse(`"${name}" has the scale "${String(scale)}"; use nominal or ordinal`, { name });
  }
  if (scores !== undefined) {
    const rising = scores.every((s, c) => Number.isFinite(s) && (c === 0 || s > scores[c - 1]!));
    if (scale !== 'ordinal' || scores.length !== length || !rising) {
      refuse(`"${name}" needs ${length} rising scores, and the scale ordinal`, { name, categories: length });
    }
  }
  if (like !== undefined) {
    const other = names.indexOf(like);
    if (other < 0 || other === item || rules[other]!.like !== undefined) {
      refuse(`"${name}" is to be like "${like}", which is no other indicator with a rule of its own`, {
        name,
        like,
      });
    }
    if (categories[other] !== length || Object.keys(rule).length > 1) {
      refuse(
        `"${name}" is to be like "${like}", so it needs as many categories and no other rule of its own`,
        { name, like },
      );
    }
  }
  if (equal !== undefined && equal !== 'all') {
    const named = equal.flat();
    const known = named.every((k) => Number.isInteger(k) && k >= 0 && k < classes);
    if (!known || new Set(named).size !== named.length || equal.some((set) => set.length < 2)) {
      refuse(`"${name}" is equal in sets of two or more different classes from 0 to ${classes - 1}`, {
        name,
        classes,
      });
    }
  }
  if (fixed !== undefined) {
    if (scale === 'ordinal')
      refuse(`"${name}" is ordinal and cannot have known probabilities as well`, { name });
    const fits = fixed.length === classes && fixed.every((row) => row === null || sumsToOne(row, length));
    if (!fits) {
      refuse(
        `"${name}" is fixed to something else than ${length} probabilities that sum to 1, or less where some are null, in each of ${classes} classes`,
        { name, classes },
      );
    }
  }
}

/** Known shares, checked; undefined where all are estimated. */
export function readShares({ classes, fixedShares }: Specification): readonly (number | null)[] | undefined {
  if (fixedShares === undefined || fixedShares.every((share) => share === null)) return undefined;
  if (!sumsToOne(fixedShares, classes)) {
    refuse(
      `the class shares are fixed to something else than ${classes} shares that sum to 1, or less where some are null`,
      { classes },
    );
  }
  return fixedShares;
}

/** Proportions of which some are known: they sum to one, or to less where something is left for the others. */
function sumsToOne(proportions: readonly (number | null)[], length: number): boolean {
  const known = proportions.filter((p) => p !== null);
  const sum = known.reduce((total, p) => total + p, 0);
  return (
    proportions.length === length &&
    known.every((p) => p >= 0 && p <= 1) &&
    (known.length === length ? Math.abs(sum - 1) < ROUNDING : sum < 1 - ROUNDING)
  );
}

function isList(items: ItemRule | readonly ItemRule[]): items is readonly ItemRule[] {
  return Array.isArray(items);
}
