import { indicators, LatentClassError, posterior, type EnumerationRow } from '@bagom/latent-class';
import type { ComparedModel, FitSummary } from '@bagom/core';
import { enumerateOnThreads, type FitWatch } from './search-on-threads.js';

/** What the fitting needs: plain data that can be sent to a thread. */
export interface FitRequest {
  names: string[];
  /** Category codes 1..R a column; NaN where nothing was answered. */
  columns: Float64Array[];
  /** The survey's own values of each indicator's categories. */
  categories: number[][];
  weights: Float64Array | null;
  missing: 'fiml' | 'listwise';
  from: number;
  to: number;
  starts: number;
  seed: number;
}

/** One fitted model as the study keeps it, with its posteriors row by row. */
export interface FittedModel {
  classes: number;
  fit: FitSummary;
  posteriors: Float32Array;
}

/** Fits every number of classes asked for. Same request, same result, wherever and on how many threads it runs. */
export async function fitClasses(
  request: FitRequest,
  options: { threads?: number; watch?: FitWatch } = {},
): Promise<FittedModel[]> {
  const { names, columns, categories, weights, missing, from, to, starts, seed } = request;
  const data = indicators(columns, {
    names,
    categories: categories.map((values) => values.length),
    missing,
    ...(weights ? { weights } : {}),
  });
  // Screening many starts and finishing the best: see DEFAULT_STARTS of latent-class.
  const plan = { screened: starts, finished: Math.max(1, Math.min(30, Math.ceil(starts / 4))), steps: 20 };
  const rows = await enumerateOnThreads(data, { from, to, seed, starts: plan, ...options });
  const compared = rows.map(comparedModel);
  return rows.map(({ model, ...row }) => ({
    classes: model.classes,
    posteriors: Float32Array.from(posterior(model, data).probabilities),
    fit: {
      loglik: model.loglik,
      npar: model.npar,
      aic: row.aic,
      bic: row.bic,
      abic: row.abic,
      entropy: row.entropyR2 ?? 1,
      n: model.n,
      patterns: data.activePatterns,
      shares: [...model.shares],
      probs: model.probs.map((item) => item.map((classes) => [...classes])),
      categories,
      maxima: model.maxima.map(({ loglik, hits }) => ({ loglik, hits })),
      identified: model.identified,
      warnings: model.warnings.map(({ code, data: figures }) => ({ code, data: { ...figures } })),
      compared,
    },
  }));
}

function comparedModel({
  classes,
  loglik,
  npar,
  aic,
  bic,
  abic,
  entropyR2,
  smallestShare,
}: EnumerationRow): ComparedModel {
  return { classes, loglik, npar, aic, bic, abic, entropy: entropyR2 ?? 1, smallest: smallestShare };
}

/** What a thread says. Errors cross it as a code and data, so that they can be worded on the other side. */
export type FitMessage =
  | { kind: 'progress'; progress: number; classes: number }
  | { kind: 'done'; models: FittedModel[] }
  | { kind: 'failed'; code: string; reason: string; data: Record<string, string | number> };

/** Runs a request and says everything there is to say, the end included. */
export async function runFit(request: FitRequest, say: (message: FitMessage) => void): Promise<void> {
  try {
    const watch: FitWatch = (progress, classes) => say({ kind: 'progress', progress, classes });
    say({ kind: 'done', models: await fitClasses(request, { watch }) });
  } catch (error) {
    if (error instanceof LatentClassError)
      say({ kind: 'failed', code: error.code, reason: error.message, data: { ...error.data } });
    else
      say({
        kind: 'failed',
        code: 'unexpected',
        reason: error instanceof Error ? error.name : 'unknown',
        data: {},
      });
  }
}
