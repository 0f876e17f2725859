import { BagomError, canonicalJson, insert, TABLE_NAMES, update, type StudyState } from '@bagom/core';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { copyStudy } from './copy-study.js';
import { ENGINES, type Engine } from './databases.fixture.js';
import { createKeyFile } from './key-file.js';
import { mergeStudies } from './merge/merge-studies.js';
import { createStudy, openStudy } from './open-study.js';
import { code, source } from './rows.fixture.js';
import type { StudyFile } from './study-file.js';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bagom-copy-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const rows = (state: StudyState) =>
  TABLE_NAMES.map((table) => [table, [...state[table].values()].map((row) => canonicalJson(row))]);

async function filled(engine: Engine): Promise<StudyFile> {
  const study = await createStudy(await engine.fresh(), { title: 't', language: 'da', actor: 'ida' });
  const { drafts, blobs } = source('s');
  await study.commit('transcript.import', 's', drafts, blobs);
  const original = await study.keepOriginal(new TextEncoder().encode('lyd'));
  await study.commit('source.change', 's', [update('sources', 's', { original, fileName: 'lyd.mp3' })]);
  const codes = Array.from({ length: 1200 }, (_, i) => insert('codes', code(`c${i}`, { position: i })));
  await study.commit('code.add', 'mange', codes);
  await study.undo();
  await study.redo();
  return study;
}

let made = 0;
const place = () => join(folder, `kopi-${++made}.bagom`);
const there = async () =>
  (await readdir(folder)).filter((name) => name.startsWith(`kopi-${made}.`)).toSorted();

describe.each(ENGINES.map((engine) => engine()))('a copy of an open study on $name', (engine) => {
  afterAll(() => engine.end());

  it('is the same study as a file, whole, with what was imported, and merges back', async () => {
    const study = await filled(engine);
    const to = place();
    const report = await copyStudy(study, to.replace(/\.bagom$/, ''));
    expect(report).toMatchObject({ location: to, originals: 1, missing: [], key: false });
    expect(report.bytes).toBe((await readFile(to)).length);
    expect(await there()).toEqual([`kopi-${made}.bagom`, `kopi-${made}.media`]);
    // What is written here afterwards is not in it.
    await study.commit('code.save', 'c1', [update('codes', 'c1', { name: 'ny' })]);
    const copy = await openStudy(to, { actor: 'bo' });
    expect(await copy.verify()).toEqual([]);
    expect(copy.state.codes.get('c1')?.name).toBe('c1');
    await copy.commit('code.save', 'c2', [update('codes', 'c2', { name: 'bos' })]);
    expect(await mergeStudies(study, copy)).toMatchObject({ operations: 1, conflicts: [] });
    await mergeStudies(copy, study);
    expect(rows(copy.state).filter(([table]) => table !== 'mergedCopies')).toEqual(
      rows(study.state).filter(([table]) => table !== 'mergedCopies'),
    );
    expect(await copy.verify()).toEqual([]);
    await copy.close();
    await study.close();
  });

  it('overwrites nothing, and leaves nothing behind where it cannot be written', async () => {
    const study = await filled(engine);
    for (const ending of ['bagom', 'media']) {
      const to = place();
      const taken = to.replace(/bagom$/, ending);
      await writeFile(taken, 'mit');
      await expect(copyStudy(study, to)).rejects.toMatchObject({
        code: 'copy.exists',
        data: { file: taken },
      });
      expect([await readFile(taken, 'utf8'), await there()]).toEqual(['mit', [`kopi-${made}.${ending}`]]);
    }
    const nowhere = join(folder, 'ikke-her', 'k.bagom');
    await expect(copyStudy(study, nowhere)).rejects.toMatchObject({ code: 'file.not-written' });
    await study.close();
  });
});

describe('a copy of a study file', () => {
  const engine = ENGINES[0]!();
  afterAll(() => engine.end());

  it('has the key only when it is asked for', async () => {
    const study = await filled(engine);
    const keyPath = join(folder, 'nøgle.key');
    const key = await createKeyFile(keyPath, 'hemmelig', { cost: 1024 });
    key.set('participants', 'p', 'name', 'Anders');
    await key.save();
    const to = place();
    expect(await copyStudy(study, to, { key: keyPath, withoutMedia: true })).toMatchObject({
      originals: 0,
      key: true,
    });
    expect(await there()).toEqual([`kopi-${made}.bagom`, `kopi-${made}.key`]);
    const taken = place();
    await writeFile(taken.replace(/bagom$/, 'key'), 'en andens');
    await expect(copyStudy(study, taken, { key: keyPath })).rejects.toThrow(BagomError);
    expect(await there()).toEqual([`kopi-${made}.key`]);
    await study.close();
  });

  it('is read while another program writes it, and a damaged recording is refused, with nothing left behind', async () => {
    const study = await filled(engine);
    const reader = await openStudy(study.location, { mode: 'read' });
    expect(await copyStudy(reader, place())).toMatchObject({ originals: 1 });
    const { original } = study.state.sources.get('s')!;
    const path = (await study.originals.path(original))!;
    await writeFile(path, 'noget andet');
    await expect(copyStudy(reader, place())).rejects.toMatchObject({ code: 'blob.damaged' });
    expect(await there()).toEqual([]);
    await rm(path);
    expect(await copyStudy(reader, place())).toMatchObject({ originals: 0, missing: ['lyd.mp3'] });
    await reader.close();
    await study.close();
  });
});
