import { spawn } from 'node:child_process';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createStudy, openStudy } from '@bagom/store';
import { afterAll, beforeAll, expect, it } from 'vitest';

const ROUNDS = 20;
const writer = new URL('writer.mjs', import.meta.url).pathname;
const postgres = process.env.BAGOM_TEST_POSTGRES;

interface Said {
  committed: { seq: number; hash: string }[];
  opened: boolean;
  errors: string;
}

/** Lets a program write until it is killed: `wait` milliseconds after it has opened the study, or after it began. */
function writeUntilKilled(
  location: string,
  wait: number,
  from: 'opened' | 'began',
  create = false,
): Promise<Said> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [writer, location, create ? 'create' : 'open']);
    let out = '';
    let errors = '';
    let timer: NodeJS.Timeout | undefined;
    const kill = (): void => {
      timer ??= setTimeout(() => child.kill('SIGKILL'), wait);
    };
    if (from === 'began') kill();
    child.stdout.on('data', (data: Buffer) => {
      out += data.toString();
      if (from === 'opened' && out.startsWith('open\n')) kill();
    });
    child.stderr.on('data', (data: Buffer) => (errors += data.toString()));
    child.on('close', () => {
      const [first, ...lines] = out.split('\n').slice(0, -1);
      const committed = lines.map((line) => {
        const [seq = '', hash = ''] = line.split(' ');
        return { seq: Number(seq), hash };
      });
      resolve({ committed, opened: first === 'open', errors });
    });
  });
}

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bagom-kill-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** PostgreSQL notices a dead client a moment later. */
async function reopened(location: string) {
  for (let attempt = 0; ; attempt++) {
    try {
      return await openStudy(location, { actor: 'heir' });
    } catch (error) {
      if (attempt > 50 || (error as { code?: string }).code !== 'study.locked') throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}

/** Kills twenty times; returns how much was committed, and everything that was wrong afterwards. */
async function killTwentyTimes(location: string): Promise<{ commits: number; wrong: unknown[] }> {
  await (await createStudy(location, { title: 'kill', language: 'da', actor: 'parent' })).close();
  const wrong: unknown[] = [];
  let commits = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const { committed, opened, errors } = await writeUntilKilled(location, 5 + Math.random() * 250, 'opened');
    if (!opened || errors !== '') wrong.push({ round, opened, errors });
    commits += committed.length;
    const study = await reopened(location);
    const count = await study.operationCount();
    const there = new Map((await study.operations({ limit: count })).map(({ seq, hash }) => [seq, hash]));
    wrong.push(...committed.filter(({ seq, hash }) => there.get(seq) !== hash));
    // One more may have been committed and not yet said.
    const last = committed.at(-1)?.seq ?? count;
    if (count > last + 1) wrong.push({ round, last, count });
    wrong.push(...(await study.verify()));
    await study.close();
  }
  return { commits, wrong };
}

it('a study file loses no committed change when the program is killed', async () => {
  const { commits, wrong } = await killTwentyTimes(join(folder, 'study.bagom'));
  expect(wrong).toEqual([]);
  expect(commits).toBeGreaterThan(ROUNDS);
  expect(await readdir(folder)).toEqual(['study.bagom']);
});

it('a study file that is being made when the program is killed is there whole or not at all', async () => {
  const found = new Set<string | undefined>();
  for (let round = 0; round < ROUNDS; round++) {
    const location = join(folder, `new-${round}.bagom`);
    await writeUntilKilled(location, 60 + round * 15, 'began', true);
    try {
      const study = await openStudy(location);
      found.add((await study.verify()).length === 0 ? 'whole' : 'not whole');
      await study.close();
    } catch (error) {
      found.add((error as { code?: string }).code);
    }
  }
  expect(['whole', 'study.not-found']).toEqual(expect.arrayContaining([...found]));
});

// Without the address of a PostgreSQL in BAGOM_TEST_POSTGRES this is told as skipped.
it.skipIf(!postgres)(
  'a study on PostgreSQL loses no committed change when the program is killed',
  async () => {
    const url = new URL(postgres ?? '');
    url.searchParams.set('schema', `bagom_kill_${Date.now()}`);
    const { commits, wrong } = await killTwentyTimes(url.href);
    expect(wrong).toEqual([]);
    expect(commits).toBeGreaterThan(ROUNDS);
  },
);
