import { exp, log } from './elementary.js';
import { distance, matchParameters } from './match.js';
import type { Layout, Parameters } from './parameters.js';
import type { Finished } from './starts.js';

/** Two log-likelihoods closer than this are the same maximum. Real maxima can lie 0.02 apart. */
const SAME_LOGLIK = 1e-4;

/** A local maximum of the likelihood and how often it was reached. */
export interface Maximum {
  readonly loglik: number;
  /** Finished starts that ended here. */
  readonly hits: number;
  /** Largest difference in any share or probability among those starts: near 0 where they truly agree. */
  readonly spread: number;
  /** Largest difference from the best solution: near 0 means another maximum with the same meaning. */
  readonly distance: number;
}

/**
 * All maxima that were reached, the highest first. Equal likelihood alone does not make two solutions equal,
 * so the parameters are compared too, after matching classes.
 */
export function tableOfMaxima(shape: Layout, finished: readonly Finished[]): Maximum[] {
  const sorted = finished.toSorted((a, b) => b.loglik - a.loglik);
  const groups: Finished[][] = [];
  for (const run of sorted) {
    const group = groups.at(-1);
    if (group !== undefined && group[0]!.loglik - run.loglik < SAME_LOGLIK) group.push(run);
    else groups.push([run]);
  }
  const best = sorted[0]!.parameters;
  return groups.map((group) => ({
    loglik: group[0]!.loglik,
    hits: group.length,
    spread: spread(
      shape,
      group.map((run) => run.parameters),
    ),
    distance: distance(shape, best, group[0]!.parameters),
  }));
}

/**
 * The chance that a better maximum was missed, if there is one that a start reaches as easily as the best that was
 * found: (1 - hits / finished) to the power of the starts finished. A harder one is missed more often.
 */
export function missedChance(maxima: readonly Maximum[]): number {
  const finished = maxima.reduce((sum, { hits }) => sum + hits, 0);
  const missedByOne = 1 - maxima[0]!.hits / finished;
  return missedByOne === 0 ? 0 : exp(finished * log(missedByOne));
}

/**
 * The chance that one more start ends in a maximum not seen yet, by the share of starts that ended where no other did
 * (Good 1953, Biometrika 40:237-264).
 */
export function unseenChance(maxima: readonly Maximum[]): number {
  const finished = maxima.reduce((sum, { hits }) => sum + hits, 0);
  return maxima.filter(({ hits }) => hits === 1).length / finished;
}

function spread(shape: Layout, solutions: readonly Parameters[]): number {
  const matched = solutions.map((solution) => matchParameters(shape, solutions[0]!, solution));
  let largest = 0;
  for (let i = 0; i < shape.size; i++) {
    const values = matched.map((solution) => solution[i]!);
    largest = Math.max(largest, Math.max(...values) - Math.min(...values));
  }
  return largest;
}
