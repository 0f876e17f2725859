import { LatentClassError } from '../error.js';
import { CLASS_LIMIT } from '../fit.js';
import type { LatentClassModel } from '../model.js';
import type { ItemRestriction, ItemRule } from '../restriction/item-rule.js';
import { layoutOf } from '../restriction/restriction.js';
import { WARNINGS, type Warning, type WarningCode } from '../warning.js';
import { badFile, Entry } from './entry.js';

const ITEM_LIMIT = 10_000;
const CATEGORY_LIMIT = 255;
const LIST_LIMIT = 100_000;
/** How far proportions may be from summing to one after having been written in decimals. */
const ROUNDING = 1e-6;

/** Reads a model of which nothing is known yet. */
export function readModel(json: unknown): LatentClassModel {
  const file = new Entry(json, 'model');
  const classes = file.at('classes').whole(1, CLASS_LIMIT);
  const names = file
    .at('names')
    .list({ most: ITEM_LIMIT })
    .map((name) => name.text());
  if (names.length === 0 || new Set(names).size !== names.length) {
    file.at('names').refuse('it needs at least one name, each used once');
  }
  const categories = file
    .at('categories')
    .list(names.length)
    .map((count) => count.whole(2, CATEGORY_LIMIT));
  const labels = file
    .at('labels')
    .list(names.length)
    .map((list, item) => list.list(categories[item]!).map((label) => label.text()));
  const shares = proportions(file.at('shares'), classes);
  const probs = file
    .at('probs')
    .list(names.length)
    .map((byClass, item) => byClass.list(classes).map((row) => proportions(row, categories[item]!)));
  const items = file.at('items').list(names.length).map(rule);
  const fixedShares = file.at('fixedShares').orNull((list) => knownShares(list, classes));
  const npar = parameters(names, categories, { classes, items, fixedShares: fixedShares ?? undefined });
  if (file.at('npar').whole(0, LIST_LIMIT * CATEGORY_LIMIT) !== npar) {
    file.at('npar').refuse(`a model with these indicators and rules has ${npar} parameters`);
  }
  if (!file.at('identified').truth()) {
    throw new LatentClassError(
      'not-identified',
      'the model is not identified: other shares and probabilities fit as well, so it can neither be saved nor used; use fewer classes or more indicators',
      { rank: file.at('rank').whole(0, npar), npar },
    );
  }
  const starts = file.at('starts');
  const whole = (entry: Entry): number => entry.whole(0, Number.MAX_SAFE_INTEGER);
  return {
    classes,
    names,
    categories,
    labels,
    items,
    fixedShares,
    classNames: file
      .at('classNames')
      .list(classes)
      .map((name) => name.orNull((entry) => entry.text())),
    missing: file.at('missing').oneOf(['fiml', 'listwise']),
    rows: whole(file.at('rows')),
    dropped: {
      empty: whole(file.at('dropped').at('empty')),
      incomplete: whole(file.at('dropped').at('incomplete')),
    },
    n: file.at('n').number(0),
    effectiveN: file.at('effectiveN').number(0),
    weighted: file.at('weighted').truth(),
    loglik: file.at('loglik').number(),
    npar,
    shares,
    probs,
    maxima: file
      .at('maxima')
      .list({ most: LIST_LIMIT })
      .map((maximum) => ({
        loglik: maximum.at('loglik').number(),
        hits: whole(maximum.at('hits')),
        spread: maximum.at('spread').number(0, 1),
        distance: maximum.at('distance').number(0, 1),
      })),
    replicated: file.at('replicated').truth(),
    missed: file.at('missed').number(0, 1),
    unseen: file.at('unseen').number(0, 1),
    identified: true,
    rank: file.at('rank').whole(npar, npar),
    spread: file.at('spread').number(0, 1),
    boundary: file
      .at('boundary')
      .list({ most: ITEM_LIMIT * CATEGORY_LIMIT })
      .map((estimate) => {
        const item = estimate.at('item').whole(0, names.length - 1);
        return {
          item,
          name: names[item]!,
          inClass: estimate.at('inClass').whole(0, classes - 1),
          category: estimate.at('category').whole(1, categories[item]!),
        };
      }),
    starts: {
      screened: starts.at('screened').whole(1, LIST_LIMIT * 100),
      finished: starts.at('finished').whole(1, LIST_LIMIT * 100),
      steps: starts.at('steps').whole(1, LIST_LIMIT * 100),
    },
    seed: whole(file.at('seed')),
    tolerance: file.at('tolerance').number(0),
    iterations: whole(file.at('iterations')),
    converged: file.at('converged').truth(),
    warnings: file.at('warnings').list({ most: LIST_LIMIT }).map(warning),
    notes: file.at('notes').list({ most: LIST_LIMIT }).map(warning),
  };
}

function proportions(entry: Entry, length: number): number[] {
  const values = entry.list(length).map((p) => p.number(0, 1));
  const sum = values.reduce((total, p) => total + p, 0);
  if (Math.abs(sum - 1) > ROUNDING) entry.refuse(`its ${length} proportions sum to ${sum} and not to 1`);
  return values;
}

function knownShares(entry: Entry, classes: number): (number | null)[] {
  return entry.list(classes).map((share) => share.orNull((known) => known.number(0, 1)));
}

/** One rule, in the form only: whether it fits the indicators is seen when the parameters are counted. */
function rule(entry: Entry): ItemRule {
  if (entry.value === 'free') return 'free';
  const scale = entry.at('scale').ifThere((e) => e.oneOf(['nominal', 'ordinal'] as const));
  const scores = entry.at('scores').ifThere((e) => e.list({ most: CATEGORY_LIMIT }).map((s) => s.number()));
  const fixed = entry
    .at('fixed')
    .ifThere((e) =>
      e
        .list({ most: CLASS_LIMIT })
        .map((row) =>
          row.orNull((known) =>
            known.list({ most: CATEGORY_LIMIT }).map((p) => p.orNull((q) => q.number(0, 1))),
          ),
        ),
    );
  const equal = entry
    .at('equal')
    .ifThere((e) =>
      e.value === 'all'
        ? ('all' as const)
        : e
            .list({ most: CLASS_LIMIT })
            .map((set) => set.list({ most: CLASS_LIMIT }).map((k) => k.whole(0, CLASS_LIMIT - 1))),
    );
  const like = entry.at('like').ifThere((e) => e.text());
  const read: ItemRestriction = {
    ...(scale === undefined ? {} : { scale }),
    ...(scores === undefined ? {} : { scores }),
    ...(fixed === undefined ? {} : { fixed }),
    ...(equal === undefined ? {} : { equal }),
    ...(like === undefined ? {} : { like }),
  };
  return read;
}

function parameters(
  names: readonly string[],
  categories: readonly number[],
  specification: Parameters<typeof layoutOf>[1],
): number {
  try {
    return layoutOf({ names, categories }, specification).free;
  } catch (error) {
    if (error instanceof LatentClassError) throw badFile('model.items', error.message);
    throw error;
  }
}

function warning(entry: Entry): Warning {
  const code = entry.at('code').oneOf(Object.keys(WARNINGS) as WarningCode[]);
  const { value } = entry.at('data');
  if (typeof value !== 'object' || value === null) return entry.at('data').refuse('it is no object');
  const figures = Object.entries(value as Record<string, unknown>).filter(
    ([key, figure]) => key !== '__proto__' && (Number.isFinite(figure) || typeof figure === 'string'),
  );
  return { code, data: Object.fromEntries(figures as [string, string | number][]) };
}
