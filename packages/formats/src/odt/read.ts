import { BagomError, type Document } from '@bagom/core';
import { DocumentBuilder, type Looks } from '../document/builder.js';
import { watchXml, XmlError } from '../xml/watch.js';
import { DOCUMENT_LIMITS, type DocumentReason } from '../document/limits.js';
import { readZip, ZipError } from '../zip/read.js';
import { OdtStyles, type OdtStyle } from './styles.js';

const CONTENT = 'content.xml';

/** Elements that are told with their words, and not read as text. */
const TOLD: Readonly<Record<string, string>> = {
  'office:annotation': 'comment',
  'text:note': 'footnote',
  'text:deletion': 'deleted',
  'text:hidden-text': 'hidden-text',
  'office:scripts': 'script',
};
/** Elements whose words are no text: what they say is in the text already, or nothing a reader sees. */
const SKIPPED = new Set([
  'text:note-citation',
  'dc:creator',
  'dc:date',
  'meta:date-string',
  'meta:creator-initials',
  'text:sequence-decls',
  'office:forms',
  'text:insertion',
  'svg:title',
  'svg:desc',
  'office:binary-data',
]);

/**
 * The paragraphs of an OpenDocument text (`.odt`) with their looks, lists, headings and tables. Comments, notes, deletions,
 * hidden words, pictures, scripts and whatever points outside are told and not read.
 * @throws BagomError `odt.damaged`
 */
export async function readOdt(bytes: Uint8Array, fileName: string): Promise<Document> {
  const damaged = (reason: DocumentReason | 'encrypted') =>
    new BagomError('odt.damaged', { file: fileName, reason });
  try {
    const { files: parts } = await readZip(bytes, DOCUMENT_LIMITS, (name) =>
      /^(?:content|styles|META-INF\/manifest)\.xml$/.test(name),
    );
    const manifest = parts.get('META-INF/manifest.xml');
    if (manifest && Buffer.from(manifest).includes('encryption-data')) throw damaged('encrypted');
    const content = parts.get(CONTENT);
    if (!content) throw damaged('no-document');
    const styles = new OdtStyles();
    const common = parts.get('styles.xml');
    if (common)
      watchXml(common, {
        open: (name, attributes) => styles.opened(name, attributes),
        close: (name) => styles.closed(name),
        text() {},
      });
    return readContent(content, styles);
  } catch (error) {
    if (error instanceof ZipError) throw damaged(error.reason);
    if (error instanceof XmlError) throw damaged('unreadable');
    throw error;
  }
}

/** Whether a zip file is an OpenDocument text: its first entry says so, unpacked. */
export const isOdt = (bytes: Uint8Array): boolean =>
  Buffer.from(bytes.subarray(30, 120)).includes('mimetypeapplication/vnd.oasis.opendocument.text');

function readContent(content: Uint8Array, styles: OdtStyles): Document {
  const builder = new DocumentBuilder('odt');
  const { unread } = builder;
  /** Styles of the elements the words stand in, the innermost last. */
  const stack: OdtStyle[] = [];
  let inBody = false;
  let inParagraph = 0;
  let lists = 0;
  let heading = false;
  let told: { kind: string; words: string[]; depth: number } | null = null;
  let skipped: number | null = null;
  let depth = 0;
  const boxes: (() => void)[] = [];
  const hidden: string[] = [];

  const looks = (): Looks => Object.assign({}, ...stack.map((style) => style.looks)) as Looks;
  const write = (words: string) => {
    if (skipped !== null) return;
    if (told) told.words.push(words);
    else if (inBody && inParagraph > 0) {
      if (stack.some((style) => style.hidden)) hidden.push(words);
      else builder.write(words, looks());
    }
  };

  watchXml(content, {
    open(name, attributes) {
      depth++;
      if (skipped !== null) return;
      if (SKIPPED.has(name)) {
        skipped = depth;
        return;
      }
      const kind = TOLD[name];
      if (kind && !told) {
        told = { kind, words: [], depth };
        if (attributes['text:string-value']) told.words.push(attributes['text:string-value']);
        return;
      }
      const outside = attributes['xlink:href'];
      // A link is words one may follow; anything else would be fetched by opening the file.
      if (outside !== undefined && name !== 'text:a' && /^(?:[a-z][a-z0-9+.-]+:|\/|\.\.)/i.test(outside))
        unread.tell('outside', outside, builder.place);
      switch (name) {
        case 'office:text':
          inBody = true;
          return;
        case 'text:p':
        case 'text:h':
          if (told) {
            if (told.words.length > 0) told.words.push(' ');
            return;
          }
          inParagraph++;
          heading = name === 'text:h';
          stack.push(styles.named(attributes['text:style-name']));
          return;
        case 'text:span':
          if (!told) stack.push(styles.named(attributes['text:style-name']));
          return;
        case 'text:s':
          write(' '.repeat(Math.max(1, Math.min(Number(attributes['text:c'] ?? 1) || 1, 200))));
          return;
        case 'text:tab':
          write('\t');
          return;
        case 'text:line-break':
          write('\n');
          return;
        case 'text:list':
          lists++;
          return;
        case 'draw:image':
          unread.tell('picture', outside ?? '', builder.place);
          return;
        case 'draw:object':
        case 'draw:object-ole':
        case 'draw:plugin':
          unread.tell('object', outside ?? '', builder.place);
          return;
        case 'draw:text-box':
          unread.tell('text-box', '', builder.place);
          boxes.push(builder.setAside());
          return;
        case 'text:change-start':
          unread.tell('inserted', '', builder.place);
          return;
        case 'script:event-listener':
          unread.tell('script', attributes['script:event-name'] ?? '', builder.place);
          return;
        case 'table:table':
          builder.end();
          builder.openTable();
          return;
        case 'table:table-row':
          builder.openRow();
          return;
        case 'table:table-cell':
        case 'table:covered-table-cell':
          builder.openCell();
          return;
        default:
          styles.opened(name, attributes);
      }
    },
    close(name) {
      depth--;
      if (skipped !== null) {
        if (depth < skipped) skipped = null;
        return;
      }
      if (told) {
        if (depth >= told.depth) return;
        if (told.words.join('').trim() !== '') unread.tell(told.kind, told.words.join(''), builder.place);
        told = null;
        return;
      }
      switch (name) {
        case 'text:p':
        case 'text:h':
          stack.pop();
          inParagraph--;
          if (hidden.length > 0) unread.tell('hidden-text', hidden.splice(0).join(''), builder.place);
          builder.end(heading ? { style: 'heading' } : lists > 0 ? { style: 'list' } : {});
          heading = false;
          return;
        case 'text:span':
          stack.pop();
          return;
        case 'text:list':
          lists--;
          return;
        case 'draw:text-box':
          boxes.pop()?.();
          return;
        case 'table:table':
          builder.closeTable();
          return;
        case 'office:text':
          inBody = false;
          return;
        default:
          styles.closed(name);
      }
    },
    text(words) {
      // White space in the file is layout: more than one blank is written as an element.
      write(words.replace(/[ \t\r\n]+/g, ' '));
    },
    entity(name) {
      unread.tell('entity', name, builder.place);
    },
  });
  return builder.done();
}
