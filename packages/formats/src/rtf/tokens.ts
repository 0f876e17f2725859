/** A piece of an RTF file. `word` holds the control word or sign, `number` what follows it, `bytes` what is written out. */
export type Token =
  | { readonly kind: 'open' }
  | { readonly kind: 'close' }
  | { readonly kind: 'control'; readonly word: string; readonly number: number | null }
  | { readonly kind: 'byte'; readonly byte: number }
  | { readonly kind: 'text'; readonly from: number; readonly to: number };

const OPEN: Token = { kind: 'open' };
const CLOSE: Token = { kind: 'close' };

const isLetter = (byte: number) => (byte >= 97 && byte <= 122) || (byte >= 65 && byte <= 90);
const isDigit = (byte: number) => byte >= 48 && byte <= 57;
const hex = (byte: number | undefined): number => {
  if (byte === undefined) return -1;
  if (isDigit(byte)) return byte - 48;
  const low = byte | 32;
  return low >= 97 && low <= 102 ? low - 87 : -1;
};

/** The tokens of an RTF file, by the specification 1.9.1. `\binN` swallows the N bytes after it. Line ends are no text. */
export function* rtfTokens(bytes: Uint8Array): Generator<Token> {
  let at = 0;
  while (at < bytes.length) {
    const byte = bytes[at]!;
    if (byte === 0x7b || byte === 0x7d) {
      at++;
      yield byte === 0x7b ? OPEN : CLOSE;
    } else if (byte === 0x0d || byte === 0x0a || byte === 0) at++;
    else if (byte !== 0x5c) {
      const from = at;
      while (at < bytes.length && !isSign(bytes[at]!)) at++;
      yield { kind: 'text', from, to: at };
    } else {
      const next = bytes[at + 1];
      if (next === undefined) return;
      if (next === 0x27) {
        const value = hex(bytes[at + 2]) * 16 + hex(bytes[at + 3]);
        at += 4;
        if (value >= 0) yield { kind: 'byte', byte: value };
      } else if (!isLetter(next)) {
        at += 2;
        yield { kind: 'control', word: String.fromCharCode(next), number: null };
      } else {
        let end = at + 1;
        while (end < bytes.length && isLetter(bytes[end]!) && end - at < 40) end++;
        const word = Buffer.from(bytes.buffer, bytes.byteOffset + at + 1, end - at - 1).toString('latin1');
        const negative = bytes[end] === 0x2d && isDigit(bytes[end + 1] ?? 0);
        if (negative) end++;
        let number: number | null = null;
        for (let digits = 0; end < bytes.length && isDigit(bytes[end]!) && digits < 10; digits++, end++)
          number = (number ?? 0) * 10 + bytes[end]! - 48;
        if (negative && number !== null) number = -number;
        if (bytes[end] === 0x20) end++;
        at = end;
        if (word === 'bin') at += Math.max(0, number ?? 0);
        yield { kind: 'control', word, number };
      }
    }
  }
}

function isSign(byte: number): boolean {
  return byte === 0x7b || byte === 0x7d || byte === 0x5c || byte === 0x0d || byte === 0x0a || byte === 0;
}
