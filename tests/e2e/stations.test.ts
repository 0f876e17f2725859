import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { accessibilityFindings } from './accessibility.fixture.js';
import { CHROMIUM, Workbench } from './workbench.fixture.js';

const STATIONS = [
  'survey',
  'classes',
  'fieldwork',
  'transcripts',
  'masking',
  'coding',
  'comparison',
  'claims',
  'report',
];
/** Waits until nothing is loading and the page is at rest. */
async function settled(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle');
  await page.waitForSelector('h1');
}

describe.skipIf(!CHROMIUM)('the workbench on the demo study', () => {
  let bench: Workbench;
  beforeAll(async () => {
    bench = await Workbench.open();
  });
  afterAll(async () => bench.close());

  for (const language of ['da', 'en'] as const) {
    test(`every station opens in ${language}, says nothing wrong and is accessible`, async () => {
      const { page, complaints } = await bench.page(language);
      await settled(page);
      expect(await page.getAttribute('html', 'lang')).toBe(language);
      const findings: string[] = [];
      for (const path of ['', ...STATIONS]) {
        await page.goto(bench.address(`/${path}`));
        await settled(page);
        for (const finding of await accessibilityFindings(page)) findings.push(`/${path} ${finding}`);
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        if (overflow > 0) findings.push(`/${path} is ${overflow} px wider than the window`);
      }
      expect(findings).toEqual([]);
      expect(complaints).toEqual([]);
      await page.context().close();
    });
  }

  test('the pages ask nobody but the workbench', async () => {
    const { page } = await bench.page('da');
    const elsewhere: string[] = [];
    page.on('request', (request) => {
      const { origin, protocol } = new URL(request.url());
      if (protocol.startsWith('http') && origin !== new URL(bench.url).origin) elsewhere.push(request.url());
    });
    for (const path of STATIONS) {
      await page.goto(bench.address(`/${path}`));
      await settled(page);
    }
    expect(elsewhere).toEqual([]);
    await page.context().close();
  });

  test('without the token nothing is shown', async () => {
    const answer = await fetch(bench.address('/api/study'));
    expect(answer.status).toBe(401);
    const page = await fetch(bench.address('/'));
    expect(page.status).toBe(401);
  });
});
