import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { accessibilityFindings } from './accessibility.fixture.js';
import { CHROMIUM, Workbench } from './workbench.fixture.js';

interface Codebook {
  codes: {
    id: string;
    name: string;
    path: string;
    persons: number;
    passages: number;
    parentId: string | null;
  }[];
}

describe.skipIf(!CHROMIUM)('the codebook by keyboard alone', () => {
  let bench: Workbench;
  beforeAll(async () => {
    bench = await Workbench.open();
  });
  afterAll(async () => bench.close());

  const read = <T>(page: Page, path: string) =>
    page.evaluate(async (at) => (await fetch(at)).json() as Promise<unknown>, path) as Promise<T>;
  const codes = async (page: Page) => (await read<Codebook>(page, '/api/coding/codebook')).codes;
  const named = async (page: Page, name: string) => (await codes(page)).find((code) => code.name === name);
  /** An act of the command palette. */
  const act = async (page: Page, name: string) => {
    await page.keyboard.press('Control+k');
    await page.waitForSelector('[role=dialog] input');
    await page.keyboard.type(name);
    await page.keyboard.press('Enter');
  };
  /** Goes on with the tab key until what has the focus is inside what the selector names. */
  const tabInto = async (page: Page, selector: string) => {
    for (let i = 0; i < 60; i++) {
      if (await page.evaluate((at) => document.activeElement?.closest(at) !== null, selector)) return;
      await page.keyboard.press('Tab');
    }
    throw new Error(`${selector} was not reached`);
  };

  test('the tree is walked, closed and opened by the arrows, and each line says its counts; a button’s name comes with the focus', async () => {
    const { page, complaints } = await bench.page('da');
    await page.goto(bench.address('/coding'));
    await page.waitForSelector('.code-row');
    const first = (await codes(page))[0]!;
    const at = () =>
      page.evaluate(() => {
        const row = document.activeElement;
        return { id: row?.getAttribute('data-code'), open: row?.getAttribute('aria-expanded') };
      });
    const lines = () => page.locator('.code-row').count();
    const all = await lines();
    await tabInto(page, '.code-head');
    await expect.poll(() => page.locator('.tooltip').textContent()).toContain('kode');
    await page.keyboard.press('Escape');
    await expect.poll(() => page.locator('.tooltip').count()).toBe(0);
    await tabInto(page, '.code-row');
    expect(await at()).toEqual({ id: first.id, open: 'true' });
    expect(await page.getByRole('treeitem').first().ariaSnapshot()).toContain(
      `${first.name} , ${first.persons} personer, ${first.passages} tekststeder`,
    );
    await page.keyboard.press('ArrowLeft');
    await expect.poll(at).toEqual({ id: first.id, open: 'false' });
    expect(await lines()).toBeLessThan(all);
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    const child = (await codes(page)).find(({ parentId }) => parentId === first.id)!;
    await expect.poll(at).toMatchObject({ id: child.id });
    await expect.poll(() => page.url()).toContain(`code=${child.id}`);
    await page.keyboard.press('ArrowLeft');
    await expect.poll(at).toEqual({ id: first.id, open: 'true' });
    expect(await lines()).toBe(all);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  test('a code is dragged before another, and under one; it is not dropped in itself', async () => {
    const { page } = await bench.page('en');
    await page.goto(bench.address('/coding'));
    await page.waitForSelector('.code-row');
    const row = (id: string) => page.locator(`.code-row[data-code="${id}"]`);
    const before = await codes(page);
    const top = before[0]!;
    const [first, second, third] = before.filter(({ parentId }) => parentId === top.id);
    const order = async () =>
      (await codes(page)).filter(({ parentId }) => parentId === top.id).map(({ id }) => id);
    await row(first!.id).dragTo(row(third!.id), { targetPosition: { x: 60, y: 3 } });
    await expect.poll(async () => (await order()).slice(0, 3)).toEqual([second!.id, first!.id, third!.id]);
    await page.keyboard.press('Control+z');
    await expect.poll(async () => (await order())[0]).toBe(first!.id);
    await row(first!.id).dragTo(row(second!.id));
    await expect.poll(async () => (await named(page, first!.name))?.parentId).toBe(second!.id);
    await page.keyboard.press('Control+z');
    await expect.poll(async () => (await named(page, first!.name))?.parentId).toBe(top.id);
    await row(top.id).dragTo(row(second!.id));
    await page.keyboard.press('End');
    expect(await codes(page)).toEqual(before);
    await page.context().close();
  });

  test('a code is split and the parts merged again; every dialog on the way is accessible', async () => {
    const { page, complaints } = await bench.page('da');
    const findings: string[] = [];
    const check = async (where: string) => {
      for (const finding of await accessibilityFindings(page)) findings.push(`${where}: ${finding}`);
    };
    const before = (await named(page, 'Angst og uro'))!;
    await page.goto(bench.address(`/coding?code=${before.id}`));
    await page.waitForSelector('.meaning');

    await act(page, 'Del koden');
    await page.waitForSelector('.coding-pick');
    await check('split');
    await page.keyboard.type('Uro');
    await tabInto(page, '.coding-pick');
    await page.keyboard.press('Space');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Space');
    await tabInto(page, '.dialog-foot .main');
    await page.keyboard.press('Enter');
    await expect.poll(async () => (await named(page, 'Uro'))?.passages).toBe(2);
    const part = (await named(page, 'Uro'))!;
    expect([part.parentId, (await named(page, 'Angst og uro'))?.passages]).toEqual([
      before.parentId,
      before.passages - 2,
    ]);

    await page.goto(bench.address(`/coding?code=${before.id}`));
    await page.waitForSelector('.meaning');
    await act(page, 'Læg sammen');
    await page.waitForSelector('.coding-pick');
    await check('merge');
    await page.keyboard.type('Uro');
    await expect.poll(() => page.textContent('.coding-pick')).toContain('Uro');
    await tabInto(page, '.coding-pick');
    await page.keyboard.press('Space');
    await tabInto(page, '.dialog-foot .main');
    await page.keyboard.press('Enter');
    await expect.poll(async () => (await named(page, 'Angst og uro'))?.passages).toBe(before.passages);
    expect(await named(page, 'Uro')).toBe(undefined);
    await expect.poll(() => page.textContent('.meaning details:last-of-type summary')).toContain('(2)');

    await page.keyboard.press('Control+z');
    await expect.poll(async () => (await named(page, 'Uro'))?.passages).toBe(2);
    for (const [name, selector] of [
      ['Navn og definition', '.code-names'],
      ['Omkod', '.coding-pick'],
      ['Farv grenen', '.hues'],
      ['Slet kode', '.dialog-foot .danger'],
    ] as const) {
      await act(page, name);
      await page.waitForSelector(selector);
      await check(name);
      await page.keyboard.press('Escape');
      await page.waitForSelector('.modal', { state: 'detached' });
    }
    expect(findings).toEqual([]);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  test('proposals are kept and struck, and only those kept are coded, as one act', async () => {
    const { page, complaints } = await bench.page('en');
    const before = (await named(page, 'Ensom blandt andre'))!;
    await page.goto(bench.address(`/coding?view=proposals&code=${before.id}`));
    await page.waitForSelector('.proposal-form input[type=text]');
    expect(await accessibilityFindings(page)).toEqual([]);
    await tabInto(page, '.proposal-form input[type=text]');
    await page.keyboard.type('tandlæge, hunden');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.proposal');
    await tabInto(page, '.proposal-list');
    await page.keyboard.press('y');
    await page.keyboard.press('x');
    await page.keyboard.press('y');
    await expect.poll(() => page.textContent('.proposal-head')).toContain('2 kept, 1 struck');
    expect(await accessibilityFindings(page)).toEqual([]);
    await page.keyboard.press('Control+Enter');
    await expect
      .poll(async () => (await named(page, 'Ensom blandt andre'))?.passages)
      .toBe(before.passages + 2);
    await page.keyboard.press('Control+z');
    await expect.poll(async () => (await named(page, 'Ensom blandt andre'))?.passages).toBe(before.passages);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  test('the words of a coding become an example of its code with X, stand at the code, and are undone', async () => {
    const { page, complaints } = await bench.page('da');
    const code = (await named(page, 'Skam'))!;
    const at = `/api/coding/codes/${code.id}`;
    const examples = async () =>
      (await read<{ examples: { words: string }[] }>(page, `${at}/examples`)).examples.map(
        (one) => one.words,
      );
    const { codings } = await read<{
      codings: { id: string; sourceId: string; from: number; to: number; words: string }[];
    }>(page, `${at}/codings`);
    const [coding] = codings;
    await page.goto(
      bench.address(
        `/coding?source=${coding!.sourceId}&coding=${coding!.id}&from=${coding!.from}&to=${coding!.to}`,
      ),
    );
    await page.waitForSelector('.here-coding.chosen');
    expect(await examples()).toEqual([]);
    await page.keyboard.press('x');
    await expect.poll(examples).toHaveLength(1);
    await expect.poll(() => page.textContent('.meaning')).toContain('Eksempler fra teksterne (1)');
    // The same words show nothing more.
    await page.keyboard.press('x');
    await expect.poll(() => page.textContent('.status-line')).toContain('allerede et eksempel');
    await page.keyboard.press('Control+z');
    await expect.poll(examples).toEqual([]);
    expect(complaints).toEqual([]);
  });

  test('words are annotated and bookmarked, and the note is found among the memos', async () => {
    const { page, complaints } = await bench.page('da');
    await page.goto(bench.address('/coding'));
    await page.waitForSelector('.cm-content');
    await page.focus('.cm-content');
    await page.keyboard.press('Control+Home');
    for (let i = 0; i < 14; i++) await page.keyboard.press('Shift+ArrowRight');
    await page.keyboard.press('a');
    await page.waitForSelector('.dialog input');
    await page.keyboard.type('Tøver her');
    expect(await accessibilityFindings(page)).toEqual([]);
    await tabInto(page, '.dialog-foot .main');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.cm-annotated');
    await page.focus('.cm-content');
    const marks = async () =>
      (await read<{ bookmarks: unknown[] }>(page, '/api/coding/bookmarks')).bookmarks.length;
    const before = await marks();
    await page.keyboard.press('b');
    await expect.poll(marks).toBe(before + 1);

    await page.goto(bench.address('/coding?view=memos'));
    await page.waitForSelector('.memo-row');
    await expect.poll(() => page.textContent('.memo-reading h2')).toBe('Tøver her');
    expect(await accessibilityFindings(page)).toEqual([]);
    expect(complaints).toEqual([]);
    await page.context().close();
  });
});
