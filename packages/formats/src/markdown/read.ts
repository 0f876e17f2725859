import { documentOfText, type Document, type Format, type Paragraph, type Unread } from '@bagom/core';

const BOLD_LABEL = /^(?:\*\*|__)[^*_\n]{1,60}?:?(?:\*\*|__):?/m;
const HEADING = /^#{1,6} +(?=\S)/;
const LIST = /^[ \t]*(?:[*+]|\d{1,3}[.)]) +(?=\S)/;
const EMPHASIS =
  /(\*\*|__)(?=\S)([^\n]{1,400}?\S)\1|(?<![\p{L}\p{N}*])\*(?=[^\s*])([^*\n]{1,400}?[^\s*])\*(?![\p{L}\p{N}*])/gu;

/** Markdown is told by headings or by words in bold that begin a line. */
export const isMarkdown = (text: string): boolean => /^#{1,6} \S/m.test(text) || BOLD_LABEL.test(text);

/** A Markdown file's lines: headings and words in bold or italics lose their signs and keep their looks. */
export function readMarkdown(text: string, encoding: string | null, unread: readonly Unread[]): Document {
  const plain = documentOfText(text, 'markdown', encoding, unread);
  return { ...plain, paragraphs: plain.paragraphs.map(withoutSigns) };
}

function withoutSigns(paragraph: Paragraph): Paragraph {
  const heading = HEADING.exec(paragraph.text);
  const line = heading ? paragraph.text.slice(heading[0].length) : paragraph.text;
  const style = heading ? { style: 'heading' as const } : LIST.test(line) ? { style: 'list' as const } : {};
  if (!/[*_]/.test(line))
    return heading || 'style' in style ? { ...paragraph, text: line, ...style } : paragraph;
  const formats: Format[] = [];
  let text = '';
  let at = 0;
  for (const match of line.matchAll(EMPHASIS)) {
    const [whole, , bold, italic] = match;
    // `*griner*` is a cue in many hands, not emphasis: single asterisks stay where they hold one word.
    if (italic !== undefined && !/\s/.test(italic)) continue;
    text += line.slice(at, match.index);
    const words = bold ?? italic ?? '';
    formats.push({
      from: text.length,
      to: text.length + words.length,
      kind: bold === undefined ? 'italic' : 'bold',
    });
    text += words;
    at = match.index + whole.length;
  }
  return { ...paragraph, text: text + line.slice(at), formats, ...style };
}
