import { BagomError, normaliseText, readTurns, type ReadTranscript } from '@bagom/core';
import { readDocx } from '../docx/read.js';
import { isZip } from '../zip/read.js';
import { decodeText } from '../text/decode.js';

export interface TranscriptFile extends ReadTranscript {
  readonly form: 'text' | 'markdown' | 'docx';
  readonly notes: readonly { readonly line: number | null; readonly kind: string; readonly text: string }[];
}

/** Reads a transcript from plain text, Markdown or Word. What it is, is told from its bytes, not from its name. */
export async function readTranscript(bytes: Uint8Array, fileName: string): Promise<TranscriptFile> {
  const notes: { line: number | null; kind: string; text: string }[] = [];
  let form: TranscriptFile['form'] = 'text';
  let text: string;
  if (isZip(bytes)) {
    form = 'docx';
    text = await readDocx(bytes, fileName);
  } else {
    const decoded = decodeText(bytes, fileName);
    text = decoded.text;
    if (decoded.encoding === 'windows-1252')
      notes.push({ line: null, kind: 'encoding', text: decoded.encoding });
    if (isMarkdown(text)) {
      form = 'markdown';
      text = withoutMarkdown(text);
    }
  }
  const normal = normaliseText(text);
  if (!/[\p{L}\p{N}]/u.test(normal)) throw new BagomError('transcript.no-words', { file: fileName });
  const read = readTurns(normal);
  if (read.speakers.length === 0)
    notes.push({ line: null, kind: 'no-speakers', text: String(read.turns.length) });
  for (const turn of read.turns)
    if (turn.role === 'other')
      notes.push({
        line: turn.line,
        kind: 'before-first-turn',
        text: normal.slice(turn.from, Math.min(turn.to, turn.from + 120)),
      });
  return { ...read, form, notes };
}

const BOLD_LABEL = /^(\*\*|__)([^*_\n]{1,60}?)(:?)\1(:?)/gm;

/** Markdown is told by headings or by speakers in bold. */
function isMarkdown(text: string): boolean {
  return /^#{1,6} \S/m.test(text) || (text.match(BOLD_LABEL) ?? []).some((label) => label.includes(':'));
}

/** The words without the signs that would hide a speaker's label. Everything else stays as it was typed. */
function withoutMarkdown(text: string): string {
  return text.replace(/^#{1,6} +/gm, '').replace(BOLD_LABEL, '$2$3$4');
}
