// What a person waits for: whole commands, from the shell's point of view, against the limit promised for each.
import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../../scripts/ready.mjs';

const bagom = (...args) =>
  execFileSync(process.execPath, [join(root, 'packages/cli/bin/bagom.mjs'), ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });

/** The median of `times` runs, in seconds. */
function median(times, run, before = () => {}) {
  const seconds = Array.from({ length: times }, () => {
    before();
    const began = process.hrtime.bigint();
    run();
    return Number(process.hrtime.bigint() - began) / 1e9;
  }).sort((a, b) => a - b);
  return seconds[Math.floor(times / 2)];
}

/** Seconds until `npm start` has printed its address. */
function secondsToStart(home) {
  return new Promise((resolve, reject) => {
    const began = process.hrtime.bigint();
    const child = spawn('npm', ['start', '--silent', '--', '--no-open', '--port', '0'], {
      cwd: root,
      env: { ...process.env, BAGOM_HOME: home },
      detached: true,
    });
    child.stdout.on('data', (data) => {
      if (!String(data).includes('http://')) return;
      const seconds = Number(process.hrtime.bigint() - began) / 1e9;
      child.on('close', () => resolve(seconds));
      process.kill(0 - (child.pid ?? 0), 'SIGTERM');
    });
    child.on('error', reject);
  });
}

export async function bench() {
  const folder = mkdtempSync(join(tmpdir(), 'bagom-bench-'));
  const line = (what, seconds, limit) =>
    console.log(
      `  ${what.padEnd(44)} ${seconds.toFixed(2).padStart(6)} s   limit ${limit} s   ${seconds < limit ? 'ok' : 'OVER'}`,
    );
  try {
    const demo = join(folder, 'demo.bagom');
    line(
      'bagom demo',
      median(1, () => bagom('demo', demo)),
      20,
    );
    line(
      'bagom check, of the demo',
      median(5, () => bagom('check', demo)),
      1,
    );
    line(
      'bagom info',
      median(5, () => bagom('info', demo, '--json')),
      1,
    );
    const report = join(root, '../shared/study/report.txt');
    if (existsSync(report)) {
      const study = join(folder, 'report.bagom');
      const renew = () => {
        for (const path of [study, study.replace('.bagom', '.media')])
          rmSync(path, { recursive: true, force: true });
        bagom('new', study);
      };
      line(
        'bagom import --as report',
        median(5, () => bagom('import', study, report, '--as', 'report'), renew),
        2,
      );
      line(
        'bagom audit',
        median(5, () => {
          try {
            bagom('audit', report, '--json');
          } catch (error) {
            if (error.status !== 1) throw error; // 1: done, with findings
          }
        }),
        3,
      );
    } else console.log('  ../shared is absent: import and audit of the published report are not measured');
    await secondsToStart(folder);
    const starts = [];
    for (let i = 0; i < 5; i++) starts.push(await secondsToStart(folder));
    line('npm start, the second time', starts.sort((a, b) => a - b)[2], 1.5);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
