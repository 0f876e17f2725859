import { BagomError, type Document } from '@bagom/core';
import { DocumentBuilder, type Looks } from '../document/builder.js';
import { decodePage, pageOfCharset } from './code-pages.js';
import { rtfTokens } from './tokens.js';

export const isRtf = (bytes: Uint8Array): boolean =>
  Buffer.from(bytes.subarray(0, 8)).toString('latin1').replace(/^ï»¿/, '').startsWith('{\\rtf');

/** What is done with the words of a group: read, told under a kind when it ends, used by the reader, or nothing. */
type Place = 'text' | 'skip' | 'fonts' | 'styles' | { readonly told: string; readonly words: string[] };

/** What holds in a group. Never changed: a group that changes nothing shares its parent's, however deep. */
interface State {
  readonly place: Place;
  readonly looks: Looks;
  readonly hidden: boolean;
  readonly deleted: boolean;
  readonly inserted: boolean;
  readonly font: number;
  /** Characters after `\u` that stand for it where it is not known. */
  readonly skip: number;
  readonly unknown: boolean;
}

const TOLD: Readonly<Record<string, string>> = {
  annotation: 'comment',
  footnote: 'footnote',
  header: 'header-footer',
  headerl: 'header-footer',
  headerr: 'header-footer',
  headerf: 'header-footer',
  footer: 'header-footer',
  footerl: 'header-footer',
  footerr: 'header-footer',
  footerf: 'header-footer',
};
const SKIPPED = new Set(
  `colortbl info fldinst pntext listtext pnseclvl nonshppict atnid atnauthor atndate atnref atrfstart
   atrfend bkmkstart bkmkend listtable listoverridetable revtbl rsidtbl themedata colorschememapping
   datastore latentstyles generator xmlnstbl mmathPr ftnsep ftnsepc aftnsep aftnsepc xe tc template
   operator shpinst sp objdata objclass filetbl pgdsctbl private`.split(/\s+/),
);
/** Groups that their writer marked as optional, and that are read all the same. */
const OPTIONAL_READ = new Set(['shppict', 'shptxt', 'nesttableprops', 'annotation', 'footnote']);

const SIGNS: Readonly<Record<string, string>> = {
  tab: '\t',
  line: '\n',
  softline: '\n',
  emdash: '—',
  endash: '–',
  lquote: '‘',
  rquote: '’',
  ldblquote: '“',
  rdblquote: '”',
  bullet: '•',
  emspace: '\u2003',
  enspace: '\u2002',
  '~': '\u00A0',
  _: '-',
  '-': '',
  '{': '{',
  '}': '}',
  '\\': '\\',
};

/**
 * The paragraphs of a rich text file (`.rtf`) with their looks, lists, headings and tables. Pictures, embedded objects, comments,
 * notes, headers, deletions and hidden words are told and not read. Written after Microsoft's RTF specification 1.9.1.
 * @throws BagomError `rtf.damaged` when it does not begin as RTF
 */
export function readRtf(bytes: Uint8Array, fileName: string): Document {
  if (!isRtf(bytes)) throw new BagomError('rtf.damaged', { file: fileName });
  return new RtfReader(bytes).read();
}

