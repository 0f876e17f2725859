import { useEffect, type ReactNode } from 'react';
import { useMessages } from '../language.js';
import { useWidth } from './use-width.js';

export interface ChartProps {
  /** What the figure shows, as a sentence: its name to those who hear it, and the caption below. */
  caption: string;
  /** Draws at this width in px: `(width) => Plot.plot({ width, … })`. Must be stable (useCallback) or cheap. */
  draw: (width: number) => SVGSVGElement | HTMLElement;
  /** The numbers behind the figure, as a table; null where that table stands in sight beside it. */
  table: ReactNode;
  /** The table is open at first: where it says more than the figure. */
  open?: boolean;
  /** Height in px that is kept free before the figure is drawn, so that nothing jumps. */
  height?: number;
}

/** A chart with its caption and, one click away, the table behind it. Colours: `var(--ink)`, `var(--accent)`, `var(--mute)`. */
export function Chart({ caption, draw, table, open = false, height = 240 }: ChartProps) {
  const m = useMessages();
  const [box, width] = useWidth<HTMLDivElement>();
  useEffect(() => {
    const element = box.current;
    if (!element || width < 40) return;
    const drawing = draw(width);
    // The figure is one image with a name; its marks are no list to walk. The numbers stand in the table.
    drawing.setAttribute('aria-hidden', 'true');
    element.replaceChildren(drawing);
  }, [box, draw, width]);
  return (
    <figure className="chart">
      <div ref={box} className="chart-box" role="img" aria-label={caption} style={{ minHeight: height }} />
      <figcaption>{caption}</figcaption>
      {table !== null && (
        <details className="chart-table" open={open}>
          <summary>{m.shell.tableBehind}</summary>
          {table}
        </details>
      )}
    </figure>
  );
}
