import { describe, expect, test } from 'vitest';
import { recipeChain, recoded } from './recode.js';
import type { RecodeRule } from './recipe.js';
import type { Variable } from './survey.js';

const named = (values: (number | string)[], to: number | null): RecodeRule => ({ values, range: null, to });
const ranged = (from: number | null, to: number | null, value: number | null): RecodeRule => ({
  values: [],
  range: { from, to },
  to: value,
});
const made = (rules: RecodeRule[], values: number[] | string[], userMissing: number[] = [], keep = false) => [
  ...recoded(
    { rules, others: keep ? 'keep' : 'missing' },
    {
      values: values.every((value) => typeof value === 'number') ? Float64Array.from(values) : values,
      userMissing,
    },
  ),
];

describe('recoded', () => {
  test('the first rule that fits gives the value, and both ends of a range count', () => {
    expect(made([named([3], 0), ranged(3, 5, 1), ranged(null, null, 2)], [2, 3, 4, 5, 6])).toEqual([
      2, 0, 1, 1, 2,
    ]);
  });

  test('what no rule takes is no answer, or is kept', () => {
    expect(made([named([1], 10)], [1, 2])).toEqual([10, NaN]);
    expect(made([named([1], 10)], [1, 2], [], true)).toEqual([10, 2]);
  });

  test('no answer stays no answer, under any rule', () => {
    expect(made([ranged(null, null, 1)], [NaN, 4], [], true)).toEqual([NaN, 1]);
    expect(made([named([''], 1), named(['ja'], 1)], ['', 'ja'])).toEqual([NaN, 1]);
  });

  test('a value that counts as missing is taken by name only', () => {
    expect(made([ranged(50, null, 3)], [60, 99], [99])).toEqual([3, NaN]);
    expect(made([named([99], 0), ranged(50, null, 3)], [60, 99], [99])).toEqual([3, 0]);
    expect(made([], [60, 99], [99], true)).toEqual([60, NaN]);
  });

  test('a rule can make an answer no answer', () => {
    expect(made([named([9], null)], [1, 9], [], true)).toEqual([1, NaN]);
  });

  test('words are taken by name and never kept', () => {
    expect(made([named(['tit', 'altid'], 1), named(['aldrig'], 0)], ['tit', 'aldrig', 'ved ikke'])).toEqual([
      1,
      0,
      NaN,
    ]);
    expect(made([], ['3'], [], true)).toEqual([NaN]);
  });
});

describe('recipeChain', () => {
  const variable = (id: string, from: string | null) =>
    ({ id, recipe: from === null ? null : { from, rules: [], others: 'keep' } }) as unknown as Variable;
  const chain = (...variables: Variable[]) =>
    recipeChain(new Map(variables.map((one) => [one.id, one])), variables[0]!).map(({ id }) => id);

  test('leads down to what was answered', () => {
    expect(chain(variable('c', 'b'), variable('b', 'a'), variable('a', null))).toEqual(['b', 'a']);
  });

  test('stops at a circle and at a variable that is gone', () => {
    expect(chain(variable('a', 'b'), variable('b', 'a'))).toEqual(['b']);
    expect(chain(variable('a', 'gone'))).toEqual([]);
  });
});
