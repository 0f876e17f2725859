import { openStudy } from '@bagom/store';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CHROMIUM, Workbench } from '../e2e/workbench.fixture.js';

describe.skipIf(!CHROMIUM)('what the page says is saved', () => {
  let bench: Workbench;
  beforeAll(async () => {
    bench = await Workbench.open();
  });
  afterAll(async () => bench.close());

  test('is on disk, though the program is killed the moment the page has said it; a change without an answer is not said to be', async () => {
    const { page } = await bench.page('en');
    const rename = async (title: string) => {
      await page.waitForSelector('.start-head h1');
      await page.click('.start-head h1 .button');
      await page.waitForSelector('[role=dialog] input');
      await page.fill('[role=dialog] input >> nth=0', title);
      await page.click('.dialog-foot .button.main');
    };
    await rename('Said to be saved');
    await page.waitForFunction(
      () =>
        document.querySelector('.said')?.textContent?.includes('Said to be saved') === true &&
        document.querySelector('.saved')?.textContent === 'All is saved',
    );
    await bench.kill();

    const study = await openStudy(bench.study, { mode: 'read' });
    expect([...study.state.studies.values()].map(({ title }) => title)).toEqual(['Said to be saved']);
    expect(await study.verify()).toEqual([]);
    await study.close();

    await page.click('[role=dialog] button[slot=close]', { timeout: 1000 }).catch(() => undefined);
    await rename('Never answered');
    await expect.poll(() => page.textContent('.saved')).toBe('The last change is not saved');
  });
});
