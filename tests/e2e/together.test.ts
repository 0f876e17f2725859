import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStudy } from '@bagom/store';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { accessibilityFindings } from './accessibility.fixture.js';
import { CHROMIUM, Workbench } from './workbench.fixture.js';

/** Goes on with the tab key until what has the focus is named so. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  for (let i = 0; i < 80; i++) {
    const focused = await page.evaluate(() => {
      const element = document.activeElement;
      if (!element?.matches('button, a')) return '';
      return `${element.getAttribute('aria-label') ?? ''} ${element.textContent}`;
    });
    if (name.test(focused)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`nothing named ${String(name)} has the focus`);
}

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
});
