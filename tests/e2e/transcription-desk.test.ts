import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { wave } from '../../packages/server/src/recordings/wave.fixture.js';
import { accessibilityFindings } from './accessibility.fixture.js';
import { CHROMIUM, Workbench } from './workbench.fixture.js';

const editor = (page: Page) => page.locator('.writing .cm-content');
const text = (page: Page) => editor(page).innerText();
const state = (page: Page) => page.locator('.desk-state');

describe.skipIf(!CHROMIUM)('texts are corrected and written', () => {
  let bench: Workbench;
  beforeAll(async () => {
    bench = await Workbench.open();
  });
  afterAll(async () => bench.close());

  async function open(path: string): Promise<{ page: Page; complaints: string[] }> {
    const { page, complaints } = await bench.page('en');
    await page.waitForSelector('h1');
    await page.goto(bench.address(path));
    return { page, complaints };
  }

  test('a coded text is corrected by keyboard: what follows is told first, versions are compared, undo takes it back', async () => {
    const { page, complaints } = await open('/transcripts?view=desk');
    await editor(page).waitFor();
    await page.locator('.desk-coded').first().waitFor();
    const before = await text(page);
    await editor(page).focus();
    await page.keyboard.press('Control+h');
    await page.getByLabel('Find', { exact: true }).fill('jeg');
    await page.getByLabel('Replace with').fill('JEG');
    await page.locator('.replace-places li').first().waitFor();
    expect(await accessibilityFindings(page)).toEqual([]);
    await page.keyboard.press('Enter');
    expect(await text(page)).toContain('JEG');
    await state(page).getByText('The draft is on the disk').waitFor();

    // The draft is there when the page is opened anew.
    await page.reload();
    await editor(page).waitFor();
    expect(await text(page)).toContain('JEG');
    await editor(page).focus();
    await page.keyboard.press('Control+s');
    await page.locator('.version-counts').waitFor();
    expect(await page.locator('.version-rows tbody tr').count()).toBeGreaterThan(0);
    expect(await accessibilityFindings(page)).toEqual([]);
    await page.keyboard.type('names');
    await page.keyboard.press('Enter');
    await page.locator('.surface:not(.writing) .cm-content').waitFor();
    await page.getByRole('radio', { name: 'Versions' }).click();
    await page.locator('.difference del', { hasText: 'jeg' }).first().waitFor();
    expect(await page.locator('.difference ins').first().innerText()).toBe('JEG');
    expect(await accessibilityFindings(page)).toEqual([]);
    await page.keyboard.press('Control+z');
    await page.getByText('The text has one version only').waitFor();
    await page.getByRole('radio', { name: 'Correct and write' }).click();
    await editor(page).waitFor();
    expect(await text(page)).toBe(before);
    expect(complaints).toEqual([]);
  });

  test('a coding whose words are taken out is listed as lost, and placed again on other words', async () => {
    const { page, complaints } = await open('/transcripts?view=desk');
    await page.locator('.desk-coded').first().waitFor();
    const words = await page.locator('.desk-coded').first().innerText();
    await editor(page).focus();
    await page.keyboard.press('Control+h');
    await page.getByLabel('Find', { exact: true }).fill(words);
    await page.getByText('Whole words only').click();
    await page.getByRole('button', { name: /Replace all/ }).click();
    await editor(page).focus();
    await page.keyboard.press('Control+s');
    await page.locator('.version-gone').first().waitFor();
    await page.getByRole('button', { name: 'Save as a new version' }).last().click();
    await page.locator('.lost-list blockquote').first().waitFor();
    const count = await page.locator('.lost-list').getByRole('button', { name: 'Place again' }).count();
    expect(count).toBeGreaterThan(0);
    expect(await accessibilityFindings(page)).toEqual([]);
    const surface = page.locator('.surface .cm-content');
    await surface.focus();
    await page.keyboard.press('Control+Home');
    for (let i = 0; i < 12; i++) await page.keyboard.press('Shift+ArrowRight');
    await page.locator('.lost-list').getByRole('button', { name: 'Place again' }).first().click();
    await page.getByText('has been placed again').first().waitFor();
    expect(complaints).toEqual([]);
  });

  test('an interview is written down from its recording with the keys of a foot pedal', async () => {
    const { page, complaints } = await open('/transcripts');
    await page.getByRole('button', { name: 'New empty transcript' }).click();
    await page.getByLabel('Title').fill('Interview 29');
    await page.keyboard.press('Enter');
    await editor(page).waitFor();
    const file = join(dirname(bench.study), 'interview.wav');
    writeFileSync(file, wave(30));
    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      page.getByRole('button', { name: 'Add a recording' }).click(),
    ]);
    await chooser.setFiles(file);
    await page.locator('.desk-wave').waitFor();
    await page.getByText('0:00 of 0:30').waitFor();
    expect(await accessibilityFindings(page)).toEqual([]);

    await editor(page).focus();
    await page.keyboard.press('Control+Enter');
    await page.keyboard.type('Hvor bor du?');
    await page.locator('.desk-wave').focus();
    for (let i = 0; i < 2; i++) await page.keyboard.press('ArrowRight');
    await editor(page).focus();
    await page.keyboard.press('Control+Enter');
    await page.keyboard.type('I Ry.');
    expect((await text(page)).trim().split(/\n+/)).toEqual(['Interviewer: Hvor bor du?', 'IP: I Ry.']);
    expect(await page.locator('.desk-times').innerText()).toContain('0:10');
    await page.keyboard.press('F4');
    await page.getByRole('button', { name: 'Pause' }).waitFor();
    await page.locator('.desk-heard', { hasText: 'I Ry.' }).waitFor();
    await page.keyboard.press('F4');
    await page.getByRole('button', { name: 'Play', exact: true }).waitFor();
    await page.keyboard.press('F9');
    await page.getByText('1.1 ×').waitFor();
    await page.keyboard.press('F2');
    await page.keyboard.press('F10');
    await page.getByText('Loop from here').waitFor();
    await page.keyboard.press('F10');
    await state(page).getByText('The draft is on the disk').waitFor();
    await page.keyboard.press('Control+s');
    await page.locator('.version-report').waitFor();
    await page.keyboard.press('Enter');
    await page.locator('.surface:not(.writing) .surface-number', { hasText: '0:10' }).waitFor();
    expect(complaints).toEqual([]);
  });

  test('two parts lie on one clock and are played as one; the second device begins where it is said to', async () => {
    const { page, complaints } = await open('/transcripts');
    await page.getByRole('button', { name: 'New empty transcript' }).click();
    await page.getByLabel('Title').fill('Interview in two parts');
    await page.keyboard.press('Enter');
    await editor(page).waitFor();
    const add = async (seconds: number, name: string, button: string) => {
      const file = join(dirname(bench.study), name);
      writeFileSync(file, wave(seconds));
      const [chooser] = await Promise.all([
        page.waitForEvent('filechooser'),
        page.getByRole('button', { name: button }).click(),
      ]);
      await chooser.setFiles(file);
      await page.locator('.desk-recording', { hasText: name }).waitFor();
    };
    await add(3, 'part 1.wav', 'Add a recording');
    await add(20, 'part 2.wav', 'Add another recording');
    await page.locator('.desk-clock').getByText('0:00 of 0:03').waitFor();
    await editor(page).focus();
    // The first part ends, and the second goes on at its place on the clock.
    await page.locator('.desk-wave').focus();
    await page.keyboard.press('End');
    await page.keyboard.press('F2');
    await page.keyboard.press('F4');
    await page
      .locator('.desk-clock')
      .getByText(/^0:0[5-9] of 0:23$/)
      .waitFor();
    await page.keyboard.press('F4');
    // Back over the seam.
    await page.locator('.desk-wave').focus();
    await page.keyboard.press('Home');
    await page.keyboard.press('F2');
    await page.locator('.desk-clock').getByText('0:01 of 0:03').waitFor();
    expect(await accessibilityFindings(page)).toEqual([]);
    const begins = page.locator('.desk-recording', { hasText: 'part 2.wav' }).getByLabel('Begins at');
    await begins.fill('0:00');
    await begins.press('Enter');
    await page.getByText('Empty: after the one before it, here 0:00').last().waitFor();
    await page.getByRole('button', { name: /Choose recording/ }).click();
    await page.getByRole('option', { name: /part 2.wav/ }).click();
    await page.locator('.desk-clock').getByText('0:01 of 0:20').waitFor();
    expect(complaints).toEqual([]);
  });

  test('the wave of compressed sound is read in pieces; half a file as far as it goes', async () => {
    const { page, complaints } = await open('/transcripts');
    await page.getByRole('button', { name: 'New empty transcript' }).click();
    await page.getByLabel('Title').fill('Compressed');
    await page.keyboard.press('Enter');
    await editor(page).waitFor();
    const recorded = await page.evaluate(async () => {
      const context = new AudioContext();
      const tone = context.createOscillator();
      const to = context.createMediaStreamDestination();
      tone.connect(to);
      tone.start();
      const recorder = new MediaRecorder(to.stream, { mimeType: 'audio/webm' });
      const parts: Blob[] = [];
      recorder.ondataavailable = ({ data }) => parts.push(data);
      const stopped = new Promise((resolve) => (recorder.onstop = resolve));
      recorder.start(100);
      await new Promise((resolve) => setTimeout(resolve, 3000));
      recorder.stop();
      await stopped;
      return [...new Uint8Array(await new Blob(parts).arrayBuffer())];
    });
    const bytes = Buffer.from(recorded);
    const heard = async (name: string, piece: Buffer, button: string) => {
      const file = join(dirname(bench.study), name);
      writeFileSync(file, piece);
      const [chooser] = await Promise.all([
        page.waitForEvent('filechooser'),
        page.getByRole('button', { name: button }).click(),
      ]);
      await chooser.setFiles(file);
      await page
        .locator('.desk-recording', { hasText: name })
        .getByText(/· 0:0\d/)
        .waitFor();
      return Number(
        /· 0:0(\d)/.exec(await page.locator('.desk-recording', { hasText: name }).innerText())?.[1],
      );
    };
    const whole = await heard('whole.webm', bytes, 'Add a recording');
    expect(whole).toBeGreaterThanOrEqual(2);
    await page.locator('.desk-wave').waitFor();
    const half = await heard('half.webm', bytes.subarray(0, bytes.length / 2), 'Add another recording');
    expect(half).toBeLessThan(whole);
    // A file that only begins as sound has no wave, and that is said; nothing else happens.
    const file = join(dirname(bench.study), 'nonsense.mp3');
    writeFileSync(file, Buffer.concat([Buffer.from('ID3'), Buffer.alloc(5000, 0x5a)]));
    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      page.getByRole('button', { name: 'Add another recording' }).click(),
    ]);
    await chooser.setFiles(file);
    await page.locator('.desk-recording', { hasText: 'nonsense.mp3' }).waitFor();
    await page.getByRole('button', { name: /Choose recording/ }).click();
    await page.getByRole('option', { name: /nonsense.mp3/ }).click();
    await page.getByText('The wave could not be read').waitFor();
    expect(complaints).toEqual([]);
  });

  test('a recording that is none is refused with a sentence, and a half one is played as far as it goes', async () => {
    const { page } = await open('/transcripts?view=desk');
    await editor(page).waitFor();
    const add = async (bytes: Buffer, name: string) => {
      const file = join(dirname(bench.study), name);
      writeFileSync(file, bytes);
      const [chooser] = await Promise.all([
        page.waitForEvent('filechooser'),
        page.getByRole('button', { name: 'Add a recording' }).click(),
      ]);
      await chooser.setFiles(file);
    };
    await add(Buffer.from('<html><script>window.ran = 1</script>'), 'lyd.mp3');
    await page.getByText('is no sound file that Bagom knows').waitFor();
    await add(wave(20).subarray(0, 44 + 2 * 8000 * 5), 'halv.wav');
    await page.getByText('The file is cut short: it promises 0:20, and 0:05 are there').waitFor();
    await page.getByText('0:00 of 0:05').waitFor();
    await page.keyboard.press('F4');
    await page.getByRole('button', { name: 'Pause' }).waitFor();
    expect(await page.evaluate(() => (window as { ran?: number }).ran)).toBeUndefined();
  });
});
