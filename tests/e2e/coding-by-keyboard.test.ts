import { copyFileSync, existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { update, type StudyState } from '@bagom/core';
import { openStudy } from '@bagom/store';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { format } from '../../packages/web/src/format.js';
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

  /** All rows that the story makes, and how many operations made them. */
  const onDisk = async () => {
    const study = await openStudy(bench.study, { mode: 'read' });
    try {
      const { sources, coders, codes, codings, memos, memoLinks } = study.state;
      const rows = (table: ReadonlyMap<string, object>) =>
        [...table].toSorted(([a], [b]) => (a < b ? -1 : 1));
      return {
        operations: study.seq,
        rows: [sources, coders, codes, codings, memos, memoLinks].map(rows),
      };
    } finally {
      await study.close();
    }
  };

  test.each([
    ['da', da],
    ['en', en],
  ] as const)(
    'in %s',
    async (language, m) => {
      const f = format(language);
      const { page, complaints } = await bench.page(language);
      page.setDefaultTimeout(10_000);
      const keys = new Keyboard(page);
      const transcript = join(bench.folder, 'palle.txt');
      writeFileSync(transcript, TRANSCRIPT);
      const text = m.transcripts.textOf('palle');
      const codeItem = (name: string) => page.getByRole('treeitem', { name: new RegExp(`^${name}\\s*,`) });
      /** The words coded on disk, by code. */
      const coded = () =>
        stored(({ codes, codings }) =>
          Object.fromEntries(
            [...codes.values()].map(({ id, name }) => [
              name,
              [...codings.values()]
                .filter(({ codeId }) => codeId === id)
                .map(({ from, to }) => TRANSCRIPT.slice(from, to)),
            ]),
          ),
        );
      /** What the study was on disk after each operation. */
      const first = await onDisk();
      const states = [first.rows];
      /** One operation more is on disk; and one stands well. */
      const step = async (where: string) => {
        await expect
          .poll(async () => (await onDisk()).operations, { message: where })
          .toBe(first.operations + states.length);
        states.push((await onDisk()).rows);
        await keys.stand(where);
      };
      /** In a dialog that finds: types, and takes the first. */
      const find = async (typed: string) => {
        await keys.inDialog(`find ${typed}`);
        await keys.type(typed);
        await keys.press('Enter');
        await page.waitForSelector('.palette', { state: 'detached' });
      };

      // The transcript.
      await page.waitForSelector('h1');
      await keys.press('Tab');
      await keys.stand('overview');
      await keys.press('g', '4');
      await page.waitForURL('**/transcripts**');
      await keys.stand('no transcripts');
      await keys.use(m.transcripts.import);
      await keys.inDialog('import');
      await keys.chooseFile(m.shell.importChoose, transcript);
      await page.waitForSelector('.transcript-preview');
      await keys.stand('preview');
      const turns = () => page.locator('.preview-turns li').count();
      expect(await turns()).toBe(6);
      const grammar = new RegExp(m.transcripts.preview.grammar);
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
          .getByText(m.transcripts.preview.reasons.chosen())
          .waitFor();
        await keys.stand(`the role of ${label}`);
      }
      expect(await stored(({ sources }) => sources.size)).toBe(0);
      await keys.use(m.shell.importDo);
      await page.locator('.surface-speaker', { hasText: 'Palle' }).first().waitFor();
      await keys.stand('imported');
      expect(await stored(({ sources }) => [...sources.values()].map(({ title }) => title))).toEqual([
        'palle',
      ]);

      await step('imported');

      // Codes are made, and words coded with them.
      await keys.use(m.transcripts.toCoding, 'link');
      await page.waitForSelector('.cm-content');
      await keys.stand('the desk');
      for (const name of ['Arbejde', 'Savnet']) {
        await keys.use(m.coding.newCode);
        await keys.inDialog('new code');
        await keys.type(name);
        await keys.use(m.shell.save);
        await codeItem(name).waitFor();
        await step(`${name} is made`);
      }

      await keys.tabTo('textbox', text);
      await keys.press('Control+Home', 'ArrowDown*2', 't');
      await keys.inDialog('who codes');
      await keys.type('Kirsten Lund');
      await keys.use(m.shell.save);
      await step('a coder');
      // The desk is read anew for whoever codes now; the hand is still in the text.
      await expect.poll(() => keys.at('textbox', text)).toBe(true);

      await keys.press('Control+Home', 'ArrowDown*2', 't');
      await find('Arbejde');
      await step('a turn is coded');
      await keys.press('Control+Home', 'ArrowDown*8', 'Home', 'ArrowRight', 'Shift+ArrowRight*27', 'c');
      await find('Savnet');
      await step('a span is coded');
      await keys.press('Control+End', 'ArrowUp', 'Home', 'ArrowRight', 'Shift+ArrowRight*25', 'i');
      await keys.inDialog('in vivo');
      await keys.press('Enter');
      await step('a code is made of the words');
      await keys.press('Home', 'ArrowUp*2', 'Home', 'ArrowRight', 'Shift+ArrowRight*15', '1');
      await step('the last code again');
      const inVivo = 'Er det ikke det, alle vil';
      expect(await coded()).toEqual({
        Arbejde: ['Hvad jeg laver? Jeg slår græs, og jeg har nøgle til værkstedet.'],
        Savnet: ['Hvor skulle jeg ellers være'],
        [inVivo]: [inVivo, 'Så er du savnet'],
      });
      await keys.press('ArrowLeft', 'Delete');
      await step('a coding is removed by its key');
      await keys.press('Control+End', 'ArrowUp', 'Home', 'ArrowRight');
      await keys.use(m.coding.remove);
      await step('a coding is removed by its button');
      expect((await coded())[inVivo]).toEqual([]);

      // A memo on the coding of the turn, linked to a code.
      await keys.tabTo('textbox', text, 'Shift+Tab');
      await keys.press('Control+Home', 'ArrowDown*2', 'End', 'm');
      await keys.inDialog('memo');
      await keys.type('Nøglen');
      await keys.tabTo('textbox', m.coding.memoBody);
      await keys.type('Han nævner nøglen før alt andet.');
      await keys.use(m.memos.link);
      await find('Savnet');
      await keys.stand('linked');
      await keys.use(m.shell.save);
      await step('a memo is written');
      expect(
        await stored(({ memos, memoLinks, codings, codes }) => {
          const [memo] = memos.values();
          const [link] = memoLinks.values();
          return [
            memo?.about,
            codes.get(codings.get(memo?.aboutId ?? '')?.codeId ?? '')?.name,
            memo?.title,
            memo?.body,
            codes.get(link?.aboutId ?? '')?.name,
          ];
        }),
      ).toEqual(['coding', 'Arbejde', 'Nøglen', 'Han nævner nøglen før alt andet.', 'Savnet']);

      // The codebook: merged, split, renamed.
      const choose = async (name: string) => {
        await keys.tabTo('treeitem', /./, 'Shift+Tab');
        await keys.press('Home');
        await keys.arrowTo('treeitem', new RegExp(`^${name}\\s*,`));
      };
      const act = async (name: string) => {
        await keys.use(m.coding.codeActs);
        await page.waitForSelector('[role=menuitem]');
        await keys.arrowTo('menuitem', name);
        await keys.press('Enter');
        await keys.inDialog(name);
      };
      await choose('Arbejde');
      await act(m.codebook.merge);
      await keys.type('Savnet');
      await keys.tabTo('option', /Savnet/);
      await keys.press('Space');
      await keys.use(m.codebook.mergeAct(f.count(1, m.words.counts.codes)));
      await step('merged');
      expect((await coded())['Arbejde']).toHaveLength(2);
      await choose('Arbejde');
      await act(m.codebook.split);
      await keys.type('Ventes');
      await keys.tabTo('option', /./);
      await keys.arrowTo('option', /Hvor skulle jeg/);
      await keys.press('Space');
      await keys.use(m.codebook.splitAct(f.count(1, m.words.counts.codings)));
      await step('split');
      expect((await coded())['Ventes']).toEqual(['Hvor skulle jeg ellers være']);
      await choose('Ventes');
      await keys.press('e');
      await keys.inDialog('rename');
      await keys.press('Control+a');
      await keys.type('Nogen venter');
      await keys.use(m.shell.save);
      await step('renamed');

      // Undone to the very start, and done again.
      const back = async (to: number) => {
        await keys.press('Control+z');
        await shows(to, 'undone');
      };
      let operations = first.operations + states.length - 1;
      /** An undo or redo is an operation of its own; after it the study is as it was after this many of the others. */
      const shows = async (to: number, where: string) => {
        operations++;
        await expect
          .poll(async () => (await onDisk()).operations, { message: `${where} to ${to}` })
          .toBe(operations);
        const { rows } = await onDisk();
        expect({ to, rows }).toEqual({ to, rows: states[to] });
        await keys.stand(`${where} to ${to}`);
      };
      for (let to = states.length - 2; to >= 0; to--) await back(to);
      await page.locator('.empty-state').waitFor();
      await keys.press('Control+z');
      await page.getByText(m.shell.nothingToUndo).waitFor();
      for (let to = 1; to < states.length; to++) {
        await keys.press('Control+Shift+KeyZ');
        await shows(to, 'done again');
      }
      await page.locator('.surface-bar').first().waitFor();

      // Past a reload, and past a new start of the program.
      await back(states.length - 2);
      await page.reload();
      await page.waitForSelector('.cm-content');
      await keys.press('Tab');
      await back(states.length - 3);
      await bench.restart();
      await page.goto(bench.url);
      await page.waitForSelector('h1');
      await keys.press('Tab');
      await back(states.length - 4);
      for (const step of [3, 2, 1]) {
        await keys.press('Control+Shift+KeyZ');
        await shows(states.length - step, 'done again');
      }

      // A colleague's copy is merged, what both wrote is decided, and the merge is undone whole.
      const copy = join(bench.folder, 'bo.bagom');
      copyFileSync(bench.study, copy);
      if (existsSync(`${bench.study}-wal`)) copyFileSync(`${bench.study}-wal`, `${copy}-wal`);
      const theirs = await openStudy(copy, { actor: 'Bo' });
      const [arbejde, venter] = ['Arbejde', 'Nogen venter'].map((name) =>
        [...theirs.state.codes.values()].find((code) => code.name === name)!,
      );
      await theirs.commit('code.save', 'Arbejde', [update('codes', arbejde!.id, { definition: 'Bos ord' })]);
      await theirs.commit('code.save', 'Nogen venter', [update('codes', venter!.id, { use: 'Bos brug' })]);
      await theirs.close();
      const written = () =>
        stored(({ codes, mergedCopies }) => [
          codes.get(arbejde!.id)?.definition,
          codes.get(venter!.id)?.use,
          mergedCopies.size,
        ]);

      await keys.press('g', '6');
      await page.waitForSelector('.cm-content');
      await choose('Arbejde');
      await keys.press('e');
      await keys.inDialog('define');
      await keys.tabTo('textbox', m.coding.definition);
      await keys.type('Vores ord');
      await keys.use(m.shell.save);
      await expect.poll(written).toEqual(['Vores ord', '', 0]);
      await keys.stand('defined');

      await keys.press('g', 'a');
      await page.waitForSelector('.audit tbody tr');
      await keys.stand('history');
      await keys.press('f');
      await keys.inDialog('merge a copy');
      await keys.chooseFile(m.shell.importChoose, copy);
      await page.waitForSelector('.merge-people');
      await keys.stand('what the copy brings');
      expect(await written()).toEqual(['Vores ord', '', 0]);
      await keys.use(m.history.mergeDo);
      await page.waitForSelector('.merge-done');
      await keys.stand('the copy is merged');
      expect(await written()).toEqual(['Vores ord', 'Bos brug', 1]);
      await keys.use(m.history.toConflicts);
      await page.waitForSelector('.conflict-sides');
      await keys.stand('the conflict');
      await keys.use(m.history.chooseTheirs);
      await expect.poll(written).toEqual(['Bos ord', 'Bos brug', 1]);
      await page.waitForSelector('.decided');
      await keys.stand('decided');
      await expect.poll(() => keys.at('button', m.history.chooseTheirs)).toBe(true);
      await keys.press('Control+z');
      await expect.poll(written).toEqual(['Vores ord', 'Bos brug', 1]);
      await keys.stand('not decided');
      await keys.press('Control+z');
      await expect.poll(written).toEqual(['Vores ord', '', 0]);
      await page.waitForSelector('.empty-state');
      await keys.stand('the merge is undone');

      // What is undone away is asked for once more while the page learns that it is gone; nothing else is refused.
      const gone = /status of 422 .*\/api\/coding\/(codes|sources)\//;
      expect(complaints.filter((one) => !gone.test(one))).toEqual([]);
      await page.context().close();
    },
    300_000,
  );
});
