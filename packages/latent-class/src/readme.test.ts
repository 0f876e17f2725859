import { readFileSync } from 'node:fs';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import * as front from './index.js';

/** Three classes and some yes/no indicators. */
const threeClasses = (items: number) => ({
  shares: [0.5, 0.3, 0.2],
  probs: Array.from({ length: items }, () => [0.9, 0.5, 0.1].map((p) => [p, 1 - p])),
});
const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');

test('every exported value is named in the README', () => {
  expect(Object.keys(front).filter((name) => !readme.includes(name))).toEqual([]);
});

test('every function in the README table is exported', () => {
  const table = readme.split('## Functions')[1]!.split('## Ordinal')[0]!;
  const names = [...table.matchAll(/^\| (.*?) \|/gm)].flatMap(([, cell]) =>
    [...cell!.matchAll(/`(\w+)[(`]/g)].map(([, name]) => name!),
  );
  expect(names.length).toBeGreaterThan(40);
  for (const name of names) expect(front).toHaveProperty(name);
});

test('the example runs as it is printed', () => {
  const code = readme
    .split('```js')[1]!
    .split('```')[0]!
    .replace(/import \{(.*?)\} from .*;/, 'const {$1} = front;');
  const { columns } = front.simulate(threeClasses(6), 200, 1);
  const lines: unknown[][] = [];
  const [lonely, worried, employed, friends, club, health] = columns;
  const weights = new Float64Array(200).fill(2);
  const log = (...line: unknown[]) => lines.push(line);
  runInNewContext(code, {
    front,
    lonely,
    worried,
    employed,
    friends,
    club,
    health,
    weights,
    console: { log },
  });
  expect(lines[2]![4]).toBe(true);
  expect(lines).toHaveLength(7);
});

test('starts shared as the README shows give what fit gives', () => {
  const code = readme.split('## Threads')[1]!.split('```js')[1]!.split('```')[0]!;
  const random = front.randomStream(1);
  const columns = Array.from({ length: 6 }, () =>
    Array.from({ length: 100 }, () => (random() < 0.4 ? 1 : 2)),
  );
  const data = front.indicators(columns, { names: columns.map((_, i) => `v${i}`), missing: 'fiml' });
  const shared: unknown[] = [];
  const context = { ...front, data, shared };
  runInNewContext(`${code}; shared.push(model);`, context);
  expect(shared).toEqual([front.fit(data, { classes: 4, seed: 1 })]);
});

test('the constraints of the README are a model that fits', () => {
  const code = readme.split('## Ordinal')[1]!.split('```js')[1]!.split('```')[0]!;
  const scale = (length: number) =>
    [0.2, 0.5, 0.8].map((level) => Array.from({ length }, (_, c) => level ** c));
  const sizes = [5, 4, 2, 3, 5, 2];
  const probs = sizes.map((length) =>
    scale(length).map((row) => row.map((p) => p / row.reduce((sum, value) => sum + value, 0))),
  );
  const { columns } = front.simulate({ shares: [0.5, 0.3, 0.2], probs }, 400, 3);
  const data = front.indicators(columns, {
    names: ['a', 'b', 'c', 'd', 'e', 'f'],
    categories: sizes,
    missing: 'fiml',
  });
  const models: front.LatentClassModel[] = [];
  runInNewContext(`${code}; models.push(model);`, { ...front, data, models });
  expect(models[0]).toMatchObject({
    npar: 1 + (4 + 2) + (3 + 2) + 2 + 4 + 0 + 3,
    fixedShares: [null, null, 0.05],
  });
});

test('the example of names, file and scoring runs as it is printed', () => {
  const code = readme
    .split('```js')[2]!
    .split('```')[0]!
    .replace(/import \{(.*?)\} from .*;/, 'const {$1} = front;');
  const names = ['lonely', 'worried', 'employed', 'friends', 'club', 'health'];
  const wave = (seed: number) =>
    front.indicators(front.simulate(threeClasses(6), 1000, seed).columns, { names, missing: 'fiml' });
  const model = front.fit(wave(1), { classes: 3, starts: { screened: 20, finished: 5 } });
  const later = wave(2);
  const lines: unknown[][] = [];
  const log = (...line: unknown[]) => lines.push(line);
  runInNewContext(code, { front, model, later, console: { log } });
  expect(lines[0]![0]).toEqual(['majority', 'at risk', 'exposed']);
  expect((lines[0]![2] as Float64Array).length).toBe(6);
});
