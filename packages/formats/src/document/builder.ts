import type { Document, DocumentForm, Format, FormatKind, Paragraph } from '@bagom/core';
import { NO_FORMATS } from '@bagom/core';
import { UnreadList } from './unread-list.js';

/** How words look. */
export type Looks = Readonly<Partial<Record<FormatKind, boolean>>>;

/** What a paragraph is, besides its words. */
export type ParagraphKind = Pick<Paragraph, 'style' | 'time' | 'until' | 'speaker'>;

const KINDS = ['bold', 'italic', 'underline', 'strike'] as const;

/** Puts a document together from words as they come: readers of Word, OpenDocument, RTF and HTML write into one. */
export class DocumentBuilder {
  readonly unread = new UnreadList('paragraph');
  readonly #form: DocumentForm;
  readonly #paragraphs: Paragraph[] = [];
  #open = new OpenParagraph();
  #tables: { table: number; row: number; column: number }[] = [];
  #count = 0;

  constructor(form: DocumentForm) {
    this.#form = form;
  }

  /** The number of the paragraph that is being written, from 1. */
  get place(): number {
    return this.#paragraphs.length + 1;
  }

  write(words: string, looks: Looks): void {
    this.#open.write(words, looks);
  }

  /** Whether the open paragraph has words. */
  get hasWords(): boolean {
    return this.#open.length > 0;
  }

  /** Ends the open paragraph. One without words leaves nothing. */
  end(kind: ParagraphKind = {}): void {
    const { text, formats } = this.#open.done();
    this.#open = new OpenParagraph();
    if (text.trim() === '') return;
    // Of tables in tables the outermost counts: its cell is what the words stand in.
    const cell = this.#tables[0];
    this.#paragraphs.push({
      text,
      formats,
      line: this.place,
      ...kind,
      ...(cell && cell.column >= 0 ? { cell: { ...cell } } : {}),
    });
  }

  openTable(): void {
    this.#tables.push({ table: this.#count++, row: -1, column: -1 });
  }
  openRow(): void {
    const table = this.#tables.at(-1);
    if (table) {
      table.row++;
      table.column = -1;
    }
  }
  openCell(): void {
    const table = this.#tables.at(-1);
    if (table) table.column++;
  }
  /** Leaves room for cells that stand before the next one. */
  skipCells(cells: number): void {
    const table = this.#tables.at(-1);
    if (table) table.column += Math.max(0, Math.min(cells, 1000));
  }
  closeTable(): void {
    this.#tables.pop();
  }

  /** Takes the open paragraph aside, for words that stand inside it but are none of it. */
  setAside(): () => void {
    const aside = this.#open;
    this.#open = new OpenParagraph();
    return () => {
      this.end();
      this.#open = aside;
    };
  }

  done(encoding: string | null = null): Document {
    this.end();
    return { form: this.#form, encoding, paragraphs: this.#paragraphs, unread: this.unread.done() };
  }
}

class OpenParagraph {
  #parts: string[] = [];
  #formats: Format[] = [];
  length = 0;

  write(words: string, looks: Looks): void {
    if (words === '') return;
    const from = this.length;
    this.#parts.push(words);
    this.length += words.length;
    for (const kind of KINDS) {
      if (!looks[kind]) continue;
      const at = this.#formats.findLastIndex((format) => format.kind === kind);
      const last = this.#formats[at];
      if (last?.to === from) this.#formats[at] = { ...last, to: this.length };
      else this.#formats.push({ from, to: this.length, kind });
    }
  }

  done(): { text: string; formats: readonly Format[] } {
    const text = this.#parts.join('');
    return { text, formats: this.#formats.length === 0 ? NO_FORMATS : this.#formats };
  }
}
