// npm test: everything. Installs and builds what is missing, a Chromium of Debian's included where apt is at hand.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkNode, ensureBuilt, ensureInstalled, root } from './ready.mjs';

checkNode();
ensureInstalled();
ensureBuilt();

/** A Chromium for the tests of the page: the one that is there, else Debian's. */
function chromium() {
  const known = [
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
    process.env.BAGOM_CHROMIUM,
  ];
  const found = known.find((path) => path && existsSync(path));
  if (found || process.platform !== 'linux' || spawnSync('apt-get', ['--version']).status !== 0) return found;
  const sudo = process.getuid() === 0 ? [] : ['sudo', '-n'];
  const apt = (...args) => {
    const [command, ...rest] = [...sudo, 'apt-get', '-qq', ...args];
    return spawnSync(command, rest, {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
  };
  console.error('bagom: installing Chromium for the tests of the page (once) …');
  apt('update');
  apt('install', '-y', '--no-install-recommends', 'chromium');
  return known.find((path) => path && existsSync(path));
}

const reports = mkdtempSync(join(tmpdir(), 'bagom-test-'));
const browser = chromium();
if (!browser)
  console.error('bagom: no Chromium here and no apt to install one with: the tests of the page are skipped.');
if (!existsSync(join(root, '../shared')))
  console.error('bagom: ../shared is absent: the tests against reference data are skipped.');

/** One run of vitest; its own report on the screen, its counts in a file. */
function vitest(name, config) {
  const file = join(reports, `${name}.json`);
  const args = [
    'node_modules/vitest/vitest.mjs',
    'run',
    '--config',
    config,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${file}`,
  ];
  const env = { ...process.env, ...(browser ? { BAGOM_CHROMIUM: browser } : {}) };
  return new Promise((resolve) => {
    spawn(process.execPath, args, { cwd: root, stdio: 'inherit', env }).on('close', (code) => {
      const counts = existsSync(file)
        ? JSON.parse(readFileSync(file, 'utf8'))
        : { numPassedTests: 0, numFailedTests: 1, numPendingTests: 0 };
      const broken = code !== 0 && counts.numFailedTests === 0 ? 1 : 0;
      resolve({
        passed: counts.numPassedTests,
        failed: counts.numFailedTests + broken,
        skipped: counts.numPendingTests,
      });
    });
  });
}

const runs = [await vitest('units', 'vitest.config.ts'), await vitest('whole', 'tests/vitest.config.ts')];
const sum = (key) => runs.reduce((total, counts) => total + counts[key], 0);
const skipped = sum('skipped');
console.log(`${sum('passed')} passed, ${sum('failed')} failed${skipped ? `, ${skipped} skipped` : ''}`);
process.exitCode = sum('failed') === 0 && sum('passed') > 0 ? 0 : 1;
