import { canonicalJson, insert, TABLE_NAMES, update, type StudyState } from '@bagom/core';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { copyStudy } from '../copy-study.js';
import { openStudy } from '../open-study.js';
import { code } from '../rows.fixture.js';
import { copies as copiesIn, seeded, something } from './copies.fixture.js';
import { mergeStudies } from './merge-studies.js';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bagom-whole-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));
const copies = () => copiesIn(folder);

/** Every row of a study, whatever order they came in. */
const rows = (state: StudyState) =>
  TABLE_NAMES.flatMap((table) =>
    [...state[table].values()].map((row) => `${table} ${canonicalJson(row)}`),
  ).toSorted();

describe('undoing a merge', () => {
  it('takes back all of it as one act, after a restart too, and does it again as one', async () => {
    const [ours, theirs] = await copies();
    await ours.commit('code.save', 'a', [update('codes', 'a', { name: 'ensomhed' })]);
    await theirs.commit('code.save', 'a', [update('codes', 'a', { name: 'alene' })]);
    await theirs.commit('code.add', 'c', [insert('codes', code('c'))]);
    await theirs.commit('code.add', 'd', [insert('codes', code('d', { parentId: 'c' }))]);
    const before = rows(ours.state);
    await mergeStudies(ours, theirs);
    const merged = rows(ours.state);
    expect(await ours.undoable()).toMatchObject({ kind: 'study.merge' });
    await ours.close();

    const again = await openStudy(ours.location, { actor: 'ida' });
    expect(await again.undo()).toMatchObject({ kind: 'study.merge', sense: -1 });
    expect(rows(again.state)).toEqual(before);
    expect(await again.verify()).toEqual([]);
    // What is next to undo is what was done before the merge, and to redo: the merge.
    expect(await again.undoable()).toMatchObject({ subject: 'a', actor: 'ida' });
    expect(await again.redoable()).toMatchObject({ kind: 'study.merge' });
    await expect(mergeStudies(again, theirs)).rejects.toMatchObject({ code: 'merge.taken-back' });
    expect(await again.redo()).toMatchObject({ kind: 'study.merge', sense: 1 });
    expect(rows(again.state)).toEqual(merged);
    expect(await mergeStudies(again, theirs)).toMatchObject({ operations: 0 });
    await again.undo();
    expect(rows(again.state)).toEqual(before);
    expect(await again.verify()).toEqual([]);
  });

  it('leaves out what was taken back alone, and leaves that alone when the merge is done again', async () => {
    const [ours, theirs] = await copies();
    const alone = await theirs.commit('code.add', 'c', [insert('codes', code('c'))]);
    await theirs.commit('code.add', 'd', [insert('codes', code('d'))]);
    await mergeStudies(ours, theirs);
    await ours.undo(alone.id);
    await ours.undo();
    expect(ours.state.codes.has('d')).toBe(false);
    await ours.redo();
    expect([ours.state.codes.has('c'), ours.state.codes.has('d')]).toEqual([false, true]);
    expect(await ours.verify()).toEqual([]);
  });

  it('takes nothing back in the other copy: what the two did there stands', async () => {
    const [ours, theirs] = await copies();
    await ours.commit('code.save', 'a', [update('codes', 'a', { name: 'ensomhed' })]);
    await theirs.commit('code.add', 'c', [insert('codes', code('c'))]);
    await mergeStudies(ours, theirs);
    await ours.undo();
    expect(ours.state.codes.has('c')).toBe(false);
    expect(await mergeStudies(theirs, ours)).toMatchObject({ operations: 1, forward: false });
    expect([theirs.state.codes.has('c'), theirs.state.codes.get('a')?.name]).toEqual([true, 'ensomhed']);
    expect(await mergeStudies(theirs, ours)).toMatchObject({ operations: 0 });
    expect(await theirs.verify()).toEqual([]);
    await ours.redo();
    expect(await mergeStudies(ours, theirs)).toMatchObject({ conflicts: [] });
    expect(rows(theirs.state).filter((row) => !row.startsWith('mergedCopies'))).toEqual(
      rows(ours.state).filter((row) => !row.startsWith('mergedCopies')),
    );
  });

  it('is no hindrance to a copy that was made afterwards', async () => {
    const [ours, theirs] = await copies();
    await theirs.commit('code.add', 'c', [insert('codes', code('c'))]);
    await mergeStudies(ours, theirs);
    await ours.undo();
    const path = join(folder, `efter-${Date.now()}.bagom`);
    await copyStudy(ours, path);
    const later = await openStudy(path, { actor: 'eva' });
    await later.commit('code.add', 'd', [insert('codes', code('d'))]);
    expect(await mergeStudies(ours, later)).toMatchObject({ operations: 1, forward: true });
    expect([ours.state.codes.has('c'), ours.state.codes.has('d')]).toEqual([false, true]);
    await later.close();
  });

  it('is refused whole when something rests on it, and says what and whose', async () => {
    const [ours, theirs] = await copies();
    await theirs.commit('code.add', 'c', [insert('codes', code('c'))]);
    await mergeStudies(ours, theirs);
    const merge = (await ours.undoable())!;
    await ours.commit('code.save', 'omdøbt', [update('codes', 'c', { name: 'nyt' })]);
    const before = rows(ours.state);
    await expect(ours.undo(merge.root)).rejects.toMatchObject({
      code: 'history.changed-since',
      data: { later: 'omdøbt', laterKind: 'code.save', by: 'ida' },
    });
    expect(rows(ours.state)).toEqual(before);
    await ours.undo();
    await ours.undo();
    expect(ours.state.codes.has('c')).toBe(false);
  });

  it('whatever two people did, undoing the merge gives the study from before it, and redoing the merged one', async () => {
    for (const seed of [3, 11, 14, 58, 77, 102]) {
      const [ours, theirs] = await copies();
      const random = seeded(seed);
      for (let step = 0; step < 12; step++) await something(ours, `i${step}`, random);
      for (let step = 0; step < 12; step++) await something(theirs, `b${step}`, random);
      const before = rows(ours.state);
      await mergeStudies(ours, theirs);
      const merged = rows(ours.state);
      for (const expected of [before, merged, before]) {
        const step = expected === before ? await ours.undo() : await ours.redo();
        expect({ seed, kind: step?.kind, rows: rows(ours.state) }).toEqual({
          seed,
          kind: 'study.merge',
          rows: expected,
        });
      }
      expect({ seed, problems: await ours.verify() }).toEqual({ seed, problems: [] });
      // Everything before it can still be undone, one by one.
      while (await ours.undo());
      expect({ seed, problems: await ours.verify() }).toEqual({ seed, problems: [] });
    }
  });
});
