import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CHROMIUM, Workbench } from './workbench.fixture.js';

interface Info {
  info: { codings: number; operations: number };
}

describe.skipIf(!CHROMIUM)('by keyboard alone', () => {
  let bench: Workbench;
  beforeAll(async () => {
    bench = await Workbench.open();
  });
  afterAll(async () => bench.close());

  test('words are selected, given a code, and the coding is undone and done again', async () => {
    const { page, complaints } = await bench.page('da');
    const codings = async () =>
      (await page.evaluate(async () => (await fetch('/api/study')).json() as Promise<Info>)).info.codings;
    await page.goto(bench.address('/coding'));
    await page.waitForSelector('.cm-content');
    const before = await codings();

    await page.focus('.cm-content');
    await page.keyboard.press('Control+Home');
    for (let i = 0; i < 3; i++) await page.keyboard.press('ArrowDown');
    for (let i = 0; i < 12; i++) await page.keyboard.press('Shift+ArrowRight');
    await page.keyboard.press('c');
    await page.waitForSelector('[role=dialog] input');
    await page.keyboard.type('afvisning');
    await page.keyboard.press('Enter');
    await expect.poll(codings).toBe(before + 1);

    await page.keyboard.press('Control+z');
    await expect.poll(codings).toBe(before);
    await page.keyboard.press('Control+Shift+KeyZ');
    await expect.poll(codings).toBe(before + 1);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  test('the palette leads to every station', async () => {
    const { page } = await bench.page('en');
    await page.waitForSelector('h1');
    await page.keyboard.press('Control+k');
    await page.waitForSelector('[role=dialog] input');
    await page.keyboard.type('claims');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/claims**');
    await expect.poll(() => page.textContent('h1')).toContain('Claims');
    await page.context().close();
  });
});
