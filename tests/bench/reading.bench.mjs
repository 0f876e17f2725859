// Files of a whole country: a CSV of 5.8 million respondents through `bagom classes`, and what reading costs beside a plain reader.
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { root } from '../../scripts/ready.mjs';
import { child, line, median } from './child.mjs';
import { writeLargeCsv } from './large-csv.mjs';

const BAGOM = join(root, 'packages/cli/bin/bagom.mjs');
const script = (name) => fileURLToPath(new URL(`${name}.mjs`, import.meta.url));
const DENMARK = 5_800_000;
const SMALL = 1_000_000;

async function reading(name, path) {
  const run = await child(script(name), path);
  return { ...run, ...JSON.parse(run.out) };
}

export async function bench() {
  const folder = mkdtempSync(join(tmpdir(), 'bagom-reading-'));
  try {
    const small = join(folder, 'small.csv');
    await writeLargeCsv(small, SMALL);
    const ours = [];
    const plainly = [];
    for (let n = 0; n < 3; n++) {
      plainly.push(await reading('reading-plainly', small));
      ours.push(await reading('reading-ours', small));
    }
    if (
      new Set([...ours, ...plainly].map(({ rows, columns, sum }) => `${rows} x ${columns}: ${sum}`)).size !==
      1
    )
      throw new Error('the readers differ');
    const of = (runs, key) => median(runs.map((run) => run[key]));
    const times = of(plainly, 'seconds') / of(ours, 'seconds');
    const seconds = `   (${of(ours, 'seconds').toFixed(2)} s and ${of(plainly, 'seconds').toFixed(2)} s of processor)`;
    line('1,000,000 x 24: how many times a plain reader takes', times, 3, 'times', seconds);
    const memory = of(plainly, 'memory') / of(ours, 'memory');
    const megabytes = `   (${of(ours, 'memory').toFixed(0)} MB and ${of(plainly, 'memory').toFixed(0)} MB)`;
    line('... how many times its memory', memory, 3, 'times', megabytes);

    const large = join(folder, 'large.csv');
    await writeLargeCsv(large, DENMARK);
    const size = `   (a file of ${(statSync(large).size / 1e6).toFixed(0)} MB)`;
    const read = await reading('reading-ours', large);
    line('5,800,000 x 24, read', read.seconds, 8, 's', size);
    line('... most memory', read.memory, 600, 'MB');
    const fitted = await child(BAGOM, 'classes', large, '--classes', '3-3', '--starts', '10', '--json');
    const { n, patterns } = JSON.parse(fitted.out).data;
    if (n !== DENMARK) throw new Error(`${n} people were read`);
    line(
      'bagom classes of it, K=3, 10 starts, by the clock',
      fitted.clock,
      40,
      's',
      `   (${patterns} patterns)`,
    );
    line('... most memory', fitted.memory, 2000, 'MB');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
