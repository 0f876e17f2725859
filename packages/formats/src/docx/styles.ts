import type { Looks } from '../document/builder.js';
import { watchXml } from '../xml/watch.js';

/** What a Word style makes of the words it is put on. */
export interface WordStyle {
  readonly looks: Looks;
  readonly heading: boolean;
}

type Mutable = { -readonly [Key in keyof Looks]: Looks[Key] };
interface Raw {
  name: string;
  basedOn: string | null;
  outline: boolean;
  looks: Mutable;
}

const HEADING = /^(?:heading|overskrift|rubrik|überschrift) \d$|^(?:title|titel|subtitle)$/i;
/** Styles that build on each other deeper than this do so in a ring. */
const DEPTH = 20;

/** Whether a Word property such as `w:b` is on: it is unless it says no. */
export const isOn = (value: string | undefined): boolean => !/^(?:0|false|off|none)$/i.test(value ?? '1');

/** The look that a run property of Word gives, or null if it gives none. */
export function lookOf(name: string, value: string | undefined): [keyof Looks, boolean] | null {
  switch (name) {
    case 'w:b':
      return ['bold', isOn(value)];
    case 'w:i':
      return ['italic', isOn(value)];
    case 'w:u':
      return ['underline', isOn(value)];
    case 'w:strike':
    case 'w:dstrike':
      return ['strike', isOn(value)];
    default:
      return null;
  }
}

/** The styles of a Word document by their ids. */
export function readStyles(bytes: Uint8Array | undefined): (id: string | undefined) => WordStyle {
  const raw = new Map<string, Raw>();
  let style: Raw | null = null;
  if (bytes)
    watchXml(bytes, {
      open(name, attributes) {
        const value = attributes['w:val'];
        if (name === 'w:style') {
          style = { name: '', basedOn: null, outline: false, looks: {} };
          raw.set(attributes['w:styleId'] ?? '', style);
        } else if (!style) return;
        else if (name === 'w:name') style.name = value ?? '';
        else if (name === 'w:basedOn') style.basedOn = value ?? null;
        else if (name === 'w:outlineLvl') style.outline = Number(value) < 9;
        else {
          const look = lookOf(name, value);
          if (look) style.looks[look[0]] = look[1];
        }
      },
      close(name) {
        if (name === 'w:style') style = null;
      },
      text() {},
    });
  const known = new Map<string, WordStyle>();
  const resolve = (id: string, depth: number): WordStyle => {
    const done = known.get(id);
    if (done) return done;
    const own = raw.get(id);
    if (!own) return { looks: {}, heading: HEADING.test(id) || /^heading\d$/i.test(id) };
    const base: WordStyle =
      own.basedOn !== null && depth < DEPTH ? resolve(own.basedOn, depth + 1) : { looks: {}, heading: false };
    const whole = {
      looks: { ...base.looks, ...own.looks },
      heading: own.outline || HEADING.test(own.name) || base.heading,
    };
    known.set(id, whole);
    return whole;
  };
  return (id) => (id === undefined ? { looks: {}, heading: false } : resolve(id, 0));
}
