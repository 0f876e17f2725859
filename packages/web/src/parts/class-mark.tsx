/** Hues far apart, in an order where neighbours differ most; the shape says the same without colour. */
const HUES = [250, 55, 350, 150, 300, 100, 200, 25, 275];
const SHAPES = [
  'M6 1.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9Z',
  'M2 2h8v8H2Z',
  'M6 .8 11.2 6 6 11.2.8 6Z',
  'M6 1 11 10H1Z',
  'M1 2h10L6 11Z',
  'M4.3 1h3.4v3.3H11v3.4H7.7V11H4.3V7.7H1V4.3h3.3Z',
  'M6 .8 11 4.4 9.1 10.4H2.9L1 4.4Z',
  'M3.3 1h5.4L11 6l-2.3 5H3.3L1 6Z',
  'M2 1h3v10H2ZM7 1h3v10H7Z',
];

/** The colour of a class, by its place; of the same lightness as the codes. */
export const classColour = (index: number): string =>
  `oklch(var(--code-l) var(--code-c) ${HUES[index % HUES.length] ?? 0})`;
export const classShape = (index: number): string => SHAPES[index % SHAPES.length] ?? '';

/** A class's sign: its own shape and colour. The name stands beside it. */
export function ClassMark({ index }: { index: number }) {
  return (
    <svg
      className="class-mark"
      viewBox="0 0 12 12"
      width="12"
      height="12"
      aria-hidden="true"
      focusable="false"
    >
      <path d={classShape(index)} fill={classColour(index)} />
    </svg>
  );
}
