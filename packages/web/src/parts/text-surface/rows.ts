import type { EditorView } from '@codemirror/view';

/** A row of words as it is drawn: where it begins in the text, and how high it lies, in pixels from the top of the text. */
export interface Row {
  from: number;
  top: number;
  bottom: number;
}

/**
 * Where the rows in sight begin. A line's rows are looked up once and kept while the measure is the same: asking the browser for each
 * coding's place would cost more than a frame where a page has hundreds.
 */
export class Rows {
  #width = 0;
  readonly #starts = new Map<number, readonly number[]>();

  /** Reads the layout, so it is to be called while CodeMirror measures. */
  inSight(view: EditorView): Row[] {
    const content = view.contentDOM.getBoundingClientRect();
    if (content.width !== this.#width) this.#starts.clear();
    this.#width = content.width;
    const left = content.left + Number.parseFloat(getComputedStyle(view.contentDOM).paddingLeft) + 1;
    const rows: Row[] = [];
    for (const { from, top, height } of view.viewportLineBlocks) {
      const count = Math.max(1, Math.round(height / view.defaultLineHeight));
      let starts = this.#starts.get(from);
      if (starts?.length !== count) {
        starts = Array.from({ length: count }, (_, row) =>
          row === 0
            ? from
            : view.posAtCoords(
                { x: left, y: view.documentTop + top + ((row + 0.5) * height) / count },
                false,
              ),
        );
        this.#starts.set(from, starts);
      }
      starts.forEach((start, row) =>
        rows.push({
          from: start,
          top: top + (row * height) / count,
          bottom: top + ((row + 1) * height) / count,
        }),
      );
    }
    return rows;
  }
}

/** The number of the row that a place lies in; of places before the first row that row. */
export function rowAt(rows: readonly Row[], at: number): number {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (rows[middle]!.from <= at) low = middle + 1;
    else high = middle;
  }
  return Math.max(0, low - 1);
}
