import { insert, update, type Code } from '@bagom/core';
import { openStudy } from '@bagom/store';
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
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

/** A study and a copy of it in which the same code was defined differently, and the same text corrected. */
async function disagreeing(name: string): Promise<[string, string]> {
  const [ours, theirs] = [inFolder(`${name}.bagom`), inFolder(`${name}-bo.bagom`)];
  await run('new', ours);
  await writeFile(inFolder('a.txt'), 'Interviewer: Hvor bor du?\n\nIP: Jeg bor i Aarhus nu.\n');
  await run('import', ours, inFolder('a.txt'), '--as', 'transcript');
  const first = await openStudy(ours);
  await first.commit('code.save', 'Savn', [insert('codes', code)]);
  await first.close();
  expect((await run('copy', ours, theirs)).code).toBe(0);
  for (const [path, definition, town] of [
    [ours, 'vores', 'i Odense'],
    [theirs, 'deres', 'langt ude i Aarhus'],
  ] as const) {
    const study = await openStudy(path, { actor: path === ours ? 'ida' : 'bo' });
    await study.commit('code.save', 'Savn', [update('codes', 'c', { definition })]);
    await study.close();
    await writeFile(inFolder('a.txt'), `Interviewer: Hvor bor du?\n\nIP: Jeg bor ${town} nu.\n`);
    expect(await run('import', path, inFolder('a.txt'), '--replace', 'a')).toMatchObject({ err: '' });
  }
  return [ours, theirs];
}

test('what two copies disagree on is listed with numbers and settled by them, texts in a third way too', async () => {
  const [ours, theirs] = await disagreeing('uenig');
  const merged = await run('merge', ours, theirs);
  expect(merged).toMatchObject({ code: 1, err: '' });
  expect(merged.out).toMatch(/bo, \d{4}-\d\d-\d\d: .*code.save 1/);
  expect(merged.out).toMatch(/1 +Savn · definition +vores +deres +bo/);
  const listed = await run('conflicts', ours);
  expect(listed.code).toBe(1);
  expect(listed.out).toContain('a · version');

  expect((await run('conflicts', ours, '1', '--choose', 'both')).err).toContain('transskription');
  expect(await run('conflicts', ours, '9', '--choose', 'ours')).toMatchObject({ code: 1 });
  expect((await run('conflicts', ours, '1')).code).toBe(2);
  const texts = await run('conflicts', ours, '--choose', 'both');
  expect(texts).toMatchObject({ code: 1, err: '' });
  expect(texts.out).toContain('udgave 4 af teksten vises');
  expect(await run('conflicts', ours, '1', '--choose', 'theirs')).toMatchObject({ code: 0, err: '' });
  const study = await openStudy(ours);
  const [source] = study.state.sources.keys();
  expect(study.state.codes.get('c')?.definition).toBe('deres');
  expect(await study.sourceText(source!)).toContain('Jeg bor langt ude i Odense nu.');
  await study.close();
  // The other copy comes to the same.
  expect((await run('merge', theirs, ours)).out).toContain('Kopien havde alt herfra med');
  expect(await json('conflicts', theirs)).toMatchObject({
    settled: [],
    conflicts: [{ state: 'theirs' }, { state: 'both' }],
  });
  expect((await run('check', theirs)).code).toBe(0);
});

test('a copy is written while the study is open, never over something, and with the key only when it is asked for', async () => {
  const [ours, to] = [inFolder('åben.bagom'), inFolder('til-bo.bagom')];
  await run('new', ours);
  const open = await openStudy(ours);
  await open.commit('code.save', 'Savn', [insert('codes', code)]);
  expect(await json('copy', ours, to)).toMatchObject({ location: to, originals: 0, key: false });
  await open.close();
  expect((await run('check', to)).code).toBe(0);
  expect(await run('copy', ours, to)).toMatchObject({
    code: 1,
    err: expect.stringContaining('til-bo.bagom'),
  });
  expect(await run('copy', ours, inFolder('med.bagom'), '--with-key')).toMatchObject({
    code: 1,
    err: expect.stringContaining('.key'),
  });
  writeFileSync(inFolder('åben.key'), 'nøglen');
  expect((await run('copy', ours, inFolder('med.bagom'), '--with-key')).out).toContain('de rigtige navne');
  expect(readFileSync(inFolder('med.key'), 'utf8')).toBe('nøglen');
});
