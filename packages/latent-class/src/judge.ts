import type { Indicators } from './data.js';
import { cellsOf, SPARSE } from './goodness.js';
import { missedChance, type Maximum } from './maxima.js';
import { BOUNDARY, type Profile } from './parameters.js';
import { severityOf, type Severity, type Warning } from './warning.js';

/** Solutions of equal likelihood that differ by more than this do not agree. */
const DISAGREE = 0.01;
/** A solution that is less likely by less than this, and differs by more than that, is another story as good. */
const RIVAL = { gap: 1, distance: 0.1 };
/** A better maximum, as easy to find as the best, is missed with a chance above this: search more. */
const MISSED = 0.05;
/** Classes of fewer people say little. */
const FEW_PEOPLE = 30;
/** Kish's design effect above which weights take half of the sample's worth. */
const UNEVEN = 2;

const WEIGHT: Record<Severity, number> = { invalid: 0, caution: 1, note: 2 };

/** What a model must be judged by. */
export interface Judged {
  readonly profile: Profile;
  readonly maxima: readonly Maximum[];
  readonly converged: boolean;
  readonly iterations: number;
  readonly identified: boolean;
  readonly rank: number;
  readonly npar: number;
  readonly boundary: number;
}

/**
 * Everything that speaks against a model (`warnings`, the gravest first) and everything that is to be told with it
 * (`notes`). Nothing is left to be looked for.
 */
export function judge(data: Indicators, model: Judged): { warnings: Warning[]; notes: Warning[] } {
  const all = [...ofModel(data, model), ...ofSearch(model), ...ofData(data, model)];
  const sorted = all.toSorted((a, b) => WEIGHT[severityOf(a)] - WEIGHT[severityOf(b)]);
  return {
    warnings: sorted.filter((warning) => severityOf(warning) !== 'note'),
    notes: sorted.filter((warning) => severityOf(warning) === 'note'),
  };
}

function ofSearch({ profile, maxima, converged, iterations }: Judged): Warning[] {
  const warnings: Warning[] = [];
  const top = maxima[0]!;
  const finished = maxima.reduce((sum, { hits }) => sum + hits, 0);
  if (!converged) warnings.push({ code: 'not-converged', data: { iterations } });
  if (top.spread > DISAGREE) warnings.push({ code: 'equal-maxima-differ', data: { spread: top.spread } });
  if (profile.shares.length === 1) return warnings;
  const missed = missedChance(maxima);
  if (top.hits === 1) warnings.push({ code: 'not-replicated', data: { hits: 1, finished } });
  else if (missed > MISSED) warnings.push({ code: 'few-hits', data: { hits: top.hits, finished, missed } });
  const rival = maxima.slice(1).find(({ distance }) => distance > RIVAL.distance);
  const gap = top.loglik - (rival?.loglik ?? -Infinity);
  if (rival !== undefined && gap < RIVAL.gap) {
    warnings.push({ code: 'close-rival', data: { gap, distance: rival.distance, hits: rival.hits } });
  }
  return warnings;
}

function ofModel(data: Indicators, { profile, identified, rank, npar, boundary }: Judged): Warning[] {
  const warnings: Warning[] = [];
  const classes = profile.shares.length;
  if (!identified) warnings.push({ code: 'not-identified', data: { rank, npar } });
  if (classes > data.activePatterns) {
    warnings.push({ code: 'more-classes-than-patterns', data: { classes, patterns: data.activePatterns } });
  }
  const perClass = data.categories.reduce((sum, count) => sum + count - 1, 0);
  for (const [inClass, share] of profile.shares.entries()) {
    const people = share * data.effectiveN;
    if (share < BOUNDARY) warnings.push({ code: 'empty-class', data: { inClass, share } });
    else if (classes > 1 && people < Math.max(FEW_PEOPLE, perClass)) {
      warnings.push({ code: 'small-class', data: { inClass, share, people, probabilities: perClass } });
    }
  }
  if (boundary > 0) warnings.push({ code: 'boundary', data: { probabilities: boundary } });
  return warnings;
}

function ofData(data: Indicators, { npar }: Judged): Warning[] {
  const warnings: Warning[] = [];
  for (const { item, category } of data.unused) {
    warnings.push({ code: 'unused-category', data: { item, name: data.names[item]!, category } });
  }
  const { n, effectiveN, zeroWeights } = data;
  const { empty, incomplete } = data.dropped;
  if (n / effectiveN > UNEVEN) {
    warnings.push({ code: 'uneven-weights', data: { n, effectiveN, designEffect: n / effectiveN } });
  }
  const cells = cellsOf(data.categories);
  if (n / cells < SPARSE) warnings.push({ code: 'sparse-table', data: { n, cells, npar } });
  if (data.weighted) warnings.push({ code: 'pseudo-likelihood', data: { n, effectiveN } });
  if (zeroWeights > 0) warnings.push({ code: 'zero-weights', data: { rows: zeroWeights } });
  if (empty + incomplete > 0) warnings.push({ code: 'rows-dropped', data: { empty, incomplete } });
  return warnings;
}
