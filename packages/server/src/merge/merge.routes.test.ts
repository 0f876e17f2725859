import { join } from 'node:path';
import { insert, update } from '@bagom/core';
import { openStudy, type StudyFile } from '@bagom/store';
import { copyFile, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { saveVersion } from '../transcripts/save-version.js';
import { fill, servedStudy, type ServedStudy } from '../small-study.fixture.js';

let served: ServedStudy;
let folder: string;
let ids: { waveId: string; sourceId: string };
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bagom-copies-'));
  served = await servedStudy();
  ids = await fill(served);
});
afterAll(async () => {
  await served.close();
  await rm(folder, { recursive: true });
});

/** Answers are checked against the contract's schemas on their way out: a wrong one is a 422. */
function get<T>(
  method: string,
  route: string,
  body?: unknown,
  params: Record<string, string> = {},
  query = '',
): Promise<T> {
  const path = route.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(params[name]!));
  return served.get<T>(method, `/api${path}${query}`, body);
}

async function refused(method: string, path: string, body: unknown): Promise<{ code: string; en: string }> {
  const response = await served.ask(method, `/api${path}`, body);
  expect(response.status).toBe(422);
  return ((await response.json()) as { data: { code: string; en: string } }).data;
}

describe('merging a copy', () => {
  const copyPath = () => join(folder, 'small-bo.bagom');
  const form = async (dryRun: boolean) => {
    const body = new FormData();
    body.append('file', new File([await readFile(copyPath())], 'small-bo.bagom'));
    body.append('dryRun', String(dryRun));
    return body;
  };
  type Merge = {
    operations: number;
    conflicts: number;
    people: unknown[];
    root: string | null;
    missingOriginals: { name: string }[];
  };
  type Conflicts = {
    conflicts: { id: string; rowId: string; name: string; state: string; columns: unknown[]; by: string }[];
    missingOriginals: { hash: string; name: string }[];
  };
  const conflicts = () => get<Conflicts>('GET', '/merge');

  test('is told beforehand, done, decided, seen in the history and undone whole', async () => {
    const { study } = served;
    await study.commit('code.save', 'a', [insert('codes', mergedCode('flet'))]);
    // It is open here: what SQLite has not yet moved into the file lies beside it.
    await copyFile(study.location, copyPath());
    await copyFile(`${study.location}-wal`, `${copyPath()}-wal`);
    const copy = await openStudy(copyPath(), { actor: 'Bo' });
    await copy.commit('code.save', 'flet', [update('codes', 'flet', { definition: 'Bos ord' })]);
    const original = await copy.keepOriginal(new TextEncoder().encode('en optagelse'));
    await copy.commit('source.change', 's', [
      update('sources', ids.sourceId, { original, fileName: 'a.mp3' }),
    ]);
    await copy.close();
    await rm(copyPath().replace(/\.bagom$/, '.media'), { recursive: true });
    const withdrawn = study.state.sources.has(ids.sourceId);
    await study.commit('code.save', 'flet', [update('codes', 'flet', { definition: 'vores ord' })]);
    const count = await study.operationCount();

    const told = await get<Merge>('POST', '/merge', await form(true));
    expect(told).toMatchObject({
      operations: 2,
      conflicts: 1,
      root: null,
      people: [{ actor: 'Bo', kinds: expect.arrayContaining([{ kind: 'code.save', n: 1 }]) as unknown }],
    });
    expect([withdrawn, await study.operationCount()]).toEqual([true, count]);

    const done = await get<Merge>('POST', '/merge', await form(false));
    expect(done.missingOriginals).toMatchObject([{ name: 'a.mp3' }]);
    expect((await get<{ openConflicts: number }>('GET', '/study')).openConflicts).toBe(1);
    const [open] = (await conflicts()).conflicts;
    expect(open).toMatchObject({
      name: 'flet',
      by: 'Bo',
      state: 'open',
      columns: [{ column: 'definition', ours: 'vores ord', theirs: 'Bos ord', now: 'vores ord' }],
    });
    await get('POST', '/merge/conflicts/{id}', { choose: 'other', text: 'fælles ord' }, { id: open!.id });
    expect(study.state.codes.get('flet')?.definition).toBe('fælles ord');
    expect((await conflicts()).conflicts).toMatchObject([{ state: 'other' }]);
    await get('POST', '/history/undo', {});
    expect((await conflicts()).conflicts).toMatchObject([{ state: 'open' }]);

    const wrong = new FormData();
    wrong.append('file', new File(['noget andet'], 'b.mp3'));
    expect((await refused('POST', '/merge/originals', wrong)).code).toBe('merge.not-missing');
    const right = new FormData();
    right.append('file', new File(['en optagelse'], 'hvad som helst.mp3'));
    await get('POST', '/merge/originals', right);
    expect((await conflicts()).missingOriginals.filter(({ name }) => name === 'a.mp3')).toEqual([]);

    type List = {
      total: number;
      entries: { id: string; kind: string; copy: string | null; stands: boolean }[];
    };
    const list = (query: string) => get<List>('GET', `/history/entries`, undefined, {}, query);
    expect(await list('?actor=Bo&station=transcripts')).toMatchObject({
      total: 1,
      entries: [{ kind: 'source.change', copy: 'small-bo.bagom', stands: true }],
    });
    const ofRow = await list('?table=codes&row=flet');
    expect(ofRow).toMatchObject({ rowName: 'flet', total: 4 });
    const saved = await list('?kind=code.save&row=flet');
    expect(await get('GET', '/history/entries/{id}', undefined, { id: saved.entries[0]!.id })).toMatchObject({
      rows: [
        {
          name: 'flet',
          done: 'changed',
          columns: [{ column: 'definition', before: '', after: 'vores ord' }],
        },
      ],
    });
    const csv = await (await served.ask('GET', '/files/history.csv?row=flet&table=codes')).text();
    expect(csv).toContain('definition;;vores ord');

    await get('POST', '/history/undo', { root: done.root });
    expect(study.state.mergeConflicts.size).toBe(0);
    expect(study.state.codes.get('flet')?.definition).toBe('vores ord');
    expect((await get<{ redo: { kind: string } }>('GET', '/study')).redo.kind).toBe('study.merge');
    expect((await refused('POST', '/merge', await form(true))).code).toBe('merge.taken-back');
  });

  test('a copy is written where it is asked for, with the first free name offered, and nothing is overwritten', async () => {
    const { study } = served;
    const place = await get<{ to: string; hasKey: boolean }>('GET', '/study/copy');
    expect(place.to).toBe(study.location.replace(/\.bagom$/, '-kopi.bagom'));
    const told = await get<{ location: string; missing: string[] }>('POST', '/study/copy', { to: place.to });
    expect(told).toMatchObject({ location: place.to, key: false });
    const copy = await openStudy(place.to);
    expect(await copy.operationCount()).toBe(await study.operationCount());
    await copy.close();
    expect((await refused('POST', '/study/copy', { to: place.to })).code).toBe('copy.exists');
    expect((await refused('POST', '/study/copy', { to: 'kopi.bagom' })).code).toBe('copy.no-place');
    expect((await get<{ to: string }>('GET', '/study/copy')).to).toContain('-kopi-2.bagom');
  });

  test('a text that was corrected in both is settled in a third way, and what became of its codings is told', async () => {
    const { study } = served;
    const text = await study.sourceText(ids.sourceId);
    const path = join(folder, 'tekst-bo.bagom');
    await get('POST', '/study/copy', { to: path });
    const correct = (of: StudyFile, written: string) =>
      saveVersion(of, ids.sourceId, { text: written, reason: 'rettet' });
    const copy = await openStudy(path, { actor: 'Bo' });
    await correct(copy, `${text}\nOg så en linje fra Bo.\n`);
    await copy.close();
    await correct(study, `Først en linje herfra.\n\n${text}`);
    const body = new FormData();
    body.append('file', new File([await readFile(path)], 'tekst-bo.bagom'));
    expect(await get('POST', '/merge', body)).toMatchObject({ conflicts: 1, forward: false });
    const { conflicts: all } = await get<{
      conflicts: { id: string; kind: string; state: string; texts: { total: number } | null }[];
    }>('GET', '/merge');
    const open = all.find(({ kind, state }) => kind === 'version' && state === 'open');
    expect(open?.texts?.total).toBe(2);
    expect((await refused('POST', `/merge/conflicts/${open!.id}`, { choose: 'other', text: 'x' })).code).toBe(
      'merge.no-third',
    );
    expect(await get('POST', '/merge/conflicts/{id}', { choose: 'both' }, { id: open!.id })).toMatchObject({
      operation: { kind: 'conflict.decide' },
      texts: { counts: { lost: 0 }, clashes: [] },
    });
    expect(await study.sourceText(ids.sourceId)).toMatch(
      /^Først en linje herfra\.[^]*Og så en linje fra Bo\.\n$/,
    );
    expect(await study.verify()).toEqual([]);
    await get('POST', '/history/undo', {});
    expect(await study.sourceText(ids.sourceId)).not.toContain('Bo.');
  });

  test('a file that is no study, or another one, changes nothing and is named as it was sent', async () => {
    const count = await served.study.operationCount();
    const body = new FormData();
    body.append('file', new File(['SQLite format 3\0 eller ej'], 'fremmed.bagom'));
    const answer = await refused('POST', '/merge', body);
    expect(answer.code).toBe('study.not-a-study');
    expect(answer.en).toContain('fremmed.bagom');
    expect(answer.en).not.toContain(tmpdir());
    expect(await served.study.operationCount()).toBe(count);
  });
});

const mergedCode = (id: string) => ({
  id,
  parentId: null,
  position: 99,
  name: id,
  definition: '',
  use: '',
  useNot: '',
  example: '',
  origin: 'inductive' as const,
  hue: 0,
  shortName: null,
  status: null,
});
