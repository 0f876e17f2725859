import type { BootstrapTest, ResidualsFound } from '@bagom/core';
import { bivariateResiduals, concludeFitTest, type BootstrapP } from '@bagom/latent-class';
import { replicatesOnThreads } from '../../jobs/replicates-on-threads.js';
import { indicatorsOf } from '../class-data.js';
import { notesOf } from './figures.js';
import type { AnalysisGiven, HowToRun } from './given.js';

/** Samples are short: threads get them by the handful. */
const HANDFULS = 100;

/** What the classes leave unexplained in each pair of indicators, and how rare that would be if they were right. */
export async function residualsOf(
  { model, data: answers, asked }: AnalysisGiven['residuals'],
  { threads, watch }: HowToRun = {},
): Promise<ResidualsFound> {
  const data = indicatorsOf(answers);
  // Nobody can be drawn from a weighted likelihood: the residuals then stand without a p, which is told.
  const replicates = data.weighted ? 0 : asked.replicates;
  if (replicates === 0)
    return {
      pairs: largestFirst(bivariateResiduals(model, data).map((pair) => ({ ...pair, p: null }))),
      g2: null,
      x2: null,
      replicates,
      notes: asked.replicates > 0 ? [{ code: 'weighted-no-p', data: {} }] : [],
    };
  const fits = await replicatesOnThreads(data, replicates, HANDFULS, { threads, watch }, (pool, range) =>
    pool.run('fits', { model, seed: asked.seed, ...range }),
  );
  const test = concludeFitTest(model, data, fits);
  return {
    pairs: largestFirst(test.pairs),
    g2: tested(test.g2),
    x2: tested(test.x2),
    replicates,
    notes: notesOf(test.notes),
  };
}

function largestFirst(pairs: readonly ResidualsFound['pairs'][number][]): ResidualsFound['pairs'] {
  return pairs
    .map(({ a, b, x2, df, bvr, p }) => ({ a, b, x2, df, bvr, p }))
    .toSorted((one, other) => other.bvr - one.bvr);
}

function tested({ statistic, p, monteCarloError }: BootstrapP): BootstrapTest {
  return { statistic: Math.min(statistic, Number.MAX_VALUE), p, monteCarloError };
}
