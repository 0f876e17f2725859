import { BagomError, type RatioFound } from '@bagom/core';
import { REPLICATE_STARTS } from '@bagom/latent-class';
import { enumerateOnThreads } from '../../jobs/search-on-threads.js';
import { likelihoodRatioOnThreads } from '../../jobs/replicates-on-threads.js';
import { indicatorsOf } from '../class-data.js';
import { notesOf } from './figures.js';
import type { AnalysisGiven, HowToRun } from './given.js';

/** Of the whole test, about so much goes into fitting the model with one class fewer. */
const NULL_MODEL = 0.05;

/** Is the model's last class more than chance would give? The bootstrap likelihood ratio test of K - 1 against K classes. */
export async function likelihoodRatioOf(
  { model, data: answers, asked }: AnalysisGiven['likelihood-ratio'],
  { threads, watch }: HowToRun = {},
): Promise<RatioFound> {
  if (answers.weights) throw new BagomError('classes.weighted-ratio');
  if (model.classes === 1) throw new BagomError('classes.one-class');
  const data = indicatorsOf(answers);
  const fewer = model.classes - 1;
  const { seed, starts, tolerance, items } = model;
  const [row] = await enumerateOnThreads(data, {
    from: fewer,
    to: fewer,
    seed,
    starts,
    tolerance,
    items,
    threads,
    watch: (progress) => watch?.(progress * NULL_MODEL),
  });
  const nullModel = row!.model;
  const test = await likelihoodRatioOnThreads(data, {
    models: { nullModel, alternative: model },
    replicates: asked.replicates,
    starts: samplePlan(asked.starts),
    seed: asked.seed,
    threads,
    watch: (progress) => watch?.(NULL_MODEL + progress * (1 - NULL_MODEL)),
  });
  return {
    nullClasses: fewer,
    nullLoglik: nullModel.loglik,
    statistic: test.statistic,
    exceeding: test.exceeding,
    replicates: test.replicates,
    p: test.p,
    monteCarloError: test.monteCarloError,
    replicated: test.replicated,
    ratios: [...test.ratios],
    notes: notesOf(test.notes),
  };
}

/** As many finished of those screened as the method's own plan has. */
function samplePlan(screened: number) {
  const part = REPLICATE_STARTS.finished / REPLICATE_STARTS.screened;
  return { ...REPLICATE_STARTS, screened, finished: Math.max(1, Math.round(screened * part)) };
}
