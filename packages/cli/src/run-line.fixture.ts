import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { main } from './index.js';

/** What a command line came to. */
export interface Ran {
  code: number;
  out: string;
  err: string;
}

/** Runs a command line in this process, in Danish unless it says otherwise. */
export async function run(...line: string[]): Promise<Ran> {
  const ran: Ran = { code: -1, out: '', err: '' };
  ran.code = await main(line, {
    out: (text) => (ran.out += `${text}\n`),
    err: (text) => (ran.err += `${text}\n`),
    env: {},
  });
  return ran;
}

/** The one JSON value of a command line's answer. */
export async function json<T>(...line: string[]): Promise<T> {
  const { out, err } = await run(...line, '--json');
  if (err) throw new Error(err);
  return JSON.parse(out) as T;
}

/** A folder of a test file's own. */
export function temporaryFolder(): (name: string) => string {
  const folder = mkdtempSync(join(tmpdir(), 'bagom-cli-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return (name) => join(folder, name);
}
