// Latent classes against a plain per-person EM in the same run; see packages/latent-class/bench.
import { runnerImport } from 'vite';
import { root } from '../../scripts/ready.mjs';

export async function bench() {
  const { module } = await runnerImport(`${root}packages/latent-class/bench/bench.ts`, {
    configFile: false,
    logLevel: 'error',
  });
  module.bench((line) => console.log(`  ${line}`), { upTo: 3 });
}
