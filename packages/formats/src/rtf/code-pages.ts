import { encodingOfNumber } from '../text/text-reader.js';
import { windows1252 } from '../text/windows-1252.js';

/** DOS's pages from 0x80 on, which no decoder of the web knows. */
const DOS: Readonly<Record<number, string>> = {
  437: 'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00A0',
  850: 'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00AD±‗¾¶§÷¸°¨·¹³²■\u00A0',
};

/** The code page of a font's character set, by the numbers of the RTF specification 1.9.1 (`\fcharset`); null of the document's own. */
export function pageOfCharset(charset: number): number | null {
  const pages: Readonly<Record<number, number>> = {
    77: 10000,
    128: 932,
    129: 949,
    134: 936,
    136: 950,
    161: 1253,
    162: 1254,
    163: 1258,
    177: 1255,
    178: 1256,
    186: 1257,
    204: 1251,
    222: 874,
    238: 1250,
    255: 850,
  };
  return charset === 0 ? 1252 : (pages[charset] ?? null);
}

/** Bytes in a code page as text. A page that nobody knows is read as Windows-1252. */
export function decodePage(bytes: Uint8Array, page: number): string {
  const dos = DOS[page];
  if (dos)
    return Array.from(bytes, (byte) =>
      byte < 0x80 ? String.fromCharCode(byte) : (dos[byte - 0x80] ?? '\uFFFD'),
    ).join('');
  const name = page === 1252 ? null : encodingOfNumber(page);
  if (name === null || name === 'windows-1252') return windows1252(bytes);
  try {
    return new TextDecoder(name).decode(bytes);
  } catch {
    return windows1252(bytes);
  }
}
