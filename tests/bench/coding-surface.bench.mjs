// The coding surface in Chromium: one text of 108,000 characters with 4,000 and with 8,000 codings of 60 codes by two coders. Beside
// it a plain twin in the same browser: the whole text as elements, made anew for each coding.
import { flatten } from '@bagom/core';
import { openStudy } from '@bagom/store';
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { root } from '../../scripts/ready.mjs';
import { makeLargeStudy } from './large-study.mjs';

const BAGOM = join(root, 'packages/cli/bin/bagom.mjs');
const CHROMIUM = [process.env.BAGOM_CHROMIUM, '/usr/bin/chromium'].find((path) => path && existsSync(path));
const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-sync'];
const CHARACTERS = 108_000;
const RUNS = Number(process.env.BAGOM_BENCH_RUNS ?? 3);
const ADDED = 7;
/** Most that may be, in milliseconds: 4,000 codings, 8,000 codings. */
const LIMITS = {
  open: [300, 500],
  script: [16, 16],
  disk: [50, 50],
  frame: [20, 20],
  task: [200, 200],
};

const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
const percentile = (values, share) =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))];
const ms = (value) => value.toFixed(1).padStart(8);

export async function bench() {
  if (!CHROMIUM) return console.log('  Chromium is not here: nothing measured');
  const browser = await chromium.launch({ executablePath: CHROMIUM, args: FLAGS });
  try {
    for (const [i, codings] of [4000, 8000].entries()) await measureSize(browser, codings, i);
  } finally {
    await browser.close();
  }
}

async function measureSize(browser, codings, i) {
  const folder = mkdtempSync(join(tmpdir(), 'bagom-surface-'));
  const path = join(folder, 'large.bagom');
  let server;
  try {
    await makeLargeStudy(path, { documents: 1, characters: CHARACTERS, codes: 60, codings });
    const plain = await readPlainly(path);
    const started = await start(path);
    server = started.server;
    const runs = [];
    for (let run = 0; run < RUNS; run++) runs.push(await measureOnce(browser, started.url));
    const twins = [];
    for (let run = 0; run < RUNS; run++) twins.push(await measureTwin(browser, plain));
    const ours = (name) => median(runs.map((one) => one[name]));
    const theirs = (name) => median(twins.map((one) => one[name]));
    console.log(`  ${codings} codings in ${CHARACTERS} characters (medians of ${RUNS})`);
    for (const [name, said] of [
      ['open', 'opened, from the click to the painted text'],
      ['script', 'a coding added: script, all that follows counted'],
      ['shown', '... until it is in sight'],
      ['disk', '... until it is on the disk'],
      ['frame', 'frame while scrolling through all of it, p95'],
      ['task', 'longest task'],
    ]) {
      const limit = LIMITS[name]?.[i];
      const verdict = limit === undefined ? '' : ` (most ${limit}) ${ours(name) <= limit ? 'ok' : 'OVER'}`;
      const twin = theirs(name) === undefined ? '' : `   plain twin ${theirs(name).toFixed(1)} ms`;
      const ratio = twin && ours(name) > 0 ? `, ${(theirs(name) / ours(name)).toFixed(1)} times ours` : '';
      console.log(`    ${said.padEnd(52)}${ms(ours(name))} ms${verdict}${twin}${ratio}`);
    }
    console.log(
      `    ${'elements on the page'.padEnd(52)}${ms(ours('nodes'))}      plain twin ${theirs('nodes')}`,
    );
  } finally {
    server?.kill('SIGTERM');
    rmSync(folder, { recursive: true, force: true });
  }
}

function start(path) {
  const server = spawn(process.execPath, [BAGOM, 'start', path, '--no-open', '--port', '0']);
  return new Promise((resolve, reject) => {
    let said = '';
    const listen = (data) => {
      said += String(data);
      const found = /http:\/\/\S+/.exec(said);
      if (found) resolve({ server, url: found[0] });
    };
    server.stdout.on('data', listen);
    server.stderr.on('data', listen);
    server.on('close', () => reject(new Error(`the workbench did not start: ${said}`)));
  });
}

/** The text, its codings and codes, as the plain twin takes them. */
async function readPlainly(path) {
  const study = await openStudy(path, { mode: 'read', actor: 'bench' });
  const [source] = study.state.sources.values();
  const text = await study.sourceText(source.id);
  const hues = new Map([...study.state.codes.values()].map(({ id, hue }) => [id, hue]));
  const spans = [...study.state.codings.values()].map(({ from, to, codeId }) => ({
    from,
    to,
    hue: hues.get(codeId),
  }));
  await study.close();
  return { text, spans };
}

async function newPage(browser) {
  const context = await browser.newContext({ locale: 'da-DK', viewport: { width: 1280, height: 900 } });
  await context.addInitScript(() => {
    window.tasks = [];
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) window.tasks.push(duration);
    }).observe({ type: 'longtask' });
  });
  const page = await context.newPage();
  const cdp = await context.newCDPSession(page);
  await cdp.send('Performance.enable');
  const script = async () =>
    (await cdp.send('Performance.getMetrics')).metrics.find(({ name }) => name === 'ScriptDuration').value *
    1000;
  return { context, page, script };
}

