import { BagomError } from '@bagom/core';
import { createHash, randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Kysely } from 'kysely';
import { blobOf, missingBlobs, readBlob, sha256, writeBlobs } from './blobs.js';
import { syncFolder, writeDurably } from './durable-file.js';
import type { Database } from './schema.js';

/** The files that were imported, byte for byte, by their hash. */
export interface Originals {
  keep(bytes: Uint8Array): Promise<string>;
  /** Whether a file of that name is there; its bytes are not read. */
  has(hash: string): Promise<boolean>;
  /** The bytes, checked against their hash. */
  read(hash: string): Promise<Uint8Array>;
  /** Keeps a file of any size as its bytes come, at most so many; null, and nothing kept, when there are more. */
  keepStream(bytes: AsyncIterable<Uint8Array>, most: number): Promise<string | null>;
  /** How many bytes a kept file has. */
  size(hash: string): Promise<number>;
  /** The bytes from `from` to before `to`, not checked against their hash: what is played is read in pieces. */
  piece(hash: string, from: number, to: number): AsyncIterable<Uint8Array>;
  /** Where the file lies for another program on this machine; null: in the database. */
  path(hash: string): Promise<string | null>;
  /** What is being written and no version yet: one text a source. Null where no such place is. */
  readonly drafts: Drafts | null;
}

/** Unfinished work on a text, on the disk before the screen says so. */
export interface Drafts {
  keep(sourceId: string, draft: string): Promise<void>;
  read(sourceId: string): Promise<string | null>;
  remove(sourceId: string): Promise<void>;
}

/** `NAME.media/ab/<hash>`, beside a study file. */
export class MediaFolder implements Originals {
  readonly #folder: string;

  readonly drafts: Drafts;

  constructor(folder: string) {
    this.#folder = folder;
    this.drafts = new DraftFolder(join(folder, 'drafts'));
  }

  async keepStream(bytes: AsyncIterable<Uint8Array>, most: number): Promise<string | null> {
    await mkdir(this.#folder, { recursive: true });
    const beside = join(this.#folder, `${randomBytes(6).toString('hex')}.tmp`);
    const hash = createHash('sha256');
    let size = 0;
    try {
      const handle = await open(beside, 'wx');
      try {
        for await (const piece of bytes) {
          size += piece.length;
          if (size > most) return null;
          hash.update(piece);
          await handle.writeFile(piece);
        }
        await handle.sync();
      } finally {
        await handle.close();
      }
      const name = hash.digest('hex');
      const path = this.#path(name);
      await mkdir(join(path, '..'), { recursive: true });
      await rename(beside, path);
      await syncFolder(join(path, '..'));
      await syncFolder(this.#folder);
      return name;
    } finally {
      await rm(beside, { force: true });
    }
  }

  async size(hash: string): Promise<number> {
    const there = await stat(this.#path(hash)).catch(() => null);
    if (!there) throw new BagomError('blob.missing', { hash });
    return there.size;
  }

  piece(hash: string, from: number, to: number): AsyncIterable<Uint8Array> {
    return createReadStream(this.#path(hash), { start: from, end: to - 1 });
  }

  async path(hash: string): Promise<string | null> {
    const path = this.#path(hash);
    return (await stat(path).catch(() => null)) ? path : null;
  }

  async keep(bytes: Uint8Array): Promise<string> {
    const hash = sha256(bytes);
    const path = this.#path(hash);
    const there = await stat(path).catch(() => null);
    if (there?.size === bytes.length) return hash;
    const made = await mkdir(join(path, '..'), { recursive: true });
    await writeDurably(path, bytes);
    if (made !== undefined) {
      await syncFolder(this.#folder);
      await syncFolder(join(this.#folder, '..'));
    }
    return hash;
  }

  async has(hash: string): Promise<boolean> {
    return (await stat(this.#path(hash)).catch(() => null)) !== null;
  }

  async read(hash: string): Promise<Uint8Array> {
    const bytes = await readFile(this.#path(hash)).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT' || error.code === 'ENOTDIR') throw new BagomError('blob.missing', { hash });
      throw error;
    });
    if (sha256(bytes) !== hash) throw new BagomError('blob.damaged', { hash });
    return new Uint8Array(bytes);
  }

  /** Only a hash names a file: nothing else reaches the file system. */
  #path(hash: string): string {
    if (!/^[0-9a-f]{64}$/.test(hash)) throw new BagomError('blob.missing', { hash });
    return join(this.#folder, hash.slice(0, 2), hash);
  }
}

/** On PostgreSQL there is no folder beside the study: originals are blobs like others. */
export class BlobOriginals implements Originals {
  readonly #database: Kysely<Database>;

  constructor(database: Kysely<Database>) {
    this.#database = database;
  }

  async keep(bytes: Uint8Array): Promise<string> {
    const blob = blobOf(bytes);
    const missing = await missingBlobs(this.#database, new Set([blob.hash]));
    if (missing.length > 0) await writeBlobs(this.#database, [blob]);
    return blob.hash;
  }

  async has(hash: string): Promise<boolean> {
    return (await missingBlobs(this.#database, new Set([hash]))).length === 0;
  }

  read(hash: string): Promise<Uint8Array> {
    return readBlob(this.#database, hash);
  }

  readonly drafts = null;

  async keepStream(bytes: AsyncIterable<Uint8Array>, most: number): Promise<string | null> {
    const pieces: Uint8Array[] = [];
    let size = 0;
    for await (const piece of bytes) {
      size += piece.length;
      if (size > most) return null;
      pieces.push(piece);
    }
    return this.keep(Buffer.concat(pieces));
  }

  async size(hash: string): Promise<number> {
    return (await this.read(hash)).length;
  }

  async *piece(hash: string, from: number, to: number): AsyncIterable<Uint8Array> {
    yield (await this.read(hash)).subarray(from, to);
  }

  path(): Promise<null> {
    return Promise.resolve(null);
  }
}

class DraftFolder implements Drafts {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  async keep(sourceId: string, draft: string): Promise<void> {
    await mkdir(this.#folder, { recursive: true });
    await writeDurably(this.#path(sourceId), draft, 0o600);
  }

  read(sourceId: string): Promise<string | null> {
    return readFile(this.#path(sourceId), 'utf8').catch(() => null);
  }

  remove(sourceId: string): Promise<void> {
    return rm(this.#path(sourceId), { force: true });
  }

  /** An id is a row's, made by this program or another's merge: as a file's name it is its hash. */
  #path(sourceId: string): string {
    return join(this.#folder, `${sha256(sourceId)}.json`);
  }
}
