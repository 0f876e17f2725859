/** A stretch of a text: UTF-16 offsets, half-open. */
export interface Span {
  from: number;
  to: number;
}

/** Whether a span has words and lies inside a text of that length. */
export function isInside({ from, to }: Span, length: number): boolean {
  return Number.isInteger(from) && Number.isInteger(to) && from >= 0 && from < to && to <= length;
}

export function overlaps(a: Span, b: Span): boolean {
  return a.from < b.to && b.from < a.to;
}

/** A stretch over which the same spans lie, with the indices of those spans in the order given. */
export interface Segment extends Span {
  spans: number[];
}

/**
 * Cuts overlapping spans into segments that do not overlap, in text order; stretches without a span are left out.
 * A sweep over the sorted borders: n spans cost n log n, plus what is written.
 */
export function flatten(spans: readonly Span[]): Segment[] {
  const borders: { at: number; span: number; opens: boolean }[] = [];
  spans.forEach(({ from, to }, span) => {
    if (from < to) borders.push({ at: from, span, opens: true }, { at: to, span, opens: false });
  });
  borders.sort((a, b) => a.at - b.at || Number(a.opens) - Number(b.opens));
  const segments: Segment[] = [];
  const open = new Set<number>();
  let from = 0;
  for (const { at, span, opens } of borders) {
    if (at > from && open.size > 0) segments.push({ from, to: at, spans: [...open].sort((a, b) => a - b) });
    from = at;
    if (opens) open.add(span);
    else open.delete(span);
  }
  return segments;
}
