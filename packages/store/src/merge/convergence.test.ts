import { canonicalJson, rowsWhere, TABLE_NAMES, type StudyState } from '@bagom/core';
import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStudy } from '../open-study.js';
import type { StudyFile } from '../study-file.js';
import { copies as copiesIn, seeded, something } from './copies.fixture.js';
import { mergeStudies } from './merge-studies.js';
import { settleConflict } from './settle-conflict.js';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bagom-converge-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Every row but the notes of merges, which each copy keeps for itself. */
const rows = (state: StudyState) =>
  TABLE_NAMES.filter((table) => table !== 'mergedCopies')
    .flatMap((table) => [...state[table].values()].map((row) => `${table} ${canonicalJson(row)}`))
    .toSorted();

let taken = 0;
/** The study as it stands now, as a colleague would get it. */
async function handedOver(study: StudyFile): Promise<StudyFile> {
  const { location, actor } = study;
  await study.refresh();
  const path = join(folder, `handed-${++taken}.bagom`);
  await copyFile(location, path);
  await copyFile(`${location}-wal`, `${path}-wal`).catch(() => undefined);
  return openStudy(path, { actor });
}

async function work(study: StudyFile, who: string, steps: number, random: () => number): Promise<void> {
  for (let step = 0; step < steps; step++) await something(study, `${who}${step}`, random);
}

/** What a coding is, whatever its place: nobody may lose it but who took it away. */
const codingIds = (state: StudyState) => new Set(state.codings.keys());
const alike = (state: StudyState, id: string, from: StudyState) => {
  const coding = from.codings.get(id)!;
  const { codeId, coderId, sourceId } = coding;
  return rowsWhere(state, 'codings', { codeId, coderId, sourceId }).length > 0;
};

/** What two copies have come to that should be one study: where they differ, what is wrong, and what one more merge brings. */
async function cameTo(one: StudyFile, other: StudyFile) {
  const [mine, theirs] = [rows(one.state), rows(other.state)];
  const differing = [
    ...mine.filter((row) => !theirs.includes(row)),
    ...theirs.filter((row) => !mine.includes(row)),
  ];
  const problems = [...(await one.verify()), ...(await other.verify())];
  const before = (await one.operationCount()) + (await other.operationCount());
  await mergeStudies(one, other);
  await mergeStudies(other, one);
  const grown = (await one.operationCount()) + (await other.operationCount()) - before;
  return { differing, problems, grown };
}

const ONE_STUDY = { differing: [], problems: [], grown: 0 };

const SEEDS = Array.from({ length: 40 }, (_, i) => 1000 + 7 * i);
const CHOICES = ['ours', 'theirs', 'both'] as const;

