import { BagomError } from '@bagom/core';
import { isAscii, isUtf8 } from 'node:buffer';
import { binaryAt } from './decode.js';
import type { TextEncoding } from './decode.js';
import { NotUtf8 } from './text-reader.js';

/** So much of a file's beginning tells text from data. */
export const TEXT_HEAD = 1_000_000;

/**
 * The bytes of a text file, chunk by chunk, as bytes in which every ASCII sign is one byte: UTF-16 comes out as UTF-8, all else as it
 * is, without a byte order mark. The first chunk that comes out holds `head` bytes or the whole file. What is no text is refused
 * with its place; bytes that are no UTF-8, where that is the guess, throw `NotUtf8`.
 */
export class ByteText {
  encoding: TextEncoding;
  readonly #file: string;
  readonly #guess: 'utf-8' | 'windows-1252';
  #head: Uint8Array[] | null = [];
  #headSize = 0;
  readonly #headNeeded: number;
  #wide: InstanceType<typeof TextDecoder> | null = null;
  /** Bytes seen, or units of UTF-16. */
  #seen = 0;
  /** The beginning of a letter whose end is in the next chunk. */
  #open: Uint8Array = new Uint8Array(0);

  constructor(file: string, guess: 'utf-8' | 'windows-1252', head = TEXT_HEAD) {
    this.#headNeeded = head;
    this.#file = file;
    this.#guess = guess;
    this.encoding = guess;
  }

  write(chunk: Uint8Array): Uint8Array {
    if (this.#head === null) return this.#text(chunk, false);
    // A copy, which a Buffer's own `slice` is not: whoever reads the file may use its buffer again.
    this.#head.push(new Uint8Array(chunk));
    this.#headSize += chunk.length;
    return this.#headSize < this.#headNeeded ? NOTHING : this.#begin(false);
  }

  end(): Uint8Array {
    return this.#head === null ? this.#text(NOTHING, true) : this.#begin(true);
  }

  #begin(final: boolean): Uint8Array {
    const head = Buffer.concat(this.#head!);
    this.#head = null;
    if ((head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff)) {
      this.encoding = head[0] === 0xff ? 'utf-16le' : 'utf-16be';
      this.#wide = new TextDecoder(this.encoding, { fatal: true });
      return this.#text(head, final);
    }
    const at = binaryAt(head);
    if (at !== -1) throw new BagomError('text.binary', { file: this.#file, at });
    const marked = head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf;
    if (marked) this.#seen = 3;
    return this.#text(marked ? head.subarray(3) : head, final);
  }

  #text(chunk: Uint8Array, final: boolean): Uint8Array {
    if (this.#wide !== null) return this.#utf16(this.#wide, chunk, final);
    const nul = chunk.indexOf(0);
    if (nul !== -1) throw new BagomError('text.binary', { file: this.#file, at: this.#seen + nul });
    this.#seen += chunk.length;
    if (this.#guess === 'utf-8') this.#checkUtf8(chunk, final);
    return chunk;
  }

  #utf16(decoder: InstanceType<typeof TextDecoder>, chunk: Uint8Array, final: boolean): Uint8Array {
    let text: string;
    try {
      text = decoder.decode(chunk, { stream: !final });
    } catch {
      throw new BagomError('text.binary', { file: this.#file, at: 0 });
    }
    const nul = text.indexOf('\0');
    if (nul !== -1) throw new BagomError('text.binary', { file: this.#file, at: 2 + (this.#seen + nul) * 2 });
    this.#seen += text.length;
    return Buffer.from(text);
  }

  #checkUtf8(chunk: Uint8Array, final: boolean): void {
    if (this.#open.length === 0 && isAscii(chunk)) return;
    const bytes = this.#open.length === 0 ? chunk : Buffer.concat([this.#open, chunk]);
    const whole = final ? bytes.length : wholeLetters(bytes);
    if (!isUtf8(bytes.subarray(0, whole))) throw new NotUtf8();
    this.#open = new Uint8Array(bytes.subarray(whole));
  }
}

const NOTHING = new Uint8Array(0);

/** Where the last letter begins that is not whole, or the length. */
function wholeLetters(bytes: Uint8Array): number {
  const { length } = bytes;
  for (let back = 1; back <= Math.min(3, length); back++) {
    const byte = bytes[length - back]!;
    if (byte < 0x80) return length;
    if (byte >= 0xc0) {
      const size = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
      return back < size ? length - back : length;
    }
  }
  return length;
}
