import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStudy } from '@bagom/store';
import { saveVersion } from '../../packages/server/src/transcripts/save-version.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { accessibilityFindings } from './accessibility.fixture.js';
import { tabTo } from './tab-to.fixture.js';
import { CHROMIUM, Workbench } from './workbench.fixture.js';

interface Codebook {
  codes: { id: string; name: string; definition: string }[];
}

describe.skipIf(!CHROMIUM)('two copies of a study, by keyboard alone', () => {
  let bench: Workbench;
  let folder: string;
  beforeAll(async () => {
    bench = await Workbench.open();
    folder = await mkdtemp(join(tmpdir(), 'bagom-two-'));
  });
  afterAll(async () => {
    await bench.close();
    await rm(folder, { recursive: true, force: true });
  });

  test('are merged, their conflict decided, and the merge undone whole; every page on the way is accessible', async () => {
    const { page, complaints } = await bench.page('da');
    const findings: string[] = [];
    const check = async (where: string) => {
      for (const finding of await accessibilityFindings(page)) findings.push(`${where}: ${finding}`);
    };
    const read = <T>(path: string) =>
      page.evaluate(async (at) => (await fetch(at)).json() as Promise<unknown>, path) as Promise<T>;
    const codes = async () => (await read<Codebook>('/api/coding/codebook')).codes;
    const [code, other] = await codes();
    const definition = async () => (await codes()).find(({ id }) => id === code!.id)?.definition;

    const copy = join(folder, 'studie-bo.bagom');
    await copyFile(bench.study, copy);
    if (existsSync(`${bench.study}-wal`)) await copyFile(`${bench.study}-wal`, `${copy}-wal`);
    const theirs = await openStudy(copy, { actor: 'Bo' });
    const save = (id: string, set: object) =>
      theirs.commit('code.save', theirs.state.codes.get(id)!.name, [
        { do: 'update', table: 'codes', id, set },
      ]);
    await save(code!.id, { definition: 'At mangle nogen, man kunne tale med om det svære.' });
    await save(other!.id, { example: 'Et eksempel fra Bo' });
    await theirs.close();
    await page.evaluate(
      async ([id, from]) => {
        const { codes: all } = (await (await fetch('/api/coding/codebook')).json()) as {
          codes: Record<string, unknown>[];
        };
        const found = all.find((one) => one['id'] === id);
        const answer = await fetch('/api/coding/codes', {
          method: 'PUT',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ ...found, definition: from }),
        });
        if (!answer.ok) throw new Error(await answer.text());
      },
      [code!.id, 'At mangle nogen at tale med om det svære.'] as const,
    );

    await page.goto(bench.address('/history'));
    await page.waitForSelector('.audit tbody tr');
    await check('history');
    await page.keyboard.press('f');
    await page.waitForSelector('.dropzone');
    const choosing = page.waitForEvent('filechooser');
    await tabTo(page, /Vælg en fil/);
    await page.keyboard.press('Enter');
    await (await choosing).setFiles(copy);
    await page.waitForSelector('.merge-people');
    expect(await page.textContent('.merge-people')).toMatch(/Bo.*Kode gemt: 2/s);
    expect(await page.textContent('.merge-facts')).toContain('1');
    await check('preview');
    expect(await definition()).toBe('At mangle nogen at tale med om det svære.');
    await tabTo(page, /^ *Flet ind/);
    await page.keyboard.press('Enter');
    await page.waitForSelector('.merge-done');
    await check('merged');
    await tabTo(page, /Se konflikterne/);
    await page.keyboard.press('Enter');

    await page.waitForSelector('.conflict-sides mark');
    await check('conflict');
    expect(await page.textContent('.conflict h2')).toContain('Definition');
    // What is to be decided is seen on the start page without scrolling, and the acts with it.
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.goto(bench.address('/'));
    for (const seen of ['.start-conflicts a', '.start-acts button']) {
      await page.waitForSelector(seen);
      const { bottom } = await page.$eval(
        seen,
        (element) => element.getBoundingClientRect().toJSON() as DOMRect,
      );
      expect({ seen, above: bottom < 800 }).toEqual({ seen, above: true });
    }
    expect(await page.textContent('.start-acts')).toMatch(/Flet en kopi ind.*Gem en kopi/s);
    await check('start');
    await page.goto(bench.address('/history?view=conflicts'));
    await page.waitForSelector('.conflict-sides mark');
    await page.keyboard.press('2');
    await expect.poll(definition).toBe('At mangle nogen, man kunne tale med om det svære.');
    await page.waitForSelector('.decided');
    await page.keyboard.press('Control+z');
    await expect.poll(definition).toBe('At mangle nogen at tale med om det svære.');
    // The next step back is the merge, all of it.
    await page.keyboard.press('Control+z');
    await expect
      .poll(async () => (await codes()).find(({ id }) => id === other!.id))
      .not.toMatchObject({ example: 'Et eksempel fra Bo' });
    await page.waitForSelector('.empty-state');
    await check('no conflicts');

    await page.goto(bench.address('/history?actor=Bo'));
    await page.waitForSelector('.audit tbody tr');
    await page.focus('.audit tbody tr');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.audit-entry h2');
    await check('entry');
    expect(findings).toEqual([]);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  test('a copy is saved with its recordings, worked in, and merged with the folder beside it; a text that both corrected is settled in each way', async () => {
    const { page, complaints } = await bench.page('da');
    const findings: string[] = [];
    const check = async (where: string) => {
      for (const finding of await accessibilityFindings(page)) findings.push(`${where}: ${finding}`);
    };
    const read = <T>(path: string) =>
      page.evaluate(async (at) => (await fetch(at)).json() as Promise<unknown>, path) as Promise<T>;
    const to = join(folder, 'hos-bo.bagom');

    await page.goto(bench.address('/history'));
    await page.waitForSelector('.audit tbody tr');
    await page.keyboard.press('k');
    await page.waitForSelector('.copy-choices input');
    await check('copy');
    await page.keyboard.press('Control+a');
    await page.keyboard.type(to);
    await page.keyboard.press('Enter');
    await page.waitForSelector('.copy-place');
    expect(await page.textContent('.copy-place')).toBe(to);
    await check('copied');
    await page.keyboard.press('Escape');

    const source = (await read<{ id: string; title: string }[]>('/api/transcripts'))[0]!;
    const textNow = async () => (await read<{ text: string }>(`/api/transcripts/${source.id}`)).text;
    const text = await textNow();
    const theirs = await openStudy(to, { actor: 'Bo' });
    await saveVersion(theirs, source.id, { text: `${text}En linje fra Bo.\n`, reason: 'hørt igen' });
    const original = await theirs.keepOriginal(new TextEncoder().encode('en ny optagelse'));
    await theirs.commit('source.change', source.title, [
      { do: 'update', table: 'sources', id: source.id, set: { original, fileName: 'ny.mp3' } },
    ]);
    await theirs.close();
    await page.evaluate(
      async ([id, written, version]) => {
        const answer = await fetch(`/api/transcripts/${id}/correct`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ version, text: written, reason: 'rettet' }),
        });
        if (!answer.ok) throw new Error(await answer.text());
      },
      [
        source.id,
        `En linje herfra.\n${text}`,
        (await read<{ shown: number }>(`/api/transcripts/${source.id}/versions`)).shown,
      ] as const,
    );

    await page.goto(bench.address('/history'));
    await page.waitForSelector('.audit tbody tr');
    await page.keyboard.press('f');
    await page.waitForSelector('.dropzone');
    const choosing = page.waitForEvent('filechooser');
    await tabTo(page, /Vælg en fil/);
    await page.keyboard.press('Enter');
    await (await choosing).setFiles(to);
    await page.waitForSelector('.merge-people');
    expect(await page.textContent('.merge-result')).toContain('ny.mp3');
    const folderChoosing = page.waitForEvent('filechooser');
    await tabTo(page, /Vælg .media-mappen/);
    await page.keyboard.press('Enter');
    await (await folderChoosing).setFiles(to.replace(/bagom$/, 'media'));
    await page.waitForFunction(() =>
      document.querySelector('.merge-result')?.textContent.includes('kommer med'),
    );
    await check('with recordings');
    await tabTo(page, /^ *Flet ind/);
    await page.keyboard.press('Enter');
    await page.waitForSelector('.merge-done');
    expect(await page.textContent('.merge-result')).toContain('er kommet med');
    expect((await read<{ missingOriginals: unknown[] }>('/api/merge')).missingOriginals).toEqual([]);
    await tabTo(page, /Se konflikterne/);
    await page.keyboard.press('Enter');

    await page.waitForSelector('.conflict-sides .around');
    await check('two texts');
    const settled = async (key: string, first: boolean, last: boolean) => {
      await page.keyboard.press(key);
      await expect
        .poll(async () => {
          const now = await textNow();
          return [now.startsWith('En linje herfra.'), now.endsWith('En linje fra Bo.\n')];
        })
        .toEqual([first, last]);
      await page.waitForSelector('.settled');
      await expect.poll(() => page.textContent('.settled')).toMatch(/Udgave \d+ vises nu/);
    };
    await settled('2', false, true);
    await settled('3', true, true);
    await check('both put together');
    await settled('1', true, false);
    await page.keyboard.press('Control+z');
    await expect.poll(async () => (await textNow()).endsWith('En linje fra Bo.\n')).toBe(true);

    await page.goto(bench.address('/history'));
    await page.waitForSelector('.audit tbody tr');
    await page.getByLabel('Fra dag').focus();
    await page.keyboard.type('1.3.2026');
    await page.keyboard.press('Tab');
    await page.waitForURL(/since=2026-03-01/);
    expect(await page.getByLabel('Fra dag').inputValue()).toBe('01.03.2026');
    await page.keyboard.type('31.2.2026');
    await page.keyboard.press('Tab');
    await expect.poll(() => page.textContent('.audit-filter')).toContain('ikke en dato');
    await check('history narrowed down');
    expect(findings).toEqual([]);
    expect(complaints).toEqual([]);
    await page.context().close();
  });
});
