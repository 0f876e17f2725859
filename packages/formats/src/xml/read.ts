import { SaxesParser } from 'saxes';
import type { Refuse } from '../questionnaire/damage.js';

/** An element: its children and the texts between them, in order. Names are without their namespace's prefix. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly content: readonly (XmlElement | string)[];
}

/** What a document may be before it is taken for an attack. An element takes some 100 bytes of memory, so at most about 100 MB. */
export const XML_LIMITS = { depth: 64, elements: 1_000_000, attributes: 256, characters: 64 * 1024 * 1024 };

const NONE: Readonly<Record<string, string>> = Object.freeze({});
const EMPTY: readonly never[] = Object.freeze([]);

/**
 * Reads a document into a tree. A document type is refused, and with it every entity but the five of XML itself; so is what is
 * not well formed, too deep or too much. Elements named in `skip` are read over: neither they nor what is in them is kept.
 */
export function readXml(text: string, refuse: Refuse, skip: ReadonlySet<string> = new Set()): XmlElement {
  if (text.length > XML_LIMITS.characters) throw refuse('too-large');
  const parser = new SaxesParser({ xmlns: false });
  const open: Open[] = [];
  let root: XmlElement | null = null;
  let depth = 0;
  let elements = 0;
  let skipped = 0;
  // A name is kept once, however many elements have it.
  const names = new Map<string, string>();
  const localName = (name: string): string => {
    let local = names.get(name);
    if (local === undefined) names.set(name, (local = withoutPrefix(name)));
    return local;
  };
  parser.on('error', (error) => {
    throw refuse(/entity/i.test(error.message) ? 'entity' : 'malformed', parser.line);
  });
  parser.on('doctype', () => {
    throw refuse('doctype', parser.line);
  });
  let attributesThere = 0;
  parser.on('opentagstart', () => {
    attributesThere = 0;
  });
  parser.on('attribute', () => {
    if (++attributesThere > XML_LIMITS.attributes) throw refuse('too-many-elements', parser.line);
  });
  parser.on('opentag', ({ name, attributes }) => {
    if (++depth > XML_LIMITS.depth) throw refuse('too-deep', parser.line);
    const local = localName(name);
    if (skipped > 0 || skip.has(local)) return void skipped++;
    if (++elements > XML_LIMITS.elements) throw refuse('too-many-elements', parser.line);
    open.push({ name: local, attributes: localAttributes(attributes), content: EMPTY });
  });
  const words = (piece: string): void => {
    const parent = open.at(-1);
    if (skipped === 0 && parent && piece.trim() !== '') append(parent, piece);
  };
  parser.on('text', words);
  parser.on('cdata', words);
  parser.on('closetag', () => {
    depth--;
    if (skipped > 0) return void skipped--;
    const element = open.pop()!;
    const parent = open.at(-1);
    if (parent) append(parent, element);
    else root = element;
  });
  // In pieces: the parser must see a document type before it has kept the rest.
  for (let at = 0; at < text.length; at += PIECE) parser.write(text.slice(at, at + PIECE));
  parser.close();
  if (root === null) throw refuse('malformed', 1);
  return root;
}

const PIECE = 64 * 1024;

interface Open {
  name: string;
  attributes: Readonly<Record<string, string>>;
  content: readonly (XmlElement | string)[];
}

/** Most elements have no children: only those that do get a list of their own. */
function append(parent: Open, one: XmlElement | string): void {
  if (parent.content === EMPTY) parent.content = [one];
  else (parent.content as (XmlElement | string)[]).push(one);
}

const withoutPrefix = (name: string): string => name.slice(name.indexOf(':') + 1);

function localAttributes(given: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const names = Object.keys(given);
  if (names.length === 0) return NONE;
  return Object.fromEntries(names.map((name) => [withoutPrefix(name), given[name]!]));
}

/** The children of this name. */
export const children = ({ content }: XmlElement, name: string): XmlElement[] =>
  content.filter((one): one is XmlElement => typeof one !== 'string' && one.name === name);

export const child = (element: XmlElement, name: string): XmlElement | undefined => {
  for (const one of element.content) if (typeof one !== 'string' && one.name === name) return one;
  return undefined;
};

/** All words in an element, those of its children too, with single blanks. */
export function textOf(element: XmlElement | undefined): string {
  if (!element) return '';
  return rawText(element).replace(/\s+/g, ' ').trim();
}

function rawText({ content }: XmlElement): string {
  return content.map((one) => (typeof one === 'string' ? one : rawText(one))).join('');
}
