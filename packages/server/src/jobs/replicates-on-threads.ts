import {
  concludeLikelihoodRatio,
  concludeReplicates,
  replicatesOf,
  standardErrors,
  type Indicators,
  type LatentClassModel,
  type LikelihoodRatioTest,
  type RefitOptions,
  type ReplicateWeights,
  type StandardErrorOptions,
  type StandardErrors,
  type StartPlan,
  type SurveyDesign,
} from '@bagom/latent-class';
import { rangesOf } from './ranges.js';
import { shared, StartThreads, threadsHere } from './start-threads.js';

/** How replicates are carried out; the result does not depend on it. */
export interface ReplicateRun {
  readonly threads?: number | undefined;
  /** How far it is, 0 to 1. */
  readonly watch?: ((progress: number) => void) | undefined;
}

export interface RatioOptions extends ReplicateRun {
  readonly models: { readonly nullModel: LatentClassModel; readonly alternative: LatentClassModel };
  readonly replicates?: number;
  readonly starts?: Partial<StartPlan>;
  readonly seed?: number;
}

/** `bootstrapLikelihoodRatio` of latent-class for two fitted models, its samples shared among threads: the same test. */
export async function likelihoodRatioOnThreads(
  data: Indicators,
  { models, replicates = 100, threads, watch, ...rest }: RatioOptions,
): Promise<LikelihoodRatioTest> {
  const ratios = await replicatesOnThreads(data, replicates, replicates, { threads, watch }, (pool, range) =>
    pool.run('ratios', { models, ...rest, ...range }),
  );
  return concludeLikelihoodRatio(models, ratios);
}

/** Refits are short: threads get them by the handful, in this many handfuls. */
const HANDFULS = 100;

/** `standardErrors` of latent-class, its refits, where there are any, shared among threads: the same errors. */
export async function standardErrorsOnThreads(
  model: LatentClassModel,
  data: Indicators,
  options: StandardErrorOptions,
  run: ReplicateRun = {},
): Promise<StandardErrors> {
  if (!isRefit(options)) return standardErrors(model, data, options);
  const how = inSharedMemory(options);
  const estimates = await replicatesOnThreads(data, replicatesOf(options), HANDFULS, run, (pool, range) =>
    pool.run('refits', { model, how, ...range }),
  );
  return concludeReplicates(model, data, options, estimates);
}

/** Replicates 0 up to `total`, in `parts` shares at most, on threads of their own. */
export async function replicatesOnThreads<T>(
  data: Indicators,
  total: number,
  parts: number,
  { threads = threadsHere(), watch }: ReplicateRun,
  run: (pool: StartThreads, range: { from: number; to: number }) => Promise<T[]>,
): Promise<T[]> {
  const pool = new StartThreads(data, threads);
  let done = 0;
  try {
    const shares = rangesOf(total, parts).map(async (range) => {
      const results = await run(pool, range);
      done += results.length;
      watch?.(done / total);
      return results;
    });
    return (await Promise.all(shares)).flat();
  } finally {
    await pool.close();
  }
}

type Refit = RefitOptions & { readonly level?: number };

const isRefit = (options: StandardErrorOptions): options is Refit =>
  ['replicate-weights', 'bootstrap', 'parametric-bootstrap'].includes(options.kind);

/** What is sent with each share is in memory once. */
function inSharedMemory(options: Refit): Refit {
  if (options.kind === 'replicate-weights') {
    const columns = options.design.columns.map((column) => shared(Float64Array.from(column)));
    return { ...options, design: { ...options.design, columns } satisfies ReplicateWeights };
  }
  if (options.kind === 'parametric-bootstrap' || !options.design) return options;
  const design = Object.entries(options.design).map(([name, value]: [string, unknown]) => [
    name,
    value instanceof Float64Array ? shared(value) : value,
  ]);
  return { ...options, design: Object.fromEntries(design) as SurveyDesign };
}
