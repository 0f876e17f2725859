// Latent classes against a plain per-person EM in the same run, and against the limits promised; see
// packages/latent-class/bench. Seconds are processor time, but for what threads share: that is by the clock.
import { enumerateOnThreads, likelihoodRatioOnThreads } from '@bagom/server';
import { indicators } from '@bagom/latent-class';
import { availableParallelism } from 'node:os';
import { runnerImport } from 'vite';
import { fileURLToPath } from 'node:url';
import { root } from '../../scripts/ready.mjs';
import { child, line, median } from './child.mjs';

const seconds = async (run) => {
  const began = performance.now();
  const before = process.cpuUsage();
  const result = await run();
  const { user, system } = process.cpuUsage(before);
  return { result, seconds: (performance.now() - began) / 1000, processor: (user + system) / 1e6 };
};

export async function bench() {
  const { module } = await runnerImport(`${root}packages/latent-class/bench/bench.ts`, {
    configFile: false,
    logLevel: 'error',
  });
  const rows = module.bench((text) => console.log(`  ${text}`));
  const sum = (key) => rows.reduce((total, row) => total + row[key], 0);
  line('50 full starts, K=1-6, together', sum('fast'), 1.5);
  line('how many times textbook EM takes', sum('naive') / sum('fast'), 150, 'times');
  line('500 screened starts, K=1-6, together', module.benchScreened(), 2.5);
  const runs = [];
  for (let n = 0; n < 3; n++) runs.push(await child(fileURLToPath(new URL('million.mjs', import.meta.url))));
  const millions = runs.map(({ out }) => JSON.parse(out));
  const of = (key) => median(millions.map((run) => run[key]));
  const patterns = `   (${of('patterns')} patterns, collapsed in ${of('collapse').toFixed(2)} s)`;
  line('1,000,000 people, K=3, 10 starts', of('collapse') + of('starts'), 3, 's', patterns);
  line('... most memory', median(runs.map(({ memory }) => memory)), 1000, 'MB');

  const { columns, names } = module.danishLike();
  const data = indicators(columns, { names, missing: 'fiml' });
  const search = { from: 3, to: 4, seed: 1 };
  const { result } = await seconds(() => enumerateOnThreads(data, search));
  const models = { nullModel: result[0].model, alternative: result[1].model };
  const starts = { screened: 20, finished: 20, steps: 1 };
  const options = { models, replicates: 100, starts, seed: 1, threads: 2 };
  const ratio = await seconds(() => likelihoodRatioOnThreads(data, options));
  const processor = `   (${ratio.processor.toFixed(2)} s of processor)`;
  line('likelihood ratio, 100 samples x 20 starts, 2 threads', ratio.seconds, 15, 's', processor);
  for (const threads of [1, 2]) {
    const whole = await seconds(() => enumerateOnThreads(data, { from: 1, to: 6, seed: 1, threads }));
    console.log(
      `  500 screened starts, K=1-6, ${threads} threads, by the clock: ${whole.seconds.toFixed(2)} s`,
    );
  }
  const memory = process.resourceUsage().maxRSS / 1024;
  console.log(`  most memory ${memory.toFixed(0)} MB; ${availableParallelism()} cores`);
}
