import { ERRORS } from '@bagom/contract';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const root = new URL('../..', import.meta.url).pathname;

/** Every code that the sources throw as a BagomError, with where. */
function thrownCodes(): Map<string, string> {
  const codes = new Map<string, string>();
  const files = readdirSync(join(root, 'packages'), { recursive: true, encoding: 'utf8' }).filter(
    (path) => /^[\w-]+\/src\/.*\.tsx?$/.test(path) && !/\.(test|fixture)\.tsx?$/.test(path),
  );
  for (const file of files) {
    const text = readFileSync(join(root, 'packages', file), 'utf8');
    for (const [, code] of text.matchAll(/new BagomError\(\s*'([^']+)'/g)) if (code) codes.set(code, file);
  }
  return codes;
}

test('every error that is thrown has its sentence in both languages', () => {
  const thrown = thrownCodes();
  expect(thrown.size).toBeGreaterThan(30);
  expect([...thrown].filter(([code]) => !ERRORS[code]).map(([code, file]) => `${code} (${file})`)).toEqual(
    [],
  );
});

test('the sentences are said in small letters, in both languages', () => {
  for (const [code, { da, en }] of Object.entries(ERRORS)) {
    expect([code, da.length > 10 && en.length > 10 && da !== en]).toEqual([code, true]);
  }
});
