import { expect, test } from 'vitest';
import { recipeProblems } from './recipe-problems.js';
import type { RecodeRule, Recipe } from './recipe.js';
import type { Variable } from './survey.js';

const variable = (id: string, more: Partial<Variable> = {}): [string, Variable] => [
  id,
  { id, kind: 'number', recipe: null, userMissing: [99], labels: [], ...more } as Variable,
];
const range = (from: number | null, to: number | null, value: number | null = 1): RecodeRule => ({
  values: [],
  range: { from, to },
  to: value,
});
const values = (...named: (number | string)[]): RecodeRule => ({ values: named, range: null, to: 1 });
const codes = (rules: RecodeRule[], more: Partial<Recipe> = {}, id: string | null = null, made = [0, 1]) =>
  recipeProblems(
    { from: 'age', rules, others: 'missing', ...more },
    {
      variables: new Map([
        variable('age'),
        variable('word', { kind: 'string' }),
        variable('young', { recipe: { from: 'age', rules: [], others: 'keep' } }),
      ]),
      id,
      values: [18, 30, 50, 99],
      made,
    },
  ).map(({ code, rule }) => (rule === null ? code : `${code} ${rule}`));

test('a source that is gone, or that rests on the variable itself, is refused', () => {
  expect(codes([values(18)], { from: 'gone' })).toEqual(['no-source']);
  expect(codes([values(18)], { from: 'young' }, 'young')).toEqual(['circle']);
  expect(codes([values(18)], { from: 'young' }, 'age')).toEqual(['circle']);
  expect(codes([values(18), values(30)], { from: 'young' }, 'other')).toEqual([]);
});

test('rules that reach the same answers are pointed out, the later one', () => {
  expect(codes([range(18, 30), range(30, 50)])).toEqual(['overlap 1']);
  expect(codes([range(18, 29.5), range(30, 50)])).toEqual([]);
  expect(codes([range(18, 20), range(21, 29)])).toEqual(['never-used 1']);
  expect(codes([range(null, null), values(50)])).toEqual(['overlap 1', 'never-used 1']);
});

test('a value that counts as missing is not reached by a range, so a range for it is never used', () => {
  expect(codes([range(18, 50), range(60, 99)])).toEqual(['never-used 1']);
  expect(codes([range(18, 50), values(99)])).toEqual([]);
});

test('a rule without values, and an upside-down range, are refused', () => {
  expect(codes([values(), range(50, 18)])).toEqual(['empty-rule 0', 'empty-rule 1']);
});

test('words can be neither ranged nor kept', () => {
  expect(codes([range(1, 2)], { from: 'word', others: 'keep' })).toEqual(['words-kept', 'words-ranged 0']);
});

test('a result without answers is refused, one with a single value is pointed out', () => {
  expect(codes([values(7)], {}, null, [])).toEqual(['empty-result']);
  expect(codes([values(18)], {}, null, [1])).toEqual(['one-value']);
});
