import { BagomError } from '@bagom/core';
import type { SurveyFile } from '@bagom/formats';
import { open, readFile, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/** What a file may have that is read as a whole. */
const MOST_BYTES = 2 ** 31 - 1;

/** The bytes of a file, whatever it is that keeps it from being read. */
export async function readBytes(path: string): Promise<Uint8Array> {
  try {
    return await readFile(path);
  } catch (error) {
    // Node holds no file of two gigabytes in one piece.
    if (reasonOf(error) === 'ERR_FS_FILE_TOO_LARGE') {
      const { size } = await stat(path);
      throw new BagomError('file.too-large', { file: path, size, limit: MOST_BYTES });
    }
    throw new BagomError('file.not-found', { file: path });
  }
}

/** So many bytes are read at a time. */
const CHUNK = 1024 * 1024;

/** A file to read a survey from, in pieces; what is no file on disk, such as a pipe, is read at once. */
export async function surveyFile(path: string): Promise<SurveyFile> {
  const found = await stat(path).catch(() => undefined);
  if (found?.isFile()) return { name: path, chunks: () => chunksOf(path), bytes: () => readBytes(path) };
  const bytes = await readBytes(path);
  return { name: path, chunks: () => [bytes], bytes: () => Promise.resolve(bytes) };
}

async function* chunksOf(path: string): AsyncGenerator<Uint8Array> {
  const notFound = (): never => {
    throw new BagomError('file.not-found', { file: path });
  };
  const file = await open(path, 'r').catch(notFound);
  try {
    const buffer = Buffer.allocUnsafe(CHUNK);
    for (;;) {
      const { bytesRead } = await file.read(buffer, 0, CHUNK).catch(notFound);
      if (bytesRead === 0) return;
      yield buffer.subarray(0, bytesRead);
    }
  } finally {
    await file.close();
  }
}

const SQLITE = 'SQLite format 3\0';

/** Whether a file is a database, by its first bytes; a missing file is none. */
export async function isDatabase(path: string): Promise<boolean> {
  const file = await open(path, 'r').catch(() => undefined);
  if (!file) return false;
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(SQLITE.length), 0, SQLITE.length, 0);
    return buffer.toString('latin1', 0, bytesRead) === SQLITE;
  } catch {
    return false;
  } finally {
    await file.close();
  }
}

/** Refuses to write over a study or a key, whatever its name. */
export async function refuseStudy(path: string): Promise<void> {
  if (/\.(bagom|key)$/i.test(path) || (await isDatabase(path)))
    throw new BagomError('file.is-study', { file: path });
}

/** Refuses to write over what is read: a mistyped line must not cost the data. */
export async function refuseSource(path: string, source: string): Promise<void> {
  const [out, read] = await Promise.all([path, source].map((name) => stat(name).catch(() => undefined)));
  if (out && read && out.dev === read.dev && out.ino === read.ino)
    throw new BagomError('file.is-source', { file: path });
}

/** A study is made in a folder that is there: a mistyped path must not grow folders. Addresses have none. */
export async function refuseNoFolder(path: string): Promise<void> {
  if (/^\w+:\/\//.test(path)) return;
  const found = await stat(dirname(path)).catch(() => undefined);
  if (!found?.isDirectory()) throw new BagomError('file.not-written', { file: path, reason: 'ENOENT' });
}

/**
 * Writes a file whole or not at all: into a file beside it, which then takes its name. An interrupted write leaves what was
 * there before.
 */
export async function writeWhole(path: string, bytes: Uint8Array | string): Promise<void> {
  await refuseStudy(path);
  const beside = join(dirname(path), `.${basename(path)}.${process.pid}.tmp`);
  const tidy = onInterrupt(() => rm(beside, { force: true }));
  try {
    const file = await open(beside, 'w');
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(beside, path);
  } catch (error) {
    await rm(beside, { force: true }).catch(() => undefined);
    throw new BagomError('file.not-written', { file: path, reason: reasonOf(error) });
  } finally {
    tidy();
  }
}

/** The system's short name for what went wrong: `ENOSPC`, `EACCES`. */
export function reasonOf(error: unknown): string {
  return (error as NodeJS.ErrnoException).code ?? (error instanceof Error ? error.message : String(error));
}

/** Runs `tidy` should the program be interrupted, then ends it; the result takes that back. */
export function onInterrupt(tidy: () => Promise<void>): () => void {
  const end = (signal: NodeJS.Signals) =>
    void tidy().finally(() => process.exit(signal === 'SIGINT' ? 130 : 143));
  process.once('SIGINT', end);
  process.once('SIGTERM', end);
  return () => {
    process.off('SIGINT', end);
    process.off('SIGTERM', end);
  };
}
