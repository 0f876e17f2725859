import {
  AlignmentType,
  BorderStyle,
  Document,
  HeadingLevel,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableOfContents,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';

/** A document as Word shows it: what each part is, not how it looks. */
export type WordPart =
  | { kind: 'heading'; level: number; text: string }
  | { kind: 'paragraph'; text: string; style?: 'body' | 'note' | 'caption' }
  /** What something is called, and what is said of it, on one line. */
  | { kind: 'field'; label: string; text: string }
  /** Talk: a label and the words, one paragraph a turn; the attribution stands under the last. */
  | { kind: 'talk'; turns: readonly { label: string | null; text: string }[]; attribution: string }
  | { kind: 'table'; header: readonly string[]; rows: readonly (readonly string[])[] };

export interface WordDocument {
  title: string;
  language: 'da' | 'en';
  /** The heading of the table of contents. */
  contents: string;
  parts: readonly WordPart[];
}

const HEADINGS = [
  HeadingLevel.HEADING_1,
  HeadingLevel.HEADING_2,
  HeadingLevel.HEADING_3,
  HeadingLevel.HEADING_4,
  HeadingLevel.HEADING_5,
  HeadingLevel.HEADING_6,
] as const;

/** Writes a Word document with real headings, a table of contents and header rows, so that a screen reader can follow it. */
export async function writeDocx({ title, language, contents, parts }: WordDocument): Promise<Uint8Array> {
  const document = new Document({
    title,
    creator: 'Bagom',
    features: { updateFields: true },
    styles: {
      default: {
        document: {
          run: { font: 'Georgia', size: 22, language: { value: language === 'da' ? 'da-DK' : 'en-GB' } },
          paragraph: { spacing: { after: 160, line: 300 } },
        },
      },
    },
    sections: [
      {
        children: [
          new Paragraph({ heading: HeadingLevel.TITLE, children: runs(title) }),
          new Paragraph({ children: runs(contents), spacing: { before: 240 } }),
          new TableOfContents(contents, { hyperlink: true, headingStyleRange: '1-3' }),
          ...parts.flatMap(printed),
        ],
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}

function printed(part: WordPart): (Paragraph | Table)[] {
  switch (part.kind) {
    case 'heading':
      return [new Paragraph({ heading: HEADINGS[Math.min(part.level, 6) - 1]!, children: runs(part.text) })];
    case 'paragraph':
      return part.text.split('\n').map(
        (text) =>
          new Paragraph({
            children: runs(text, {
              italics: part.style === 'caption',
              ...(part.style === 'note' ? { size: 19 } : {}),
            }),
          }),
      );
    case 'field':
      return part.text.split('\n').map(
        (text, index) =>
          new Paragraph({
            indent: { left: 284 },
            spacing: { after: 80 },
            children: [...(index === 0 ? runs(`${part.label}: `, { bold: true }) : []), ...runs(text)],
          }),
      );
    case 'talk':
      return part.turns.map(
        ({ label, text }, index) =>
          new Paragraph({
            indent: { left: 567, right: 567 },
            keepNext: index < part.turns.length - 1,
            children: [
              ...(label === null ? [] : runs(`${label}: `, { bold: true })),
              ...runs(text),
              ...(index === part.turns.length - 1 ? runs(` ${part.attribution}`) : []),
            ],
          }),
      );
    case 'table':
      return [table(part), new Paragraph({ children: [] })];
  }
}

function table({ header, rows }: { header: readonly string[]; rows: readonly (readonly string[])[] }): Table {
  const line = { style: BorderStyle.SINGLE, size: 4, color: 'B0B0B0' };
  const none = { style: BorderStyle.NONE, size: 0, color: 'auto' };
  const cell = (text: string, column: number, head: boolean) =>
    new TableCell({
      children: [
        new Paragraph({
          alignment: column === 0 ? AlignmentType.LEFT : AlignmentType.RIGHT,
          spacing: { after: 40, before: 40 },
          children: runs(text, { bold: head, size: 19 }),
        }),
      ],
    });
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    borders: {
      top: line,
      bottom: line,
      left: none,
      right: none,
      insideHorizontal: line,
      insideVertical: none,
    },
    rows: [
      new TableRow({ tableHeader: true, children: header.map((text, column) => cell(text, column, true)) }),
      ...rows.map(
        (row) =>
          new TableRow({ cantSplit: true, children: row.map((text, column) => cell(text, column, false)) }),
      ),
    ],
  });
}

/** Characters that XML 1.0 has no place for would make a file that Word refuses. */
// oxlint-disable-next-line no-control-regex
const UNPRINTABLE = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g;

function runs(text: string, style: { bold?: boolean; italics?: boolean; size?: number } = {}): TextRun[] {
  return [new TextRun({ text: text.replace(UNPRINTABLE, ''), ...style })];
}
