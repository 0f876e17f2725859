import type { Indicators } from '../data.js';
import { expectationMaximisation } from '../em.js';
import { goodness } from '../goodness.js';
import type { LatentClassModel } from '../model.js';
import { profileOf } from '../parameters.js';
import { bivariateResiduals, type BivariateResidual } from '../residuals.js';
import { climb } from '../squarem.js';
import type { Warning } from '../warning.js';
import { LatentClassError } from '../error.js';
import {
  eachReplicate,
  replicateStream,
  warmStart,
  type ReplicateRange,
  type ReplicateWatch,
} from './refits.js';
import { freeLogitsOf } from './report.js';
import { modelSampler } from './resample.js';

/** How far the table of one sample drawn from the model is from the model fitted to that sample. Plain data. */
export interface ReplicateFit {
  readonly replicate: number;
  readonly g2: number;
  readonly x2: number;
  /** X2 of each pair, in the order of `bivariateResiduals`. */
  readonly pairs: Float64Array;
  readonly converged: boolean;
}

/** A statistic of fit with a p-value that needs no chi-square. */
export interface BootstrapP {
  readonly statistic: number;
  /** Samples in which it is at least as large. */
  readonly exceeding: number;
  /** (exceeding + 1) / (samples + 1). */
  readonly p: number;
  /** Standard error that p has because the number of samples is finite. */
  readonly monteCarloError: number;
}

export interface FitTest {
  readonly g2: BootstrapP;
  readonly x2: BootstrapP;
  /** Every pair with the p-value of its own residual; with many pairs, some are small by chance. */
  readonly pairs: readonly (BivariateResidual & BootstrapP)[];
  readonly replicates: number;
  readonly notes: readonly Warning[];
}

export interface FitTestOptions extends ReplicateWatch {
  /** Samples, 200. */
  readonly replicates?: number;
  readonly seed?: number;
}

const REPLICATES = 200;
const SEARCH = { tolerance: 1e-7, maxIterations: 5000 };

/**
 * Parametric bootstrap of G2, X2 and the bivariate residuals (Langeheine, Pannekoek & van de Pol 1996, Sociol. Methods
 * Res. 24:492-516; Oberski, van Kollenburg & Vermunt 2013): samples are drawn from the model, the model is fitted to
 * each, and the statistic of the data is held against theirs. It holds where the table is far too sparse for a
 * chi-square. Each fit starts from the model that the sample came from. Survey weights have no such test.
 */
export function bootstrapFit(
  model: LatentClassModel,
  data: Indicators,
  options: FitTestOptions = {},
): FitTest {
  const { replicates = REPLICATES } = options;
  if (!Number.isInteger(replicates) || replicates < 1) {
    throw new LatentClassError('bad-option', `replicates is ${replicates}; use a whole number from 1 up`, {
      option: 'replicates',
      value: replicates,
    });
  }
  return concludeFitTest(model, data, replicateFits(model, data, { ...options, from: 0, to: replicates }));
}

/** The statistics of a range of samples, for those who share them among threads. */
export function replicateFits(
  model: LatentClassModel,
  data: Indicators,
  options: { readonly seed?: number } & ReplicateRange,
): ReplicateFit[] {
  const { shape, parameters } = freeLogitsOf(model, data);
  const draw = modelSampler(data, model);
  const start = warmStart(shape, parameters);
  return eachReplicate(options, (replicate) => {
    const sample = draw(replicateStream(options.seed ?? 1, replicate));
    const reached = climb(expectationMaximisation(sample, shape), start, SEARCH);
    const fitted = { ...model, ...profileOf(shape, reached.parameters) };
    const { g2, x2 } = goodness(fitted, sample);
    const pairs = Float64Array.from(bivariateResiduals(fitted, sample), (residual) => residual.x2);
    return { replicate, g2, x2, pairs, converged: reached.converged };
  });
}

/** Makes the test out of the statistics of all samples: the last step of `bootstrapFit`. */
export function concludeFitTest(
  model: LatentClassModel,
  data: Indicators,
  fits: readonly ReplicateFit[],
): FitTest {
  const { g2, x2 } = goodness(model, data);
  const held = (statistic: number, of: (fit: ReplicateFit) => number): BootstrapP => {
    // Rounding must not decide between equal statistics.
    const exceeding = fits.filter((fit) => of(fit) >= statistic - 1e-9 * Math.abs(statistic)).length;
    const p = (exceeding + 1) / (fits.length + 1);
    return { statistic, exceeding, p, monteCarloError: Math.sqrt((p * (1 - p)) / fits.length) };
  };
  const failed = fits.filter(({ converged }) => !converged).length;
  return {
    g2: held(g2, (fit) => fit.g2),
    x2: held(x2, (fit) => fit.x2),
    pairs: bivariateResiduals(model, data).map((residual, i) => ({
      ...residual,
      ...held(residual.x2, ({ pairs }) => pairs[i]!),
    })),
    replicates: fits.length,
    notes:
      failed === 0 ? [] : [{ code: 'replicates-not-converged', data: { failed, replicates: fits.length } }],
  };
}
