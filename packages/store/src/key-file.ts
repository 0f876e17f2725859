import { BagomError, canonicalJson } from '@bagom/core';
import { createCipheriv, createDecipheriv, randomBytes, scrypt } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { sha256 } from './blobs.js';
import { writeDurably } from './durable-file.js';

/** A true value: of a person, a site, an entity; or the link between a person and a respondent. */
export interface KeyEntry {
  table: string;
  id: string;
  field: string;
  value: string;
}

/** AES-256-GCM, base64: 12 bytes of initialisation vector, the cipher text, 16 bytes of tag. */
type Sealed = string;

interface StoredKeyFile {
  format: 'bagom-key';
  version: 1;
  kdf: { name: 'scrypt'; cost: number; salt: string };
  /** Seals nothing but the rest of the file: opens only with the passphrase, and only when nothing was moved. */
  check: Sealed;
  entries: { table: string; id: string; field: string; sealed: Sealed }[];
  /** SHA-256 of the rest: tells a damaged file from a wrong passphrase. */
  digest: string;
}

const COST = 2 ** 17;
const BLOCK = 64;

function derive(passphrase: string, salt: Buffer, cost: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const options = { N: cost, r: 8, p: 1, maxmem: 128 * 8 * cost * 2 };
    // The same passphrase typed on another keyboard may come in other code points.
    scrypt(passphrase.normalize('NFKC'), salt, 32, options, (error, key) => {
      if (error) reject(error);
      else resolve(key);
    });
  });
}

function seal(key: Buffer, text: string, identity: string): Sealed {
  const iv = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(identity));
  return Buffer.concat([iv, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]).toString(
    'base64',
  );
}

/** Throws when the key, the identity or a bit is another. */
function unseal(key: Buffer, sealed: Sealed, identity: string): string {
  const bytes = Buffer.from(sealed, 'base64');
  if (bytes.length < 28) throw new Error('too short');
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12), { authTagLength: 16 });
  decipher.setAAD(Buffer.from(identity)).setAuthTag(bytes.subarray(-16));
  return Buffer.concat([decipher.update(bytes.subarray(12, -16)), decipher.final()]).toString('utf8');
}

const identityOf = (table: string, id: string, field: string): string => canonicalJson([table, id, field]);

/** Padded, so that a name's length does not show. */
const padded = (value: string): string => {
  const text = JSON.stringify(value);
  return text.padEnd(
    Math.ceil(Buffer.byteLength(text) / BLOCK) * BLOCK - Buffer.byteLength(text) + text.length,
  );
};

const checkIdentity = ({ format, version, kdf, entries }: Omit<StoredKeyFile, 'check' | 'digest'>): string =>
  sha256(canonicalJson({ format, version, kdf, entries }));

/** True values and linkage, apart from the study and encrypted. Without it the study is anonymous to its holders too. */
export class KeyFile {
  readonly location: string;
  readonly #entries = new Map<string, KeyEntry>();
  readonly #cost: number;
  #key: Buffer;
  #salt: Buffer;
  /** The digest of the file as it was last read or written; null: not written yet. */
  #digest: string | null = null;

  /** Made by `createKeyFile` and `openKeyFile`. */
  constructor(location: string, key: Buffer, salt: Buffer, cost: number) {
    this.location = location;
    this.#key = key;
    this.#salt = salt;
    this.#cost = cost;
  }

  get(table: string, id: string, field: string): string | null {
    return this.#entries.get(identityOf(table, id, field))?.value ?? null;
  }

  /** In memory, until `save`. */
  set(table: string, id: string, field: string, value: string): void {
    this.#entries.set(identityOf(table, id, field), { table, id, field, value });
  }

