import { applyChanges, emptyState, insert, remove, update, type Draft, type StudyState } from '@bagom/core';
import { afterAll, describe, expect, it } from 'vitest';
import { ENGINES } from './databases.fixture.js';
import { createStudy, openStudy } from './open-study.js';
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

/** What a plain undo does: a stack of what is done and a stack of what was taken back. */
class PlainHistory {
  done: StudyState['codes'][] = [];
  undone: StudyState['codes'][] = [];
}

describe.each(ENGINES.map((engine) => engine()))('random edits, undos and redos on $name', (engine) => {
  afterAll(() => engine.end());

  it.each(SEEDS)('come to what a plain replay comes to (seed %i)', async (seed) => {
    const next = random(seed);
    const pick = <T>(from: readonly T[]): T | undefined => from[Math.floor(next() * from.length)];
    const at = await engine.fresh();
    let study = await createStudy(at, { title: 't', language: 'da', actor: 'x' });
    const plain = new PlainHistory();
    let made = 0;
    for (let step = 0; step < STEPS; step++) {
      const before = new Map(study.state.codes);
      const what = next();
      if (what < 0.2) {
        const undone = await study.undo();
        const expected = plain.done.pop();
        expect(undone === null).toBe(expected === undefined);
        if (expected !== undefined) {
          plain.undone.push(before);
          expect(Object.fromEntries(study.state.codes)).toEqual(Object.fromEntries(expected));
        }
        continue;
      }
      if (what < 0.35) {
        const redone = await study.redo();
        const expected = plain.undone.pop();
        expect(redone === null).toBe(expected === undefined);
        if (expected !== undefined) {
          plain.done.push(before);
          expect(Object.fromEntries(study.state.codes)).toEqual(Object.fromEntries(expected));
        }
        continue;
      }
      if (what < 0.4) {
        await study.close();
        study = await openStudy(at, { actor: 'x' });
        continue;
      }
      const ids = [...study.state.codes.keys()];
      const drafts: Draft[] = [];
      for (let n = Math.ceil(next() * 4); n > 0; n--) {
        const id = pick(ids);
        const kind = next();
        if (id === undefined || kind < 0.5)
          drafts.push(insert('codes', code(`c${made++}`, { parentId: pick([null, ...ids]) ?? null })));
        else if (kind < 0.8)
          drafts.push(update('codes', id, { name: `n${made++}`, parentId: pick([null, ...ids]) ?? null }));
        else drafts.push(remove('codes', id));
      }
      const count = await study.operationCount();
      try {
        const { changes } = await study.commit('code.edit', `step ${step}`, drafts);
        if (changes.length > 0) {
          plain.done.push(before);
          plain.undone = [];
        }
      } catch (error) {
        // Refused: nothing may have changed.
        expect(error).toMatchObject({ code: expect.stringMatching(/^row\.(in-use|missing)$/) as string });
        expect(new Map(study.state.codes)).toEqual(before);
        expect(await study.operationCount()).toBe(count);
      }
    }
    const replayed = emptyState();
    for (const { changes } of (await study.operations({ limit: 1000 })).reverse())
      applyChanges(replayed, changes);
    expect(asArrays(study.state)).toEqual(asArrays(replayed));
    await study.close();
    study = await openStudy(at, { mode: 'read' });
    expect(asArrays(study.state)).toEqual(asArrays(replayed));
    expect(await study.verify()).toEqual([]);
    await study.close();
  });
});
