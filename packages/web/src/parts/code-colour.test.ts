import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { CODE_COLOURS } from './code-colour.js';

type Rgb = [number, number, number];

/** OKLCH to linear sRGB; Björn Ottosson, "A perceptual color space for image processing" (2020). */
function linear(l: number, c: number, hue: number): Rgb {
  const a = c * Math.cos((hue * Math.PI) / 180);
  const b = c * Math.sin((hue * Math.PI) / 180);
  const long = (l + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const middle = (l - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const short = (l - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    4.0767416621 * long - 3.3077115913 * middle + 0.2309699292 * short,
    -1.2684380046 * long + 2.6097574011 * middle - 0.3413193965 * short,
    -0.0041960863 * long - 0.7034186147 * middle + 1.707614701 * short,
  ];
}

function hex(colour: string): Rgb {
  const channel = (at: number) => {
    const value = parseInt(colour.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return [channel(1), channel(3), channel(5)];
}

const luminance = ([r, g, b]: Rgb) => 0.2126 * r + 0.7152 * g + 0.0722 * b;
/** Contrast as WCAG 2.2 defines it. */
function contrast(one: Rgb, other: Rgb): number {
  const [low, high] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return ((high ?? 0) + 0.05) / ((low ?? 0) + 0.05);
}

const css = readFileSync(new URL('../theme.css', import.meta.url), 'utf8');
const [lightBlock = '', darkBlock = ''] = css.split("[data-theme='dark']");
const token = (block: string, name: string) =>
  new RegExp(`--${name}: ([^;]+);`).exec(block)?.[1] ?? 'missing';
const hues = Array.from({ length: 360 }, (_, hue) => hue);

for (const [theme, block] of [
  ['light', lightBlock],
  ['dark', darkBlock],
] as const) {
  const { stripe, ink, wash } = CODE_COLOURS[theme];

  test(`the style sheet has the ${theme} lightness and chroma`, () => {
    const pairs = { code: stripe, 'code-ink': ink, 'code-wash': wash };
    for (const [name, [l, c]] of Object.entries(pairs)) {
      expect([name, token(block, `${name}-l`), token(block, `${name}-c`)]).toEqual([
        name,
        String(l),
        String(c),
      ]);
    }
  });

  test(`every hue is a colour that a screen has, in ${theme}`, () => {
    for (const [l, c] of [stripe, ink, wash]) {
      const outside = hues.filter((hue) =>
        linear(l, c, hue).some((value) => value < -0.002 || value > 1.002),
      );
      expect(outside).toEqual([]);
    }
  });

  test(`stripes have 3:1 and words 4.5:1 at every hue, in ${theme}`, () => {
    const paper = hex(token(block, 'paper'));
    const panel = hex(token(block, 'paper-2'));
    const words = hex(token(block, 'ink'));
    for (const hue of hues) {
      const at = ([l, c]: readonly [number, number]) => linear(l, c, hue);
      expect(contrast(at(stripe), paper)).toBeGreaterThan(3);
      expect(contrast(at(stripe), panel)).toBeGreaterThan(3);
      expect(contrast(at(ink), paper)).toBeGreaterThan(4.5);
      expect(contrast(at(ink), at(wash))).toBeGreaterThan(4.5);
      expect(contrast(words, at(wash))).toBeGreaterThan(7);
    }
  });

  test(`words of the interface have 4.5:1 on every paper, in ${theme}`, () => {
    for (const paper of ['paper', 'paper-2', 'paper-3', 'accent-wash']) {
      for (const colour of ['ink', 'ink-2', 'ink-3', 'accent', 'wrong']) {
        const ratio = contrast(hex(token(block, colour)), hex(token(block, paper)));
        expect(ratio, `${colour} on ${paper}`).toBeGreaterThan(4.5);
      }
    }
  });
}
