import { BagomError } from '@bagom/core';
import { readZip, ZipError, type ZipLimits } from '../zip/read.js';

/** What a Word document may unpack to before it is taken for an attack. */
export const DOCX_LIMITS: ZipLimits = {
  entries: 2000,
  bytes: 100 * 1024 * 1024,
  ratio: 200,
  ratioFrom: 5 * 1024 * 1024,
};

/** The text of a Word document, a paragraph a line. */
export async function readDocx(bytes: Uint8Array, fileName: string): Promise<string> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  await checkZip(bytes, fileName);
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
  'duplicate-name',
  'no-document',
  'unreadable',
] as const;
export type DocxReason = (typeof DOCX_REASONS)[number];

const damaged = (file: string, reason: DocxReason) => new BagomError('docx.damaged', { file, reason });

/** Unpacks it once to see that it is a Word document and no attack: Mammoth itself has no limits. */
async function checkZip(bytes: Uint8Array, fileName: string): Promise<void> {
  try {
    const { names } = await readZip(bytes, DOCX_LIMITS, () => false);
    if (!names.has('word/document.xml')) throw damaged(fileName, 'no-document');
  } catch (error) {
    throw error instanceof ZipError ? damaged(fileName, error.reason) : error;
  }
}
