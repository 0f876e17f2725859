import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CHROMIUM, Workbench } from './workbench.fixture.js';

interface ReadVariable {
  id: string;
  name: string;
  role: string;
  recipe: { rules: object[] } | null;
  frequencies: { value: number; n: number }[];
}

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds wrong on the page as it stands. */
async function findings(page: Page, where: string): Promise<string[]> {
  await page.evaluate(axe);
  const found = await page.evaluate(async () => {
    const { violations } = await (
      window as unknown as {
        axe: { run(): Promise<{ violations: { id: string; nodes: { target: string[] }[] }[] }> };
      }
    ).axe.run();
    return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.target.join(' ')}`);
  });
  return found.map((one) => `${where} ${one}`);
}

const variables = (page: Page) =>
  page.evaluate(
    async () => ((await (await fetch('/api/survey')).json()) as { variables: ReadVariable[] }).variables,
  );

describe.skipIf(!CHROMIUM)('the survey workbench, by keyboard', () => {
  let bench: Workbench;
  beforeAll(async () => {
    bench = await Workbench.open();
  });
  afterAll(async () => bench.close());

  test('an age is recoded, estimated and crossed, and the recode undone and done again', async () => {
    const { page, complaints } = await bench.page('en');
    const wrong: string[] = [];
    const named = async (name: string) => (await variables(page)).find((one) => one.name === name);
    const age = (await named('alder'))!;
    await page.goto(bench.address(`/survey?variable=${age.id}`));
    await page.waitForSelector('.variable-view');

    // Recode: the proposal of life phases, its second rule changed, a name of our own.
    await page.keyboard.press('o');
    await page.waitForSelector('[role=dialog] .rule-rows input');
    wrong.push(...(await findings(page, 'recode')));
    await expect.poll(() => page.inputValue('.rule-rows li:nth-child(2) input')).toBe('30–49');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Control+a');
    await page.keyboard.type('30-39');
    await expect.poll(() => page.textContent('.recode-made')).toMatch(/No answer: [1-9]/);
    await page.keyboard.press('Control+a');
    await page.keyboard.type('30-49');
    await expect.poll(() => page.textContent('.recode-made')).toMatch(/No answer: 0/);
    await page.focus('[role=dialog] .recode-head input');
    await page.keyboard.press('Control+a');
    await page.keyboard.type('fase');
    await page.keyboard.press('Control+Enter');
    await expect.poll(async () => (await named('fase'))?.frequencies.length).toBe(4);
    await page.waitForSelector('.recipe-sentences');
    expect(await page.textContent('.recipe-sentences')).toContain('18–29 becomes 1 (18–29)');

    // Estimates of the new variable: four shares that the table writes out.
    await page.keyboard.press('2');
    await page.waitForSelector('.estimates tbody tr');
    expect(await page.locator('.estimates tbody tr').count()).toBe(4);
    wrong.push(...(await findings(page, 'estimates')));

    // A crosstab by gender, chosen by letters in the open list.
    await page.keyboard.press('3');
    await page.focus('.work-controls .select button');
    await page.keyboard.press('Enter');
    await page.waitForSelector('[role=listbox]');
    await page.keyboard.type('Køn');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.crosstab tbody tr');
    await page.waitForSelector('[role=listbox]', { state: 'detached' });
    expect(await page.locator('.crosstab tbody tr').count()).toBe(4);
    expect(await page.textContent('.test-words')).toMatch(/Rao-Scott: F\([\d., ]+\) = [\d.]+, p/);
    wrong.push(...(await findings(page, 'crosstab')));

    await page.keyboard.press('5');
    await page.waitForSelector('.missing-view table');
    wrong.push(...(await findings(page, 'missing')));
    await page.keyboard.press('d');
    await page.waitForSelector('[role=dialog] .sample-understood dl');
    wrong.push(...(await findings(page, 'sample')));
    await page.keyboard.press('Escape');
    await page.waitForSelector('[role=dialog]', { state: 'detached' });

    await page.keyboard.press('Control+z');
    await expect.poll(() => named('fase')).toBeUndefined();
    await page.keyboard.press('Control+Shift+KeyZ');
    await expect.poll(async () => (await named('fase'))?.recipe?.rules.length).toBe(4);
    expect(wrong).toEqual([]);
    expect(complaints).toEqual([]);
    await page.context().close();
  });
});
