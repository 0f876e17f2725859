// node scripts/pictures.mjs: takes the guide's pictures anew, every station in both languages, from a fresh demo study.
import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { ensureBuilt, ensureInstalled, root } from './ready.mjs';

ensureInstalled();
ensureBuilt();
const [target = join(root, 'docs/guide/pictures'), widths = '1280', themes = 'light'] = process.argv.slice(2);
const stations = [
  'start',
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
/** What a reader should see opened on a station's picture. */
const opened = process.env.BAGOM_PICTURES ? JSON.parse(process.env.BAGOM_PICTURES) : {};

const folder = mkdtempSync(join(tmpdir(), 'bagom-pictures-'));
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
      for (const station of stations) {
        await page.goto(new URL(opened[station] ?? (station === 'start' ? '/' : `/${station}`), url).href);
        await page.waitForLoadState('networkidle');
        await page.waitForTimeout(400);
        const name = [station, language, width, ...(theme === 'dark' ? ['dark'] : [])].join('-');
        await page.screenshot({ path: join(target, `${name}.png`) });
      }
      await context.close();
    }
  }
}
await browser.close();
server.kill('SIGTERM');
rmSync(folder, { recursive: true, force: true });
