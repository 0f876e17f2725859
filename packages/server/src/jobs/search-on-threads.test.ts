import {
  bootstrapLikelihoodRatio,
  enumerate,
  indicators,
  LatentClassError,
  randomStream,
  replicateFits,
  simulate,
  standardErrors,
  type StandardErrorOptions,
} from '@bagom/latent-class';
import { expect, test } from 'vitest';
import {
  likelihoodRatioOnThreads,
  replicatesOnThreads,
  standardErrorsOnThreads,
} from './replicates-on-threads.js';
import { enumerateOnThreads } from './search-on-threads.js';
import { StartThreads } from './start-threads.js';
import { workerFile } from './worker-file.js';

/** Answers of 300 people in two classes. */
function twoClasses() {
  const random = randomStream(4);
  const probs = Array.from({ length: 8 }, () =>
    [0.2, 0.7].map((p) => [1 - p - 0.1 * random(), p + 0.1 * random()]),
  );
  for (const item of probs) for (const pair of item) pair[0] = 1 - pair[1]!;
  const { columns } = simulate({ shares: [0.6, 0.4], probs }, 300, 2);
  return indicators(columns, { names: columns.map((_, i) => `q${i}`), missing: 'fiml' });
}

const data = twoClasses();
const plan = { from: 1, to: 3, seed: 5, starts: { screened: 30, finished: 7 } };
const built = workerFile('start-worker') !== null;

test.each([1, 2, 3, 8])('%i threads give the rows that one gives, to the last bit', async (threads) => {
  expect(await enumerateOnThreads(data, { ...plan, threads })).toEqual(enumerate(data, plan));
});

test('progress grows to 1 and names the number of classes', async () => {
  const told: { progress: number; classes: number }[] = [];
  await enumerateOnThreads(data, {
    ...plan,
    threads: 2,
    watch: (progress, classes) => told.push({ progress, classes }),
  });
  const progress = told.map((one) => one.progress);
  expect(progress).toEqual(progress.toSorted((a, b) => a - b));
  expect(progress.at(-1)).toBeCloseTo(1, 10);
  expect(new Set(told.map(({ classes }) => classes))).toEqual(new Set([1, 2, 3]));
});

test('what a start refuses is told as it would be without threads', async () => {
  await expect(enumerateOnThreads(data, { ...plan, to: 10, threads: 2 })).rejects.toThrow(LatentClassError);
});

test.skipIf(!built)('a search that is stopped says so, and its threads end', async () => {
  const pool = new StartThreads(data, 2);
  const share = pool.run('screen', { classes: 5, seed: 1, from: 0, to: 50_000, steps: 20 });
  await Promise.all([expect(share).rejects.toThrow('stopped'), pool.close()]);
  expect(pool.size).toBe(1);
});

test('samples of a likelihood ratio test shared among threads give the same test', async () => {
  const rows = enumerate(data, plan);
  const models = { nullModel: rows[0]!.model, alternative: rows[1]!.model };
  const options = { models, replicates: 6, starts: { screened: 8, finished: 2 }, seed: 3 };
  expect(await likelihoodRatioOnThreads(data, { ...options, threads: 2 })).toEqual(
    bootstrapLikelihoodRatio(data, { classes: 2, ...options }),
  );
});

const psu = Float64Array.from({ length: 300 }, (_, row) => row % 40);
const columns = [1, 2, 3].map((r) => Float64Array.from({ length: 300 }, (_, row) => (row % r) + 0.5));

test.each<[string, StandardErrorOptions]>([
  ['of people drawn anew', { kind: 'bootstrap', replicates: 7, seed: 2 }],
  ['of sampling units drawn anew', { kind: 'bootstrap', replicates: 5, design: { psu } }],
  ['under replicate weights', { kind: 'replicate-weights', design: { method: 'BRR', columns } }],
])('refits %s, shared among threads, give the same standard errors', async (_, options) => {
  const { model } = enumerate(data, { ...plan, from: 2, to: 2 })[0]!;
  const told: number[] = [];
  const run = { threads: 2, watch: (progress: number) => told.push(progress) };
  const found = await standardErrorsOnThreads(model, data, options, run);
  expect(found).toEqual(standardErrors(model, data, options));
  expect(told.at(-1)).toBe(1);
});

test('samples of a test of fit shared among threads give the same statistics', async () => {
  const { model } = enumerate(data, { ...plan, from: 2, to: 2 })[0]!;
  const sample = (threads: number) =>
    replicatesOnThreads(data, 6, 3, { threads }, (pool, range) =>
      pool.run('fits', { model, seed: 4, ...range }),
    );
  expect(await sample(2)).toEqual(replicateFits(model, data, { seed: 4, from: 0, to: 6 }));
});
