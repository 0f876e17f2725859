import { BagomError, type Document } from '@bagom/core';
import { DocumentBuilder, type Looks } from '../document/builder.js';
import { watchXml, XmlError } from '../xml/watch.js';
import { DOCUMENT_LIMITS, type DocumentReason } from '../document/limits.js';
import { readZip, ZipError } from '../zip/read.js';
import { isOn, lookOf, readStyles, type WordStyle } from './styles.js';

const DOCUMENT = 'word/document.xml';
const wanted = (name: string) => /^word\/(?:[a-z]+\d*|_rels\/[a-z]+\d*)\.(?:xml|xml\.rels)$/i.test(name);

/**
 * A Word document's paragraphs with their looks, lists, headings and tables. Insertions that nobody has accepted are read as
 * text and told; deletions, comments, notes, hidden words, headers, pictures and whatever points outside are told and not read.
 * @throws BagomError `docx.damaged`
 */
export async function readDocx(bytes: Uint8Array, fileName: string): Promise<Document> {
  const damaged = (reason: DocumentReason) => new BagomError('docx.damaged', { file: fileName, reason });
  try {
    const { files: parts, names } = await readZip(bytes, DOCUMENT_LIMITS, wanted);
    const document = parts.get(DOCUMENT);
    if (!document) throw damaged('no-document');
    return readBody(document, parts, names);
  } catch (error) {
    if (error instanceof ZipError) throw damaged(error.reason);
    if (error instanceof XmlError) throw damaged('unreadable');
    throw error;
  }
}

/** The words of a Word document alone, a blank line between paragraphs. */
export async function readDocxText(bytes: Uint8Array, fileName: string): Promise<string> {
  const { paragraphs } = await readDocx(bytes, fileName);
  return paragraphs.map(({ text }) => `${text}\n\n`).join('');
}

function readBody(
  document: Uint8Array,
  parts: ReadonlyMap<string, Uint8Array>,
  names: Iterable<string>,
): Document {
  const builder = new DocumentBuilder('docx');
  const { unread } = builder;
  const styles = readStyles(parts.get('word/styles.xml'));
  const notes = {
    'w:commentReference': { kind: 'comment', texts: notesIn(parts.get('word/comments.xml'), 'w:comment') },
    'w:footnoteReference': {
      kind: 'footnote',
      texts: notesIn(parts.get('word/footnotes.xml'), 'w:footnote'),
    },
    'w:endnoteReference': { kind: 'footnote', texts: notesIn(parts.get('word/endnotes.xml'), 'w:endnote') },
  };

  /** Everything inside an element of these is not read. */
  let skipped = 0;
  let changed: { kind: 'deleted' | 'inserted'; words: string[]; depth: number } | null = null;
  let depth = 0;
  let inText = false;
  let spanned = 0;
  let paragraph = { style: styles(undefined), list: false, heading: false };
  let run: { looks: Record<string, boolean>; hidden: boolean; style: WordStyle | null } | null = null;
  let inParagraphProperties = false;
  /** Paragraphs that wait while the words of a box inside them are read. */
  const waiting: { paragraph: typeof paragraph; back: () => void }[] = [];
  const hidden: string[] = [];

  const looks = (): Looks => ({ ...paragraph.style.looks, ...run?.style?.looks, ...run?.looks });
  const write = (words: string) => {
    if (changed) changed.words.push(words);
    if (changed?.kind === 'deleted') return;
    if (run?.hidden) hidden.push(words);
    else builder.write(words, looks());
  };

  watchXml(document, {
    open(name, attributes) {
      depth++;
      const value = attributes['w:val'];
      if (skipped > 0 || name === 'mc:Fallback' || name === 'w:instrText' || name === 'w:delInstrText') {
        skipped++;
        return;
      }
      switch (name) {
        case 'w:p':
          paragraph = { style: styles(undefined), list: false, heading: false };
          return;
        case 'w:pPr':
          inParagraphProperties = true;
          return;
        case 'w:pStyle':
          paragraph.style = styles(value);
          return;
        case 'w:numId':
          paragraph.list = value !== '0';
          return;
        case 'w:outlineLvl':
          if (inParagraphProperties) paragraph.heading = Number(value) < 9;
          return;
        case 'w:r':
          run = { looks: {}, hidden: false, style: null };
          return;
        case 'w:rStyle':
          if (run) run.style = styles(value);
          return;
        case 'w:vanish':
          if (run && !inParagraphProperties) run.hidden = isOn(value);
          return;
        case 'w:t':
        case 'w:delText':
          inText = true;
          return;
        case 'w:tab':
          if (run) write('\t');
          return;
        case 'w:br':
        case 'w:cr':
          if (run) write('\n');
          return;
        case 'w:noBreakHyphen':
          write('-');
          return;
        case 'w:sym':
          unread.tell('symbol', `${attributes['w:font'] ?? ''} ${attributes['w:char'] ?? ''}`, builder.place);
          return;
        case 'w:del':
        case 'w:moveFrom':
        case 'w:ins':
          // An empty one in the properties only says that the mark itself was changed.
          if (!inParagraphProperties && !run && !changed)
            changed = { kind: name === 'w:ins' ? 'inserted' : 'deleted', words: [], depth };
          return;
        case 'w:commentReference':
        case 'w:footnoteReference':
        case 'w:endnoteReference': {
          const { kind, texts } = notes[name];
          unread.tell(kind, texts.get(attributes['w:id'] ?? '') ?? '', builder.place);
          return;
        }
        case 'w:object':
        case 'w:control':
          unread.tell('object', '', builder.place);
          return;
        case 'wp:docPr':
          unread.tell('picture', attributes['descr'] ?? attributes['name'] ?? '', builder.place);
          return;
        case 'v:imagedata':
          unread.tell('picture', attributes['o:title'] ?? '', builder.place);
          return;
        case 'w:altChunk':
          unread.tell('outside', attributes['r:id'] ?? '', builder.place);
          return;
        case 'w:txbxContent':
          waiting.push({ paragraph, back: builder.setAside() });
          unread.tell('text-box', '', builder.place);
          return;
        case 'w:tbl':
          builder.end();
          builder.openTable();
          return;
        case 'w:tr':
          builder.openRow();
          return;
        case 'w:tc':
          builder.openCell();
          return;
        case 'w:gridSpan':
          spanned = (Number(value) || 1) - 1;
          return;
        default: {
          const look = run && !inParagraphProperties ? lookOf(name, value) : null;
          if (look && run) run.looks[look[0]] = look[1];
        }
      }
    },
    close(name) {
      depth--;
      if (skipped > 0) {
        skipped--;
        return;
      }
      switch (name) {
        case 'w:t':
        case 'w:delText':
          inText = false;
          return;
        case 'w:r':
          run = null;
          return;
        case 'w:pPr':
          inParagraphProperties = false;
          return;
        case 'w:p': {
          if (hidden.length > 0) unread.tell('hidden-text', hidden.splice(0).join(''), builder.place);
          const heading = paragraph.heading || paragraph.style.heading;
          builder.end(heading ? { style: 'heading' } : paragraph.list ? { style: 'list' } : {});
          return;
        }
        case 'w:txbxContent': {
          const last = waiting.pop();
          last?.back();
          if (last) paragraph = last.paragraph;
          return;
        }
        case 'w:tc':
          builder.skipCells(spanned);
          spanned = 0;
          return;
        case 'w:tbl':
          builder.closeTable();
          return;
        default:
      }
      if (changed && depth < changed.depth) {
        if (changed.words.length > 0) unread.tell(changed.kind, changed.words.join(''), builder.place);
        changed = null;
      }
    },
    text(words) {
      if (inText && skipped === 0) write(words);
    },
    entity(name) {
      unread.tell('entity', name, builder.place);
    },
  });
  tellParts(builder, parts, names);
  return builder.done();
}

