import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { accessibilityFindings } from './accessibility.fixture.js';
import { tabTo } from './tab-to.fixture.js';
import { CHROMIUM, Workbench } from './workbench.fixture.js';

interface Samples {
  doubleCodings: { id: string; name: string; blind: boolean; sourceIds: string[]; resolutions: number }[];
}

/** All that was read is read anew. */
const SLOWLY = { timeout: 15_000 };

describe.skipIf(!CHROMIUM)('coders', () => {
  let bench: Workbench;
  beforeAll(async () => {
    bench = await Workbench.open();
  });
  afterAll(async () => bench.close());

  /** As a script asks: nobody in particular. */
  const ask = <T>(page: Page, path: string): Promise<T> =>
    page.evaluate(async (at) => (await fetch(at)).json() as Promise<unknown>, path) as Promise<T>;

  test('a disagreement is settled by keyboard alone, with a reason', async () => {
    const { page, complaints } = await bench.page('en');
    const settled = async () =>
      (await ask<Samples>(page, '/api/coding/double-codings')).doubleCodings[0]!.resolutions;
    await page.goto(bench.address('/coding?view=coders&part=disagreements'));
    await page.waitForSelector('.disagreement[data-selected]');
    await page.waitForSelector('.surface-bar');
    const before = await settled();
    const first = await page.textContent('.disagreement[data-selected]');
    await page.keyboard.press('n');
    await expect.poll(() => page.textContent('.disagreement[data-selected]')).not.toBe(first);
    await page.keyboard.press('p');
    await expect.poll(() => page.textContent('.disagreement[data-selected]')).toBe(first);
    await page.keyboard.press('x');
    await page.keyboard.press('Enter');
    await expect.poll(() => page.textContent('.status-line')).toContain('Write a reason first');
    expect(await settled()).toBe(before);
    await page.keyboard.type('Mentioned, not told about.');
    await page.keyboard.press('Enter');
    await expect.poll(settled).toBe(before + 1);
    await expect.poll(() => page.textContent('.disagreement[data-selected]')).not.toBe(first);
    await page.keyboard.press('Escape');
    await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
    await page.keyboard.press('Control+z');
    await expect.poll(settled).toBe(before);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  test('a sample is drawn, coded blind and opened again; blind, nobody sees the other', async () => {
    const { page, complaints } = await bench.page('en');
    await page.goto(bench.address('/coding?view=coders&part=sample'));
    await page.waitForSelector('.coders-part');
    await tabTo(page, /^Draw sample/u);
    await page.keyboard.press('Enter');
    await page.waitForSelector('[role=dialog] table');
    await page.keyboard.press('Control+a');
    await page.keyboard.type('Second');
    await tabTo(page, /^Draw 9/u);
    await page.keyboard.press('Enter');
    await expect
      .poll(async () => (await ask<Samples>(page, '/api/coding/double-codings')).doubleCodings.at(-1))
      .toMatchObject({ name: 'Second', blind: true });
    const { doubleCodings } = await ask<Samples>(page, '/api/coding/double-codings');
    const { sourceIds } = doubleCodings.at(-1)!;

    await page.goto(bench.address(`/coding?source=${sourceIds[0]}`));
    await page.waitForSelector('.blind-notice');
    expect(await page.textContent('.blind-notice')).toContain('You see only your own codings');
    await page.waitForSelector('.surface-code');
    const by = () =>
      page.$$eval('.surface-code small', (names) => [...new Set(names.map((one) => one.textContent))]);
    expect(await by()).toEqual(['SB']);

    // Another window in which somebody else says who they are: this one is theirs too, with what they may see.
    const other = await page.context().newPage();
    await other.goto(bench.address('/coding'));
    const { coders } = await ask<{ coders: { id: string; initials: string }[] }>(
      other,
      '/api/coding/codebook',
    );
    const become = (initials: string) =>
      other.evaluate(
        (id) => localStorage.setItem('bagom.coding.coder', JSON.stringify(id)),
        coders.find((one) => one.initials === initials)!.id,
      );
    await become('KTL');
    await expect.poll(by, SLOWLY).toEqual(['KTL']);
    await become('SB');
    await expect.poll(by, SLOWLY).toEqual(['SB']);
    await other.close();

    await page.goto(bench.address('/report'));
    await page.waitForSelector('.printed-table figcaption');
    const captions = await page.$$eval('.printed-table figcaption', (all) =>
      all.map((one) => one.textContent),
    );
    // In the report's language, which is Danish.
    expect(captions.join('\n')).toContain(
      'Kodninger af 9 tekster, der stadig kodes blindt, er ikke talt med',
    );
    const manual = await page.evaluate(async () => (await fetch('/files/codebook.txt')).text());
    expect(manual).toContain('9 tekster, der stadig kodes blindt');

    await page.goto(bench.address('/coding?view=coders&part=sample'));
    await page.waitForSelector('.coders-part');
    await tabTo(page, /^End the blindness/u);
    await page.keyboard.press('Enter');
    await expect
      .poll(async () => (await ask<Samples>(page, '/api/coding/double-codings')).doubleCodings.at(-1)!.blind)
      .toBe(false);
    await page.goto(bench.address(`/coding?source=${sourceIds[0]}`));
    await page.waitForSelector('.surface-code');
    await expect.poll(async () => (await by()).some((names) => names?.includes('KTL'))).toBe(true);
    expect(await page.$('.blind-notice')).toBeNull();
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  test('agreement is shown on every unit, with intervals', async () => {
    const { page, complaints } = await bench.page('da');
    await page.goto(bench.address('/coding?view=coders&part=agreement'));
    await page.waitForSelector('.agreement-all .interval-line', { state: 'attached' });
    expect(await page.textContent('.agreement-compared')).toContain('sætninger');
    await tabTo(page, /^(Tegn|Sætninger)$/u);
    while ((await page.evaluate(() => document.activeElement?.textContent)) !== 'Replikker')
      await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    await expect.poll(() => page.textContent('.agreement-compared')).toContain('replikker');
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  test('no part has a finding of axe', async () => {
    const { page } = await bench.page('da');
    for (const part of ['sample', 'agreement', 'disagreements']) {
      await page.goto(bench.address(`/coding?view=coders&part=${part}`));
      await page.waitForSelector('.coders-part, .agreement-all, .disagreement');
      await page.waitForLoadState('networkidle');
      expect((await accessibilityFindings(page)).map((one) => `${part}: ${one}`)).toEqual([]);
    }
    await page.context().close();
  });
});
