import type { Indicators, MissingRule } from './data.js';
import { expectationMaximisation } from './em.js';
import { LatentClassError } from './error.js';
import { identification } from './identification.js';
import { tableOfMaxima, type Maximum } from './maxima.js';
import { layout, orderByShare, profileOf, type Profile } from './parameters.js';
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
/** A probability below this is on the boundary. */
export const BOUNDARY = 1e-5;
/** Solutions of equal likelihood that differ by more than this do not agree. */
const DISAGREE = 0.01;

export interface FitOptions extends Watch {
  /** Number of classes, 1 to 9. */
  readonly classes: number;
  /** Random starts: how many are screened (500), run to the end (30), and screened for how many steps (20). */
  readonly starts?: Partial<StartPlan>;
  /** Same seed, same result, on any machine with any number of threads. */
  readonly seed?: number;
  /** A start has arrived when a cycle gains less log-likelihood than this (1e-10). */
  readonly tolerance?: number;
  /** Times that one start may read the data before it is given up (5000). */
  readonly maxIterations?: number;
}

/** What a reader of the model must know. `code` is for a program to word; `data` holds the figures. */
export interface Warning {
  readonly code:
    | 'not-replicated'
    | 'not-converged'
    | 'not-identified'
    | 'equal-maxima-differ'
    | 'empty-class'
    | 'unused-category';
  readonly data: Readonly<Record<string, string | number>>;
}

/** A probability estimated as 0: `category` of indicator `item` does not occur in class `inClass` (both from 0; category from 1). */
export interface BoundaryEstimate {
  readonly item: number;
  readonly name: string;
  readonly inClass: number;
  readonly category: number;
}

/** A fitted model: plain data that can be saved as JSON, and scores new people when read back. */
export interface LatentClassModel extends Profile {
  readonly classes: number;
  readonly names: readonly string[];
  readonly categories: readonly number[];
  readonly labels: readonly (readonly string[])[];
  readonly missing: MissingRule;
  readonly n: number;
  /** True when survey weights make `loglik` a pseudo-log-likelihood. */
  readonly weighted: boolean;
  readonly loglik: number;
  /** Free parameters. Estimates on the boundary count, as is usual. */
  readonly npar: number;
  /** Size of each class, the largest first. */
  readonly shares: readonly number[];
  /** `probs[item][class][category - 1]`: the probability of answering `category` in a class. */
  readonly probs: readonly (readonly (readonly number[])[])[];
  /** Every maximum that a finished start reached, the highest first; the first is this model. */
  readonly maxima: readonly Maximum[];
  /** True when more than one finished start reached the best likelihood. Not a proof that it is the highest. */
  readonly replicated: boolean;
  /** False when the table cannot tell the parameters apart: then no share or probability may be reported. */
  readonly identified: boolean;
  /** Parameters that the table can tell apart, at most `npar`. */
  readonly rank: number;
  /** Largest difference in any parameter among the starts that share the best likelihood. */
  readonly spread: number;
  /** Probabilities estimated as 0; those at 1 follow from them. */
  readonly boundary: readonly BoundaryEstimate[];
  readonly starts: StartPlan;
  readonly seed: number;
  readonly tolerance: number;
  /** Times the best start read the data, after screening. */
  readonly iterations: number;
  readonly converged: boolean;
  readonly warnings: readonly Warning[];
}

/**
 * Fits a latent class model by maximum likelihood from many random starts, and says how far the result can be
 * trusted: every local maximum with its hits, whether the model is identified, and whether the starts that
 * agree on the likelihood agree on the parameters.
 */
export function fit(data: Indicators, options: FitOptions): LatentClassModel {
  const settings = fitSettings(options);
  const { classes, seed, starts, tolerance, maxIterations } = settings;
  const watch: Watch = { onProgress: options.onProgress, signal: options.signal };
  const screened = screenStarts(data, {
    classes,
    seed,
    from: 0,
    to: starts.screened,
    steps: starts.steps,
    ...watch,
  });
  const candidates = bestCandidates(screened, starts.finished);
  const finished = finishStarts(data, { classes, candidates, tolerance, maxIterations, ...watch });
  return concludeFit(data, finished, options);
}

