import { BagomError } from '@bagom/core';
import { windows1252 } from './windows-1252.js';

export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

export interface DecodedText {
  readonly text: string;
  readonly encoding: TextEncoding;
}

/**
 * Bytes to text: a byte order mark decides; without one it is UTF-8 if every byte fits, else Windows-1252 (which is
 * Latin-1 with printable signs where Latin-1 has none). Bytes that no text file has are refused with their place.
 */
export function decodeText(bytes: Uint8Array, fileName: string): DecodedText {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return utf16(bytes, 'utf-16le', fileName);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return utf16(bytes, 'utf-16be', fileName);
  const at = binaryAt(bytes);
  if (at !== -1) throw new BagomError('text.binary', { file: fileName, at });
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'utf-8' };
  } catch {
    return { text: windows1252(bytes), encoding: 'windows-1252' };
  }
}

function utf16(bytes: Uint8Array, encoding: 'utf-16le' | 'utf-16be', fileName: string): DecodedText {
  let text: string;
  try {
    text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw new BagomError('text.binary', { file: fileName, at: 0 });
  }
  const nul = text.indexOf('\0');
  if (nul !== -1) throw new BagomError('text.binary', { file: fileName, at: 2 + nul * 2 });
  return { text, encoding };
}

/** The first byte that tells data from text: NUL anywhere, or control characters in numbers no typist makes. */
export function binaryAt(bytes: Uint8Array): number {
  const nul = bytes.indexOf(0);
  if (nul !== -1) return nul;
  const length = Math.min(bytes.length, 200_000);
  let odd = 0;
  let first = -1;
  for (let i = 0; i < length; i++) {
    const byte = bytes[i]!;
    // Tab, line feed, vertical tab, form feed and return are found in honest text, and so is DOS's end-of-file sign.
    if (byte >= 32 || (byte >= 9 && byte <= 13) || byte === 26) continue;
    if (odd++ === 0) first = i;
  }
  return odd > 3 && odd > length / 500 ? first : -1;
}
