import {
  applyChanges,
  canonicalJson,
  emptyState,
  insert,
  remove,
  rowsBy,
  update,
  type BagomError,
  type Draft,
  type StudyState,
} from '@bagom/core';
import { afterAll, describe, expect, it } from 'vitest';
import { ENGINES } from './databases.fixture.js';
import { createStudy, openStudy, type Location } from './open-study.js';
import { code } from './rows.fixture.js';

/** Seeds that are kept: each is the whole test once over. */
const SEEDS = [1, 2, 3, 20261123];
const STEPS = 60;

/** Mulberry32. */
function random(seed: number): () => number {
  let a = seed;
  return () => {
    a = (a + 0x6d2b79f5) | 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const asArrays = (state: StudyState) =>
  Object.entries(state).map(([table, rows]) => [table, [...rows.values()]]);

/** Some drafts on these codes, sensible or not. */
function someDrafts(next: () => number, ids: readonly string[], step: number): Draft[] {
  const pick = <T>(from: readonly T[]): T | undefined => from[Math.floor(next() * from.length)];
  return Array.from({ length: Math.ceil(next() * 4) }, (_, n) => {
    const id = pick(ids);
    const kind = next();
    const parentId = pick([null, ...ids]) ?? null;
    if (id === undefined || kind < 0.5) return insert('codes', code(`c${step}-${n}`, { parentId }));
    return kind < 0.8 ? update('codes', id, { name: `n${step}-${n}`, parentId }) : remove('codes', id);
  });
}

/** The codes under each, by the index that is kept in step, and by a look at every row. */
function under(state: StudyState) {
  const ids = [...state.codes.keys()];
  return {
    indexed: ids.map((id) => [...rowsBy(state, 'codes', 'parentId', id).values()]),
    scanned: ids.map((id) => [...state.codes.values()].filter(({ parentId }) => parentId === id)),
  };
}

/**
 * Plays a seed out beside a plain history: a stack of the states before what is done, and of those before what was taken
 * back. Returns what differed.
 */
async function playOut(at: Location, seed: number): Promise<string[]> {
  const wrong: string[] = [];
  const next = random(seed);
  const done: string[] = [];
  let undone: string[] = [];
  let study = await createStudy(at, { title: 't', language: 'da', actor: 'x' });
  const codes = (): string => canonicalJson(Object.fromEntries(study.state.codes));
  const same = (step: number, what: string, a: unknown, b: unknown): void => {
    if (canonicalJson(a) !== canonicalJson(b)) wrong.push(`step ${step}: ${what}`);
  };
  for (let step = 0; step < STEPS; step++) {
    const before = codes();
    const what = next();
    if (what < 0.35) {
      const [from, onto, go] = what < 0.2 ? [done, undone, 'undo' as const] : [undone, done, 'redo' as const];
      const expected = from.pop();
      const operation = await study[go]();
      same(step, `${go} found something`, operation === null, expected === undefined);
      same(step, go, codes(), expected ?? before);
      if (operation !== null) onto.push(before);
    } else if (what < 0.4) {
      await study.close();
      study = await openStudy(at, { actor: 'x' });
      same(step, 'opened again', codes(), before);
    } else {
      const count = await study.operationCount();
      const drafts = someDrafts(next, [...study.state.codes.keys()], step);
      const made = await study
        .commit('code.edit', `step ${step}`, drafts)
        .catch((error: BagomError) => error);
      if (made instanceof Error) {
        same(step, `refused as ${made.code}`, /^row\.(in-use|missing)$/.test(made.code), true);
        same(step, 'refused and yet changed', [codes(), await study.operationCount()], [before, count]);
      } else if (made.changes.length > 0) {
        done.push(before);
        undone = [];
      }
    }
    const { indexed, scanned } = under(study.state);
    same(step, 'index', indexed, scanned);
  }
  const replayed = emptyState();
  for (const { changes } of (await study.operations({ limit: 1000 })).reverse())
    applyChanges(replayed, changes);
  same(STEPS, 'replay', asArrays(study.state), asArrays(replayed));
  await study.close();
  study = await openStudy(at, { mode: 'read' });
  same(STEPS, 'read again', asArrays(study.state), asArrays(replayed));
  same(STEPS, 'verify', await study.verify(), []);
  await study.close();
  return wrong;
}

describe.each(ENGINES.map((engine) => engine()))('random edits, undos and redos on $name', (engine) => {
  afterAll(() => engine.end());

  it.each(SEEDS)('come to what a plain history comes to (seed %i)', async (seed) => {
    expect(await playOut(await engine.fresh(), seed)).toEqual([]);
  });
});
