import { expect, test } from 'vitest';
import { inverse, type Change } from '../history/operation.js';
import { rowsBy } from './rows-by.js';
import { SmallStudy } from './small-study.fixture.js';
import { applyChanges, rowsWhere, type StudyState } from './state.js';
import type { Coding } from '../coding/coding.js';

/** Seeds that are kept: each is the whole test once over. */
const SEEDS = [1, 2, 3, 20261127];

/** Random numbers, 0 to below 1 (Park & Miller 1988, CACM 31:1192-1201). */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 16807) % 2147483647) / 2147483647;
}

const SOURCES = ['s-a', 's-b', 's-c'];
const CODES = ['x', 'y', 'z'];

function study(): StudyState {
  const made = new SmallStudy().person('a').person('b').person('c');
  for (const code of CODES) made.code(code);
  return made.state;
}

function someChanges(state: StudyState, next: () => number, step: number): Change[] {
  const pick = <T>(from: readonly T[]): T => from[Math.floor(next() * from.length)]!;
  const changes: Change[] = [];
  const touched = new Set<string>();
  for (let n = 0; n < Math.ceil(next() * 5); n++) {
    const there = [...state.codings.values()].filter(({ id }) => !touched.has(id));
    const kind = next();
    if (there.length === 0 || kind < 0.5) {
      const span = { version: 1, from: n, to: n + 4, coderId: 'A', quoteHash: '', createdAt: '' };
      const after = { id: `${step}-${n}`, sourceId: pick(SOURCES), codeId: pick(CODES), ...span };
      changes.push({ table: 'codings', id: after.id, before: null, after });
    } else {
      const before = pick(there);
      const after: Coding | null =
        kind < 0.65 ? { ...before, codeId: pick(CODES) } : kind < 0.8 ? { ...before, to: 9 } : null;
      changes.push({ table: 'codings', id: before.id, before, after });
    }
    touched.add(changes.at(-1)!.id);
  }
  return changes;
}

/** Where an answer of an index is not what a look at every row says, in rows or in their order. */
function differences(state: StudyState): string[] {
  const plain = (column: 'sourceId' | 'codeId', value: string) =>
    [...state.codings.values()].filter((coding) => coding[column] === value);
  const wrong: string[] = [];
  for (const [column, values] of [
    ['sourceId', SOURCES],
    ['codeId', CODES],
  ] as const)
    for (const value of [...values, 'nothing']) {
      const rows = [...rowsBy(state, 'codings', column, value).values()];
      if (JSON.stringify(rows) !== JSON.stringify(plain(column, value))) wrong.push(`${column} ${value}`);
    }
  return wrong;
}

test.each(SEEDS)(
  'an index in step with changes, undone and done again, says what a plain scan says: seed %i',
  (seed) => {
    const state = study();
    const next = randomNumbers(seed);
    const done: Change[][] = [];
    const undone: Change[][] = [];
    for (let step = 0; step < 200; step++) {
      const kind = next();
      if (kind < 0.6 || (done.length === 0 && undone.length === 0)) {
        const changes = someChanges(state, next, step);
        applyChanges(state, changes);
        done.push(changes);
        undone.length = 0;
      } else {
        const [from, to] = kind < 0.85 || undone.length === 0 ? [done, undone] : [undone, done];
        const changes = from.pop();
        if (!changes) continue;
        applyChanges(state, from === done ? inverse(changes) : changes);
        to.push(changes);
      }
      expect([step, differences(state)]).toEqual([step, []]);
    }
  },
);

test('what two states hold is not mixed up', () => {
  const [one, other] = [study(), study()];
  applyChanges(
    one,
    someChanges(one, () => 0.1, 1),
  );
  expect(rowsBy(one, 'codings', 'sourceId', 's-a').size).toBe(1);
  expect(rowsBy(other, 'codings', 'sourceId', 's-a').size).toBe(0);
});

test('rows with several values are found through the column that points', () => {
  const { state } = new SmallStudy()
    .code('x')
    .code('y')
    .person('a')
    .coding('a', 'x')
    .coding('a', 'y')
    .coding('a', 'x');
  expect(
    rowsWhere(state, 'codings', { version: 1, sourceId: 's-a', codeId: 'x' }).map(({ id }) => id),
  ).toEqual(['k1', 'k3']);
  expect(rowsWhere(state, 'codes', { parentId: null }).map(({ id }) => id)).toEqual(['x', 'y']);
});
