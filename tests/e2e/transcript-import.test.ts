import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CHROMIUM, Workbench } from './workbench.fixture.js';

const sample = (name: string) => new URL(`../samples/transcripts/${name}`, import.meta.url).pathname;

describe.skipIf(!CHROMIUM)('a transcript is shown before it is kept', () => {
  let bench: Workbench;
  beforeAll(async () => {
    bench = await Workbench.open();
  });
  afterAll(async () => bench.close());

  async function openImport(path: string): Promise<{ page: Page; complaints: string[] }> {
    const { page, complaints } = await bench.page('en');
    await page.waitForSelector('h1');
    await page.goto(bench.address('/transcripts'));
    await page.getByRole('button', { name: 'Import transcript' }).first().click();
    await page.locator('input[type=file]').first().setInputFiles(path);
    await page.locator('.transcript-preview').waitFor();
    return { page, complaints };
  }
  const turns = (page: Page) => page.locator('.preview-turns li').allTextContents();

  test('another way of reading and another role are chosen with the keyboard, and kept as they were shown', async () => {
    const { page, complaints } = await openImport(sample('excerpt.txt'));
    expect(await turns(page)).toHaveLength(6);
    const grammar = page.getByRole('button', { name: /Who speaks is read from/ });
    await grammar.focus();
    await page.keyboard.press('Enter');
    await page.getByRole('option', { name: /Nothing: one voice/ }).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.locator('.preview-label', { hasText: '—' }).first().waitFor();
    expect(await page.locator('.preview-speakers').count()).toBe(0);
    await grammar.focus();
    await page.keyboard.press('Enter');
    await page.getByRole('option', { name: /Names with a colon/ }).waitFor();
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    const role = page.getByRole('button', { name: /The role of Palle/ });
    await role.focus();
    await page.keyboard.press('Enter');
    await page.getByRole('option', { name: 'other' }).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.getByText('chosen by you').waitFor();
    expect(await page.locator('.preview-turns li.other').count()).toBe(3);
    await page.getByRole('button', { name: 'Import', exact: true }).click();
    await page.locator('.source-list').getByText('excerpt', { exact: true }).click();
    await page.locator('.surface-speaker.other', { hasText: 'Palle' }).first().waitFor();
    expect(complaints).toEqual([]);
  });

  test('scripts inside a transcript are words or told, never run, and nothing they point to is asked for', async () => {
    const path = join(dirname(bench.study), 'script.html');
    writeFileSync(
      path,
      '<!doctype html><html><body onload="window.ran=1"><script>window.ran=2</script><p>Interviewer: Hvad står der?</p><p>IP: Der står &lt;img src=x onerror="window.ran=3"&gt; og &lt;script&gt;window.ran=4&lt;/script&gt;.<img src="http://198.51.100.7/x.png" onerror="window.ran=5"></p></body></html>',
    );
    const { page, complaints } = await openImport(path);
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    expect((await turns(page)).join('\n')).toContain(
      '<img src=x onerror="window.ran=3"> og <script>window.ran=4</script>',
    );
    expect(await page.getByText('script or style, not read and not run').count()).toBeGreaterThan(0);
    await page.getByRole('button', { name: 'Import', exact: true }).click();
    await page.locator('.source-list').getByText('script', { exact: true }).click();
    await page.locator('.surface .cm-line', { hasText: '<script>window.ran=4</script>' }).waitFor();
    expect(await page.evaluate(() => (window as { ran?: number }).ran)).toBeUndefined();
    expect(asked.filter((url) => !url.startsWith(new URL(bench.url).origin))).toEqual([]);
    expect(complaints).toEqual([]);
  });
});