  all(): KeyEntry[] {
    return [...this.#entries.values()].map((entry) => ({ ...entry }));
  }

  /** Forgets one field of a row, or everything about it. In memory, until `save`. */
  remove(table: string, id: string, field?: string): void {
    for (const [identity, entry] of this.#entries) {
      if (entry.table === table && entry.id === id && (field === undefined || entry.field === field))
        this.#entries.delete(identity);
    }
  }

  /** Wipes the key and the values out of memory. It is good for nothing afterwards; the file stays as it is. */
  close(): void {
    this.#key.fill(0);
    this.#key = Buffer.alloc(0);
    this.#entries.clear();
  }

  /** Writes the file whole or not at all. Refused when another program has written it since. */
  async save(): Promise<void> {
    const there = await readStored(this.location).catch((error: unknown) => {
      if (error instanceof BagomError && error.code === 'key.not-found') return null;
      throw error;
    });
    if ((there?.digest ?? null) !== this.#digest) {
      throw new BagomError(this.#digest === null ? 'key.exists' : 'key.changed-since', {
        location: this.location,
      });
    }
    const kdf = { name: 'scrypt', cost: this.#cost, salt: this.#salt.toString('base64') } as const;
    const entries = this.all().map(({ table, id, field, value }) => {
      return { table, id, field, sealed: seal(this.#key, padded(value), identityOf(table, id, field)) };
    });
    const body = { format: 'bagom-key', version: 1, kdf, entries } as const;
    const checked = { ...body, check: seal(this.#key, '', checkIdentity(body)) };
    const stored: StoredKeyFile = { ...checked, digest: sha256(canonicalJson(checked)) };
    await writeDurably(this.location, `${JSON.stringify(stored, null, 1)}\n`, 0o600);
    this.#digest = stored.digest;
  }

  /** Encrypts everything anew, under a new key, and saves it. */
  async changePassphrase(passphrase: string): Promise<void> {
    refuseEmpty(passphrase, this.location);
    const before = { key: this.#key, salt: this.#salt };
    this.#salt = randomBytes(16);
    this.#key = await derive(passphrase, this.#salt, this.#cost);
    try {
      await this.save();
    } catch (error) {
      ({ key: this.#key, salt: this.#salt } = before);
      throw error;
    }
  }

  /** Takes in what was read. */
  read({ entries, digest }: { entries: readonly KeyEntry[]; digest: string }): void {
    for (const { table, id, field, value } of entries) this.set(table, id, field, value);
    this.#digest = digest;
  }
}

function refuseEmpty(passphrase: string, location: string): void {
  if (passphrase.trim() === '') throw new BagomError('key.no-passphrase', { location });
}

async function readStored(location: string): Promise<StoredKeyFile> {
  const text = await readFile(location, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR')
      throw new BagomError('key.not-found', { location });
    throw new BagomError('key.damaged', { location, reason: error.message });
  });
  const damaged = new BagomError('key.damaged', { location });
  let stored: StoredKeyFile;
  try {
    stored = JSON.parse(text) as StoredKeyFile;
    const { digest, ...rest } = stored;
    if (stored.format !== 'bagom-key' || sha256(canonicalJson(rest)) !== digest) throw damaged;
  } catch {
    throw damaged;
  }
  if (stored.version > 1)
    throw new BagomError('key.newer-version', { location, version: stored.version, known: 1 });
  // The cost is read before anything is proven: it must not be able to take the machine's memory.
  const { cost } = stored.kdf;
  if (!Number.isInteger(Math.log2(cost)) || cost < 2 || cost > 2 ** 20) throw damaged;
  return stored;
}

/** Makes a new key file. `cost` is scrypt's N: 2^17 takes about half a second. */
export async function createKeyFile(
  location: string,
  passphrase: string,
  { cost = COST }: { cost?: number } = {},
): Promise<KeyFile> {
  refuseEmpty(passphrase, location);
  if (await stat(location).catch(() => null)) throw new BagomError('key.exists', { location });
  const salt = randomBytes(16);
  const file = new KeyFile(location, await derive(passphrase, salt, cost), salt, cost);
  await file.save();
  return file;
}

export async function openKeyFile(location: string, passphrase: string): Promise<KeyFile> {
  const stored = await readStored(location);
  const salt = Buffer.from(stored.kdf.salt, 'base64');
  const key = await derive(passphrase, salt, stored.kdf.cost);
  try {
    unseal(key, stored.check, checkIdentity(stored));
  } catch {
    throw new BagomError('key.wrong-passphrase', { location });
  }
  const file = new KeyFile(location, key, salt, stored.kdf.cost);
  try {
    const entries = stored.entries.map(({ table, id, field, sealed }) => {
      const value = JSON.parse(unseal(key, sealed, identityOf(table, id, field))) as string;
      return { table, id, field, value };
    });
    file.read({ entries, digest: stored.digest });
  } catch {
    throw new BagomError('key.damaged', { location });
  }
  return file;
}