describe('two copies that merge each other', () => {
  it('are one study afterwards, whoever merges first; again changes nothing', async () => {
    for (const seed of SEEDS.slice(0, 20)) {
      const [ours, theirs] = await copiesIn(folder);
      const random = seeded(seed);
      await work(ours, 'i', 12, random);
      await work(theirs, 'b', 12, random);
      await mergeStudies(ours, theirs);
      await mergeStudies(theirs, ours);
      expect({ seed, ...(await cameTo(ours, theirs)) }).toEqual({ seed, ...ONE_STUDY });
      await Promise.all([ours.close(), theirs.close()]);
    }
  });

  it('are one study also when each merged what the other was before', async () => {
    // The last one found a coding that was taken away, brought back, and taken away elsewhere.
    for (const seed of [...SEEDS.slice(0, 20), 5494]) {
      const [ours, theirs] = await copiesIn(folder);
      const random = seeded(seed);
      await work(ours, 'i', 12, random);
      await work(theirs, 'b', 12, random);
      const before = await handedOver(ours);
      await mergeStudies(ours, theirs);
      await mergeStudies(theirs, before);
      await mergeStudies(ours, theirs);
      await mergeStudies(theirs, ours);
      expect({ seed, ...(await cameTo(ours, theirs)) }).toEqual({ seed, ...ONE_STUDY });
      await Promise.all([ours.close(), theirs.close(), before.close()]);
    }
  });

  it('come together again and again while both go on, and settle what they disagree on', async () => {
    // The last one brought back a coding that had stood on a text which is no longer shown.
    for (const seed of [...SEEDS.slice(20, 32), 21846]) {
      const [ours, theirs] = await copiesIn(folder);
      const random = seeded(seed);
      for (let round = 0; round < 3; round++) {
        await work(ours, `i${round}-`, 6, random);
        await work(theirs, `b${round}-`, 6, random);
        const [first, second] = random() < 0.5 ? [ours, theirs] : [theirs, ours];
        await mergeStudies(first, second);
        const [conflict] = rowsWhere(first.state, 'mergeConflicts', { state: 'open' });
        const version = conflict?.column === 'version' && conflict.table === 'sources';
        const choose = CHOICES[Math.floor(random() * (version ? 3 : 2))]!;
        if (conflict) await settleConflict(first, conflict.id, { choose }).catch(refused);
      }
      await mergeStudies(ours, theirs);
      await mergeStudies(theirs, ours);
      expect({ seed, ...(await cameTo(ours, theirs)) }).toEqual({ seed, ...ONE_STUDY });
      await Promise.all([ours.close(), theirs.close()]);
    }
  });

  it('of three copies too, in whichever order they are merged', async () => {
    // The last one found a settlement that was taken in again by each in turn.
    for (const seed of [...SEEDS.slice(32), 8445]) {
      const [ida, bo] = await copiesIn(folder);
      const eva = await handedOver(ida);
      eva.actor = 'eva';
      const random = seeded(seed);
      await work(ida, 'i', 8, random);
      await work(bo, 'b', 8, random);
      await work(eva, 'e', 8, random);
      const three = [ida, bo, eva];
      for (let i = 0; i < 4; i++) {
        const one = three[Math.floor(random() * 3)]!;
        const other = three[Math.floor(random() * 3)]!;
        if (one !== other) await mergeStudies(one, other);
      }
      // One gathers all of it, and the others take it from there.
      await mergeStudies(ida, bo);
      await mergeStudies(ida, eva);
      await mergeStudies(bo, ida);
      await mergeStudies(eva, ida);
      for (const [one, other] of [
        [ida, bo],
        [ida, eva],
        [bo, eva],
      ] as const)
        expect({ seed, ...(await cameTo(one, other)) }).toEqual({ seed, ...ONE_STUDY });
      await Promise.all(three.map((study) => study.close()));
    }
  });
});

const refused = (error: { code?: string }) => {
  // A row that something else rests on cannot be removed after all: that is told, and it stays.
  if (error.code !== 'row.in-use' && error.code !== 'row.missing') throw error;
};

describe('no coding is lost', () => {
  it('whatever is settled: it stands on its words, is listed as lost, one alike stands, or somebody removed it', async () => {
    let [seen, texts] = [0, 0];
    for (const seed of SEEDS) {
      const [ours, theirs] = await copiesIn(folder);
      const random = seeded(seed);
      await work(ours, 'i', 14, random);
      await work(theirs, 'b', 14, random);
      const [a, b] = [structuredClone(ours.state), structuredClone(theirs.state)];
      const base = new Set(['k']);
      await mergeStudies(ours, theirs);
      const check = (step: string) => {
        const listed = new Set(
          [...ours.state.lostSpans.values()]
            .filter(({ state }) => state === 'open')
            .map(({ rowId }) => rowId),
        );
        const toldOf = new Set([...ours.state.mergeConflicts.values()].map(({ rowId }) => rowId));
        for (const [mine, other] of [
          [a, b],
          [b, a],
        ] as const)
          for (const id of codingIds(mine)) {
            // Both had it, and the other removed it.
            if (base.has(id) && !other.codings.has(id)) continue;
            seen++;
            const there = ours.state.codings.has(id) || listed.has(id) || toldOf.has(id);
            expect({ seed, step, id, there: there || alike(ours.state, id, mine) }).toEqual({
              seed,
              step,
              id,
              there: true,
            });
          }
      };
      check('merged');
      const text = [...ours.state.mergeConflicts.values()].find(
        ({ table, column }) => table === 'sources' && column === 'version',
      );
      if (text) texts++;
      for (const choose of ['theirs', 'both', 'ours', 'both', 'theirs', 'ours'] as const) {
        if (!text) break;
        const before = rows(ours.state);
        await settleConflict(ours, text.id, { choose });
        check(choose);
        expect({ seed, choose, problems: await ours.verify() }).toEqual({ seed, choose, problems: [] });
        await ours.undo();
        expect({ seed, choose, rows: rows(ours.state) }).toEqual({ seed, choose, rows: before });
        await ours.redo();
      }
      await Promise.all([ours.close(), theirs.close()]);
    }
    // The property is not empty.
    expect(seen).toBeGreaterThan(300);
    expect(texts).toBeGreaterThan(5);
  });
});
