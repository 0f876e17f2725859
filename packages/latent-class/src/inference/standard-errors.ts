import type { Indicators } from '../data.js';
import type { LatentClassModel } from '../model.js';
import { curvatureErrors, type CurvatureOptions } from './curvature.js';
import type { ReplicateWatch } from './refits.js';
import {
  concludeReplicates,
  replicateEstimates,
  replicatesOf,
  type RefitOptions,
} from './replicate-errors.js';
import type { StandardErrors } from './report.js';

export type StandardErrorOptions = (CurvatureOptions | RefitOptions) & {
  /** Level of the intervals, 0.95. */
  readonly level?: number;
};

/** Standard errors, covariances and confidence intervals of a fitted model, of the kind asked for. */
export function standardErrors(
  model: LatentClassModel,
  data: Indicators,
  options: StandardErrorOptions & ReplicateWatch,
): StandardErrors {
  switch (options.kind) {
    case 'observed':
    case 'bhhh':
    case 'sandwich':
    case 'linearised':
      return curvatureErrors(model, data, options);
    case 'replicate-weights':
    case 'bootstrap':
    case 'parametric-bootstrap': {
      const range = { ...options, from: 0, to: replicatesOf(options) };
      return concludeReplicates(model, data, options, replicateEstimates(model, data, options, range));
    }
  }
}
