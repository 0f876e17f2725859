import type { Looks } from '../document/builder.js';

/** What an OpenDocument style makes of the words it is put on. */
export interface OdtStyle {
  readonly looks: Looks;
  readonly hidden: boolean;
}

interface Raw {
  parent: string | null;
  looks: Record<string, boolean>;
  hidden: boolean | null;
}

/** Styles that build on each other deeper than this do so in a ring. */
const DEPTH = 20;
const PLAIN: OdtStyle = { looks: {}, hidden: false };

/** Gathers the styles of `styles.xml` and `content.xml` as their elements come. */
export class OdtStyles {
  readonly #raw = new Map<string, Raw>();
  readonly #known = new Map<string, OdtStyle>();
  #open: Raw | null = null;

  opened(name: string, attributes: Readonly<Record<string, string>>): void {
    if (name === 'style:style') {
      this.#open = { parent: attributes['style:parent-style-name'] ?? null, looks: {}, hidden: null };
      this.#raw.set(attributes['style:name'] ?? '', this.#open);
    } else if (name === 'style:text-properties' && this.#open) {
      const { looks } = this.#open;
      const weight = attributes['fo:font-weight'];
      if (weight !== undefined) looks['bold'] = weight === 'bold' || Number(weight) >= 600;
      const slant = attributes['fo:font-style'];
      if (slant !== undefined) looks['italic'] = slant !== 'normal';
      const under = attributes['style:text-underline-style'];
      if (under !== undefined) looks['underline'] = under !== 'none';
      const through =
        attributes['style:text-line-through-style'] ?? attributes['style:text-line-through-type'];
      if (through !== undefined) looks['strike'] = through !== 'none';
      if (attributes['text:display'] !== undefined) this.#open.hidden = attributes['text:display'] === 'none';
    }
  }

  closed(name: string): void {
    if (name === 'style:style') this.#open = null;
  }

  named(name: string | undefined, depth = 0): OdtStyle {
    if (name === undefined) return PLAIN;
    const done = this.#known.get(name);
    if (done) return done;
    const raw = this.#raw.get(name);
    if (!raw) return PLAIN;
    const base = raw.parent !== null && depth < DEPTH ? this.named(raw.parent, depth + 1) : PLAIN;
    const style = { looks: { ...base.looks, ...raw.looks }, hidden: raw.hidden ?? base.hidden };
    this.#known.set(name, style);
    return style;
  }
}
