import { BagomError } from '@bagom/core';
import { mkdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Kysely } from 'kysely';
import { blobOf, missingBlobs, readBlob, sha256, writeBlobs } from './blobs.js';
import { syncFolder, writeDurably } from './durable-file.js';
import type { Database } from './schema.js';

/** The files that were imported, byte for byte, by their hash. */
export interface Originals {
  keep(bytes: Uint8Array): Promise<string>;
  /** The bytes, checked against their hash. */
  read(hash: string): Promise<Uint8Array>;
}

/** `NAME.media/ab/<hash>`, beside a study file. */
export class MediaFolder implements Originals {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
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

  read(hash: string): Promise<Uint8Array> {
    return readBlob(this.#database, hash);
  }
}
