import type { Indicators } from './data.js';
import { expectationMaximisation } from './em.js';
import { LatentClassError } from './error.js';
import { identification } from './identification.js';
import { judge } from './judge.js';
import { missedChance, tableOfMaxima, unseenChance } from './maxima.js';
import type { BoundaryEstimate, LatentClassModel } from './model.js';
import { orderClasses, type ClassOrder } from './order.js';
import {
  BOUNDARY,
  givenAt,
  orderByShare,
  position,
  profileOf,
  type Layout,
  type Profile,
} from './parameters.js';
import type { ItemRule, Specification } from './restriction/item-rule.js';
import { layoutOf } from './restriction/restriction.js';
import { climb, type Climb } from './squarem.js';
import {
  bestCandidates,
  DEFAULT_STARTS,
  finishStarts,
  screenStarts,
  type Finished,
  type StartPlan,
  type Watch,
} from './starts.js';

/** The most classes a model may have. */
export const CLASS_LIMIT = 9;

export interface FitOptions extends Specification, Watch {
  /** Random starts: how many are screened (500), run to the end (30), and screened for how many steps (20). */
  readonly starts?: Partial<StartPlan>;
  /** Same seed, same result, on any machine with any number of threads. */
  readonly seed?: number;
  /** A start has arrived when a cycle gains less log-likelihood than this (1e-10). */
  readonly tolerance?: number;
  /** Times that one start may read the data before it is given up (5000). */
  readonly maxIterations?: number;
  /** The order of the classes: by size (the default), by an indicator, or as in an earlier model. */
  readonly order?: ClassOrder | undefined;
}

/**
 * Fits a latent class model by maximum likelihood from many random starts, and says how far the result can be
 * trusted: every local maximum with its hits, whether the model is identified, and whether the starts that
 * agree on the likelihood agree on the parameters.
 */
export function fit(data: Indicators, options: FitOptions): LatentClassModel {
  const settings = fitSettings(options);
  const { starts } = settings;
  const watch: Watch = { onProgress: options.onProgress, signal: options.signal };
  const range = { from: 0, to: starts.screened, steps: starts.steps };
  const screened = screenStarts(data, { ...settings, ...range, ...watch });
  const candidates = bestCandidates(screened, starts.finished);
  const finished = finishStarts(data, { ...settings, candidates, ...watch });
  return concludeFit(data, finished, options);
}

/** Makes the model out of finished starts: the last step of `fit`, for those who share the starts among threads. */
export function concludeFit(
  data: Indicators,
  finished: readonly Finished[],
  options: FitOptions,
): LatentClassModel {
  const settings = fitSettings(options);
  const { classes, seed, starts, tolerance, maxIterations } = settings;
  const shape = layoutOf(data, settings);
  const reached = finished.toSorted((a, b) => b.loglik - a.loglik || a.start - b.start)[0];
  if (reached === undefined) {
    throw new LatentClassError('bad-option', 'no finished start is given; run at least one');
  }
  if (reached.loglik === -Infinity) {
    throw new LatentClassError(
      'ruled-out',
      'some answers are impossible in every class, by probabilities fixed at 0; free one of them, or correct the answers',
    );
  }
  const best = polish(data, shape, reached, maxIterations);
  const profile = profileOf(shape, orderByShare(shape, best.parameters));
  const maxima = tableOfMaxima(shape, finished);
  const { loglik, converged, iterations } = best;
  const npar = shape.free;
  const possible = identification(classes, data.categories, { ...settings, names: data.names });
  // As many classes as patterns, and one more: the data themselves cannot tell them apart.
  const rank = classes > data.activePatterns ? Math.min(possible.rank, data.activePatterns) : possible.rank;
  const identified = possible.identified && rank === npar;
  const boundary = boundaryOf(profile, data.names, shape);
  const judged = {
    profile,
    maxima,
    converged,
    iterations,
    identified,
    rank,
    npar,
    boundary: boundary.length,
  };
  const model: LatentClassModel = {
    classes,
    names: data.names,
    categories: data.categories,
    labels: data.labels,
    items:
      shape.restriction === undefined ? data.names.map(() => 'free') : listOf(settings.items, data.names),
    fixedShares: shape.restriction?.shares ?? null,
    classNames: profile.shares.map(() => null),
    missing: data.missing,
    rows: data.rows,
    dropped: data.dropped,
    n: data.n,
    effectiveN: data.effectiveN,
    weighted: data.weighted,
    loglik,
    npar,
    ...profile,
    maxima,
    replicated: classes === 1 || maxima[0]!.hits > 1,
    missed: missedChance(maxima),
    unseen: unseenChance(maxima),
    identified,
    rank,
    spread: maxima[0]!.spread,
    boundary,
    starts,
    seed,
    tolerance,
    iterations,
    converged,
    ...judge(data, judged),
  };
  return options.order === undefined || options.order === 'size' ? model : orderClasses(model, options.order);
}

