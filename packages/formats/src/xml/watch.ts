import { SaxesParser } from 'saxes';

/** What is done at each piece of an XML file. Attributes are by their full name, prefix and all. */
export interface XmlWatch {
  open(name: string, attributes: Readonly<Record<string, string>>): void;
  close(name: string): void;
  text(words: string): void;
  /** An entity that the file defines itself, or points outside with. It is never looked up. */
  entity?(name: string): void;
}

/** Thrown at XML that does not hold together. */
export class XmlError extends Error {}

const PIECE = 1 << 16;

/** Reads XML from first to last, in pieces. Nothing is fetched and no entity is expanded but the five of XML itself. */
export function watchXml(bytes: Uint8Array, watch: XmlWatch): void {
  const decoder = new TextDecoder(encodingOf(bytes));
  const parser = new SaxesParser();
  let failed: Error | null = null;
  parser.on('error', (error) => {
    if (/undefined entity/.test(error.message)) watch.entity?.(error.message);
    else failed ??= error;
  });
  parser.on('opentag', ({ name, attributes }) => watch.open(name, attributes));
  parser.on('closetag', ({ name }) => watch.close(name));
  parser.on('text', (words) => watch.text(words));
  parser.on('cdata', (words) => watch.text(words));
  parser.on('doctype', () => watch.entity?.('DOCTYPE'));
  for (let at = 0; at < bytes.length; at += PIECE) {
    parser.write(decoder.decode(bytes.subarray(at, at + PIECE), { stream: true }));
    if (failed) throw new XmlError(String(failed));
  }
  parser.write(decoder.decode()).close();
  if (failed) throw new XmlError(String(failed));
}

function encodingOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return 'utf-8';
}
