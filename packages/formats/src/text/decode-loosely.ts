import { BagomError, type Unread } from '@bagom/core';
import { UnreadList } from '../document/unread-list.js';
import { windows1252 } from './windows-1252.js';

export type LooseEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252' | 'mixed';

export interface LooselyDecoded {
  readonly text: string;
  readonly encoding: LooseEncoding;
  readonly unread: Unread[];
}

/** More stray bytes than this in a file of letters beyond ASCII mean that it is no UTF-8 at all. */
const STRAY = 200_000;
/** Signs that no typist makes and no page shows; a tab, line feeds, a form feed and DOS's end of file are left. */
// oxlint-disable-next-line no-control-regex
const CONTROLS = /[\u0000-\u0008\u000E-\u0019\u001B-\u001F]/g;

/**
 * Bytes to text, as much of it as can be read. A byte order mark decides; zeros at every other byte are UTF-16 without one; then
 * UTF-8, with single bytes that do not fit read as Windows-1252 where most letters do fit, and told by line; else Windows-1252.
 * Zeros and control signs in small number are left out and told.
 * @throws BagomError `text.binary` for data that are no text
 */
export function decodeLoosely(bytes: Uint8Array, fileName: string): LooselyDecoded {
  const unread = new UnreadList('line');
  const wide = utf16Of(bytes);
  if (wide) {
    const decoder = new TextDecoder(wide.encoding);
    const text = decoder.decode(bytes.subarray(wide.from));
    if (text.includes('\uFFFD')) tellEach(text, /\uFFFD/g, 'undecodable-text', unread);
    if ((bytes.length - wide.from) % 2 === 1) unread.tell('cut-short', '1');
    return cleaned(text, wide.encoding, unread);
  }
  const at = binaryAt(bytes);
  if (at !== -1) throw new BagomError('text.binary', { file: fileName, at });
  const from = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  try {
    return cleaned(new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(from)), 'utf-8', unread);
  } catch {
    const mixed = mixedUtf8(bytes.subarray(from), unread);
    return mixed === null
      ? cleaned(windows1252(bytes.subarray(from)), 'windows-1252', unread)
      : cleaned(mixed, 'mixed', unread);
  }
}

function cleaned(text: string, encoding: LooseEncoding, unread: UnreadList): LooselyDecoded {
  const controls = text.search(CONTROLS) !== -1;
  if (controls) tellEach(text, CONTROLS, 'control-characters', unread);
  // Two letters that only a UTF-8 letter read as Windows-1252 makes: the file was saved wrongly before it came here.
  const broken = text.match(/Ã[¦¸¥†˜…©¶¤¼]/g)?.length ?? 0;
  if (broken > 2)
    unread.tell(
      'broken-letters',
      `${/[^\s]{0,20}Ã[¦¸¥†˜…©¶¤¼][^\s]{0,20}/.exec(text)?.[0] ?? ''} (${broken})`,
    );
  return { text: controls ? text.replace(CONTROLS, '') : text, encoding, unread: unread.done() };
}

/** Tells lines on which something stands, each with what is around it. */
function tellEach(text: string, sign: RegExp, kind: string, unread: UnreadList): void {
  let line = 1;
  let counted = 0;
  let told = 0;
  let last = 0;
  for (const { index } of text.matchAll(sign)) {
    for (let i = text.indexOf('\n', counted); i !== -1 && i < index; i = text.indexOf('\n', i + 1)) {
      line++;
      counted = i + 1;
    }
    if (line === last) continue;
    last = line;
    if (++told > 1000) continue;
    const around = text.slice(Math.max(counted, index - 20), index + 20).split('\n')[0] ?? '';
    // oxlint-disable-next-line no-control-regex
    unread.tell(kind, around.replace(/[\u0000-\u001F]/g, '\u2423'), line);
  }
}

/** UTF-16 by its mark, or by zeros that stand at every other byte and hardly at the others. */
function utf16Of(bytes: Uint8Array): { encoding: 'utf-16le' | 'utf-16be'; from: number } | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { encoding: 'utf-16le', from: 2 };
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { encoding: 'utf-16be', from: 2 };
  const length = Math.min(bytes.length & ~1, 8192);
  if (length < 8) return null;
  let even = 0;
  let odd = 0;
  for (let i = 0; i < length; i += 2) {
    if (bytes[i] === 0) even++;
    if (bytes[i + 1] === 0) odd++;
  }
  const half = length / 2;
  if (odd > half * 0.4 && even < half * 0.05) return { encoding: 'utf-16le', from: 0 };
  if (even > half * 0.4 && odd < half * 0.05) return { encoding: 'utf-16be', from: 0 };
  return null;
}

/** The first byte that tells data from text: zeros or control signs in numbers that no damaged text has. */
function binaryAt(bytes: Uint8Array): number {
  let odd = 0;
  let zeros = 0;
  let first = -1;
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i]!;
    if (byte >= 32 || (byte >= 9 && byte <= 13) || byte === 26) continue;
    if (byte === 0) zeros++;
    if (odd++ === 0) first = i;
  }
  const few = bytes.length < 16 ? 0 : 1 + bytes.length / 500;
  return zeros > few || (odd > 3 && odd > few) ? first : -1;
}

/** UTF-8 with stray bytes, or null where most letters beyond ASCII do not fit. */
function mixedUtf8(bytes: Uint8Array, unread: UnreadList): string | null {
  const stray: number[] = [];
  let whole = 0;
  for (let i = 0; i < bytes.length;) {
    const length = letterLength(bytes, i);
    if (length === 0) {
      stray.push(i);
      if (stray.length > STRAY) return null;
      i++;
    } else {
      if (length > 1) whole++;
      i += length;
    }
  }
  if (whole < stray.length) return null;
  const decoder = new TextDecoder('utf-8');
  const parts: string[] = [];
  let line = 1;
  let at = 0;
  let last = 0;
  for (const [i, place] of [...stray, bytes.length].entries()) {
    const text = decoder.decode(bytes.subarray(at, place));
    parts.push(text);
    for (let feed = text.indexOf('\n'); feed !== -1; feed = text.indexOf('\n', feed + 1)) line++;
    if (i === stray.length) break;
    const letter = windows1252(bytes.subarray(place, place + 1));
    parts.push(letter);
    if (line !== last)
      unread.tell('stray-bytes', `${text.slice(-20).split('\n').at(-1) ?? ''}${letter}`, line);
    last = line;
    at = place + 1;
  }
  return parts.join('');
}

/** How many bytes the letter at a place has in UTF-8, or 0 where none begins (RFC 3629). */
function letterLength(bytes: Uint8Array, at: number): number {
  const first = bytes[at]!;
  if (first < 0x80) return 1;
  const length =
    first >= 0xc2 && first <= 0xdf
      ? 2
      : first >= 0xe0 && first <= 0xef
        ? 3
        : first >= 0xf0 && first <= 0xf4
          ? 4
          : 0;
  for (let i = 1; i < length; i++) if (((bytes[at + i] ?? 0) & 0xc0) !== 0x80) return 0;
  const second = bytes[at + 1] ?? 0;
  if ((first === 0xe0 && second < 0xa0) || (first === 0xed && second > 0x9f)) return 0;
  if ((first === 0xf0 && second < 0x90) || (first === 0xf4 && second > 0x8f)) return 0;
  return length;
}
