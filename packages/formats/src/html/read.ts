import type { Document } from '@bagom/core';
import { Parser } from 'htmlparser2';
import { DocumentBuilder, type Looks } from '../document/builder.js';

export const isHtml = (text: string): boolean =>
  /^\uFEFF?\s*(?:<\?xml[^>]*>\s*)?(?:<!--[^]{0,2000}?-->\s*)*<(?:!doctype\s+html|html|head|body)[\s>]/i.test(
    text.slice(0, 5000),
  );

/** The encoding a page names for itself in its first bytes, or null. */
export function htmlCharset(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.subarray(0, 2048)).toString('latin1');
  return /<meta[^>]{0,200}charset\s*=\s*["']?([\w-]{2,30})/i.exec(head)?.[1]?.toLowerCase() ?? null;
}

const BLOCKS = new Set(
  'address article aside blockquote body center dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html li main nav ol p pre section summary table tbody td tfoot th thead tr ul caption'.split(
    ' ',
  ),
);
/** Elements whose words are no text. Scripts and styles are told; nothing of them runs, as nothing here could run them. */
const DROPPED = new Set(
  'script style noscript template head title svg math iframe object embed audio video canvas select textarea button'.split(
    ' ',
  ),
);
const OUTSIDE: Readonly<Record<string, string>> = {
  img: 'src',
  iframe: 'src',
  object: 'data',
  embed: 'src',
  audio: 'src',
  video: 'src',
  source: 'src',
  link: 'href',
  frame: 'src',
};
const LOOKS: Readonly<Record<string, keyof Looks>> = {
  b: 'bold',
  strong: 'bold',
  th: 'bold',
  i: 'italic',
  em: 'italic',
  u: 'underline',
  ins: 'underline',
  s: 'strike',
  del: 'strike',
  strike: 'strike',
};

/** Elements in each other deeper than in any page: browsers stop at 512. The parser's work grows with the square of it. */
const DEEPEST = 2000;
const PIECE = 1 << 14;

interface Open {
  readonly name: string;
  readonly looks: Looks;
  readonly hidden: boolean;
  readonly dropped: boolean;
}

/**
 * A page's paragraphs with their looks, lists, headings and tables. It is read, never shown: no script runs and nothing it points
 * to is fetched. Scripts, styles, hidden words, pictures and embedded pages are told and not read.
 */