class RtfReader {
  readonly #bytes: Uint8Array;
  readonly #builder = new DocumentBuilder('rtf');
  readonly #stack: State[] = [];
  readonly #fonts = new Map<number, number>();
  readonly #headings = new Set<number>();
  #state: State = {
    place: 'text',
    looks: {},
    hidden: false,
    deleted: false,
    inserted: false,
    font: -1,
    skip: 1,
    unknown: false,
  };
  #page = 1252;
  #defaultFont = -1;
  /** Bytes that wait for the rest of their letter. */
  #pending: number[] = [];
  /** Characters still to be skipped after a `\u`. */
  #skipping = 0;
  /** The first word of a group says what the group is. */
  #first = false;
  #paragraph = { heading: false, list: false, table: false };
  #inRow = false;
  #aside: { kind: 'hidden-text' | 'deleted' | 'inserted'; words: string } | null = null;
  #styleName = { number: -1, words: '' };

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  read(): Document {
    for (const token of rtfTokens(this.#bytes)) {
      if (token.kind === 'byte') {
        if (this.#skipping > 0) this.#skipping--;
        else this.#pending.push(token.byte);
        this.#first = false;
        continue;
      }
      if (token.kind === 'text') {
        const skipped = Math.min(this.#skipping, token.to - token.from);
        this.#skipping -= skipped;
        // Letters of some Eastern pages end in a byte that looks like text.
        if (this.#pending.length > 0 && this.#pageNow() >= 932 && this.#pageNow() <= 950)
          for (let at = token.from + skipped; at < token.to; at++) this.#pending.push(this.#bytes[at]!);
        else {
          this.#flush();
          this.#write(decodePage(this.#bytes.subarray(token.from + skipped, token.to), this.#pageNow()));
        }
        this.#first = false;
        continue;
      }
      this.#flush();
      if (token.kind === 'open') {
        this.#stack.push(this.#state);
        this.#first = true;
        this.#skipping = 0;
      } else if (token.kind === 'close') {
        this.#close();
        this.#skipping = 0;
        // What follows the last brace is no part of the document.
        if (this.#stack.length === 0) break;
      } else this.#control(token.word, token.number);
    }
    this.#flush();
    if (this.#stack.length > 0) this.#builder.unread.tell('cut-short', String(this.#stack.length));
    while (this.#stack.length > 0) this.#close();
    this.#endParagraph();
    return this.#builder.done();
  }

  #set(change: Partial<State>): void {
    this.#state = { ...this.#state, ...change };
  }

  #pageNow(): number {
    return this.#fonts.get(this.#state.font === -1 ? this.#defaultFont : this.#state.font) ?? this.#page;
  }

  #flush(): void {
    if (this.#pending.length === 0) return;
    const bytes = Uint8Array.from(this.#pending);
    this.#pending = [];
    this.#write(decodePage(bytes, this.#pageNow()));
  }

  #close(): void {
    const { place } = this.#state;
    const outer = this.#stack.pop();
    if (!outer) return;
    if (typeof place === 'object' && outer.place !== place && place.words.join('').trim() !== '')
      this.#builder.unread.tell(place.told, place.words.join(''), this.#builder.place);
    if (place === 'styles') this.#endStyle();
    this.#state = outer;
    this.#first = false;
  }

  #write(words: string): void {
    if (words === '') return;
    const { place, hidden, deleted, inserted, looks } = this.#state;
    if (typeof place === 'object') place.words.push(words);
    else if (place === 'styles') this.#styleName.words += words;
    else if (place === 'text') {
      const kind = deleted ? 'deleted' : hidden ? 'hidden-text' : inserted ? 'inserted' : null;
      if (this.#aside && this.#aside.kind !== kind) this.#tellAside();
      if (kind) {
        this.#aside ??= { kind, words: '' };
        this.#aside.words += words;
        if (kind !== 'inserted') return;
      }
      if (this.#paragraph.table && !this.#inRow) this.#openRow();
      this.#builder.write(words, looks);
    }
  }

  #tellAside(): void {
    if (this.#aside) this.#builder.unread.tell(this.#aside.kind, this.#aside.words, this.#builder.place);
    this.#aside = null;
  }

  #endStyle(): void {
    const name = this.#styleName.words.replace(/;\s*$/, '').trim();
    if (/^(?:heading|overskrift|rubrik) \d$|^(?:title|titel)$/i.test(name))
      this.#headings.add(this.#styleName.number);
    this.#styleName = { number: -1, words: '' };
  }

  #endParagraph(): void {
    this.#tellAside();
    const { heading, list } = this.#paragraph;
    this.#builder.end(heading ? { style: 'heading' } : list ? { style: 'list' } : {});
  }

  #openRow(): void {
    if (!this.#inRow) {
      this.#builder.openTable();
      this.#inRow = true;
      this.#builder.openRow();
      this.#builder.openCell();
    }
  }

  #control(word: string, number: number | null): void {
    const first = this.#first;
    this.#first = false;
    if (word === '*') {
      this.#set({ unknown: true });
      this.#first = true;
      return;
    }
    if (word === "'" || word === 'bin') return;
    if (first || this.#state.unknown) this.#destination(word, first);
    if (this.#state.place === 'skip') return;
    if (word === 'u') return this.#unicode(number ?? 0);
    if (this.#skipping > 0 && word in SIGNS) {
      this.#skipping--;
      return;
    }
    if (this.#state.place === 'fonts') {
      if (word === 'f') this.#set({ font: number ?? 0 });
      else if (word === 'fcharset' || word === 'cpg') {
        const page = word === 'cpg' ? number : pageOfCharset(number ?? 1);
        if (page !== null) this.#fonts.set(this.#state.font, page);
      }
      return;
    }
    if (this.#state.place === 'styles') {
      if (word === 's' || word === 'cs' || word === 'ds')
        this.#styleName.number = word === 's' ? (number ?? 0) : -2;
      return;
    }
    const sign = SIGNS[word];
    if (sign !== undefined) this.#write(sign);
    else if (!this.#look(word, number)) this.#layout(word, number);
  }

  /** A group's first word says what its words are. */
  #destination(word: string, first: boolean): void {
    const { place, unknown } = this.#state;
    if (unknown) this.#set({ unknown: false });
    if (place === 'skip') return;
    const told = TOLD[word];
    if (word === 'fonttbl') this.#set({ place: 'fonts' });
    else if (word === 'stylesheet') this.#set({ place: 'styles' });
    else if (told) this.#set({ place: { told, words: [] }, hidden: false, deleted: false });
    else if (word === 'pict') {
      this.#builder.unread.tell('picture', '', this.#builder.place);
      this.#set({ place: 'skip' });
    } else if (word === 'object') {
      this.#builder.unread.tell('object', '', this.#builder.place);
      this.#set({ place: 'skip' });
    } else if (word === 'shptxt') {
      this.#builder.unread.tell('text-box', '', this.#builder.place);
      this.#set({ place: 'text' });
    } else if (SKIPPED.has(word) || (unknown && first && place === 'text' && !OPTIONAL_READ.has(word)))
      this.#set({ place: 'skip' });
  }

  #unicode(number: number): void {
    const unit = number < 0 ? number + 65536 : number;
    if (unit > 0 && unit < 65536) this.#write(String.fromCharCode(unit));
    this.#skipping = this.#state.skip;
  }

  /** How words look. Whether the word was one of these. */
  #look(word: string, number: number | null): boolean {
    const on = number !== 0;
    const { looks } = this.#state;
    switch (word) {
      case 'b':
        this.#set({ looks: { ...looks, bold: on } });
        return true;
      case 'i':
        this.#set({ looks: { ...looks, italic: on } });
        return true;
      case 'strike':
      case 'striked':
        this.#set({ looks: { ...looks, strike: on } });
        return true;
      case 'ulnone':
        this.#set({ looks: { ...looks, underline: false } });
        return true;
      case 'ul':
      case 'uld':
      case 'uldb':
      case 'ulw':
      case 'ulwave':
      case 'uldash':
        this.#set({ looks: { ...looks, underline: on } });
        return true;
      case 'v':
        this.#set({ hidden: on });
        return true;
      case 'deleted':
        this.#set({ deleted: on });
        return true;
      case 'revised':
        this.#set({ inserted: on });
        return true;
      case 'plain':
        this.#set({ looks: {}, hidden: false, deleted: false, inserted: false, font: -1 });
        return true;
      case 'f':
        this.#set({ font: number ?? 0 });
        return true;
      case 'uc':
        this.#set({ skip: Math.max(0, number ?? 1) });
        return true;
      default:
        return false;
    }
  }

  #layout(word: string, number: number | null): void {
    switch (word) {
      case 'ansicpg':
        this.#page = number ?? 1252;
        return;
      case 'mac':
        this.#page = 10000;
        return;
      case 'pc':
        this.#page = 437;
        return;
      case 'pca':
        this.#page = 850;
        return;
      case 'deff':
        this.#defaultFont = number ?? -1;
        return;
      case 'pard':
        this.#paragraph = { heading: false, list: false, table: false };
        return;
      case 's':
        this.#paragraph.heading = this.#headings.has(number ?? -1);
        return;
      case 'outlinelevel':
        this.#paragraph.heading = (number ?? 9) < 9;
        return;
      case 'ls':
      case 'pnlvlblt':
      case 'pnlvlbody':
        this.#paragraph.list = number !== 0;
        return;
      case 'intbl':
        this.#paragraph.table = true;
        return;
      case 'par':
      case 'sect':
      case 'page':
        if (typeof this.#state.place === 'object') this.#state.place.words.push(' ');
        else if (this.#state.place === 'text') {
          if (!this.#paragraph.table) this.#leaveTable();
          this.#endParagraph();
        }
        return;
      case 'cell':
        this.#openRow();
        this.#endParagraph();
        this.#builder.openCell();
        return;
      case 'row':
        this.#endParagraph();
        this.#builder.openRow();
        this.#builder.openCell();
        return;
      case 'nestcell':
      case 'nestrow':
        this.#endParagraph();
        return;
      default:
    }
  }

  #leaveTable(): void {
    if (!this.#inRow) return;
    this.#inRow = false;
    // The words that are waiting stand after the table.
    this.#builder.closeTable();
  }
}
