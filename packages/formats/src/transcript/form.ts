import type { DocumentForm } from '@bagom/core';
import { isHtml } from '../html/read.js';
import { isMarkdown } from '../markdown/read.js';
import { isOdt } from '../odt/read.js';
import { isPdf } from '../pdf/read.js';
import { looksLikeJson, recognisedIn } from '../recognised/read.js';
import { isRtf } from '../rtf/read.js';
import { isSrt, isVtt } from '../subtitles/cues.js';
import { isZip } from '../zip/read.js';

/** Forms that their first bytes tell, whatever the name of the file. */
export function formOfBytes(bytes: Uint8Array): 'docx' | 'odt' | 'pdf' | 'rtf' | 'doc' | null {
  if (isZip(bytes)) return isOdt(bytes) ? 'odt' : 'docx';
  if (isPdf(bytes)) return 'pdf';
  if (isRtf(bytes)) return 'rtf';
  // The container of Word before 2007.
  return bytes[0] === 0xd0 && bytes[1] === 0xcf && bytes[2] === 0x11 && bytes[3] === 0xe0 ? 'doc' : null;
}

/** The form of a file that is text. */
export function formOfText(
  text: string,
): Exclude<DocumentForm, 'docx' | 'odt' | 'pdf' | 'rtf' | 'otranscribe'> {
  if (isVtt(text)) return 'vtt';
  if (isSrt(text)) return 'srt';
  if (isHtml(text)) return 'html';
  if (looksLikeJson(text) && recognisedIn(text)) return 'whisper';
  return isMarkdown(text) ? 'markdown' : 'text';
}

/** Whether a text is in a form that only transcripts have. */
export const isTranscriptForm = (text: string): boolean =>
  ['vtt', 'srt', 'html', 'whisper'].includes(formOfText(text));
