// Programs run as children of a bench, with what they used at the end.
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const REPORT = fileURLToPath(new URL('report-usage.mjs', import.meta.url));

/** Runs Node with these arguments: its output, seconds by the clock and of the processors, and its most memory in MB. */
export function child(...args) {
  return new Promise((resolve, reject) => {
    const began = performance.now();
    const program = spawn(process.execPath, ['--import', REPORT, ...args], {
      stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
    });
    const said = ['', '', '', ''];
    for (const n of [1, 2, 3]) program.stdio[n].on('data', (data) => (said[n] += data));
    program.on('error', reject);
    program.on('close', (code) => {
      const clock = (performance.now() - began) / 1000;
      if (code !== 0) return reject(new Error(`${args.join(' ')} ended with ${code}: ${said[2]}`));
      const { userCPUTime, systemCPUTime, maxRSS } = JSON.parse(said[3]);
      resolve({
        out: said[1],
        clock,
        processor: (userCPUTime + systemCPUTime) / 1e6,
        memory: maxRSS / 1024,
      });
    });
  });
}

export const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];

/** A figure beside the limit promised for it. `unit` 's', 'MB' and 'ms' must stay under it, 'times' over it. */
export function line(what, figure, limit, unit = 's', more = '') {
  const kept = unit === 'times' ? figure >= limit : figure < limit;
  const digits = unit === 's' || (unit === 'times' && figure < 100) ? 2 : 0;
  console.log(
    `  ${what.padEnd(56)} ${figure.toFixed(digits).padStart(7)} ${unit.padEnd(5)}  limit ${limit}   ${kept ? 'ok' : 'OVER'}${more}`,
  );
}
