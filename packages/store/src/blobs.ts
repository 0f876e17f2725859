import { BagomError } from '@bagom/core';
import { createHash } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { Database } from './schema.js';

/** Bytes that never change, named by their SHA-256: a text, a survey column, posteriors. */
export interface Blob {
  hash: string;
  bytes: Uint8Array;
}

export const sha256 = (value: Uint8Array | string): string =>
  createHash('sha256').update(value).digest('hex');

export function blobOf(value: Uint8Array | string): Blob {
  const bytes = typeof value === 'string' ? new TextEncoder().encode(value) : value;
  return { hash: sha256(bytes), bytes };
}

/** Puts blobs in; those that are there already stay as they are. */
export async function writeBlobs(database: Kysely<Database>, blobs: readonly Blob[]): Promise<void> {
  for (const { hash, bytes } of blobs) {
    if (sha256(bytes) !== hash) throw new BagomError('blob.damaged', { hash });
    await database
      .insertInto('blobs')
      .values({ hash, bytes })
      .onConflict((conflict) => conflict.column('hash').doNothing())
      .execute();
  }
}

/** A blob's bytes, checked against its name; in a buffer of their own, so that numbers can be read from it. */
export async function readBlob(database: Kysely<Database>, hash: string): Promise<Uint8Array> {
  const row = await database.selectFrom('blobs').select('bytes').where('hash', '=', hash).executeTakeFirst();
  if (row === undefined) throw new BagomError('blob.missing', { hash });
  if (sha256(row.bytes) !== hash) throw new BagomError('blob.damaged', { hash });
  return new Uint8Array(row.bytes);
}

/** Which of these hashes no blob has. */
export async function missingBlobs(
  database: Kysely<Database>,
  hashes: ReadonlySet<string>,
): Promise<string[]> {
  const missing = new Set(hashes);
  const wanted = [...hashes];
  for (let i = 0; i < wanted.length; i += 500) {
    const part = wanted.slice(i, i + 500);
    const rows = await database.selectFrom('blobs').select('hash').where('hash', 'in', part).execute();
    for (const { hash } of rows) missing.delete(hash);
  }
  return [...missing];
}

/** Texts read lately, up to a number of characters. */
export class TextCache {
  readonly #texts = new Map<string, string>();
  readonly #most: number;
  #size = 0;

  constructor(most: number) {
    this.#most = most;
  }

  get(hash: string): string | undefined {
    const text = this.#texts.get(hash);
    if (text !== undefined) {
      // The last one in a Map is the one used last.
      this.#texts.delete(hash);
      this.#texts.set(hash, text);
    }
    return text;
  }

  set(hash: string, text: string): void {
    if (this.#texts.has(hash)) return;
    this.#texts.set(hash, text);
    this.#size += text.length;
    for (const [oldest, { length }] of this.#texts) {
      if (this.#size <= this.#most) break;
      this.#texts.delete(oldest);
      this.#size -= length;
    }
  }
}
