// Whether the page stays responsive: how long answers take while a large survey is read through it, and while one is fitted on all cores.
import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, openAsBlob, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../../scripts/ready.mjs';
import { line } from './child.mjs';
import { writeLargeCsv } from './large-csv.mjs';

const BAGOM = join(root, 'packages/cli/bin/bagom.mjs');
const ROWS = 100_000;
const READ_ROWS = 1_000_000;
const WATCHED = 20_000;
/** What the page asks for again and again. */
const PATHS = ['/study', '/classes', '/history'];

const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

export async function bench() {
  const folder = mkdtempSync(join(tmpdir(), 'bagom-responding-'));
  const study = join(folder, 'large.bagom');
  const csv = join(folder, 'large.csv');
  const bagom = (...args) => execFileSync(process.execPath, [BAGOM, ...args], { stdio: 'pipe' });
  let server;
  try {
    await writeLargeCsv(csv, ROWS);
    bagom('new', study);
    bagom('import', study, csv);
    server = spawn(process.execPath, [BAGOM, 'start', study, '--no-open', '--port', '0']);
    const ask = await session(server);
    const whole = join(folder, 'whole.csv');
    await writeLargeCsv(whole, READ_ROWS);
    for (const dryRun of [true, false]) {
      const form = new FormData();
      form.set('file', await openAsBlob(whole), 'whole.csv');
      form.set('dryRun', String(dryRun));
      let over = false;
      const began = performance.now();
      const read = ask('POST', '/import', form).finally(() => (over = true));
      const reading = await latencies(ask, () => over, 60_000);
      await read;
      line(
        `... while ${READ_ROWS} people are ${dryRun ? 'looked at' : 'imported'}, p95`,
        percentile(reading, 0.95),
        100,
        'ms',
        `   (${reading.length} asked; the slowest ${Math.max(...reading).toFixed(0)} ms; ${((performance.now() - began) / 1000).toFixed(1)} s)`,
      );
    }
    await ask('POST', '/history/undo', {});
    const { waves, variables } = await ask('GET', '/survey');
    const [wave] = waves;
    const idle = await latencies(ask, () => false, 3000);
    const indicators = variables.map(({ id }) => id);
    const job = await ask('POST', '/classes/fit', {
      waveId: wave.id,
      indicators,
      from: 1,
      to: 6,
      starts: 500,
    });
    let state = job;
    const busy = await latencies(
      ask,
      () => state.state !== 'running',
      WATCHED,
      async () => {
        state = await ask('GET', `/jobs/${job.id}`);
      },
    );
    if (state.state === 'failed') throw new Error(state.error.en);
    await ask('DELETE', `/jobs/${job.id}`);
    line(
      'answers while nothing else goes on, p95',
      percentile(idle, 0.95),
      100,
      'ms',
      `   (${idle.length} asked)`,
    );
    line(
      `... while ${ROWS} people are fitted, K=1-6, p95`,
      percentile(busy, 0.95),
      100,
      'ms',
      `   (${busy.length} asked; the slowest ${Math.max(...busy).toFixed(0)} ms; the fit ${state.state})`,
    );
  } finally {
    server?.kill();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A function that asks the server as the page does, once it has said its address. */
async function session(server) {
  const url = await new Promise((resolve, reject) => {
    server.stdout.on('data', (data) => {
      const found = /http:\/\/\S+/.exec(String(data));
      if (found) resolve(found[0]);
    });
    server.on('close', () => reject(new Error('the server did not start')));
  });
  const opened = await fetch(url, { redirect: 'manual' });
  const cookie = opened.headers.getSetCookie()[0].split(';')[0];
  const { origin } = new URL(url);
  return async (method, path, body) => {
    const answer = await fetch(`${origin}/api${path}`, {
      method,
      headers: { cookie, ...(body && !isForm(body) ? { 'content-type': 'application/json' } : {}) },
      ...(body ? { body: isForm(body) ? body : JSON.stringify(body) } : {}),
    });
    const told = await answer.json();
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${JSON.stringify(told)}`);
    return told;
  };
}

const isForm = (body) => body instanceof FormData;

/** Milliseconds of answers, one after the other, for so long or until the work is over. */
async function latencies(ask, over, milliseconds, between = async () => {}) {
  const found = [];
  const until = performance.now() + milliseconds;
  for (let n = 0; performance.now() < until && !over(); n++) {
    const began = performance.now();
    await ask('GET', PATHS[n % PATHS.length]);
    found.push(performance.now() - began);
    await between();
    await pause(20);
  }
  return found;
}

const percentile = (values, share) => values.toSorted((a, b) => a - b)[Math.floor(values.length * share)];
