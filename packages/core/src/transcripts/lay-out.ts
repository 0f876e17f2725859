import type { Document, Format, Paragraph } from './document.js';
import type { Mark } from './source.js';

/** A paragraph in its place in the text: `from`/`to` are UTF-16, half-open. */
export interface LaidParagraph {
  readonly from: number;
  readonly to: number;
  readonly of: Paragraph;
}

/** A document as one text, as the study keeps it (see `normaliseText`), with each paragraph's place and looks. */
export interface LaidOut {
  readonly text: string;
  readonly paragraphs: readonly LaidParagraph[];
  readonly marks: readonly Mark[];
}

/**
 * Lays a document out as one text. A text file keeps its lines; of other documents empty paragraphs are left out and the rest
 * stand apart by a blank line, the cells of a row by a tab, lines of a list, paragraphs of a cell and subtitles of one voice by
 * a line feed.
 */
export function layOut({ form, paragraphs }: Document): LaidOut {
  const lines = form === 'text' || form === 'markdown';
  const parts: string[] = [];
  const laid: LaidParagraph[] = [];
  const marks: Mark[] = [];
  let at = 0;
  let before: Paragraph | null = null;
  let blank = '';
  for (const of of paragraphs) {
    const words = tidy(of);
    // Blank lines count only between lines with words: a text begins and ends with words.
    if (words.text.trim() === '') {
      if (lines && before) blank += '\n';
      continue;
    }
    const gap: string = before ? (lines ? `\n${blank}` : gapBetween(before, of)) : '';
    blank = '';
    // Of a text file only the first line is trimmed; of a document every paragraph, as its blanks are layout.
    const lead = before && lines ? 0 : words.text.length - words.text.trimStart().length;
    const from = at + gap.length;
    const text = lines ? words.text.slice(lead) : words.text.trim();
    parts.push(gap, text);
    at = from + text.length;
    laid.push({ from, to: at, of });
    for (const format of words.formats) {
      const start = Math.max(from, from + format.from - lead);
      const end = Math.min(from + format.to - lead, at);
      if (start < end) marks.push({ from: start, to: end, kind: format.kind });
    }
    if (of.style) marks.push({ from, to: at, kind: of.style });
    before = of;
  }
  // The last line's trailing blanks of every kind are no words.
  const joined = parts.join('');
  const text = joined.trimEnd();
  const last = laid.at(-1);
  if (last && last.to > text.length) laid[laid.length - 1] = { ...last, to: text.length };
  return {
    text: `${text}\n`,
    paragraphs: laid,
    marks: marks.flatMap((mark) =>
      mark.to <= text.length ? [mark] : mark.from < text.length ? [{ ...mark, to: text.length }] : [],
    ),
  };
}

function gapBetween(a: Paragraph, b: Paragraph): string {
  if (a.cell && b.cell && a.cell.table === b.cell.table && a.cell.row === b.cell.row)
    return a.cell.column === b.cell.column ? '\n' : '\t';
  if (a.style === 'list' && b.style === 'list') return '\n';
  if (a.time !== undefined && b.time !== undefined && a.speaker === b.speaker) return '\n';
  return '\n\n';
}

/** A paragraph's words in NFC, with line feeds and without trailing blanks, and its formats moved along. */
function tidy({ text, formats }: Paragraph): { text: string; formats: readonly Format[] } {
  const tidied = tidyText(text);
  if (tidied === text || formats.length === 0) return { text: tidied, formats };
  const moved = (at: number) => Math.min(tidyText(text.slice(0, at), true).length, tidied.length);
  return {
    text: tidied,
    formats: formats.flatMap(({ from, to, kind }) => {
      const span = { from: moved(from), to: moved(to), kind };
      return span.from < span.to ? [span] : [];
    }),
  };
}

function tidyText(text: string, open = false): string {
  const plain = text
    .replace(/^\uFEFF/, '')
    .normalize('NFC')
    .replace(/\r\n?|[\u2028\u2029]/g, '\n');
  // Of an unfinished text the last line's blanks may yet be followed by words.
  return open ? plain.replace(/[ \t]+(?=\n)/g, '') : plain.replace(/[ \t]+$/gm, '');
}
