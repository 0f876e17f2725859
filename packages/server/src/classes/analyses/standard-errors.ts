import { BagomError, type Estimated, type ErrorsFound } from '@bagom/core';
import {
  jackknifeWeights,
  type Indicators,
  type StandardErrorOptions,
  type StandardErrors,
} from '@bagom/latent-class';
import { standardErrorsOnThreads } from '../../jobs/replicates-on-threads.js';
import { indicatorsOf } from '../class-data.js';
import { asDesign, asReplicates, hasUnits } from '../survey-design.js';
import { estimated, notesOf } from './figures.js';
import type { AnalysisGiven, HowToRun } from './given.js';

/** Standard errors and intervals of a model's shares and probabilities, of the kind asked for. */
export async function standardErrorsOf(
  given: AnalysisGiven['standard-errors'],
  { threads, watch }: HowToRun = {},
): Promise<ErrorsFound> {
  const data = indicatorsOf(given.data);
  const found = await standardErrorsOnThreads(given.model, data, optionsOf(given, data), { threads, watch });
  return {
    shares: given.model.shares.map((share, k) => errorOf(share, found, (of) => of.shares[k])),
    probs: given.model.probs.map((byClass, item) =>
      byClass.map((probs, k) => probs.map((p, c) => errorOf(p, found, (of) => of.probs[item]?.[k]?.[c]))),
    ),
    df: found.df,
    scaling: found.scaling,
    replicates: found.replicates,
    notes: notesOf(found.notes),
  };
}

function errorOf(
  estimate: number,
  { se, intervals }: StandardErrors,
  at: <T>(of: { shares: readonly T[]; probs: readonly (readonly (readonly T[])[])[] }) => T | undefined,
): Estimated {
  return estimated(estimate, at(se) ?? null, at(intervals) ?? null);
}

function optionsOf(
  { asked, design, data: { weights } }: AnalysisGiven['standard-errors'],
  data: Indicators,
): StandardErrorOptions {
  const { errors, replicates, seed, level } = asked;
  const units = asDesign(design, weights);
  switch (errors) {
    case 'observed':
    case 'bhhh':
      return { kind: errors, level };
    case 'sandwich':
      return { kind: errors, level, ...(weights ? { design: { weights } } : {}) };
    case 'linearised':
      if (!hasUnits(design)) throw new BagomError('classes.no-design');
      return { kind: errors, level, design: units };
    case 'jackknife':
      if (!hasUnits(design)) throw new BagomError('classes.no-design');
      return { kind: 'replicate-weights', level, design: jackknifeWeights(data, units) };
    case 'replicate-weights':
      if (!design.replicates) throw new BagomError('classes.no-replicates');
      return { kind: errors, level, design: asReplicates(design.replicates, weights) };
    case 'bootstrap':
      return {
        kind: errors,
        level,
        replicates,
        seed,
        ...(hasUnits(design) || weights ? { design: units } : {}),
      };
    case 'parametric-bootstrap':
      if (weights) throw new BagomError('classes.weighted-bootstrap');
      return { kind: errors, level, replicates, seed };
  }
}
