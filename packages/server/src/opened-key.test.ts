import { createKeyFile, openKeyFile } from '@bagom/store';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { OpenedKey } from './opened-key.js';

const NAME = { table: 'participants', id: 'p', field: 'name' };
let folder: string;
let path: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bagom-key-'));
  path = join(folder, 'a.key');
  await createKeyFile(path, 'hestehale', { cost: 2 ** 10 });
});
afterEach(async () => {
  await rm(folder, { recursive: true });
});

test('it closes after a while without use, and writing keeps it open', async () => {
  const key = new OpenedKey(700);
  const wait = (time: number) => new Promise((resolve) => setTimeout(resolve, time));
  await key.open(path, 'hestehale');
  await wait(400);
  await key.write({ ...NAME, value: 'Grethe' });
  await wait(400);
  expect(await key.write({ ...NAME, value: 'Grete' })).toBe(1);
  await wait(1000);
  await expect(key.write({ ...NAME, value: 'Gerda' })).rejects.toMatchObject({ code: 'key.closed' });
  expect((await openKeyFile(path, 'hestehale')).all()).toEqual([{ ...NAME, value: 'Grete' }]);
});

test('what is asked for before it is closed is saved whole; nothing is after', async () => {
  const key = new OpenedKey();
  await key.open(path, 'hestehale');
  const writes = Array.from({ length: 8 }, (_, i) => key.write({ ...NAME, id: `p${i}`, value: `navn ${i}` }));
  const closed = key.close();
  const late = key.write({ ...NAME, value: 'for sent' });
  expect(await Promise.all(writes)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  await closed;
  await expect(late).rejects.toMatchObject({ code: 'key.closed' });
  expect((await openKeyFile(path, 'hestehale')).all()).toHaveLength(8);
});

test('a file another program wrote since is not written over, and has to be opened anew', async () => {
  const key = new OpenedKey();
  await key.open(path, 'hestehale');
  const other = await openKeyFile(path, 'hestehale');
  other.set('sites', 's', 'name', 'Åen');
  await other.save();
  await expect(key.write({ ...NAME, value: 'Grethe' })).rejects.toMatchObject({ code: 'key.changed-since' });
  await expect(key.write({ ...NAME, value: 'Grethe' })).rejects.toMatchObject({ code: 'key.closed' });
  expect(await key.open(path, 'hestehale')).toHaveLength(1);
  expect(await key.write({ ...NAME, value: 'Grethe' })).toBe(2);
  await key.close();
});

test('a wrong passphrase leaves what is open as it is', async () => {
  const key = new OpenedKey();
  await key.open(path, 'hestehale');
  await expect(key.open(path, 'forkert')).rejects.toMatchObject({ code: 'key.wrong-passphrase' });
  expect(await key.write({ ...NAME, value: 'Grethe' })).toBe(1);
  expect(await key.write({ ...NAME, value: null })).toBe(0);
  await key.close();
});
