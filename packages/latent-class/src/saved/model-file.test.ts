import { expect, test } from 'vitest';
import { indicators } from '../data.js';
import { fit } from '../fit.js';
import { nameClasses } from '../order.js';
import { score } from '../posterior.js';
import { simulate } from '../simulate.js';
import { modelFile, readModelFile } from './model-file.js';
import { scoreAnswers } from './score-answers.js';

const names = ['lonely', 'health', 'club', 'work'];
const probs = names.map(() => [
  [0.7, 0.2, 0.1],
  [0.1, 0.3, 0.6],
]);
const { columns } = simulate({ shares: [0.6, 0.4], probs }, 400, 2);
const data = indicators(columns, { names, missing: 'fiml', labels: names.map(() => ['no', 'some', 'yes']) });
const items = [{ scale: 'ordinal' }, 'free', { like: 'health' }, { fixed: [null, [0.1, 0.3, 0.6]] }] as const;
const model = nameClasses(fit(data, { classes: 2, seed: 11, items, starts: { screened: 20, finished: 5 } }), [
  'fine',
  null,
]);
const values = [
  [1, 2, 9],
  ['nej', 'lidt', 'ja'],
  [0, 1, 2],
  [10, 20, 30],
];
const text = JSON.stringify(modelFile(model, values));

test('a model comes back from its file as it was, to the last bit', () => {
  expect(readModelFile(text)).toEqual({ format: 'bagom-latent-class-model', version: 1, values, model });
  expect(readModelFile(JSON.parse(text)).model.shares).toEqual(model.shares);
});

test('people are scored by what the survey writes, in columns by name, and as score does with codes', () => {
  const file = readModelFile(text);
  const given = scoreAnswers(file, {
    other: ['x', 'y'],
    health: ['ja', ''],
    lonely: ['9', 2],
    club: [null, 1],
    work: [10, undefined],
  });
  const codes = score(model, [
    [3, 2],
    [3, 0],
    [0, 2],
    [1, 0],
  ]);
  expect(given.probabilities).toEqual(codes.probabilities);
  expect([...given.answered]).toEqual([3, 2]);
});

test('a value that no category has is refused by name, value and row, or taken as missing and reported', () => {
  const file = readModelFile(text);
  const answers = {
    lonely: [1, 7, 7],
    health: ['ja', 'ja', 'ved ikke'],
    club: [0, 0, 0],
    work: [10, 10, 10],
  };
  expect(() => scoreAnswers(file, answers)).toThrow(
    '"lonely" has the value 7 in row 2, which is none of 1, 2, 9',
  );
  const kept = scoreAnswers(file, answers, { unknown: 'missing', missing: ['ved ikke'] });
  expect(kept.unknown).toEqual([{ name: 'lonely', value: 7, rows: 2, firstRow: 1 }]);
  expect([...kept.answered]).toEqual([4, 3, 2]);
});

test('an indicator without a column is refused by name, or missing for everybody', () => {
  const file = readModelFile(text);
  const answers = { lonely: [1], health: ['ja'], work: [10] };
  expect(() => scoreAnswers(file, answers)).toThrow('there is no column "club"');
  expect(scoreAnswers(file, answers, { absent: 'missing' })).toMatchObject({ absent: ['club'] });
  expect(() => scoreAnswers(file, {}, { absent: 'missing' })).toThrow('there is no column');
  expect(() => scoreAnswers(file, { ...answers, club: [1, 2] })).toThrow('"club" has 2 rows');
});

test('a model without survey values is scored by its codes', () => {
  const plain = readModelFile(JSON.stringify(modelFile(model)));
  const answers = Object.fromEntries(names.map((name) => [name, [1, 4]]));
  expect(() => scoreAnswers(plain, answers)).toThrow('which is none of 1, 2, 3');
});

test('a model that is not identified can be neither saved nor read', () => {
  expect(() => modelFile({ ...model, identified: false })).toThrow('not identified');
});

/** The file with one entry changed. */
function changed(path: string, value: unknown): string {
  const copy = JSON.parse(text) as Record<string, unknown>;
  const keys = path.split('.');
  let at: Record<string, unknown> = copy;
  for (const key of keys.slice(0, -1)) at = at[key] as Record<string, unknown>;
  at[keys.at(-1)!] = value;
  return JSON.stringify(copy);
}

test.each([
  ['format', 'another', 'it is no saved latent class model'],
  ['version', 2, 'version 2 is not known'],
  ['model', null, 'it is no object'],
  ['model', [], 'it is no object'],
  ['model.classes', 10, 'model.classes: it is no number from 1 to 9'],
  ['model.classes', 1.5, 'model.classes: it is no whole number'],
  ['model.names', ['a', 'a', 'b', 'c'], 'each used once'],
  ['model.names', [], 'at least one name'],
  ['model.names', 'lonely', 'model.names: it is no list'],
  ['model.categories.0', 1e9, 'model.categories[0]'],
  ['model.labels.0', ['only one'], 'it has 1 entries and needs 3'],
  ['model.shares', [0.6, 0.6], 'sum to 1.2 and not to 1'],
  ['model.shares', [1.6, -0.6], 'model.shares[0]: it is no number from 0 to 1'],
  ['model.shares', ['0.6', 0.4], 'model.shares[0]'],
  ['model.probs.0.0', [0.5, 0.5, 0.5], 'model.probs[0][0]: its 3 proportions sum to 1.5'],
  ['model.probs.1', [[1, 0, 0]], 'it has 1 entries and needs 2'],
  ['model.items.0', { scale: 'ratio' }, 'it is none of nominal, ordinal'],
  ['model.items.0', { like: 'nobody' }, 'is to be like "nobody"'],
  ['model.npar', 99, 'parameters'],
  ['model.rank', 3, 'model.rank'],
  ['model.loglik', null, 'model.loglik: it is no number'],
  ['model.starts', 7, 'model.starts: it is no object'],
  ['model.boundary', [{ item: 9, inClass: 0, category: 1 }], 'model.boundary[0].item'],
  ['model.warnings', [{ code: 'constructor', data: {} }], 'model.warnings[0].code'],
  ['model.classNames', ['x'.repeat(2000), null], 'model.classNames[0]'],
  ['values', [[1, 2]], 'values'],
  ['values.0', [1, 1, 2], 'two categories have the same value'],
  ['values.0', [1, null, 2], 'it needs 3 numbers or texts'],
])('a file whose %s is %j is refused, and says where', (path, value, message) => {
  expect(() => readModelFile(changed(path, value))).toThrow(message);
});

test('what is no JSON, and what only looks like a file, is refused', () => {
  for (const hostile of ['', '{', 'null', '[]', '7', '{"format":"bagom-latent-class-model","version":1}']) {
    expect(() => readModelFile(hostile)).toThrow('the model file cannot be used');
  }
  for (const hostile of [undefined, 7, [], () => 1])
    expect(() => readModelFile(hostile)).toThrow('model file');
});

test('what a file adds of its own is left out', () => {
  const more = JSON.parse(
    text.replace('"version":1', '"version":1,"__proto__":{"polluted":1},"extra":2'),
  ) as object;
  const read = readModelFile(more);
  expect(Object.keys(read)).toEqual(['format', 'version', 'values', 'model']);
  expect(({} as { polluted?: number }).polluted).toBeUndefined();
});
