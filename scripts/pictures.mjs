// node scripts/pictures.mjs: takes the guide's pictures anew, every station and its views in both languages, from a fresh demo study.
import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { ensureBuilt, ensureInstalled, root } from './ready.mjs';

ensureInstalled();
ensureBuilt();
const [target = join(root, 'docs/guide/pictures'), widths = '1280', themes = 'light'] = process.argv.slice(2);
const taken = [
  'start',
  'survey',
  'survey-estimates',
  'classes',
  'classes-profile',
  'classes-trust',
  'classes-respondents',
  'classes-methods',
  'fieldwork',
  'fieldwork-invitations',
  'transcripts',
  'transcripts-desk',
  'masking',
  'coding',
  'coding-proposals',
  'coding-memos',
  'coding-coders',
  'comparison',
  'claims',
  'report',
];
/** Where a picture is taken: with something of the demo opened that a reader can follow. */
async function addresses(page) {
  const ask = (path, body) =>
    page.evaluate(
      async ([path, body]) =>
        (
          await fetch(
            path,
            body
              ? {
                  method: 'POST',
                  headers: { 'content-type': 'application/json' },
                  body: JSON.stringify(body),
                }
              : {},
          )
        ).json(),
      [path, body],
    );
  const { people } = await ask('/api/fieldwork');
  const kirsten = people.find(({ number }) => number === 20);
  const source = kirsten.sources[0].id;
  const { codings } = await ask(`/api/coding/sources/${source}`);
  const coding = codings[4];
  const { claims } = await ask('/api/claims');
  const { chapters } = await ask('/api/report');
  const excerpt = chapters.flatMap(({ blocks }) => blocks).find(({ kind }) => kind === 'excerpt');
  return {
    start: '/',
    'survey-estimates': '/survey?view=estimates',
    ...Object.fromEntries(
      ['profile', 'trust', 'respondents', 'methods'].map((view) => [
        `classes-${view}`,
        `/classes?view=${view}`,
      ]),
    ),
    'fieldwork-invitations': '/fieldwork?view=invitations',
    'transcripts-desk': `/transcripts?source=${source}&view=desk`,
    'coding-proposals': '/coding?view=proposals',
    'coding-memos': '/coding?view=memos',
    'coding-coders': '/coding?view=coders',
    fieldwork: `/fieldwork?participant=${kirsten.id}`,
    transcripts: `/transcripts?source=${source}`,
    coding: `/coding?source=${source}&from=${coding.from}&to=${coding.to}`,
    claims: `/claims?claim=${claims.find(({ number }) => number === 14).id}`,
    report: `/report?block=${excerpt.blockId}`,
  };
}

/** What is done first, where a page shows its purpose only then. */
const before = {
  'coding-proposals': async (page) => {
    await page.locator('.pane.left input').first().fill('alene, ensom');
    await page.locator('.pane.left .select-button').last().click();
    await page.getByRole('option', { name: /Ensomhed$/ }).click();
    await page.locator('.pane.left .button').last().click();
  },
};

const folder = mkdtempSync(join(tmpdir(), 'Bagom-'));
const command = join(root, 'packages/cli/bin/bagom.mjs');
const study = join(folder, 'demo.bagom');
execFileSync(process.execPath, [command, 'demo', study], { stdio: 'ignore' });
const server = spawn(process.execPath, [command, 'start', study, '--no-open', '--port', '0']);
const url = await new Promise((resolve) => {
  server.stdout.on('data', (data) => {
    const found = /http:\/\/\S+/.exec(String(data));
    if (found) resolve(found[0]);
  });
});

mkdirSync(target, { recursive: true });
const executablePath = process.env.BAGOM_CHROMIUM ?? '/usr/bin/chromium';
const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
const browser = await chromium.launch({ executablePath, args });
for (const width of widths.split(',').map(Number)) {
  for (const theme of themes.split(',')) {
    for (const language of ['da', 'en']) {
      const context = await browser.newContext({
        viewport: { width, height: Math.round(width * 0.64) },
        colorScheme: theme === 'dark' ? 'dark' : 'light',
        locale: language === 'da' ? 'da-DK' : 'en-GB',
      });
      await context.addInitScript(`localStorage.setItem('bagom.language', JSON.stringify('${language}'))`);
      const page = await context.newPage();
      await page.goto(url);
      const opened = await addresses(page);
      for (const picture of taken) {
        await page.goto(new URL(opened[picture] ?? `/${picture}`, url).href);
        await page.waitForLoadState('networkidle');
        await before[picture]?.(page);
        await page.waitForTimeout(400);
        const name = [picture, language, width, ...(theme === 'dark' ? ['dark'] : [])].join('-');
        await page.screenshot({ path: join(target, `${name}.png`) });
      }
      await context.close();
    }
  }
}
await browser.close();
server.kill('SIGTERM');
rmSync(folder, { recursive: true, force: true });
