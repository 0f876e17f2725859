const SIGNS: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
// oxlint-disable-next-line no-control-regex
const CONTROL = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]/g;

/** Text for HTML or SVG, in content and in quoted attributes. Control characters, which neither has a place for, go. */
function escaped(text: string): string {
  return text.replace(CONTROL, '').replace(/[&<>"']/g, (sign) => SIGNS[sign]!);
}

/** A piece of HTML or SVG whose text is escaped already. */
export class Markup {
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  toString(): string {
    return this.#text;
  }
}

type Value = string | number | Markup | readonly Markup[];

/** A template of HTML: whatever is put in is escaped, unless it is markup itself. There is no way around it by accident. */
export function markup(parts: TemplateStringsArray, ...values: readonly Value[]): Markup {
  return new Markup(parts.reduce((out, part, i) => out + inner(values[i - 1]!) + part));
}

function inner(value: Value): string {
  if (typeof value === 'string' || typeof value === 'number') return escaped(String(value));
  return value instanceof Markup ? value.toString() : value.map((piece) => piece.toString()).join('');
}
