import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, expect, it } from 'vitest';
import { sha256 } from './blobs.js';
import { canonicalJson } from '@bagom/core';
import { createKeyFile, openKeyFile } from './key-file.js';

const FAST = { cost: 2 ** 10 };
const folders: string[] = [];
let path: string;
beforeEach(async () => {
  const folder = await mkdtemp(join(tmpdir(), 'bagom-key-'));
  folders.push(folder);
  path = join(folder, 'study.key');
});
afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true }))));

async function filled() {
  const file = await createKeyFile(path, 'kaffe på bænken', FAST);
  file.set('participants', 'p1', 'name', 'Karla Østergård');
  file.set('participants', 'p1', 'age', '43');
  file.set('sites', 's1', 'name', 'Værestedet Åen');
  await file.save();
  return file;
}

/** The file with something changed and its digest made to fit, as only someone malicious would. */
async function forge(change: (stored: { entries: Record<string, string>[] }) => void): Promise<void> {
  const { digest: _, ...stored } = JSON.parse(await readFile(path, 'utf8')) as {
    digest: string;
    entries: Record<string, string>[];
  };
  change(stored);
  await writeFile(path, JSON.stringify({ ...stored, digest: sha256(canonicalJson(stored)) }));
}

it('true values come back with the passphrase, and stand nowhere in the file', async () => {
  await filled();
  const file = await openKeyFile(path, 'kaffe på bænken');
  expect(file.get('participants', 'p1', 'name')).toBe('Karla Østergård');
  expect(file.get('participants', 'p2', 'name')).toBeNull();
  expect(file.all()).toHaveLength(3);
  const bytes = await readFile(path, 'latin1');
  for (const value of ['Karla', '43"', 'restedet', 'kaffe']) expect(bytes).not.toContain(value);
  // Of words only: what a few digits come to in base64 stands in any random text now and then.
  for (const word of ['Karla', 'restedet', 'kaffe'])
    expect(bytes).not.toContain(Buffer.from(word).toString('base64').slice(0, -2));
  expect((await stat(path)).mode & 0o077).toBe(0);
  expect(await readdir(join(path, '..'))).toEqual(['study.key']);
});

it('a passphrase may be typed in other code points', async () => {
  await filled();
  await expect(openKeyFile(path, 'kaffe pa\u030A bænken')).resolves.toBeDefined();
});

it('a wrong passphrase is told from a damaged file', async () => {
  await filled();
  await expect(openKeyFile(path, 'te')).rejects.toMatchObject({ code: 'key.wrong-passphrase' });
  await expect(openKeyFile(`${path}x`, 'te')).rejects.toMatchObject({ code: 'key.not-found' });
  const whole = await readFile(path, 'utf8');
  for (const damaged of ['', 'text', whole.slice(0, -40), whole.replace('"sealed": "', '"sealed": "A')]) {
    await writeFile(path, damaged);
    await expect(openKeyFile(path, 'kaffe på bænken')).rejects.toMatchObject({ code: 'key.damaged' });
  }
});

it('an entry moved to another person, taken out or put back does not open', async () => {
  await filled();
  await forge(({ entries }) => {
    if (entries[0]) entries[0].id = 'p2';
  });
  await expect(openKeyFile(path, 'kaffe på bænken')).rejects.toMatchObject({ code: 'key.wrong-passphrase' });
  await rm(path);
  await filled();
  await forge(({ entries }) => entries.pop());
  await expect(openKeyFile(path, 'kaffe på bænken')).rejects.toMatchObject({ code: 'key.wrong-passphrase' });
});

it('values are forgotten with their row, and encrypted anew at each save', async () => {
  const file = await filled();
  const before = await readFile(path, 'utf8');
  file.remove('participants', 'p1');
  await file.save();
  const opened = await openKeyFile(path, 'kaffe på bænken');
  expect(opened.all()).toEqual([{ table: 'sites', id: 's1', field: 'name', value: 'Værestedet Åen' }]);
  const sealed = (text: string) =>
    (JSON.parse(text) as { entries: { sealed: string }[] }).entries.map((e) => e.sealed);
  expect(sealed(before)).not.toContain(sealed(await readFile(path, 'utf8'))[0]);
});

it('a changed passphrase opens it, the old one no longer', async () => {
  const file = await filled();
  await file.changePassphrase('te');
  file.set('participants', 'p1', 'age', '44');
  await file.save();
  expect((await openKeyFile(path, 'te')).get('participants', 'p1', 'age')).toBe('44');
  await expect(openKeyFile(path, 'kaffe på bænken')).rejects.toMatchObject({ code: 'key.wrong-passphrase' });
  await expect(file.changePassphrase(' ')).rejects.toMatchObject({ code: 'key.no-passphrase' });
});

it('nothing is overwritten: neither another key file nor what another program saved', async () => {
  const file = await filled();
  await expect(createKeyFile(path, 'x', FAST)).rejects.toMatchObject({ code: 'key.exists' });
  const other = await openKeyFile(path, 'kaffe på bænken');
  other.set('participants', 'p9', 'name', 'Bo');
  await other.save();
  await expect(file.save()).rejects.toMatchObject({ code: 'key.changed-since' });
});

it('one field of a row can be forgotten; a closed file holds nothing in memory and everything on the disk', async () => {
  const file = await filled();
  file.remove('participants', 'p1', 'age');
  await file.save();
  expect(file.all().map(({ field }) => field)).toEqual(['name', 'name']);
  file.close();
  expect(file.all()).toEqual([]);
  expect((await openKeyFile(path, 'kaffe på bænken')).all()).toHaveLength(2);
});
