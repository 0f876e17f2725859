import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { accessibilityFindings } from './accessibility.fixture.js';
import { CHROMIUM, Workbench } from './workbench.fixture.js';

interface Study {
  info: { codings: number };
}

describe.skipIf(!CHROMIUM)('the coding desk by keyboard alone', () => {
  let bench: Workbench;
  beforeAll(async () => {
    bench = await Workbench.open();
  });
  afterAll(async () => bench.close());

  test('a transcript is imported, selected words and a turn are coded, the last code repeated, a memo written; all is undone and done again', async () => {
    const { page, complaints } = await bench.page('en');
    const codings = async () =>
      (await page.evaluate(async () => (await fetch('/api/study')).json() as Promise<Study>)).info.codings;
    const caretTo = async (down: number) => {
      await page.focus('.cm-content');
      await page.keyboard.press('Control+Home');
      for (let i = 0; i < down; i++) await page.keyboard.press('ArrowDown');
    };
    const use = async (typed: string) => {
      await page.waitForSelector('[role=dialog] input');
      await page.keyboard.type(typed);
      await page.keyboard.press('Enter');
      await page.waitForSelector('[role=dialog]', { state: 'detached' });
    };

    // The file dialog is the browser's own; everything before and after it is keys.
    await page.goto(bench.address('/transcripts'));
    await page.waitForSelector('h1');
    await page.getByRole('button', { name: 'Import transcript' }).first().press('Enter');
    const sample = new URL('../samples/transcripts/excerpt.txt', import.meta.url).pathname;
    await page.locator('input[type=file]').first().setInputFiles(sample);
    await page.locator('.transcript-preview').waitFor();
    await page.getByRole('button', { name: 'Import', exact: true }).press('Enter');
    await page.locator('.transcript-preview').waitFor({ state: 'detached' });

    await page.goto(bench.address('/coding'));
    await page.waitForSelector('.cm-content');
    const before = await codings();
    await page.focus('.cm-content');
    await page.keyboard.press('o');
    await use('excerpt');
    await page.locator('.text-tab.shown', { hasText: 'excerpt' }).waitFor();
    expect(await page.locator('.text-tab').count()).toBe(2);

    await caretTo(0);
    for (let i = 0; i < 9; i++) await page.keyboard.press('Shift+ArrowRight');
    await page.keyboard.press('c');
    await use('afvisning');
    await expect.poll(codings).toBe(before + 1);
    await page.locator('.here-coding', { hasText: 'fvisning' }).waitFor();
    // What is at the caret is said, with the code and the coder.
    await expect
      .poll(() => page.locator('.margin-section [role=status]').textContent())
      .toMatch(/^1\scode here: .*fvisning.* \(.+\)$/);

    await caretTo(2);
    await page.keyboard.press('t');
    await use('afvisning');
    await expect.poll(codings).toBe(before + 2);

    await caretTo(4);
    for (let i = 0; i < 6; i++) await page.keyboard.press('Shift+ArrowRight');
    await page.keyboard.press('1');
    await expect.poll(codings).toBe(before + 3);
    await page.locator('.here-coding').first().waitFor();

    await page.keyboard.press('m');
    await page.waitForSelector('[role=dialog] input');
    await page.keyboard.type('A thought');
    await page.getByRole('button', { name: 'Save' }).press('Enter');
    await page.locator('.memo-item', { hasText: 'A thought' }).waitFor();
    expect(await accessibilityFindings(page)).toEqual([]);

    await page.focus('.cm-content');
    const counted = page.locator('.coding-counts > span').first();
    await counted.filter({ hasText: '3 codings' }).waitFor();
    for (let i = 0; i < 4; i++) {
      await page.keyboard.press('Control+z');
      await page.locator('.said', { hasText: 'Undone' }).waitFor();
      await expect.poll(codings).toBe(before + Math.min(3, 3 - i));
    }
    await expect.poll(codings).toBe(before);
    await counted.filter({ hasText: '0 codings' }).waitFor();
    await page.locator('.surface-bar').first().waitFor({ state: 'detached' });
    for (let i = 0; i < 4; i++) await page.keyboard.press('Control+Shift+KeyZ');
    await expect.poll(codings).toBe(before + 3);
    await counted.filter({ hasText: '3 codings' }).waitFor();
    await page.locator('.memo-item', { hasText: 'A thought' }).waitFor();

    expect(complaints).toEqual([]);
    await page.context().close();
  });

  test('open texts are switched and closed by keys, and are there again with their place after a reload', async () => {
    const { page, complaints } = await bench.page('en');
    await page.goto(bench.address('/coding'));
    await page.waitForSelector('.cm-content');
    const shown = async () => (await page.locator('.text-tab.shown').textContent()) ?? '';
    const first = await shown();
    await page.focus('.cm-content');
    await page.keyboard.press('o');
    await page.waitForSelector('[role=dialog] input');
    for (let i = 0; i < 5; i++) await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect.poll(shown).not.toBe(first);
    const second = await shown();
    const top = () => page.locator('.cm-scroller').evaluate((box) => box.scrollTop);
    await page.locator('.cm-scroller').evaluate(
      (box) =>
        new Promise((resolve) => {
          box.addEventListener('scrollend', resolve, { once: true });
          box.scrollTop = 900;
        }),
    );
    await page.focus('.cm-content');
    await page.keyboard.press(',');
    await expect.poll(shown).toBe(first);
    await page.keyboard.press('.');
    await expect.poll(shown).toBe(second);
    await page.reload();
    await page.waitForSelector('.surface-bar');
    expect(await page.locator('.text-tab').count()).toBe(2);
    await expect.poll(top).toBeGreaterThan(500);

    await page.focus('.cm-content');
    await page.keyboard.press('w');
    await expect.poll(shown).toBe(first.replace(/\s+$/, ''));
    expect(await page.locator('.text-tab').count()).toBe(1);

    await page.keyboard.press('?');
    const keys = page.getByRole('dialog');
    for (const name of ['Open another text', 'Next open text', 'Previous open text', 'Close the text'])
      await keys.getByText(name, { exact: true }).waitFor();
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  test('codings on the interviewer’s words are counted apart, and hidden and shown by a key', async () => {
    const { page } = await bench.page('en');
    await page.goto(bench.address('/coding'));
    await page.waitForSelector('.surface-bar');
    await page.focus('.cm-content');
    await page.keyboard.press('Control+Home');
    // The interviewer speaks first.
    for (let i = 0; i < 8; i++) await page.keyboard.press('Shift+ArrowRight');
    await page.keyboard.press('2');
    const toggle = page.getByRole('button', { name: /on the interviewer’s words/ });
    await toggle.waitFor();
    await page.locator('.here-coding', { hasText: 'the interviewer’s words' }).waitFor();
    await page.locator('.surface-bar.asked').first().waitFor();
    await page.keyboard.press('Shift+I');
    await page.locator('.surface-bar.asked').first().waitFor({ state: 'detached' });
    expect(await toggle.getAttribute('aria-pressed')).toBe('false');
    await page.keyboard.press('Shift+I');
    await page.locator('.surface-bar.asked').first().waitFor();
    await page.context().close();
  });
});
