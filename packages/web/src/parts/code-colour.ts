import type { CSSProperties } from 'react';

/**
 * A code's colour out of its hue, at the same lightness as all the others; theme.css sets lightness and chroma so that
 * every hue keeps contrast with the paper in light and dark. `--code` is the stripe, `--code-wash` lies behind text,
 * `--code-ink` is text.
 */
export const codeColour = (hue: number): CSSProperties => ({ '--code-hue': hue }) as CSSProperties;

/** The stripe's colour where a variable cannot be set (a CodeMirror mark, a chart). */
export const codeStripe = (hue: number): string => `oklch(var(--code-l) var(--code-c) ${hue})`;
export const codeWash = (hue: number): string => `oklch(var(--code-wash-l) var(--code-wash-c) ${hue})`;

/** Lightness and chroma of theme.css, in the order stripe, text, wash; the test holds them to the style sheet and to contrast. */
export const CODE_COLOURS = {
  light: { stripe: [0.6, 0.1], ink: [0.45, 0.075], wash: [0.945, 0.025] },
  dark: { stripe: [0.7, 0.1], ink: [0.82, 0.075], wash: [0.31, 0.04] },
} as const;
