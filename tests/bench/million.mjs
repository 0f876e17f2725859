// A million people and three classes from ten starts, in a program of its own, so that its memory is its own.
import { runnerImport } from 'vite';
import { root } from '../../scripts/ready.mjs';

const { module } = await runnerImport(`${root}packages/latent-class/bench/bench.ts`, {
  configFile: false,
  logLevel: 'error',
});
console.log(JSON.stringify(module.benchMillion()));
