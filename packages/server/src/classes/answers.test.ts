import { expect, test } from 'vitest';
import { codedItem, codedLike } from './answers.js';
import { asReplicates, designColumns } from './survey-design.js';

const column = (values: Float64Array | string[], userMissing: number[] = []) => ({
  name: 'q',
  labels: [{ value: 3, label: 'ofte' }],
  userMissing,
  values,
});

test('each value that was given is a category, in the order of the values; blanks and "don’t know" are two absences', () => {
  const item = codedItem(column(Float64Array.of(3, 1, NaN, 8, 1, 3, 8), [8]));
  expect([item.values, item.labels, [...item.codes], item.missing]).toEqual([
    [1, 3],
    ['1', 'ofte'],
    [2, 1, 0, 0, 1, 2, 0],
    { user: 2, system: 1 },
  ]);
  const kept = codedItem(column(Float64Array.of(3, 1, NaN, 8), [8]), { userMissingAsCategory: true });
  expect([kept.values, [...kept.codes], kept.missing]).toEqual([
    [1, 3, 8],
    [2, 1, 0, 3],
    { user: 0, system: 1 },
  ]);
});

test('words are categories in alphabetical order, and are known by themselves', () => {
  const item = codedItem(column(['nej', 'ja', '', 'nej']));
  expect([item.values, item.written, [...item.codes]]).toEqual([
    [1, 2],
    ['ja', 'nej'],
    [2, 1, 0, 2],
  ]);
});

test.each([
  ['one value', Float64Array.of(1, 1, NaN), 'classes.constant-indicator'],
  ['no value', Float64Array.of(NaN, NaN), 'classes.empty-indicator'],
  ['a measure', Float64Array.from({ length: 51 }, (_, i) => i), 'classes.too-many-categories'],
])('%s is no indicator', (_, values, code) => {
  expect(() => codedItem(column(values))).toThrow(code);
});

test('answers in the categories of another model: what it does not know is told with its first row', () => {
  const { codes, unknown } = codedLike(column(Float64Array.of(2, 9, 1, 7, 9, NaN, 99), [99]), [1, 2]);
  expect([...codes]).toEqual([2, 0, 1, 0, 0, 0, 0]);
  expect(unknown).toEqual([
    { value: 9, row: 1, count: 2 },
    { value: 7, row: 3, count: 1 },
  ]);
});

test('a design is read by the roles of a wave’s variables; names of strata may be words', async () => {
  const values: Record<string, Float64Array | string[]> = {
    stratum: ['nord', 'syd', 'nord', ''],
    psu: Float64Array.of(1, 1, 2, 2),
    fpc: Float64Array.of(10, 10, 10, 10),
    replicate: Float64Array.of(1, 2, 0, 1),
  };
  const variables = (['stratum', 'psu', 'fpc', 'replicate'] as const).map((role) => ({ role }));
  const design = { replicates: { kind: 'brr' as const, fay: null }, lonelyPsu: 'adjust' as const };
  const found = await designColumns(variables, design, ({ role }) => Promise.resolve(values[role]!));
  expect([[...found.strata!], found.psu, found.fpc, found.lonelyPsu]).toEqual([
    [1, 2, 1, NaN],
    values['psu'],
    values['fpc'],
    'adjust',
  ]);
  expect(found.replicates).toEqual({ kind: 'brr', fay: null, columns: [values['replicate']] });
});

test('jackknife weights tell the factor of each replicate themselves', () => {
  const weights = Float64Array.of(2, 2, 2, 5, 5);
  // The first leaves a unit of three out, the second one of two.
  const columns = [Float64Array.of(0, 3, 3, 5, 5), Float64Array.of(2, 2, 2, 0, 10)];
  const { method, factors } = asReplicates({ kind: 'jkn', fay: null, columns }, weights);
  expect([method, factors]).toEqual(['JKn', [expect.closeTo(2 / 3), expect.closeTo(1 / 2)]]);
  const others = [Float64Array.of(0, 3, 8, 5, 5)];
  expect(() => asReplicates({ kind: 'jkn', fay: null, columns: others }, weights)).toThrow(
    'survey.bad-design',
  );
});
