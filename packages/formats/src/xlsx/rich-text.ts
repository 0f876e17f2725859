import { children, textOf, type XmlElement } from '../xml/read.js';

/** The words of `<t>` and of runs `<r><t>`; phonetic readings are left out. */
export function richText(item: XmlElement): string {
  const pieces: string[] = [];
  for (const one of item.content) {
    if (typeof one === 'string') continue;
    if (one.name === 't') pieces.push(plain(one));
    else if (one.name === 'r') for (const t of children(one, 't')) pieces.push(plain(t));
  }
  return pieces.join('');
}

/** White space in a cell is kept: textOf would fold it. */
const plain = (t: XmlElement): string =>
  t.content.map((one) => (typeof one === 'string' ? one : textOf(one))).join('');
