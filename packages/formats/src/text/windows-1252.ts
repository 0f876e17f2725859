/** What Windows-1252 has where Latin-1 has control signs, from 0x80 on; holes stay as they are. */
const BETWEEN = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ';

/** Done by hand: Node 20's TextDecoder reads Windows-1252 as Latin-1, and quotation marks vanish. */
export function windows1252(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    .toString('latin1')
    .replace(/[\u0080-\u009F]/g, (sign) => BETWEEN[sign.charCodeAt(0) - 0x80]!);
}
