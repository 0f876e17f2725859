import {
  BagomError,
  documentOfText,
  understand,
  type Document,
  type ReadingWish,
  type ReadTranscript,
  type Unread,
} from '@bagom/core';
import { readDocx } from '../docx/read.js';
import { htmlCharset, readHtml } from '../html/read.js';
import { readMarkdown } from '../markdown/read.js';
import { readOdt } from '../odt/read.js';
import { readPdf } from '../pdf/read.js';
import { readRecognised } from '../recognised/read.js';
import { readRtf } from '../rtf/read.js';
import { readCues } from '../subtitles/cues.js';
import { decodeLoosely } from '../text/decode-loosely.js';
import { textReader } from '../text/text-reader.js';
import { formOfBytes, formOfText } from './form.js';

/** A transcript as it was read from a file and understood. */
export interface TranscriptFile extends ReadTranscript {
  readonly form: Document['form'];
  readonly encoding: string | null;
  /** What was not read as it stands: of the file's form first, then of its labels. */
  readonly unread: readonly Unread[];
}

/**
 * Reads a transcript from a file of any form it knows, and understands it in the grammar that explains it best, or the one
 * wished for. What the form is, is told from the bytes, not from the name.
 */
export async function readTranscript(
  bytes: Uint8Array,
  fileName: string,
  wish: ReadingWish = {},
): Promise<TranscriptFile> {
  const document = await readDocument(bytes, fileName);
  const read = understand(document, wish);
  if (!/[\p{L}\p{N}]/u.test(read.text)) throw new BagomError('transcript.no-words', { file: fileName });
  const { form, encoding } = document;
  return { ...read, form, encoding, unread: [...document.unread, ...read.slips] };
}

/** A file's words with their looks, tables and times, and what of it was not read. */
export async function readDocument(bytes: Uint8Array, fileName: string): Promise<Document> {
  switch (formOfBytes(bytes)) {
    case 'docx':
      return readDocx(bytes, fileName);
    case 'odt':
      return readOdt(bytes, fileName);
    case 'pdf':
      return readPdf(bytes, fileName);
    case 'rtf':
      return readRtf(bytes, fileName);
    case 'doc':
      throw new BagomError('doc.not-read', { file: fileName });
    case null:
  }
  const { text, encoding, unread } = decodeLoosely(bytes, fileName);
  const form = formOfText(text);
  const lines = linesIn(text);
  if (lines > MOST_LINES)
    throw new BagomError('text.too-many-lines', { file: fileName, lines, limit: MOST_LINES });
  switch (form) {
    case 'vtt':
    case 'srt':
      return withUnread(readCues(text, form, encoding), unread);
    case 'html':
      return htmlOf(bytes, text, encoding, unread);
    case 'whisper':
      return withUnread(readRecognised(text, fileName, encoding), unread);
    case 'markdown':
      return readMarkdown(text, encoding, unread);
    case 'text':
      return documentOfText(text, 'text', encoding, unread);
  }
}

/** Lines of a text file: a hundred hours of talk have a twentieth of them, and each takes memory of its own. */
const MOST_LINES = 3_000_000;

function linesIn(text: string): number {
  let lines = 1;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines++;
  return lines;
}

/** A page says its own encoding; it is believed when the bytes are no UTF-8. */
function htmlOf(bytes: Uint8Array, text: string, encoding: string, unread: readonly Unread[]): Document {
  const named = encoding === 'utf-8' || encoding.startsWith('utf-16') ? null : htmlCharset(bytes);
  const reader = named === null || named === 'utf-8' ? null : textReader(named);
  return reader
    ? readHtml(reader.read(bytes), reader.encoding)
    : withUnread(readHtml(text, encoding), unread);
}

const withUnread = (document: Document, before: readonly Unread[]): Document =>
  before.length === 0 ? document : { ...document, unread: [...before, ...document.unread] };
