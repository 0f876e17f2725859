import { windows1252 } from './windows-1252.js';

/** Thrown by a guess of UTF-8 that some bytes do not fit; the file is then read again in another encoding. */
export class NotUtf8 extends Error {}

/** Turns the text of one file from bytes into strings, and counts the pieces that did not fit its encoding. */
export interface TextReader {
  readonly encoding: string;
  /** How many pieces had bytes that are no letters in this encoding: they became U+FFFD. */
  broken: number;
  /** Whether any letter beyond ASCII was read. */
  foreign: boolean;
  read(bytes: Uint8Array): string;
}

/** Encodings by the number Windows gives them, where the name cannot be worked out from it. */
const BY_NUMBER: Readonly<Record<number, string>> = {
  65001: 'utf-8',
  932: 'shift_jis',
  936: 'gbk',
  949: 'euc-kr',
  950: 'big5',
  874: 'windows-874',
  866: 'ibm866',
  10000: 'macintosh',
  20866: 'koi8-r',
  51932: 'euc-jp',
  54936: 'gb18030',
};

/** The name of the encoding with this Windows number, or null. */
export function encodingOfNumber(number: number): string | null {
  if (number >= 1250 && number <= 1258) return `windows-${number}`;
  if (number >= 28591 && number <= 28606) return `iso-8859-${number - 28590}`;
  return BY_NUMBER[number] ?? null;
}

/** A reader of the encoding a file names, or null where that is not known. */
export function textReader(name: string): TextReader | null {
  const number = /^(?:cp|ms|windows|ibm)?[-_]?(\d{3,5})$/i.exec(name.trim())?.[1];
  const label = (number === undefined ? null : encodingOfNumber(Number(number))) ?? name.trim();
  let decoder: InstanceType<typeof TextDecoder>;
  try {
    decoder = new TextDecoder(label, { ignoreBOM: true });
  } catch {
    return null;
  }
  if (decoder.encoding === 'utf-8') return new Utf8(false);
  // Latin-1 is read as Windows-1252, as everywhere on the web: it differs only where Latin-1 has no letters.
  if (decoder.encoding === 'windows-1252') return new SingleByte();
  return new Named(decoder);
}

/** A reader for a file that does not say its encoding. UTF-8 is strict: it throws `NotUtf8` where it does not fit. */
export const guessedReader = (guess: 'utf-8' | 'windows-1252'): TextReader =>
  guess === 'utf-8' ? new Utf8(true) : new SingleByte();

class Utf8 implements TextReader {
  readonly encoding = 'utf-8';
  broken = 0;
  foreign = false;
  readonly #strict: boolean;

  constructor(strict: boolean) {
    this.#strict = strict;
  }

  read(bytes: Uint8Array): string {
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const text = buffer.toString('utf8');
    if (text.length !== bytes.length) this.foreign = true;
    // U+FFFD may also be what was written; only then do the bytes come out the same again.
    if (text.includes('\uFFFD') && !Buffer.from(text).equals(buffer)) {
      if (this.#strict) throw new NotUtf8();
      this.broken++;
    }
    return text;
  }
}

class SingleByte implements TextReader {
  readonly encoding = 'windows-1252';
  readonly broken = 0;
  foreign = false;

  read(bytes: Uint8Array): string {
    this.foreign ||= bytes.some((byte) => byte >= 0x80);
    return windows1252(bytes);
  }
}

class Named implements TextReader {
  readonly encoding: string;
  broken = 0;
  readonly foreign = true;
  readonly #decoder: InstanceType<typeof TextDecoder>;

  constructor(decoder: InstanceType<typeof TextDecoder>) {
    this.#decoder = decoder;
    this.encoding = decoder.encoding;
  }

  read(bytes: Uint8Array): string {
    const text = this.#decoder.decode(bytes);
    if (text.includes('\uFFFD')) this.broken++;
    return text;
  }
}
