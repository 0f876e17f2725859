import { readFileSync } from 'node:fs';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import * as front from '../index.js';

const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');

test('the example of covariates, outcomes and waves runs as it is printed', () => {
  const code = readme
    .split('## What classes depend on')[1]!
    .split('```js')[1]!
    .split('```')[0]!
    .replace(/import \{(.*?)\} from .*;/, 'const {$1} = front;');
  const probs = [0.9, 0.8, 0.7, 0.9].map((p) => [
    [p, 1 - p],
    [1 - p, p],
  ]);
  const wave = (seed: number) => front.simulate({ shares: [0.6, 0.4], probs }, 400, seed).columns;
  const names = ['a', 'b', 'c', 'd'];
  const random = front.randomStream(1);
  const weights = Array.from({ length: 400 }, () => 0.5 + random());
  const data = front.indicators(wave(1), { names, weights, missing: 'fiml' });
  const later = front.indicators(wave(2), { names, missing: 'fiml' });
  const model = front.fit(data, { classes: 2, starts: { screened: 10, finished: 3 } });
  const age = weights.map(() => 20 + 60 * random());
  const region = weights.map(() => 1 + Math.floor(3 * random()));
  const outcome = weights.map(() => random());
  const lines: unknown[][] = [];
  const log = (...line: unknown[]) => lines.push(line);
  runInNewContext(code, { front, model, data, later, weights, age, region, outcome, console: { log } });
  expect(lines).toHaveLength(4);
  expect(lines[0]![0]).toEqual(['(intercept)', 'age', 'region=town', 'region=country']);
});
