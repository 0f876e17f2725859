import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { accessibilityFindings } from './accessibility.fixture.js';
import { CHROMIUM, Workbench } from './workbench.fixture.js';

describe.skipIf(!CHROMIUM)('search', () => {
  let bench: Workbench;
  beforeAll(async () => {
    bench = await Workbench.open();
  });
  afterAll(async () => bench.close());

  test.each(['da', 'en'] as const)(
    'from anywhere, by keyboard alone, to the place and back (%s)',
    async (language) => {
      const { page, complaints } = await bench.page(language);
      await page.waitForSelector('.topbar-tools');
      await page.keyboard.press('/');
      await page.waitForSelector('.search-modal input:focus');
      expect(await accessibilityFindings(page)).toEqual([]);
      await page.keyboard.type('ensomme');
      await page.waitForSelector('.search-hit mark');
      expect(await accessibilityFindings(page)).toEqual([]);
      const kinds = await page.locator('.search-head strong').allTextContents();
      expect(kinds.length).toBeGreaterThan(3);
      // Each place shows the word it was found by, in one form or another.
      const marks = await page.locator('.search-hit mark').allTextContents();
      expect(marks.filter((mark) => !/^ensom/i.test(mark))).toEqual([]);

      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      await page.waitForURL(/\/coding\?source=/);
      await page.waitForSelector('.cm-content');
      expect(new URL(page.url()).searchParams.get('from')).not.toBe(null);

      // What was searched comes back, and typing replaces it.
      await page.keyboard.press('/');
      await page.waitForSelector('.search-hit mark');
      expect(await page.locator('.search-modal input').inputValue()).toBe('ensomme');
      await page.keyboard.type('qqqq');
      await page.waitForSelector('.search-modal [role=status]');
      expect(await page.locator('.search-hit').count()).toBe(0);
      await page.keyboard.press('Escape');
      await page.waitForSelector('.search-modal', { state: 'detached' });
      expect(complaints).toEqual([]);
      await page.context().close();
    },
  );

  test('one kind alone is shown when it is chosen, with all its places', async () => {
    const { page } = await bench.page('da');
    await page.waitForSelector('.topbar-tools');
    await page.keyboard.press('/');
    await page.keyboard.type('venner');
    await page.waitForSelector('.search-hit mark');
    const texts = page.locator('.search-kinds button').nth(1);
    const total = Number((await texts.locator('.search-n').textContent())?.replace('.', ''));
    await texts.click();
    await expect.poll(() => page.locator('.search-hit').count()).toBe(Math.min(total, 100));
    await page.context().close();
  });
});
