import { BagomError, type Operation } from '@bagom/core';
import { randomBytes } from 'node:crypto';
import { copyFile, mkdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { syncFile, syncFolder, takeName } from './durable-file.js';
import { MediaFolder } from './media.js';
import { ORIGINAL_COLUMNS } from './schema.js';
import type { StudyFile } from './study-file.js';

export interface CopyOptions {
  /** The key file to be copied with it; without one the copy holds no true values. */
  key?: string;
  /** Leave out what was imported and recorded. */
  withoutMedia?: boolean;
}

/** What was written. */
export interface CopyReport {
  location: string;
  /** Of the study file. */
  bytes: number;
  /** Kept files that came along, and the names of those that are not here. */
  originals: number;
  missing: string[];
  key: boolean;
}

/**
 * Writes a copy of an open study for somebody else: the study file as it stands at one moment, with what is kept in its media
 * folder, and the key only where it is named. Nothing is overwritten, and nothing half-written ever has a study's name: all of
 * it is written beside, onto the disk, and named last.
 *
 * @param to A path, with or without `.bagom`. A study on PostgreSQL becomes a file too.
 */
export async function copyStudy(
  study: StudyFile,
  to: string,
  { key, withoutMedia = false }: CopyOptions = {},
): Promise<CopyReport> {
  const stem = resolve(to).replace(/\.bagom$/, '');
  const names = { study: `${stem}.bagom`, media: `${stem}.media`, key: `${stem}.key` };
  for (const path of key === undefined ? [names.study, names.media] : Object.values(names))
    if (await stat(path).catch(() => null)) throw new BagomError('copy.exists', { file: path });
  if (!(await stat(dirname(stem)).catch(() => null))?.isDirectory())
    throw new BagomError('file.not-written', { file: names.study, reason: 'ENOENT' });
  const beside = `${stem}.${randomBytes(6).toString('hex')}.tmp`;
  const made: string[] = [];
  try {
    const { files, missing } = await keptFiles(study);
    await study.writeTo(`${beside}.study`, files);
    await syncFile(`${beside}.study`);
    if (key !== undefined) {
      await copyFile(key, `${beside}.key`);
      await syncFile(`${beside}.key`);
    }
    const wanted = withoutMedia ? new Set<string>() : files;
    if (wanted.size > 0) await copyMedia(study, wanted, `${beside}.media`);
    const named = async (from: string, path: string, take: (from: string, to: string) => Promise<void>) => {
      await take(from, path);
      made.push(path);
    };
    if (wanted.size > 0) await named(`${beside}.media`, names.media, rename);
    if (key !== undefined) await named(`${beside}.key`, names.key, takeName);
    await named(`${beside}.study`, names.study, takeName);
    await syncFolder(dirname(stem));
    const { size } = await stat(names.study);
    return {
      location: names.study,
      bytes: size,
      originals: wanted.size,
      missing: withoutMedia ? [] : missing,
      key: key !== undefined,
    };
  } catch (error) {
    for (const path of made) await rm(path, { recursive: true, force: true });
    throw inWords(error, names.study);
  } finally {
    for (const part of ['study', 'study-journal', 'media', 'key'])
      await rm(`${beside}.${part}`, { recursive: true, force: true });
  }
}

function inWords(error: unknown, file: string): unknown {
  if (error instanceof BagomError) return error;
  const { code = '', message } = error as NodeJS.ErrnoException;
  if (code === 'EEXIST') return new BagomError('copy.exists', { file });
  if (code === 'ERR_SQLITE_ERROR') return new BagomError('file.not-written', { file, reason: message });
  return /^E[A-Z]+$/.test(code) ? new BagomError('file.not-written', { file, reason: code }) : error;
}

/** The kept files that the study or its history names: what is undone may be done again. Those that are not here by their names. */
async function keptFiles(study: StudyFile): Promise<{ files: Set<string>; missing: string[] }> {
  const named = new Set<string>();
  for await (const operation of study.history()) for (const hash of hashesIn(operation)) named.add(hash);
  const files = new Set<string>();
  for (const hash of named) if (await study.hasOriginal(hash)) files.add(hash);
  return { files, missing: [...(await study.missingOriginals()).values()] };
}

function* hashesIn({ changes }: Operation): Iterable<string> {
  for (const { table, after } of changes)
    for (const { table: of, column } of ORIGINAL_COLUMNS) {
      const hash = of === table ? (after as Record<string, unknown> | null)?.[column] : undefined;
      if (typeof hash === 'string' && /^[0-9a-f]{64}$/.test(hash)) yield hash;
    }
}

/** Each file is read in pieces and named by what it turns out to be: a damaged one is not handed on as whole. */
async function copyMedia(study: StudyFile, hashes: ReadonlySet<string>, to: string): Promise<void> {
  await mkdir(to, { mode: 0o700 });
  const folder = new MediaFolder(to);
  for (const hash of hashes) {
    const size = await study.originals.size(hash);
    const bytes = size > 0 ? study.originals.piece(hash, 0, size) : none();
    if ((await folder.keepStream(bytes, Infinity)) !== hash) throw new BagomError('blob.damaged', { hash });
  }
}

async function* none(): AsyncIterable<Uint8Array> {}
