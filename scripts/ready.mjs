// Installs and builds what is missing, and nothing else: a second start must not wait for either.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export const root = new URL('..', import.meta.url).pathname;
const windows = process.platform === 'win32';

/** Runs a command with its output on the screen; ends the program with its code when it fails. */
export function run(command, args, options = {}) {
  const { status, error } = spawnSync(command, args, {
    cwd: root,
    stdio: 'inherit',
    shell: windows,
    ...options,
  });
  if (error || status !== 0) {
    console.error(`bagom: "${[command, ...args].join(' ')}" failed${error ? `: ${error.message}` : ''}`);
    process.exit(status ?? 1);
  }
}

export function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  console.error(
    `bagom: Node ${process.versions.node} is too old; install Node 20.19 or later from your system's packages.`,
  );
  process.exit(2);
}

/** Installs exactly what package-lock.json names, unless that is what is there. */
export function ensureInstalled() {
  const lock = readFileSync(join(root, 'package-lock.json'), 'utf8');
  const stamp = join(root, 'node_modules', '.bagom-installed');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return;
  console.error('bagom: installing what is missing (about half a minute, once) …');
  run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error']);
  writeFileSync(stamp, lock);
}

/** The newest change among the files that a build reads. */
function newestSource() {
  let newest = 0;
  const visit = (folder) => {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      if (['node_modules', 'dist', 'dist-types', 'demo', 'bench'].includes(entry.name)) continue;
      const path = join(folder, entry.name);
      if (entry.isDirectory()) visit(path);
      else if (!/\.test\.tsx?$|\.md$/.test(entry.name)) newest = Math.max(newest, statSync(path).mtimeMs);
    }
  };
  visit(join(root, 'packages'));
  return newest;
}

/** Builds the packages and the page, unless they are newer than every source. */
export function ensureBuilt() {
  const stamp = join(root, 'node_modules', '.bagom-built');
  const newest = newestSource();
  if (existsSync(stamp) && Number(readFileSync(stamp, 'utf8')) === newest) return;
  console.error('bagom: building (a few seconds) …');
  execFileSync(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '-b'], {
    cwd: root,
    stdio: 'inherit',
  });
  run(process.execPath, [join(root, 'node_modules/vite/bin/vite.js'), 'build', '--logLevel', 'warn'], {
    cwd: join(root, 'packages/web'),
  });
  writeFileSync(stamp, String(newest));
}
