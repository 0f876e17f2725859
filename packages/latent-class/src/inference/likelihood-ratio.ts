import type { Indicators } from '../data.js';
import { expectationMaximisation } from '../em.js';
import { LatentClassError } from '../error.js';
import { fit, type FitOptions } from '../fit.js';
import type { LatentClassModel } from '../model.js';
import { parametersOf, type Parameters } from '../parameters.js';
import { layoutOf, specificationOf } from '../restriction/restriction.js';
import { climb } from '../squarem.js';
import { bestCandidates, finishStarts, screenStarts, type StartPlan } from '../starts.js';
import type { Warning } from '../warning.js';
import {
  eachReplicate,
  replicateStream,
  warmStart,
  type ReplicateRange,
  type ReplicateWatch,
} from './refits.js';
import { modelSampler, peopleOf } from './resample.js';

export interface LikelihoodRatioOptions extends ReplicateWatch {
  /** Classes of the alternative; the null hypothesis has one fewer. */
  readonly classes: number;
  /** Samples drawn from the null hypothesis, 100. */
  readonly replicates?: number;
  /** Random starts of the alternative in each sample, besides the warm start; see `REPLICATE_STARTS`. */
  readonly starts?: Partial<StartPlan>;
  readonly seed?: number;
  /** The two models where they are fitted already; both are fitted with `fitting` where absent. */
  readonly models?: { readonly nullModel: LatentClassModel; readonly alternative: LatentClassModel };
  readonly fitting?: Omit<FitOptions, 'classes'>;
}

/** The likelihood ratio of one sample drawn from the null hypothesis. */
export interface ReplicateRatio {
  readonly replicate: number;
  /** 2 (log-likelihood of the alternative - that of the null hypothesis), both fitted to the sample. */
  readonly ratio: number;
  /** Runs of the alternative, the warm one included, that came within 0.01 of the best. */
  readonly hits: number;
}

/** Is the last class more than chance would give? */
export interface LikelihoodRatioTest {
  /** Classes of the alternative. */
  readonly classes: number;
  /** 2 (log-likelihood of the alternative - that of the null hypothesis) in the data. */
  readonly statistic: number;
  /** Samples whose ratio is at least as large. */
  readonly exceeding: number;
  readonly replicates: number;
  /** (exceeding + 1) / (replicates + 1): never zero, because the data are one more sample (Davison & Hinkley 1997, 4.2). */
  readonly p: number;
  /** Standard error that p has because the number of samples is finite: sqrt(p (1 - p) / replicates). */
  readonly monteCarloError: number;
  /** Ratio of each sample, in order of number. */
  readonly ratios: readonly number[];
  /**
   * Share of samples whose best alternative was reached by more than one run. Where it is low, samples were not
   * searched as well as the data, their ratios are too small, and p is too: raise `starts`.
   */
  readonly replicated: number;
  readonly notes: readonly Warning[];
}

/**
 * Starts of the alternative in each sample. Fewer shift the distribution down and let noise pass for a class: with
 * five plain starts the mean ratio of a test with 24 indicators was 51, with twenty 54.
 */
export const REPLICATE_STARTS: StartPlan = { screened: 60, finished: 6, steps: 20 };
/** Fits in samples stop when a cycle gains less: a ratio is wanted to a hundredth. */
const TOLERANCE = 1e-6;
const MAX_ITERATIONS = 5000;
const SAME = 0.01;
/** Fewer samples than this searched well enough for two runs to agree deserve a note. */
const SEARCHED = 0.5;

/**
 * Bootstrap likelihood ratio test of K - 1 against K classes (McLachlan 1987, Appl. Statist. 36:318-324; Nylund,
 * Asparouhov & Muthén 2007). Twice the difference in log-likelihood is not chi-square here, as the null hypothesis
 * lies on the boundary; so its distribution is found by drawing people from the model with K - 1 classes and fitting
 * both models to them. A large ratio must be rare among those.
 *
 * Every sample is searched with random starts and with the fitted alternative as a warm start. Survey weights have
 * no such test: nobody can be drawn from a weighted likelihood.
 */
export function bootstrapLikelihoodRatio(
  data: Indicators,
  options: LikelihoodRatioOptions,
): LikelihoodRatioTest {
  const { classes, replicates = 100, fitting } = options;
  checkReplicates(replicates);
  checkClasses(classes);
  peopleOf(data);
  const search = { seed: options.seed ?? 1, signal: options.signal, ...fitting };
  const models = options.models ?? {
    nullModel: fit(data, { ...search, classes: classes - 1 }),
    alternative: fit(data, { ...search, classes }),
  };
  const ratios = replicateRatios(data, models, { ...options, from: 0, to: replicates });
  return concludeLikelihoodRatio(models, ratios);
}

