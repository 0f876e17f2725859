/** Text in an element: signs that mean something in XML become entities, signs XML cannot hold are left out. */
export const xmlText = (text: string): string =>
  lawful(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

export const xmlAttribute = (text: string): string =>
  xmlText(text)
    .replaceAll('"', '&quot;')
    .replace(/[\t\n\r]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** XML 1.0 has no way to write control characters or half a letter. */
const lawful = (text: string): string => text.replace(UNLAWFUL, '');

const UNLAWFUL = /(?![\t\n\r])\p{Cc}(?<![\u007f-\u009f])|\p{Surrogate}|[\ufffe\uffff]/gu;

/** Lines of an element, indented by its depth; an attribute that is undefined is left out. */
export class XmlLines {
  readonly #lines: string[] = ['<?xml version="1.0" encoding="UTF-8"?>'];
  #depth = 0;

  open(name: string, attributes: Attributes = {}): void {
    this.#line(`<${name}${written(attributes)}>`);
    this.#depth++;
  }

  close(name: string): void {
    this.#depth--;
    this.#line(`</${name}>`);
  }

  /** An element with nothing but text; without any it is empty. */
  leaf(name: string, text: string, attributes: Attributes = {}): void {
    const start = `<${name}${written(attributes)}`;
    this.#line(text === '' ? `${start}/>` : `${start}>${xmlText(text)}</${name}>`);
  }

  bytes(): Uint8Array {
    return new TextEncoder().encode(`${this.#lines.join('\n')}\n`);
  }

  #line(text: string): void {
    this.#lines.push('  '.repeat(this.#depth) + text);
  }
}

type Attributes = Readonly<Record<string, string | undefined>>;

const written = (attributes: Attributes): string =>
  Object.entries(attributes)
    .map(([name, value]) => (value === undefined ? '' : ` ${name}="${xmlAttribute(value)}"`))
    .join('');
