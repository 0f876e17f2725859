import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { StudyState } from '@bagom/core';
import { openStudy } from '@bagom/store';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { da } from '../../packages/web/src/messages/da.js';
import { en } from '../../packages/web/src/messages/en.js';
import { Keyboard } from './keyboard.fixture.js';
import { CHROMIUM, Workbench } from './workbench.fixture.js';

/** Palle asks back, so that he is taken for the interviewer until somebody puts it right. */
const TRANSCRIPT = `Sanne: Fortæl, hvad du laver her.

Palle: Hvad jeg laver? Jeg slår græs, og jeg har nøgle til værkstedet.

Sanne: Du er her hver dag.

Palle: Hvor skulle jeg ellers være? De venter på mig om morgenen. [griner]

Sanne: Så er du savnet, når du ikke kommer.

Palle: Er det ikke det, alle vil? At nogen lægger mærke til det.
`;

describe.skipIf(!CHROMIUM)('from a transcript to a merged study by keyboard alone', () => {
  let bench: Workbench;
  beforeEach(async () => {
    bench = await Workbench.open('new');
  });
  afterEach(async () => bench.close());

  /** What is on disk now. */
  async function stored<T>(read: (state: StudyState) => T): Promise<T> {
    const study = await openStudy(bench.study, { mode: 'read' });
    try {
      return read(study.state);
    } finally {
      await study.close();
    }
  }

  test.each([
    ['da', da],
    ['en', en],
  ] as const)('in %s', async (language, m) => {
    const { page, complaints } = await bench.page(language);
    const keys = new Keyboard(page);
    const transcript = join(bench.folder, 'palle.txt');
    writeFileSync(transcript, TRANSCRIPT);
    const codes = () =>
      stored(({ codes: all, codings }) =>
        Object.fromEntries(
          [...all.values()].map(({ id, name }) => [
            name,
            [...codings.values()].filter(({ codeId }) => codeId === id).length,
          ]),
        ),
      );

    // The transcript.
    await page.waitForSelector('h1');
    await keys.press('Tab');
    await keys.stand('overview');
    await keys.press('g', '4');
    await page.waitForURL('**/transcripts**');
    await keys.stand('no transcripts');
    await keys.use(m.transcripts.import);
    await keys.stand('import');
    await keys.chooseFile(m.shell.importChoose, transcript);
    await page.waitForSelector('.transcript-preview');
    await keys.stand('preview');
    const turns = () => page.locator('.preview-turns li').count();
    expect(await turns()).toBe(6);
    const grammar = new RegExp(`${m.transcripts.preview.grammar}`);
    await keys.use(grammar);
    await page.getByRole('option', { name: m.transcripts.preview.grammars.monologue }).waitFor();
    await keys.stand('ways of reading');
    await keys.press('End', 'Enter');
    await page.locator('.preview-label', { hasText: '—' }).first().waitFor();
    await keys.stand('one voice');
    await keys.use(grammar);
    await page.getByRole('option').first().waitFor();
    await keys.press('Home', 'Enter');
    await page.locator('.preview-speakers').waitFor();
    for (const [label, step] of [
      ['Palle', 'ArrowDown'],
      ['Sanne', 'ArrowUp'],
    ] as const) {
      await keys.use(new RegExp(m.transcripts.preview.roleOf(label)));
      await page.getByRole('option', { name: m.words.role.other }).waitFor();
      await keys.press(step, 'Enter');
      await page
        .locator('.preview-speakers li', { hasText: label })
        .getByText(m.transcripts.preview.reasons.chosen('0'))
        .waitFor();
      await keys.stand(`the role of ${label}`);
    }
    expect(await stored(({ sources }) => sources.size)).toBe(0);
    await keys.use(m.shell.importDo);
    await page.locator('.surface-speaker', { hasText: 'Palle' }).first().waitFor();
    await keys.stand('imported');
    expect(await stored(({ sources }) => [...sources.values()].map(({ title }) => title))).toEqual(['palle']);

    // Codes are made, and words coded with them.
    await keys.use(m.transcripts.toCoding, 'link');
    await page.waitForSelector('.cm-content');
    await keys.stand('the desk');
    const text = m.transcripts.textOf('palle');
    const makeCode = async (name: string) => {
      await keys.use(m.coding.newCode);
      await keys.stand('new code');
      await keys.type(name);
      await keys.use(m.shell.save);
      await page.locator('.code-item', { hasText: name }).waitFor();
      await keys.stand(`made ${name}`);
    };
    await makeCode('Arbejde');
    await makeCode('Savnet');
    await expect.poll(codes).toEqual({ Arbejde: 0, Savnet: 0 });

    await keys.tabTo('textbox', text);
    await keys.press('Control+Home', 'ArrowDown*2', 't');
    await keys.stand('who codes');
    await keys.type('Kirsten Lund');
    await keys.use(m.shell.save);
    await page.waitForSelector('.modal', { state: 'detached' });
    await page.waitForSelector('.cm-content');
    await keys.stand('a coder');
    // The desk is read anew for whoever codes now; the hand is still in the text.
    await expect.poll(() => keys.at('textbox', text)).toBe(true);
    const code = async (key: string, typed: string) => {
      await keys.press(key);
      await page.waitForSelector('[role=dialog] input');
      await keys.stand('palette');
      await keys.type(typed);
      await keys.press('Enter');
      await page.waitForSelector('[role=dialog]', { state: 'detached' });
      await keys.stand(`coded ${typed}`);
    };
    await keys.press('Control+Home', 'ArrowDown*2');
    await code('t', 'arbejde');
    await expect.poll(codes).toEqual({ Arbejde: 1, Savnet: 0 });
    await keys.press('Control+Home', 'ArrowDown*6', 'Home', 'Shift+ArrowRight*12');
    await code('c', 'savnet');
    await expect.poll(codes).toEqual({ Arbejde: 1, Savnet: 1 });
    const spans = () =>
      stored(({ codings, sourceVersions }) => [...codings.values()].map(({ from, to }) => [from, to]));
    console.log(await spans(), await stored(({ codings }) => [...codings.values()]));
  });
});