/** The ratios of a range of samples, for those who share them among threads. */
export function replicateRatios(
  data: Indicators,
  models: { readonly nullModel: LatentClassModel; readonly alternative: LatentClassModel },
  options: { readonly starts?: Partial<StartPlan>; readonly seed?: number } & ReplicateRange,
): ReplicateRatio[] {
  const { nullModel, alternative } = models;
  if (nullModel.classes !== alternative.classes - 1) {
    throw new LatentClassError(
      'model-mismatch',
      `the models have ${nullModel.classes} and ${alternative.classes} classes; the null hypothesis has one class fewer`,
      { nullModel: nullModel.classes, alternative: alternative.classes },
    );
  }
  const { seed = 1 } = options;
  const plan = { ...REPLICATE_STARTS, ...options.starts };
  const draw = modelSampler(data, nullModel);
  return eachReplicate(options, (replicate) => {
    const random = replicateStream(seed, replicate);
    const sample = draw(random);
    const startSeed = Math.floor(random() * 2 ** 32);
    // The null model starts where the sample came from, so it needs fewer starts to be sure of its best.
    const few = { ...plan, screened: Math.ceil(plan.screened / 4), finished: Math.ceil(plan.finished / 4) };
    const under = highest(sample, nullModel, few, startSeed);
    const over = highest(sample, alternative, plan, startSeed);
    return { replicate, ratio: Math.max(0, 2 * (over.loglik - under.loglik)), hits: over.hits };
  });
}

/** Makes the test out of the ratios of all samples: the last step of `bootstrapLikelihoodRatio`. */
export function concludeLikelihoodRatio(
  models: { readonly nullModel: LatentClassModel; readonly alternative: LatentClassModel },
  ratios: readonly ReplicateRatio[],
): LikelihoodRatioTest {
  const { nullModel, alternative } = models;
  checkReplicates(ratios.length);
  const sorted = ratios.toSorted((a, b) => a.replicate - b.replicate);
  const statistic = 2 * (alternative.loglik - nullModel.loglik);
  const exceeding = sorted.filter(({ ratio }) => ratio >= statistic).length;
  const p = (exceeding + 1) / (sorted.length + 1);
  const replicated = sorted.filter(({ hits }) => hits > 1).length / sorted.length;
  const notes: Warning[] = [];
  for (const model of [nullModel, alternative]) {
    if (!model.replicated) notes.push({ code: 'fit-not-replicated', data: { classes: model.classes } });
  }
  if (replicated < SEARCHED) notes.push({ code: 'samples-not-replicated', data: { replicated } });
  return {
    classes: alternative.classes,
    statistic,
    exceeding,
    replicates: sorted.length,
    p,
    monteCarloError: Math.sqrt((p * (1 - p)) / sorted.length),
    ratios: sorted.map(({ ratio }) => ratio),
    replicated,
    notes,
  };
}

/** The highest log-likelihood found in a sample by a warm start and random ones, and how many runs reached it. */
function highest(
  sample: Indicators,
  model: LatentClassModel,
  plan: StartPlan,
  seed: number,
): { loglik: number; hits: number } {
  const specification = specificationOf(model);
  const shape = layoutOf(sample, specification);
  const em = expectationMaximisation(sample, shape);
  const options = { tolerance: TOLERANCE, maxIterations: MAX_ITERATIONS };
  const start: Parameters = warmStart(shape, parametersOf(shape, model));
  const logliks = [climb(em, start, options).loglik];
  if (model.classes > 1) {
    const screened = screenStarts(sample, {
      ...specification,
      seed,
      from: 0,
      to: plan.screened,
      steps: plan.steps,
    });
    const candidates = bestCandidates(screened, plan.finished);
    for (const { loglik } of finishStarts(sample, { ...specification, candidates, ...options }))
      logliks.push(loglik);
  }
  const loglik = Math.max(...logliks);
  return { loglik, hits: logliks.filter((value) => value > loglik - SAME).length };
}

function checkReplicates(replicates: number): void {
  if (Number.isInteger(replicates) && replicates > 0) return;
  throw new LatentClassError('bad-option', `replicates is ${replicates}; use a whole number from 1 up`, {
    option: 'replicates',
    value: replicates,
  });
}

function checkClasses(classes: number): void {
  if (Number.isInteger(classes) && classes >= 2) return;
  throw new LatentClassError(
    'bad-option',
    `classes is ${classes}; the test is of K - 1 against K, so use 2 or more`,
    {
      option: 'classes',
      value: classes,
    },
  );
}