/** Makes the model out of finished starts: the last step of `fit`, for those who share the starts among threads. */
export function concludeFit(
  data: Indicators,
  finished: readonly Finished[],
  options: FitOptions,
): LatentClassModel {
  const { classes, seed, starts, tolerance, maxIterations } = fitSettings(options);
  const shape = layout(classes, data.categories);
  const reached = finished.toSorted((a, b) => b.loglik - a.loglik || a.start - b.start)[0];
  if (reached === undefined) {
    throw new LatentClassError('bad-option', 'no finished start is given; run at least one');
  }
  const best = polish(data, classes, reached, maxIterations);
  const profile = profileOf(shape, orderByShare(shape, best.parameters));
  const maxima = tableOfMaxima(shape, finished);
  const top = maxima[0]!;
  const { identified, rank } = identification(classes, data.categories);
  const replicated = classes === 1 || top.hits > 1;

  const warnings: Warning[] = [];
  if (!replicated)
    warnings.push({ code: 'not-replicated', data: { hits: top.hits, finished: finished.length } });
  if (!best.converged) warnings.push({ code: 'not-converged', data: { iterations: best.iterations } });
  if (!identified) warnings.push({ code: 'not-identified', data: { rank, npar: shape.free } });
  if (top.spread > DISAGREE) warnings.push({ code: 'equal-maxima-differ', data: { spread: top.spread } });
  for (const [inClass, share] of profile.shares.entries()) {
    if (share < BOUNDARY) warnings.push({ code: 'empty-class', data: { inClass, share } });
  }
  for (const { item, category } of data.unused) {
    warnings.push({ code: 'unused-category', data: { item, name: data.names[item]!, category } });
  }
  return {
    classes,
    names: data.names,
    categories: data.categories,
    labels: data.labels,
    missing: data.missing,
    n: data.n,
    weighted: data.weighted,
    loglik: best.loglik,
    npar: shape.free,
    ...profile,
    maxima,
    replicated,
    identified,
    rank,
    spread: top.spread,
    boundary: boundaryOf(profile, data.names),
    starts,
    seed,
    tolerance,
    iterations: best.iterations,
    converged: best.converged,
    warnings,
  };
}

/**
 * Climbs on from the best start until rounding ends it. On a flat top a gain of 1e-10 a cycle can still leave
 * a probability 1e-4 from where it belongs; only the solution that is reported is worth the extra steps.
 */
function polish(data: Indicators, classes: number, start: Finished, maxIterations: number): Climb {
  const em = expectationMaximisation(data, classes);
  const last = climb(em, start.parameters, { tolerance: 0, maxIterations });
  return {
    ...last,
    iterations: start.iterations + last.iterations,
    converged: start.converged || last.converged,
  };
}

function boundaryOf(profile: Profile, names: readonly string[]): BoundaryEstimate[] {
  return profile.probs.flatMap((byClass, item) =>
    byClass.flatMap((probs, inClass) =>
      probs.flatMap((probability, c) =>
        probability < BOUNDARY ? [{ item, name: names[item]!, inClass, category: c + 1 }] : [],
      ),
    ),
  );
}

/** The options of a fit as they are carried out. */
export interface FitSettings {
  readonly classes: number;
  readonly seed: number;
  readonly starts: StartPlan;
  readonly tolerance: number;
  readonly maxIterations: number;
}

/** Options with their defaults, checked: what those who share the starts among threads hand to each stage. */
export function fitSettings(options: FitOptions): FitSettings {
  const { classes, seed = 1, tolerance = 1e-10, maxIterations = 5000 } = options;
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
    seed,
    tolerance,
    maxIterations,
    starts: { ...starts, finished: Math.min(starts.finished, starts.screened) },
  };
}
