/** A line of print: where it stands on its page, in points from the page's lower left corner, and how high its letters are. */
export interface PageLine {
  readonly page: number;
  readonly text: string;
  readonly x: number;
  readonly end: number;
  readonly y: number;
  readonly size: number;
}

/** What pdf.js tells of a run of letters; `transform` holds its size and place. */
interface TextItem {
  readonly str: string;
  readonly transform: readonly number[];
  readonly width: number;
  readonly hasEOL: boolean;
}

/** Puts the runs of letters of a page together to lines, in the order in which the file has them. */
export function linesOfPage(items: readonly object[], page: number): PageLine[] {
  const lines: PageLine[] = [];
  let open: { parts: string[]; x: number; end: number; y: number; size: number } | null = null;
  const end = () => {
    if (!open) return;
    const text = open.parts
      .join('')
      .replace(/[ \t\u00A0]+/g, ' ')
      .trim();
    if (text !== '') lines.push({ page, text, x: open.x, end: open.end, y: open.y, size: open.size });
    open = null;
  };
  for (const item of items) {
    if (!isText(item)) continue;
    const [a = 0, b = 0, c = 0, d = 0, x = 0, y = 0] = item.transform;
    const size = Math.hypot(c, d) || Math.hypot(a, b) || 1;
    // Another line begins where the letters stand higher or lower than half a letter.
    if (open && item.str.trim() !== '' && Math.abs(y - open.y) > Math.max(size, open.size) * 0.5) end();
    if (item.str !== '') {
      open ??= { parts: [], x, end: x, y, size };
      const gap = x - open.end;
      if (open.parts.length > 0 && gap > size * 0.18 && !/\s$/.test(open.parts.at(-1) ?? ''))
        open.parts.push(' ');
      open.parts.push(item.str);
      open.end = Math.max(open.end, x + item.width);
      if (item.str.trim() !== '') open.size = Math.max(open.size, size);
    }
    if (item.hasEOL) end();
  }
  end();
  return lines;
}

const isText = (item: object): item is TextItem => 'str' in item && 'transform' in item;
