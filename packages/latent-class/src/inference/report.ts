import { exp, log } from '../elementary.js';
import type { Indicators } from '../data.js';
import { LatentClassError } from '../error.js';
import type { BoundaryEstimate, LatentClassModel } from '../model.js';
import { parametersOf, position, type Layout } from '../parameters.js';
import { layoutOf, specificationOf } from '../restriction/restriction.js';
import {
  freedom,
  freeLogits,
  logitsOf,
  parameterLabels,
  type FreeLogits,
  type ParameterLabel,
} from './logits.js';
import { rowsOf, type Matrix } from './matrix.js';
import type { Warning } from '../warning.js';
import { reach } from './quantile.js';

/** How standard errors are come by; see `CurvatureOptions` and `RefitOptions`. */
export type StandardErrorKind =
  | 'observed'
  | 'bhhh'
  | 'sandwich'
  | 'linearised'
  | 'replicate-weights'
  | 'bootstrap'
  | 'parametric-bootstrap';

/** A figure for each share and each `probs[item][class][category - 1]`; null where the estimate is on the boundary. */
export interface PerParameter<T> {
  readonly shares: readonly (T | null)[];
  readonly probs: readonly (readonly (readonly (T | null)[])[])[];
}

/** How far the estimates of a model may be off. Plain data. */
export interface StandardErrors {
  readonly kind: StandardErrorKind;
  readonly se: PerParameter<number>;
  /** From the standard error of the logit, so that no interval leaves 0 to 1. */
  readonly intervals: PerParameter<readonly [number, number]>;
  readonly level: number;
  /** Degrees of freedom that intervals are based on; null for the normal distribution. */
  readonly df: number | null;
  /** Covariance of all shares and probabilities in the order of `labels`. Of those fixed: 0, or as the refits have it. */
  readonly covariance: readonly (readonly number[])[];
  readonly labels: readonly ParameterLabel[];
  /** Estimate and covariance of the free logits, each against the last free category; null after refits. */
  readonly logits: {
    readonly labels: readonly ParameterLabel[];
    readonly estimates: readonly number[];
    readonly covariance: readonly (readonly number[])[];
  } | null;
  /** Estimates at 0 that were held fixed. What they leave at 1 is fixed as well. */
  readonly boundary: readonly BoundaryEstimate[];
  /**
   * The scaling correction factor of the log-likelihood for robust difference tests (Satorra & Bentler 2010; Mplus
   * MLR): trace of inverse information times squared scores, over the free parameters. Near 1 where the model holds.
   */
  readonly scaling: number | null;
  /** Replicates that were used; null without refits. */
  readonly replicates: number | null;
  readonly notes: readonly Warning[];
}

/** Fewer degrees of freedom than this make a survey variance a rough figure. */
const FEW_UNITS = 10;

/** The model as free logits, after making sure that it can have standard errors and belongs to the data. */
export function freeLogitsOf(model: LatentClassModel, data: Indicators): FreeLogits {
  const same =
    model.names.length === data.names.length &&
    model.names.every((name, i) => name === data.names[i] && model.categories[i] === data.categories[i]);
  if (!same) {
    throw new LatentClassError(
      'model-mismatch',
      'the data have other indicators than the model; use those it was fitted on, in the same order',
      { indicators: model.names.length, columns: data.names.length },
    );
  }
  if (!model.identified) {
    throw new LatentClassError(
      'not-identified',
      `the table can tell only ${model.rank} of ${model.npar} parameters apart, so they have no standard errors; use fewer classes or more indicators`,
      { rank: model.rank, npar: model.npar },
    );
  }
  const shape = layoutOf(model, specificationOf(model));
  return freeLogits(shape, parametersOf(shape, model));
}

/** Makes the report out of a covariance of proportions. */
export function report(
  model: LatentClassModel,
  free: FreeLogits,
  { kind, level = 0.95 }: { readonly kind: StandardErrorKind; readonly level?: number },
  found: {
    readonly covariance: Matrix;
    readonly logits?: Matrix;
    readonly df: number | null;
    readonly notes: readonly Warning[];
    readonly scaling?: number | null;
    readonly replicates?: number;
  },
): StandardErrors {
  if (!(level > 0 && level < 1)) {
    throw new LatentClassError(
      'bad-option',
      `the level is ${level}; use a number between 0 and 1, such as 0.95`,
      {
        option: 'level',
        value: level,
      },
    );
  }
  const { shape, parameters, count } = free;
  const { covariance, df, logits } = found;
  const labels = parameterLabels(shape, model.names);
  const notes = [...found.notes];
  const fixed = model.npar - freedom(free);
  if (fixed > 0) notes.unshift({ code: 'boundary-fixed', data: { fixed, npar: model.npar } });
  if (df !== null && df < FEW_UNITS) notes.push({ code: 'few-units', data: { df } });
  const errorAt = (i: number): number | null =>
    free.fixed[i] === 1 ? null : Math.sqrt(covariance[i * shape.size + i]!);
  const multiple = reach(level, df);
  const intervalAt = (i: number): readonly [number, number] | null => {
    const error = errorAt(i);
    return error === null ? null : logitInterval(parameters[i]!, error, multiple);
  };
  return {
    kind,
    se: perParameter(shape, errorAt),
    intervals: perParameter(shape, intervalAt),
    level,
    df,
    covariance: rowsOf(covariance, shape.size),
    labels,
    logits:
      logits === undefined
        ? null
        : {
            labels: free.positions.map((i) => labels[i]!),
            estimates: [...logitsOf(free, parameters)],
            covariance: rowsOf(logits, count),
          },
    boundary: model.boundary,
    scaling: found.scaling ?? null,
    replicates: found.replicates ?? null,
    notes,
  };
}

/** log(p / (1 - p)) plus and minus a multiple of its standard error, se / (p (1 - p)), turned back to a proportion. */
function logitInterval(proportion: number, error: number, multiple: number): readonly [number, number] {
  const logit = log(proportion / (1 - proportion));
  const arm = (multiple * error) / (proportion * (1 - proportion));
  return [1 / (1 + exp(arm - logit)), 1 / (1 + exp(-arm - logit))];
}

function perParameter<T>(shape: Layout, at: (i: number) => T | null): PerParameter<T> {
  return {
    shares: Array.from({ length: shape.classes }, (_, k) => at(k)),
    probs: shape.categories.map((count, item) =>
      Array.from({ length: shape.classes }, (_, k) =>
        Array.from({ length: count }, (__, c) => at(position(shape, item, k, c + 1))),
      ),
    ),
  };
}
