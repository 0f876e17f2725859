import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { indicators } from './data.js';
import { fit } from './fit.js';
import { standardErrors } from './inference/standard-errors.js';
import { modelFile } from './saved/model-file.js';
import { simulate } from './simulate.js';
import { threeStep } from './structural/three-step.js';
import { severityOf, WARNINGS } from './warning.js';

const codes = (list: readonly { code: string }[]) => list.map(({ code }) => code);
const binary = (items: number, levels: readonly number[]) =>
  Array.from({ length: items }, () => levels.map((p) => [p, 1 - p]));
const names = (items: number) => Array.from({ length: items }, (_, i) => `v${i + 1}`);

test('a model that is not identified is refused as such, although nearly all starts agree on its likelihood', () => {
  // Goodman (1974): four yes/no indicators never determine three classes. The starts agree on the likelihood all the same.
  const { columns } = simulate({ shares: [0.4, 0.35, 0.25], probs: binary(4, [0.15, 0.5, 0.9]) }, 3000, 12);
  const data = indicators(columns, { names: names(4), missing: 'fiml' });
  const model = fit(data, { classes: 3, seed: 4, starts: { screened: 60, finished: 60, steps: 20 } });
  expect(model.maxima[0]!.hits).toBeGreaterThanOrEqual(50);
  expect(model.replicated).toBe(true);
  expect(model.spread).toBeGreaterThan(0.1);
  expect(model).toMatchObject({ identified: false, rank: 13, npar: 14 });
  // It stands first, it is invalid, and nothing that reports figures takes the model.
  expect(model.warnings[0]!.code).toBe('not-identified');
  expect(severityOf(model.warnings[0]!)).toBe('invalid');
  expect(codes(model.warnings)).toContain('equal-maxima-differ');
  expect(() => standardErrors(model, data, { kind: 'sandwich' })).toThrow('only 13 of 14 parameters');
  expect(() => modelFile(model)).toThrow('not identified');
  const age = Float64Array.from({ length: 3000 }, (_, i) => i % 7);
  expect(() => threeStep(model, data, [{ name: 'age', values: age }])).toThrow('not identified');
});

test('more classes than different answers are refused as not identified', () => {
  const columns = Array.from({ length: 12 }, (_, i) =>
    Array.from({ length: 90 }, (__, row) => 1 + Number(row % 3 === i % 3)),
  );
  const data = indicators(columns, { names: names(12), missing: 'fiml' });
  expect(data.activePatterns).toBe(3);
  const model = fit(data, { classes: 4, starts: { screened: 20, finished: 5 } });
  expect(model.identified).toBe(false);
  expect(codes(model.warnings)).toContain('more-classes-than-patterns');
});

test('a small class, few hits and a close rival are told with their figures', () => {
  const { columns } = simulate({ shares: [0.93, 0.07], probs: binary(6, [0.1, 0.8]) }, 250, 3);
  const data = indicators(columns, { names: names(6), missing: 'fiml' });
  const small = fit(data, { classes: 2, starts: { screened: 30, finished: 10 } });
  const warning = small.warnings.find(({ code }) => code === 'small-class')!;
  expect(warning.data['inClass']).toBe(1);
  expect(warning.data['people']).toBeCloseTo(small.shares[1]! * 250, 8);
  const many = fit(data, { classes: 5, starts: { screened: 100, finished: 40 } });
  const top = many.maxima[0]!;
  expect(many.missed).toBeCloseTo((1 - top.hits / 40) ** 40, 12);
  expect(many.unseen).toBeCloseTo(many.maxima.filter(({ hits }) => hits === 1).length / 40, 12);
  const searched = codes(many.warnings).filter((code) => code === 'few-hits' || code === 'not-replicated');
  expect(searched.length).toBe(top.hits === 1 || many.missed > 0.05 ? 1 : 0);
  const rival = many.maxima.slice(1).find(({ distance }) => distance > 0.1);
  const near = rival !== undefined && many.maxima[0]!.loglik - rival.loglik < 1;
  expect(codes(many.warnings).includes('close-rival')).toBe(near);
});

test('notes tell of thin tables, boundaries, weights and people left out', () => {
  const { columns } = simulate({ shares: [0.6, 0.4], probs: binary(10, [0.02, 0.95]) }, 300, 3);
  const answers = columns.map((column) => [...column]);
  for (const column of answers) column[0] = 0;
  const weights = Float64Array.from({ length: 300 }, (_, row) => (row === 1 ? 0 : row % 10 === 0 ? 30 : 1));
  const data = indicators(answers, { names: names(10), weights, missing: 'fiml' });
  const model = fit(data, { classes: 2, starts: { screened: 20, finished: 5 } });
  expect(codes(model.notes)).toEqual(
    expect.arrayContaining(['sparse-table', 'pseudo-likelihood', 'zero-weights', 'rows-dropped']),
  );
  expect(codes(model.notes).includes('boundary')).toBe(model.boundary.length > 0);
  // 29 rows of weight 30 and 269 of weight 1: (1139)^2 / (29 * 900 + 269).
  expect(data.effectiveN).toBeCloseTo(1139 ** 2 / (29 * 900 + 269), 8);
  expect(codes(model.warnings)).toContain('uneven-weights');
});

test('a well-behaved model has no warning', () => {
  const { columns } = simulate({ shares: [0.6, 0.4], probs: binary(6, [0.15, 0.85]) }, 2000, 3);
  const data = indicators(columns, { names: names(6), missing: 'fiml' });
  expect(fit(data, { classes: 2, starts: { screened: 30, finished: 8 } }).warnings).toEqual([]);
});

const sources = readdirSync(new URL('.', import.meta.url), { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
  .map((file) => readFileSync(new URL(file, import.meta.url), 'utf8'));

test('every warning that the code can give has a severity, and every severity a warning', () => {
  const given = sources.flatMap((source) =>
    [...source.matchAll(/\bcode: '([a-z-]+)'/g)].map(([, code]) => code!),
  );
  expect(new Set(given)).toEqual(new Set(Object.keys(WARNINGS)));
});

test('the README explains every warning, every error, and no other', () => {
  const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
  const table = (heading: string) =>
    [
      ...readme
        .split(`## ${heading}\n`)[1]!
        .split('\n## ')[0]!
        .matchAll(/^\| `([a-z-]+)` .*\|.*\w.*\|/gm),
    ].map(([, code]) => code!);
  expect(new Set(table('Warnings'))).toEqual(new Set(Object.keys(WARNINGS)));
  const told = [...readme.matchAll(/^\| `([a-z-]+)` +\| (invalid|caution|note) +\|/gm)];
  expect(Object.fromEntries(told.map(([, code, severity]) => [code, severity]))).toEqual(WARNINGS);
  const union = readFileSync(new URL('error.ts', import.meta.url), 'utf8')
    .split('LatentClassErrorCode =')[1]!
    .split(';')[0]!;
  const errors = [...union.matchAll(/'([a-z-]+)'/g)].map(([, code]) => code!);
  expect(new Set(table('Errors'))).toEqual(new Set(errors));
});
