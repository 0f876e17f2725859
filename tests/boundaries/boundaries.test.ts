import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

const run = promisify(execFile);
const root = new URL('../..', import.meta.url).pathname;

/** The names of the walls that dependency-cruiser finds broken under these paths. */
async function brokenWalls(...paths: string[]): Promise<string[]> {
  const args = ['--config', '.dependency-cruiser.cjs', '--output-type', 'json', ...paths];
  const { stdout } = await run('node_modules/.bin/depcruise', args, { cwd: root, maxBuffer: 1e8 }).catch(
    (error: { stdout: string }) => error,
  );
  const { summary } = JSON.parse(stdout) as { summary: { violations: { rule: { name: string } }[] } };
  return summary.violations.map(({ rule }) => rule.name);
}

test('the packages keep to the direction drawn in ARCHITECTURE.md', async () => {
  expect(await brokenWalls('packages')).toEqual([]);
});

test('a seeded violation is found: core that leans on the store', async () => {
  expect(await brokenWalls('tests/boundaries/seeded')).toContain('core-leans-only-on-nothing');
});
