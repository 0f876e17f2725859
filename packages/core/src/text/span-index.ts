import type { ChangedPlaces } from './change.js';
import type { Span } from './spans.js';

/** A stretch with a name of its own. */
export interface NamedSpan extends Span {
  readonly id: string;
}

/** Spans that lie beside each other in text order, and how far the longest of them reaches. */
interface Block<T> {
  readonly spans: readonly T[];
  readonly reach: number;
}

/** Spans in a block: a change copies one block and the list of blocks, so both are kept short. */
const MOST = 128;

/** In text order; of those that begin together the longest first, so that what lies outside comes before what lies within. */
export function inTextOrder(a: NamedSpan, b: NamedSpan): number {
  return a.from - b.from || b.to - a.to || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}

/**
 * The spans of a text in text order, as a value: putting in and taking out give a new index and leave the old one as it was. Of n
 * spans, a change costs the root of n and a question the root of n plus what is found.
 */
export class SpanIndex<T extends NamedSpan> {
  readonly size: number;
  readonly #blocks: readonly Block<T>[];

  private constructor(blocks: readonly Block<T>[], size: number) {
    this.#blocks = blocks;
    this.size = size;
  }

  /** An index of these spans, in whatever order they come. Two of one place and id are one: the later. */
  static of<T extends NamedSpan>(spans: Iterable<T>): SpanIndex<T> {
    const sorted = [...spans].sort(inTextOrder);
    const once = sorted.filter(
      (span, i) => i === sorted.length - 1 || inTextOrder(span, sorted[i + 1]!) !== 0,
    );
    return new SpanIndex(blocksOf(once), once.length);
  }

  /** With these spans; one of the same place and id is replaced. */
  insert(spans: Iterable<T>): SpanIndex<T> {
    const blocks = [...this.#blocks];
    let size = this.size;
    let same = true;
    for (const span of spans) {
      same = false;
      const at = Math.max(0, blockAt(blocks, span));
      const before = blocks[at]?.spans ?? [];
      const place = placeIn(before, span);
      const there = before[place] !== undefined && inTextOrder(before[place], span) === 0;
      blocks.splice(at, 1, ...blocksOf(before.toSpliced(place, there ? 1 : 0, span)));
      if (!there) size++;
    }
    return same ? this : new SpanIndex(blocks, size);
  }

  /** Without these, found by place and id; those that are not there are passed over. */
  remove(spans: Iterable<NamedSpan>): SpanIndex<T> {
    const blocks = [...this.#blocks];
    let size = this.size;
    for (const span of spans) {
      const at = blockAt(blocks, span);
      const before = blocks[at]?.spans ?? [];
      const place = placeIn(before, span);
      if (before[place] === undefined || inTextOrder(before[place], span) !== 0) continue;
      blocks.splice(at, 1, ...blocksOf(before.toSpliced(place, 1)));
      size--;
    }
    return size === this.size ? this : new SpanIndex(blocks, size);
  }

  /** Those that share a place with the stretch, in text order; with an empty stretch those that lie over that place. */
  over(from: number, to: number): T[] {
    const end = Math.max(to, from + 1);
    const found: T[] = [];
    for (const { spans, reach } of this.#blocks) {
      if (spans[0]!.from >= end) break;
      if (reach <= from) continue;
      for (const span of spans) {
        if (span.from >= end) break;
        if (span.to > from) found.push(span);
      }
    }
    return found;
  }

  /** Those that lie over a place: begin at or before it and end after it. */
  at(place: number): T[] {
    return this.over(place, place);
  }

  /** All, in text order. */
  *[Symbol.iterator](): IterableIterator<T> {
    for (const { spans } of this.#blocks) yield* spans;
  }

  /**
   * Where the spans are after changes of the text; one whose words are all gone goes too. Whether what is left still stands on its
   * words is for `carrySpans` to say, which has the texts.
   */
  moved(places: ChangedPlaces): SpanIndex<T> {
    const spans: T[] = [];
    for (const span of this) {
      const [from, to] = [places.start(span.from), places.end(span.to)];
      if (from < to) spans.push(from === span.from && to === span.to ? span : { ...span, from, to });
    }
    return SpanIndex.of(spans);
  }
}

/** One block, or as many half full ones as they need. */
function blocksOf<T extends NamedSpan>(spans: readonly T[]): Block<T>[] {
  const length = spans.length > MOST ? MOST / 2 : MOST;
  const blocks: Block<T>[] = [];
  for (let start = 0; start < spans.length; start += length) {
    const own = spans.slice(start, start + length);
    blocks.push({ spans: own, reach: own.reduce((most, { to }) => Math.max(most, to), 0) });
  }
  return blocks;
}

/** The last block that begins at or before a span; -1 when all begin after it. */
function blockAt<T extends NamedSpan>(blocks: readonly Block<T>[], span: NamedSpan): number {
  let low = 0;
  let high = blocks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (inTextOrder(blocks[middle]!.spans[0]!, span) <= 0) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** Where a span stands in a block, or would. */
function placeIn<T extends NamedSpan>(spans: readonly T[], span: NamedSpan): number {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (inTextOrder(spans[middle]!, span) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}
