import type { Document, Format, FormatKind, Paragraph } from '@bagom/core';
import { UnreadList } from '../document/unread-list.js';

const TIMING =
  /^\s*(?:(\d{1,4}):)?(\d{1,2}):(\d{1,2})[.,](\d{1,3})\s*-+>\s*(?:(\d{1,4}):)?(\d{1,2}):(\d{1,2})[.,](\d{1,3})/;
const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00A0',
  lrm: '\u200E',
  rlm: '\u200F',
};
const TAG_FORMATS: Readonly<Record<string, FormatKind>> = {
  b: 'bold',
  i: 'italic',
  u: 'underline',
  s: 'strike',
};

export const isVtt = (text: string): boolean => /^\uFEFF?WEBVTT(?:[ \t\r\n]|$)/.test(text);
/** A number, a timing, and words: SubRip's first cue. */
export const isSrt = (text: string): boolean =>
  /^\uFEFF?\s*\d{1,6}[ \t]*\r?\n[ \t]*\d{1,3}:\d{1,2}:\d{1,2}[.,]\d{1,3}[ \t]*-+>/.test(text);

/**
 * The cues of WebVTT or SubRip: each a paragraph with its times and, where a `<v …>` says so, its voice. Comments and styles
 * in the file, cues whose timing cannot be read, and cues that lie over one another are told.
 */
export function readCues(text: string, form: 'vtt' | 'srt', encoding: string | null): Document {
  const unread = new UnreadList('line');
  const paragraphs: Paragraph[] = [];
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/);
  let at = 0;
  if (form === 'vtt') while (at < lines.length && lines[at]!.trim() !== '') at++;
  let until = -Infinity;
  while (at < lines.length) {
    if (lines[at]!.trim() === '') {
      at++;
      continue;
    }
    const start = at;
    while (at < lines.length && lines[at]!.trim() !== '') at++;
    const block = lines.slice(start, at);
    const timed = block.findIndex((line) => line.includes('->'));
    const timing = timed === -1 ? null : TIMING.exec(block[timed]!);
    const head = /^(NOTE|STYLE|REGION)\b/.exec(block[0]!)?.[1];
    if (!timing) {
      if (form === 'vtt' && head)
        unread.tell(head === 'NOTE' ? 'comment' : 'style', block.join(' '), start + 1);
      else if (timed === -1 && paragraphs.length > 0) {
        // A blank line inside a cue: the words go on.
        const last = paragraphs.pop()!;
        const words = cueWords(block);
        paragraphs.push({ ...last, text: `${last.text} ${words[0]?.text ?? ''}`.trimEnd() });
        unread.tell('cue-without-time', block.join(' '), start + 1);
      } else unread.tell('cue-without-time', block.join(' '), start + 1);
      continue;
    }
    const from = clock(timing, 1);
    const to = clock(timing, 5);
    if (to < from) unread.tell('cue-backwards', block[timed]!.trim(), start + timed + 1);
    const pieces = cueWords(block.slice(timed + 1));
    if (from < until - 0.001)
      unread.tell('cue-overlap', pieces.map(({ text: words }) => words).join(' '), start + timed + 1);
    until = Math.max(until, to);
    for (const words of pieces)
      paragraphs.push({
        text: words.text,
        formats: words.formats,
        line: start + timed + 2,
        time: from,
        until: Math.max(from, to),
        ...(words.speaker === null ? {} : { speaker: words.speaker }),
      });
  }
  return { form, encoding, paragraphs, unread: unread.done() };
}

function clock(timing: RegExpExecArray, at: number): number {
  const [h = '0', m = '0', s = '0', ms = '0'] = timing.slice(at, at + 4);
  return Number(h) * 3600 + Number(m) * 60 + Number(s) + Number(ms.padEnd(3, '0')) / 1000;
}

/** The words of one cue, one piece a voice. Lines are layout, except where a dash or a label begins one. */
function cueWords(lines: readonly string[]): { text: string; formats: Format[]; speaker: string | null }[] {
  const joined = lines
    .map((line) => line.trim())
    .reduce(
      (all, line) =>
        all === ''
          ? line
          : `${all}${/^(?:[-–—]|<v[ .]|\p{Lu}[\p{L}\d ]{0,20}:\s)/u.test(line) ? '\n' : ' '}${line}`,
      '',
    );
  const pieces: { text: string; formats: Format[]; speaker: string | null }[] = [];
  let speaker: string | null = null;
  let text = '';
  let formats: Format[] = [];
  const open: { tag: string; kind: FormatKind | null; from: number }[] = [];
  const end = () => {
    if (text.trim() !== '') pieces.push({ text: text.trim(), formats: moved(formats, text), speaker });
    text = '';
    formats = [];
  };
  for (const part of joined.split(/(<[^<>]{0,200}>|\{\\[a-z0-9]{1,20}\})/i)) {
    if (part.startsWith('{\\')) continue;
    const tag = /^<(\/?)([a-z0-9]*)([.\s][^>]*)?>$/i.exec(part);
    if (!tag) {
      text += part.replace(
        /&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,5}));/gi,
        (whole, dec?: string, hexa?: string, name?: string) => {
          if (name) return ENTITIES[name.toLowerCase()] ?? whole;
          const code = dec ? Number(dec) : parseInt(hexa ?? '', 16);
          return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
        },
      );
      continue;
    }
    const [, close, name = '', rest = ''] = tag;
    const kind = TAG_FORMATS[name.toLowerCase()] ?? null;
    if (name.toLowerCase() === 'v') {
      end();
      speaker = close ? null : rest.replace(/^(?:\.\S+)?\s+/, '').trim() || null;
    } else if (close) {
      const last = open.findLastIndex((one) => one.tag === name);
      const begun = last === -1 ? undefined : open.splice(last, 1)[0];
      if (begun?.kind && begun.from < text.length)
        formats.push({ from: begun.from, to: text.length, kind: begun.kind });
    } else open.push({ tag: name, kind, from: text.length });
  }
  end();
  return pieces;
}

/** Formats of words whose blanks at the ends are gone. */
function moved(formats: readonly Format[], text: string): Format[] {
  const lead = text.length - text.trimStart().length;
  const length = text.trim().length;
  return formats.flatMap(({ from, to, kind }) => {
    const span = { from: Math.max(0, from - lead), to: Math.min(length, to - lead), kind };
    return span.from < span.to ? [span] : [];
  });
}
