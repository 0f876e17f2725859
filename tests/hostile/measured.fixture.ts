import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const BAGOM = fileURLToPath(new URL('../../packages/cli/bin/bagom.mjs', import.meta.url));
const REPORT = new URL('../bench/report-usage.mjs', import.meta.url).href;

/** How a command ended, and the most memory it took, in bytes. */
export interface Measured {
  code: number | null;
  /** The code of the error it told, or null. */
  error: string | null;
  message: string;
  /** What it wrote. */
  out: string;
  memory: number;
}

/** Runs `bagom` as a program of its own, in English and for scripts. */
export function measured(...line: string[]): Measured {
  const { status, output } = spawnSync(
    process.execPath,
    ['--import', REPORT, BAGOM, ...line, '--json', '--lang', 'en'],
    { stdio: ['ignore', 'pipe', 'pipe', 'pipe'], encoding: 'utf8', maxBuffer: 512 * 1024 * 1024 },
  );
  const [, out = '', err = '', usage = ''] = output as string[];
  // A program that the system killed for its memory reports nothing, and that is what the test then says.
  const { maxRSS = Infinity } = usage === '' ? {} : (JSON.parse(usage) as { maxRSS: number });
  const told = out.startsWith('{"error"')
    ? (JSON.parse(out) as { error: { code: string; message: string } }).error
    : null;
  return {
    code: status,
    error: told?.code ?? null,
    message: told?.message ?? err,
    out,
    memory: maxRSS * 1024,
  };
}
