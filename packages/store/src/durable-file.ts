import { randomBytes } from 'node:crypto';
import { link, open, rename, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';

/** Makes the names in a folder as durable as the files; some systems cannot, and then it is as it is. */
export async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => null);
  if (handle === null) return;
  try {
    await handle.sync();
  } catch {
    // Windows refuses to sync a folder.
  } finally {
    await handle.close();
  }
}

/** Writes a file whole or not at all: beside it, onto the disk, then in its place. */
export async function writeDurably(path: string, bytes: Uint8Array | string, mode = 0o644): Promise<void> {
  const beside = `${path}.${randomBytes(6).toString('hex')}.tmp`;
  try {
    const handle = await open(beside, 'wx', mode);
    try {
      await handle.writeFile(bytes);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(beside, path);
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  }
  await syncFolder(dirname(path));
}

/** Gives a finished file its name, if nothing has it: `EEXIST` where something does. The folder is not synced. */
export async function takeName(beside: string, path: string): Promise<void> {
  try {
    await link(beside, path);
    await rm(beside, { force: true });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST' || (await stat(path).catch(() => null)))
      throw Object.assign(new Error(`${path} is there`), { code: 'EEXIST' });
    // A file system without links.
    await rename(beside, path);
  }
}

/** Makes a file that something else has written as durable as one of ours. */
export async function syncFile(path: string): Promise<void> {
  const handle = await open(path, 'r+');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