function listOf(items: Specification['items'], names: readonly string[]): readonly ItemRule[] {
  if (items === undefined) return names.map(() => 'free');
  return typeof items === 'object' && 'length' in items ? items : names.map(() => items);
}

/**
 * Climbs on from the best start until rounding ends it. On a flat top a gain of 1e-10 a cycle can still leave
 * a probability 1e-4 from where it belongs; only the solution that is reported is worth the extra steps.
 */
function polish(data: Indicators, shape: Layout, start: Finished, maxIterations: number): Climb {
  const em = expectationMaximisation(data, shape);
  const last = climb(em, start.parameters, { tolerance: 0, maxIterations });
  return {
    ...last,
    iterations: start.iterations + last.iterations,
    converged: start.converged || last.converged,
  };
}

/** Estimates at 0; what was given as 0 is no estimate. */
function boundaryOf(profile: Profile, names: readonly string[], shape: Layout): BoundaryEstimate[] {
  const given = givenAt(shape);
  return profile.probs.flatMap((byClass, item) =>
    byClass.flatMap((probs, inClass) =>
      probs.flatMap((probability, c) =>
        probability < BOUNDARY && given[position(shape, item, inClass, c + 1)] === 0
          ? [{ item, name: names[item]!, inClass, category: c + 1 }]
          : [],
      ),
    ),
  );
}

/** The options of a fit as they are carried out. */
export interface FitSettings extends Specification {
  readonly seed: number;
  readonly starts: StartPlan;
  readonly tolerance: number;
  readonly maxIterations: number;
}

/** Options with their defaults, checked: what those who share the starts among threads hand to each stage. */
export function fitSettings(options: FitOptions): FitSettings {
  const { classes, items, fixedShares, seed = 1, tolerance = 1e-10, maxIterations = 5000 } = options;
  // One class has a single maximum, and EM reaches it in one step.
  const starts =
    classes === 1 ? { screened: 1, finished: 1, steps: 1 } : { ...DEFAULT_STARTS, ...options.starts };
  const refuse = (what: string, value: number, advice: string): never => {
    throw new LatentClassError('bad-option', `${what} is ${value}; ${advice}`, { option: what, value });
  };
  if (!Number.isInteger(classes) || classes < 1 || classes > CLASS_LIMIT) {
    refuse('the number of classes', classes, `use a whole number from 1 to ${CLASS_LIMIT}`);
  }
  for (const [what, value] of Object.entries(starts)) {
    if (!Number.isInteger(value) || value < 1) refuse(`starts.${what}`, value, 'use a whole number above 0');
  }
  if (!Number.isSafeInteger(seed) || seed < 0) refuse('the seed', seed, 'use a whole number from 0 up');
  if (!(tolerance > 0)) refuse('the tolerance', tolerance, 'use a small number above 0, such as 1e-10');
  if (!(maxIterations >= 3)) refuse('maxIterations', maxIterations, 'use 3 or more');
  return {
    classes,
    ...(items === undefined ? {} : { items }),
    ...(fixedShares === undefined ? {} : { fixedShares }),
    seed,
    tolerance,
    maxIterations,
    starts: { ...starts, finished: Math.min(starts.finished, starts.screened) },
  };
}
