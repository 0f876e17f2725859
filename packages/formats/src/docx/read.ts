import { BagomError } from '@bagom/core';
import { fromBuffer } from 'yauzl';

/** What a Word document may unpack to before it is taken for an attack. */
export const DOCX_LIMITS = {
  entries: 2000,
  bytes: 100 * 1024 * 1024,
  ratio: 200,
  ratioFrom: 5 * 1024 * 1024,
};

/** Whether the bytes begin as a zip file does. */
export const isZip = (bytes: Uint8Array): boolean =>
  bytes[0] === 0x50 &&
  bytes[1] === 0x4b &&
  (bytes[2] === 3 || bytes[2] === 5) &&
  (bytes[3] === 4 || bytes[3] === 6);

/** The text of a Word document, a paragraph a line. */
export async function readDocx(bytes: Uint8Array, fileName: string): Promise<string> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  await checkZip(buffer, fileName);
  try {
    // Loaded when it is needed: it takes longer to load than most files take to read.
    const { default: mammoth } = await import('mammoth');
    const { value } = await mammoth.extractRawText({ buffer });
    // Mammoth ends each paragraph with two line feeds, so one alone is a break inside it.
    return value;
  } catch {
    throw damaged(fileName, 'unreadable');
  }
}

/** Why a file is no Word document that can be read. */
export const DOCX_REASONS = [
  'not-zip',
  'too-many-entries',
  'too-large',
  'no-document',
  'unreadable',
] as const;
export type DocxReason = (typeof DOCX_REASONS)[number];

const damaged = (file: string, reason: DocxReason) => new BagomError('docx.damaged', { file, reason });

/**
 * Unpacks every entry without keeping it and counts what really comes out: the sizes a zip file states may be lies, and
 * yauzl refuses an entry that is longer than it says.
 */
async function checkZip(buffer: Buffer, fileName: string): Promise<void> {
  let document = false;
  let total = 0;
  await new Promise<void>((resolve, reject) => {
    const refuse = (reason: DocxReason) => reject(damaged(fileName, reason));
    fromBuffer(buffer, { lazyEntries: true, validateEntrySizes: true }, (error, zip) => {
      if (error) return refuse('not-zip');
      if (zip.entryCount > DOCX_LIMITS.entries) return refuse('too-many-entries');
      zip.on('error', () => refuse('unreadable'));
      zip.on('end', () => resolve());
      zip.on('entry', (entry) => {
        if (entry.fileName === 'word/document.xml') document = true;
        total += entry.uncompressedSize;
        const swollen =
          entry.uncompressedSize > DOCX_LIMITS.ratioFrom &&
          entry.uncompressedSize > entry.compressedSize * DOCX_LIMITS.ratio;
        if (total > DOCX_LIMITS.bytes || swollen) return refuse('too-large');
        zip.openReadStream(entry, (problem, stream) => {
          if (problem) return refuse('unreadable');
          stream.on('error', () => refuse('unreadable'));
          stream.on('end', () => zip.readEntry());
          stream.resume();
        });
      });
      zip.readEntry();
    });
  });
  if (!document) throw damaged(fileName, 'no-document');
}
