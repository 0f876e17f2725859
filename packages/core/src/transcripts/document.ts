/** What a file was, told from its bytes. */
export type DocumentForm =
  | 'text'
  | 'markdown'
  | 'docx'
  | 'odt'
  | 'rtf'
  | 'pdf'
  | 'html'
  | 'vtt'
  | 'srt'
  | 'whisper'
  | 'otranscribe';

/** A file's words before anybody has said who speaks: what every reader in `formats` gives, and every grammar reads. */
export interface Document {
  readonly form: DocumentForm;
  /** The encoding of a text file; null where the format says it itself. */
  readonly encoding: string | null;
  readonly paragraphs: readonly Paragraph[];
  readonly unread: readonly Unread[];
}

export type FormatKind = 'bold' | 'italic' | 'underline' | 'strike';

/** How some of a paragraph's words looked. Offsets are UTF-16 in the paragraph's text, half-open. */
export interface Format {
  readonly from: number;
  readonly to: number;
  readonly kind: FormatKind;
}

/** A paragraph, a line of a text file, a cell's paragraph, or a subtitle's words. A line feed in it is a break inside it. */
export interface Paragraph {
  readonly text: string;
  readonly formats: readonly Format[];
  /** Where it stands in the file, from 1: a line of text, a paragraph of a document, a page of a PDF. */
  readonly line: number | null;
  readonly style?: 'heading' | 'list';
  readonly cell?: { readonly table: number; readonly row: number; readonly column: number };
  /** Seconds into the recording, when the file says. */
  readonly time?: number;
  readonly until?: number;
  /** Who speaks, when the format itself says. */
  readonly speaker?: string;
}

/** What a place in a file is counted by. */
export type PlaceUnit = 'line' | 'paragraph' | 'page' | 'cue';

/** Something in a file that was not read as it stands: where (from 1, when known), what kind of thing, and what it says. */
export interface Unread {
  readonly line: number | null;
  readonly unit: PlaceUnit;
  readonly kind: string;
  readonly text: string;
}

export const NO_FORMATS: readonly Format[] = [];

/** A text file's document: a paragraph a line. */
export function documentOfText(
  text: string,
  form: 'text' | 'markdown' = 'text',
  encoding: string | null = null,
  unread: readonly Unread[] = [],
): Document {
  return {
    form,
    encoding,
    unread,
    paragraphs: text
      .split(/\r\n|\r|\n/)
      .map((line, index) => ({ text: line, formats: NO_FORMATS, line: index + 1 })),
  };
}
