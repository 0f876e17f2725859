import { insert, remove, update, type Recipe, type Variable } from '@bagom/core';
import { newId } from '@bagom/store';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { fill, servedStudy, type ServedStudy } from '../small-study.fixture.js';
import { answersFingerprint, SurveyColumns } from './columns.js';

let served: ServedStudy;
let columns: SurveyColumns;
beforeEach(async () => {
  served = await servedStudy();
  await fill(served);
  columns = new SurveyColumns();
});
afterEach(() => served.close());

const named = (name: string) =>
  [...served.study.state.variables.values()].find((variable) => variable.name === name)!;
const counts = async (name: string) => {
  const tally: Record<string, number> = {};
  for (const value of await columns.values(served.study, named(name))) tally[value] = (tally[value] ?? 0) + 1;
  return tally;
};
async function derive(name: string, from: string, rules: Recipe['rules']): Promise<Variable> {
  const source = named(from);
  const variable: Variable = {
    ...source,
    id: newId(),
    name,
    position: served.study.state.variables.size,
    labels: [],
    userMissing: [],
    role: 'none',
    column: '',
    recipe: { from: source.id, rules, others: 'missing' },
  };
  await served.study.commit('variable.derive', name, [insert('variables', variable)]);
  return variable;
}
const all = (from: number | null, to: number | null, value: number) => ({
  values: [],
  range: { from, to },
  to: value,
});

describe('the values of a derived variable', () => {
  test('come from its source, and from the source of its source', async () => {
    await derive('ung', 'alder', [all(18, 29, 1), all(30, null, 0)]);
    await derive('gammel', 'ung', [all(1, 1, 0), all(0, 0, 1)]);
    // Ages 18 to 67 and, ten more times, 18 to 27.
    expect(await counts('ung')).toEqual({ 0: 38, 1: 22 });
    expect(await counts('gammel')).toEqual({ 0: 22, 1: 38 });
  });

  test('are new as soon as the recipe, or what counts as missing in the source, is', async () => {
    const { id } = await derive('ung', 'alder', [all(18, 29, 1), all(30, null, 0)]);
    await counts('ung');
    const print = () => answersFingerprint(served.study.state.variables, [named('ung')]);
    const before = print();
    const recipe = { ...named('ung').recipe!, rules: [all(18, 39, 1), all(40, null, 0)] };
    await served.study.commit('variable.change', 'ung', [update('variables', id, { recipe })]);
    expect(await counts('ung')).toEqual({ 0: 28, 1: 32 });
    const between = print();
    await served.study.commit('variable.change', 'alder', [
      update('variables', named('alder').id, { userMissing: [67] }),
    ]);
    expect(await counts('ung')).toEqual({ 0: 27, 1: 32, NaN: 1 });
    expect(new Set([before, between, print()]).size).toBe(3);
    await served.study.undo();
    expect(print()).toBe(between);
    await served.study.undo();
    expect(print()).toBe(before);
  });

  test('are no answer where the recipe goes in a circle', async () => {
    const { id } = await derive('ung', 'alder', [all(18, 29, 1)]);
    await derive('igen', 'ung', [all(1, 1, 1)]);
    const recipe = { ...named('ung').recipe!, from: named('igen').id };
    await served.study.commit('variable.change', 'ung', [update('variables', id, { recipe })]);
    expect(await counts('igen')).toEqual({ NaN: 60 });
  });

  test('what a recipe or a class model rests on is not removed, not by undo either', async () => {
    const { id } = await derive('ung', 'alder', [all(18, 29, 1)]);
    await derive('igen', 'ung', [all(1, 1, 1)]);
    await expect(
      served.study.commit('variable.remove', 'ung', [remove('variables', id)]),
    ).rejects.toMatchObject({ code: 'row.in-use' });
    const [, first] = await served.study.operations({ limit: 2 });
    await expect(served.study.undo(first!.root)).rejects.toMatchObject({ code: 'row.in-use' });
  });
});
