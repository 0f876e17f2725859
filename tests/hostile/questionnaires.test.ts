import { execFileSync, spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';

const script = new URL('./read-questionnaire.mjs', import.meta.url).pathname;
const cases = JSON.parse(
  execFileSync(process.execPath, [script, '--cases'], { encoding: 'utf8' }),
) as string[];

/** What reading a questionnaire of 10 MB may take: 24 times its size, and what a workbook may unpack to. */
const HEAP = 24 * 10 + 128;

test.each(cases)('%s: ten megabytes are read or refused within 24 times their size', (name) => {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [`--max-old-space-size=${HEAP}`, script, name],
    {
      encoding: 'utf8',
    },
  );
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(stdout.trim()).toMatch(/^(read|file\.too-large|questionnaire\.damaged [a-z-]+)$/);
});
