import { insert, update, type Code } from '@bagom/core';
import { openStudy } from '@bagom/store';
import { copyFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { json, run, temporaryFolder } from './run-line.fixture.js';

const inFolder = temporaryFolder();
const code: Code = {
  id: 'c',
  parentId: null,
  position: 0,
  name: 'Savn',
  definition: '',
  use: '',
  useNot: '',
  example: '',
  origin: 'inductive',
  hue: 0,
  shortName: null,
  status: null,
};

test('a copy that somebody worked in is merged; the same again changes nothing, and conflicts end with 1', async () => {
  const [ours, theirs] = [inFolder('ours.bagom'), inFolder('theirs.bagom')];
  await run('new', ours);
  const first = await openStudy(ours);
  await first.commit('code.save', 'Savn', [insert('codes', code)]);
  await first.close();
  copyFileSync(ours, theirs);
  const other = await openStudy(theirs);
  await other.commit('code.save', 'Savn', [update('codes', 'c', { definition: 'deres', use: 'når' })]);
  await other.close();
  const own = await openStudy(ours);
  await own.commit('code.save', 'Savn', [update('codes', 'c', { definition: 'vores' })]);
  await own.close();

  const merged = await run('merge', ours, theirs);
  expect(merged.code).toBe(1);
  expect(merged.out).toContain('vores');
  expect(merged.out).toContain('deres');
  expect(await json('merge', ours, theirs)).toMatchObject({ operations: 0, conflicts: [] });
  expect((await run('check', ours)).code).toBe(0);
});

test('another study is refused, and so is one that is not there', async () => {
  const [ours, strange] = [inFolder('one.bagom'), inFolder('two.bagom')];
  await run('new', ours);
  await run('new', strange);
  expect(await run('merge', ours, strange)).toMatchObject({
    code: 1,
    err: expect.stringContaining('two.bagom'),
  });
  expect((await run('merge', ours, inFolder('none.bagom'))).code).toBe(1);
});
