import { readQuestionnaire, readSurveyFile } from '@bagom/formats';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CHROMIUM, Workbench } from './workbench.fixture.js';

interface Survey {
  waves: { name: string; questionnaireFile: string | null }[];
  variables: { name: string; label: string }[];
}

const sample = (name: string) => new URL(`../samples/questionnaires/${name}`, import.meta.url).pathname;

describe.skipIf(!CHROMIUM)('a survey’s files on the page', () => {
  let bench: Workbench;
  beforeAll(async () => {
    bench = await Workbench.open();
  });
  afterAll(async () => bench.close());

  test('a wave is saved with the classes of a model, its codebook put back in other words, and that undone', async () => {
    const { page, complaints } = await bench.page('da');
    const survey = () => page.evaluate(async () => (await fetch('/api/survey')).json() as Promise<Survey>);
    const labelOf = async (name: string) =>
      (await survey()).variables.find((one) => one.name === name)?.label;
    const saved = async (): Promise<Uint8Array> => {
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('link', { name: 'Gem filen' }).click(),
      ]);
      return readFileSync(await download.path());
    };
    await page.goto(bench.address('/survey'));
    await page.waitForSelector('h1');
    await page.keyboard.press('e');
    await page.getByRole('button', { name: /Klasser/ }).click();
    await page.getByRole('option', { name: /3 klasser/ }).click();
    await expect.poll(() => page.textContent('[role=dialog]')).toContain('p_klasse3');
    const sav = readSurveyFile(await saved(), 'a.sav');
    expect(sav.rows).toBe(2300);
    expect(sav.columns.map(({ name }) => name)).not.toContain('nr');
    expect(sav.columns.find(({ name }) => name === 'klasse')?.labels).toHaveLength(3);

    await page.getByRole('button', { name: /Filtype/ }).click();
    await page.getByRole('option', { name: /DDI/ }).click();
    await expect.poll(() => page.textContent('[role=dialog]')).toContain('.xml');
    const codebook = new TextDecoder().decode(await saved());
    const described = await readQuestionnaire(new TextEncoder().encode(codebook), 'a.xml');
    expect(described.variables.map(({ name }) => name)).toEqual(sav.columns.map(({ name }) => name));
    await page.keyboard.press('Escape');

    const before = await labelOf('ensom');
    await page.keyboard.press('q');
    const changed = Buffer.from(codebook.replace(`<labl>${before}</labl>`, '<labl>Ensomhed i dag</labl>'));
    await page.setInputFiles('[role=dialog] input[type=file]', {
      name: 'kodebog.xml',
      mimeType: 'text/xml',
      buffer: changed,
    });
    await expect.poll(() => page.textContent('[role=dialog]')).toContain('Ensomhed i dag');
    expect(await labelOf('ensom')).toBe(before);
    await page.getByRole('button', { name: 'Læg spørgeskemaet på' }).click();
    await expect.poll(() => labelOf('ensom')).toBe('Ensomhed i dag');
    await page.keyboard.press('Control+z');
    await expect.poll(() => labelOf('ensom')).toBe(before);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  test('answers and their questionnaire are read in together', async () => {
    const { page, complaints } = await bench.page('en');
    await page.goto(bench.address('/survey'));
    await page.waitForSelector('h1');
    await page.keyboard.press('i');
    const files = page.locator('[role=dialog] input[type=file]');
    await files.first().setInputFiles(sample('limesurvey-answers.csv'));
    await expect.poll(() => files.count()).toBe(2);
    await files.nth(1).setInputFiles(sample('limesurvey.lss'));
    await expect.poll(() => page.textContent('[role=dialog]')).toContain('questions found their column');
    await page.getByRole('button', { name: 'Import', exact: true }).click();
    await page.waitForSelector('[role=dialog]', { state: 'detached' });
    const { waves } = await page.evaluate(async () => (await fetch('/api/survey')).json() as Promise<Survey>);
    expect(waves.map(({ questionnaireFile }) => questionnaireFile)).toContain('limesurvey.lss');
    expect(complaints).toEqual([]);
    await page.context().close();
  });
});
