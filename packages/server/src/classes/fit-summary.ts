import type { ComparedModel, FitSummary, Goodness } from '@bagom/core';
import {
  bivariateResiduals,
  posterior,
  type EnumerationRow,
  type Indicators,
  type Posterior,
} from '@bagom/latent-class';
import { notesOf } from './analyses/figures.js';

/** Bivariate residuals that are kept with a model; all of them can be worked out again. */
const RESIDUALS_KEPT = 20;

/** A fitted model as a study keeps it, and its posteriors row by row. */
export function fitSummary(
  row: EnumerationRow,
  data: Indicators,
  categories: number[][],
  compared: ComparedModel[],
): { fit: FitSummary; placed: Posterior } {
  const { model } = row;
  const placed = posterior(model, data);
  const residuals = bivariateResiduals(model, data).toSorted((a, b) => b.bvr - a.bvr);
  const fit: FitSummary = {
    ...criteria(row),
    entropy: row.entropyR2 ?? 1,
    n: model.n,
    patterns: data.activePatterns,
    shares: [...model.shares],
    probs: model.probs.map((item) => item.map((classes) => [...classes])),
    categories,
    maxima: model.maxima.map(({ loglik, hits, distance }) => ({ loglik, hits, distance })),
    identified: model.identified,
    warnings: notesOf(model.warnings),
    notes: notesOf(model.notes),
    compared,
    converged: model.converged,
    rank: model.rank,
    finished: finishedOf(row),
    missed: model.missed,
    unseen: model.unseen,
    effectiveN: model.effectiveN,
    spread: model.spread,
    smallestN: row.smallestN,
    boundary: model.boundary.map(({ item, inClass, category }) => ({
      indicator: item,
      class: inClass,
      category: category - 1,
    })),
    goodness: goodnessOf(row),
    residuals: residuals.slice(0, RESIDUALS_KEPT).map(({ a, b, x2, df, bvr }) => ({ a, b, x2, df, bvr })),
    pairs: residuals.length,
    quality: {
      modalShares: [...placed.modalShares],
      averageByModal: placed.averageByModal.map((means) => means && [...means]),
      classification: placed.classification.map((parts) => [...parts]),
      expectedError: placed.expectedError,
    },
    dropped: { ...data.dropped },
  };
  return { fit, placed };
}

/** A row of the table that models are compared in. */
export function comparedModel(row: EnumerationRow): ComparedModel {
  return {
    classes: row.classes,
    ...criteria(row),
    entropy: row.entropyR2 ?? 1,
    smallest: row.smallestShare,
    smallestN: row.smallestN,
    goodness: goodnessOf(row),
    hits: row.model.maxima[0]?.hits ?? 0,
    finished: finishedOf(row),
    identified: row.identified,
  };
}

function criteria({ loglik, npar, aic, bic, abic, caic, aic3, icl }: EnumerationRow) {
  return { loglik, npar, aic, bic, abic, caic, aic3, icl };
}

/** Every finished start reached one of the maxima. */
const finishedOf = ({ model }: EnumerationRow) => model.maxima.reduce((sum, { hits }) => sum + hits, 0);

function goodnessOf({ goodness: { g2, x2, df, sparse } }: EnumerationRow): Goodness {
  return { g2, x2: Math.min(x2, Number.MAX_VALUE), df: { ...df }, sparse };
}
