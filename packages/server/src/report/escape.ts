const SIGNS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Text as HTML or SVG, in content and in attributes. Control characters, which neither has a place for, go. */
export function escapeHtml(text: string): string {
  // oxlint-disable-next-line no-control-regex
  return text.replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]/g, '').replace(/[&<>"']/g, (sign) => SIGNS[sign]!);
}

/** A template whose values are escaped, unless they are HTML already. */
export function html(parts: TemplateStringsArray, ...values: readonly (string | number | Html | readonly Html[])[]): Html {
  return new Html(
    parts.reduce((out, part, i) => {
      const value = values[i - 1]!;
      const inner = Array.isArray(value)
        ? value.map(String).join('')
        : value instanceof Html
          ? value.toString()
          : escapeHtml(String(value));
      return out + inner + part;
    }),
  );
}

/** A piece of HTML whose text is escaped already. */
export class Html {
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  toString(): string {
    return this.#text;
  }
}