async function measureOnce(browser, url) {
  const { context, page, script } = await newPage(browser);
  await page.goto(url);
  await page.locator('nav a[href^="/coding"]').first().waitFor();
  await page.waitForTimeout(800);
  await page.evaluate(() => window.tasks.splice(0));
  const open = await page.evaluate(
    () =>
      new Promise((resolve) => {
        const began = performance.now();
        const look = () => {
          if (document.querySelector('.cm-content .surface-band') && document.querySelector('.surface-code'))
            requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - began)));
          else requestAnimationFrame(look);
        };
        document.querySelector('nav a[href^="/coding"]').click();
        look();
      }),
  );
  await page.waitForTimeout(800);
  const scripts = [];
  const disks = [];
  const shown = [];
  for (let i = 0; i < ADDED; i++) {
    await page.evaluate((at) => (document.querySelector('.cm-scroller').scrollTop = at), 400 + i * 900);
    await page.waitForTimeout(150);
    // Words on one line: those after the middle of a line in sight.
    const box = await page.locator('.cm-content').boundingBox();
    await page.mouse.move(box.x + 80, 500);
    await page.mouse.down();
    await page.mouse.move(box.x + 320 + i * 9, 500);
    await page.mouse.up();
    await page.mouse.move(5, 895);
    await page.waitForTimeout(400);
    await page.evaluate(() => {
      performance.clearResourceTimings();
      window.pressed = 0;
      window.addEventListener('keydown', () => (window.pressed = performance.now()), {
        capture: true,
        once: true,
      });
      const before = document.querySelectorAll('.here-name').length;
      window.seen = 0;
      const look = () => {
        if (document.querySelectorAll('.here-name').length !== before) window.seen = performance.now();
        else requestAnimationFrame(look);
      };
      requestAnimationFrame(look);
    });
    const before = await script();
    await page.keyboard.press(String(1 + (i % 9)));
    await page.waitForTimeout(600);
    scripts.push((await script()) - before);
    const times = await page.evaluate(() => {
      const sent = performance
        .getEntriesByType('resource')
        .find(({ name, initiatorType }) => initiatorType === 'fetch' && name.endsWith('/codings'));
      return { disk: sent ? sent.responseEnd - window.pressed : NaN, shown: window.seen - window.pressed };
    });
    disks.push(times.disk);
    shown.push(times.shown);
  }
  const frames = await scrollThrough(page, '.cm-scroller');
  const [tasks, nodes] = await page.evaluate(() => [window.tasks, document.querySelectorAll('*').length]);
  await context.close();
  return {
    open,
    script: median(scripts),
    disk: median(disks),
    shown: median(shown),
    frame: percentile(frames, 0.95),
    task: Math.max(0, ...tasks),
    nodes,
  };
}

/** How long each frame took while the text went by at a steady pace, to its end. */
function scrollThrough(page, selector) {
  return page.evaluate(
    (scroller) =>
      new Promise((resolve) => {
        const box = document.querySelector(scroller);
        box.scrollTop = 0;
        const frames = [];
        let last = 0;
        const step = (now) => {
          if (last) frames.push(now - last);
          last = now;
          const before = box.scrollTop;
          box.scrollTop += 80;
          if (box.scrollTop === before) resolve(frames);
          else requestAnimationFrame(step);
        };
        requestAnimationFrame(step);
      }),
    selector,
  );
}

/** The plain way: every segment of the text an element, all of them made anew when a coding comes. */
async function measureTwin(browser, { text, spans }) {
  const { context, page } = await newPage(browser);
  await page.setContent(
    '<style>body{margin:0}#box{height:100vh;overflow:auto;font:18px/31px serif;white-space:pre-wrap;padding:0 300px}</style><div id="box"></div>',
  );
  await page.evaluate(`window.flatten = ${flatten.toString()}`);
  const times = await page.evaluate(
    async ({ text: words, spans: coded }) => {
      const box = document.querySelector('#box');
      const paint = () => {
        const whole = document.createDocumentFragment();
        let end = 0;
        for (const segment of window.flatten(coded)) {
          whole.append(words.slice(end, segment.from));
          const mark = whole.appendChild(document.createElement('span'));
          const share = 100 / segment.spans.length;
          mark.style.background = `linear-gradient(${segment.spans
            .map((one, i) => `oklch(0.94 0.025 ${coded[one].hue}) ${i * share}% ${(i + 1) * share}%`)
            .join(', ')}${segment.spans.length === 1 ? ', transparent 100%' : ''})`;
          mark.textContent = words.slice(segment.from, segment.to);
          end = segment.to;
        }
        whole.append(words.slice(end));
        box.replaceChildren(whole);
      };
      const painted = () =>
        new Promise((resolve) => requestAnimationFrame(() => setTimeout(() => resolve(performance.now()))));
      let began = performance.now();
      paint();
      const open = (await painted()) - began;
      began = performance.now();
      coded.push({ from: 500, to: 560, hue: 20 });
      paint();
      const script = performance.now() - began;
      return { open, script, shown: (await painted()) - began };
    },
    { text, spans },
  );
  const frames = await scrollThrough(page, '#box');
  const [tasks, nodes] = await page.evaluate(() => [window.tasks, document.querySelectorAll('*').length]);
  await context.close();
  return { ...times, frame: percentile(frames, 0.95), task: Math.max(0, ...tasks), nodes };
}