/** The words of comments or notes by their ids; the author of a comment in brackets after them. */
function notesIn(bytes: Uint8Array | undefined, element: string): ReadonlyMap<string, string> {
  const notes = new Map<string, string>();
  if (!bytes) return notes;
  let open: { id: string; author: string; words: string[] } | null = null;
  let inText = false;
  watchXml(bytes, {
    open(name, attributes) {
      if (name === element)
        open = { id: attributes['w:id'] ?? '', author: attributes['w:author'] ?? '', words: [] };
      else if (name === 'w:t') inText = true;
      else if (name === 'w:p' && open && open.words.length > 0) open.words.push(' ');
    },
    close(name) {
      if (name === 'w:t') inText = false;
      if (name !== element || !open) return;
      notes.set(open.id, `${open.words.join('')}${open.author ? ` (${open.author})` : ''}`);
      open = null;
    },
    text(words) {
      if (inText) open?.words.push(words);
    },
  });
  return notes;
}

/** Headers and footers with words, macros, and whatever the document points to outside itself, which nobody fetches. */
function tellParts(
  { unread }: DocumentBuilder,
  parts: ReadonlyMap<string, Uint8Array>,
  names: Iterable<string>,
): void {
  for (const [name, bytes] of parts) {
    if (/^word\/(?:header|footer)\d*\.xml$/.test(name)) {
      const words: string[] = [];
      let inText = false;
      watchXml(bytes, {
        open: (element) => void (inText = element === 'w:t'),
        close: () => void (inText = false),
        text: (text) => inText && words.push(text),
      });
      const text = words.join('').trim();
      if (text !== '') unread.tell('header-footer', text);
    } else if (name.endsWith('.rels'))
      watchXml(bytes, {
        open(_, attributes) {
          // A link is words one may follow; anything else would be fetched by opening the file.
          if (attributes['TargetMode'] === 'External' && !(attributes['Type'] ?? '').endsWith('/hyperlink'))
            unread.tell('outside', attributes['Target'] ?? '');
        },
        close() {},
        text() {},
      });
  }
  for (const name of names)
    if (/vbaProject|\.bin$/i.test(name) && /vba/i.test(name)) unread.tell('script', name);
}