export function readHtml(text: string, encoding: string | null): Document {
  const builder = new DocumentBuilder('html');
  const { unread } = builder;
  const stack: Open[] = [{ name: '', looks: {}, hidden: false, dropped: false }];
  let style: 'heading' | 'list' | null = null;
  let pre = 0;
  let space = false;
  let time: number | null = null;
  const deep = { stopped: false };
  let dropped: { kind: string; words: string[] } | null = null;
  const spans: number[] = [];

  const end = () => {
    builder.end({ ...(style ? { style } : {}), ...(time === null ? {} : { time }) });
    space = false;
    time = null;
  };
  const top = () => stack[stack.length - 1]!;
  /** A blank between two words looks as what holds them both. */
  const outerLooks = () => (stack[stack.length - 2] ?? top()).looks;

  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (stack.length > DEEPEST && !deep.stopped) {
          deep.stopped = true;
          unread.tell('too-deep', name, builder.place);
        }
        if (deep.stopped) return;
        const outer = top();
        const css = attributes['style'] ?? '';
        const hidden =
          outer.hidden || 'hidden' in attributes || /display\s*:\s*none|visibility\s*:\s*hidden/i.test(css);
        const drop = outer.dropped || DROPPED.has(name);
        if (drop && !outer.dropped && name !== 'head')
          dropped = {
            kind: name === 'script' || name === 'style' || name === 'noscript' ? 'script' : 'object',
            words: [],
          };
        const from = OUTSIDE[name] && attributes[OUTSIDE[name]];
        if (from && !from.startsWith('#')) unread.tell('outside', from, builder.place);
        for (const attribute in attributes)
          if (/^on[a-z]+$/.test(attribute))
            unread.tell('script', `${attribute}=${attributes[attribute]}`, builder.place);
        stack.push({ name, looks: looksOf(name, css, outer.looks), hidden, dropped: drop });
        if (drop) return;
        if (BLOCKS.has(name) && !builderInCell(name)) end();
        if (/^h[1-6]$/.test(name)) style = 'heading';
        else if (name === 'li') style = 'list';
        else if (name === 'pre') pre++;
        else if (name === 'table') builder.openTable();
        else if (name === 'tr') builder.openRow();
        else if (name === 'td' || name === 'th') {
          builder.openCell();
          spans.push(Number(attributes['colspan']) || 1);
        } else if (name === 'br') {
          builder.write('\n', {});
          space = false;
        } else if (name === 'span' && /\btimestamp\b/.test(attributes['class'] ?? '')) {
          const at = Number(attributes['data-timestamp']);
          // A time code inside a paragraph begins another: oTranscribe writes a text of line breaks.
          if (Number.isFinite(at) && attributes['data-timestamp']) {
            if (builder.hasWords) end();
            time = at;
          }
        }
      },
      ontext(words) {
        if (deep.stopped) return;
        const { looks, hidden, dropped: drop } = top();
        if (drop) dropped?.words.push(words);
        else if (hidden) {
          if (words.trim() !== '') unread.tell('hidden-text', words, builder.place);
        } else if (pre > 0) builder.write(words, looks);
        else {
          // White space is layout: runs of it are one blank, and none begins a line.
          const plain = words.replace(/[ \t\r\n\f]+/g, ' ');
          if (plain === ' ') space = space || builder.hasWords;
          else {
            if ((space || plain.startsWith(' ')) && builder.hasWords) builder.write(' ', outerLooks());
            builder.write(plain.replace(/^ | $/g, ''), looks);
            space = plain.endsWith(' ');
          }
        }
      },
      onclosetag(name) {
        if (deep.stopped) return;
        const own = stack.length > 1 ? stack.pop()! : null;
        if (own?.dropped) {
          if (!top().dropped && dropped) {
            if (dropped.words.join('').trim() !== '' || dropped.kind === 'script')
              unread.tell(dropped.kind, dropped.words.join(''), builder.place);
            dropped = null;
          }
          return;
        }
        if (BLOCKS.has(name)) {
          end();
          if (/^h[1-6]$|^li$/.test(name)) style = null;
        }
        if (name === 'pre') pre--;
        else if (name === 'table') builder.closeTable();
        else if (name === 'td' || name === 'th') builder.skipCells((spans.pop() ?? 1) - 1);
      },
      oncomment(words) {
        // Word writes conditions for browsers as comments.
        if (/\p{L}/u.test(words) && !/^\s*\[(?:if|endif)|^\[CDATA|StartFragment|EndFragment/i.test(words))
          unread.tell('comment', words, builder.place);
      },
    },
    { decodeEntities: true, lowerCaseTags: true },
  );
  for (let at = 0; at < text.length && !deep.stopped; at += PIECE) parser.write(text.slice(at, at + PIECE));
  if (!deep.stopped) parser.end();
  return builder.done(encoding);
}

/** Rows and their groups end no words of their own: cells do. */
const builderInCell = (name: string): boolean =>
  name === 'tr' || name === 'tbody' || name === 'thead' || name === 'tfoot';

function looksOf(name: string, css: string, outer: Looks): Looks {
  const own: Record<string, boolean> = {};
  const look = LOOKS[name];
  if (look) own[look] = true;
  const weight = /font-weight\s*:\s*(\w+)/i.exec(css)?.[1];
  if (weight) own['bold'] = /^bold/i.test(weight) || Number(weight) >= 600;
  const slant = /font-style\s*:\s*(\w+)/i.exec(css)?.[1];
  if (slant) own['italic'] = /^(?:italic|oblique)$/i.test(slant);
  const line = /text-decoration(?:-line)?\s*:\s*([\w -]+)/i.exec(css)?.[1];
  if (line) Object.assign(own, { underline: /underline/i.test(line), strike: /line-through/i.test(line) });
  return Object.keys(own).length === 0 ? outer : { ...outer, ...own };
}
