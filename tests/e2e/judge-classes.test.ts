import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { accessibilityFindings } from './accessibility.fixture.js';
import { tabTo } from './tab-to.fixture.js';
import { CHROMIUM, Workbench } from './workbench.fixture.js';

interface Models {
  models: { id: string; classes: number; weightId: string | null; chosen: boolean; reason: string | null }[];
}
interface Analyses {
  analyses: { kind: string }[];
}

describe.skipIf(!CHROMIUM)('judging classes by keyboard alone', () => {
  let bench: Workbench;
  beforeAll(async () => {
    bench = await Workbench.open();
  });
  afterAll(async () => bench.close());

  test('a model is fitted, tested, chosen with a reason, and written up', async () => {
    const { page, complaints } = await bench.page('en');
    const ask = <T>(path: string) =>
      page.evaluate(async (url) => (await fetch(url)).json() as Promise<unknown>, path) as Promise<T>;
    const unweighted = async () =>
      (await ask<Models>('/api/classes')).models.find(({ weightId, classes }) => !weightId && classes === 2);
    await page.goto(bench.address('/classes'));
    await page.waitForSelector('.model-view');

    await page.waitForSelector('.page-acts .button:not([data-disabled])');
    await page.keyboard.press('b');
    await page.waitForSelector('[role=dialog]');
    await tabTo(page, /^To$/u);
    await page.keyboard.press('Control+a');
    await page.keyboard.type('2');
    await tabTo(page, /region\)/u);
    await page.keyboard.press('Enter');
    await page.keyboard.press('Home');
    await page.keyboard.press('Enter');
    await tabTo(page, /^Fit classes$/u);
    await page.keyboard.press('Enter');
    await expect.poll(unweighted, { timeout: 60_000 }).toBeTruthy();
    const model = (await unweighted())!;

    await page.goto(bench.address(`/classes?model=${model.id}&view=choose`));
    await page.waitForSelector('.enumeration');
    await page.keyboard.press('3');
    await page.waitForSelector('.checks');
    await page.keyboard.press('1');
    await tabTo(page, /^Samples/u);
    await page.keyboard.press('Control+a');
    await page.keyboard.type('39');
    await page.keyboard.press('Tab');
    await tabTo(page, /Run the BLRT of 1 against 2/u);
    await page.keyboard.press('Enter');
    const analyses = async () =>
      (await ask<Analyses>(`/api/classes/${model.id}/analyses`)).analyses.map(({ kind }) => kind);
    await expect.poll(analyses, { timeout: 120_000 }).toEqual(['likelihood-ratio']);
    await expect.poll(() => page.textContent('.model-view')).toContain('2 classes fit better than 1');

    await tabTo(page, /^Why/u);
    await page.keyboard.type('Two kinds of people stand apart.');
    await page.keyboard.press('Tab');
    await tabTo(page, /Use this model/u);
    await page.keyboard.press('Enter');
    await expect
      .poll(async () => {
        const { chosen, reason } = (await unweighted())!;
        return { chosen, reason };
      })
      .toEqual({ chosen: true, reason: 'Two kinds of people stand apart.' });

    await page.keyboard.press('6');
    await expect.poll(() => page.textContent('.methods-text')).toContain('Two kinds of people stand apart.');
    expect(await page.textContent('.methods-text')).toMatch(/BLRT\) giver for 1 mod 2 klasser/u);
    expect(await page.textContent('.checklist')).toContain('Standardfejl er ikke beregnet endnu');
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  test('no view has a finding of axe', async () => {
    const { page, complaints } = await bench.page('da');
    for (const view of ['choose', 'profile', 'trust', 'explain', 'respondents', 'methods']) {
      await page.goto(bench.address(`/classes?view=${view}`));
      await page.waitForSelector('.model-view section');
      await page.waitForLoadState('networkidle');
      const found = (await accessibilityFindings(page)).map((one) => `${view}: ${one}`);
      expect(found).toEqual([]);
    }
    expect(complaints).toEqual([]);
    await page.context().close();
  });
});
