import { fromBuffer } from 'yauzl';

/** What a zip file may be before it is taken for an attack. */
export interface ZipLimits {
  readonly entries: number;
  /** What all its entries may unpack to. */
  readonly bytes: number;
  /** How many times its packed size an entry may unpack to, once it unpacks to more than `ratioFrom` bytes. */
  readonly ratio: number;
  readonly ratioFrom: number;
}

export type ZipReason = 'not-zip' | 'too-many-entries' | 'too-large' | 'duplicate-name' | 'unreadable';

/** Why a zip file is refused. */
export class ZipError extends Error {
  readonly reason: ZipReason;

  constructor(reason: ZipReason) {
    super(reason);
    this.reason = reason;
  }
}

/** Whether the bytes begin as a zip file does. */
export const isZip = (bytes: Uint8Array): boolean =>
  bytes[0] === 0x50 &&
  bytes[1] === 0x4b &&
  (bytes[2] === 3 || bytes[2] === 5) &&
  (bytes[3] === 4 || bytes[3] === 6);

/**
 * Unpacks every entry, counts what really comes out, and keeps those that are wanted: the sizes a zip file states may be lies,
 * and yauzl refuses an entry that is longer than it says, and names that lead out of the folder. One name twice is refused: which
 * of the two a program reads is anyone's guess.
 */
export async function readZip(
  bytes: Uint8Array,
  limits: ZipLimits,
  isWanted: (name: string) => boolean,
): Promise<{ names: ReadonlySet<string>; files: ReadonlyMap<string, Uint8Array> }> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const names = new Set<string>();
  const files = new Map<string, Uint8Array>();
  let total = 0;
  await new Promise<void>((resolve, reject) => {
    const refuse = (reason: ZipReason) => reject(new ZipError(reason));
    fromBuffer(buffer, { lazyEntries: true, validateEntrySizes: true }, (error, zip) => {
      if (error) return refuse('not-zip');
      if (zip.entryCount > limits.entries) return refuse('too-many-entries');
      zip.on('error', () => refuse('unreadable'));
      zip.on('end', () => resolve());
      zip.on('entry', (entry) => {
        const { fileName: name, compressedSize, uncompressedSize } = entry;
        if (names.has(name)) return refuse('duplicate-name');
        names.add(name);
        total += uncompressedSize;
        const swollen =
          uncompressedSize > limits.ratioFrom && uncompressedSize > compressedSize * limits.ratio;
        if (total > limits.bytes || swollen) return refuse('too-large');
        zip.openReadStream(entry, (problem, stream) => {
          if (problem) return refuse('unreadable');
          const pieces: Buffer[] = [];
          if (isWanted(name)) stream.on('data', (piece: Buffer) => pieces.push(piece));
          else stream.resume();
          stream.on('error', () => refuse('unreadable'));
          stream.on('end', () => {
            if (isWanted(name)) files.set(name, Buffer.concat(pieces));
            zip.readEntry();
          });
        });
      });
      zip.readEntry();
    });
  });
  return { names, files };
}
