import type { PaintedSpan } from './painted.js';
import { rowAt, type Row } from './rows.js';

/** Codings with the same place and code, drawn as one bar along their rows. */
export interface Bar {
  key: string;
  spans: readonly PaintedSpan[];
  top: number;
  bottom: number;
  lane: number;
}

/** A code's name where its bar begins, with the codings for whose names there was no room near their rows. */
export interface Name {
  spans: readonly PaintedSpan[];
  top: number;
  more: readonly PaintedSpan[];
}

/** Bars side by side; what would need more is counted at the names. */
export const MOST_LANES = 8;
/** A name's height, and how far below its row it may stand. */
export const NAME = 21;
const FAR = 48;

/**
 * Lays out the codings in sight beside their rows: bars in lanes, so that those which overlap stand side by side, and names below one
 * another, never upon. `lanes` is what each bar had before: it keeps its lane while the text is scrolled, so that nothing jumps.
 * Names that would come to stand far from their rows, and bars without a lane, are folded into the name above them.
 */
export function layOutStripes(
  spans: readonly PaintedSpan[],
  rows: readonly Row[],
  lanes: ReadonlyMap<string, number>,
): { bars: Bar[]; names: Name[]; lanes: number } {
  const groups = [...together(spans)].map(([key, own]): Bar => {
    const { from, to } = own[0]!;
    const [first, last] = [rows[rowAt(rows, from)]!, rows[rowAt(rows, to - 1)]!];
    return { key, spans: own, top: first.top, bottom: last.bottom, lane: lanes.get(key) ?? -1 };
  });
  const taken: Bar[][] = Array.from({ length: MOST_LANES }, () => []);
  const isFree = (lane: number, { top, bottom }: Bar) =>
    taken[lane]!.every((other) => other.bottom <= top || other.top >= bottom);
  const take = (lane: number, bar: Bar) => {
    bar.lane = lane;
    if (lane >= 0) taken[lane]!.push(bar);
  };
  for (const bar of groups) if (bar.lane >= 0) take(isFree(bar.lane, bar) ? bar.lane : -1, bar);
  for (const bar of groups)
    if (bar.lane < 0)
      take(
        taken.findIndex((_, lane) => isFree(lane, bar)),
        bar,
      );
  const bars = groups.filter(({ lane }) => lane >= 0);
  return { bars, names: namesOf(groups), lanes: taken.findLastIndex((lane) => lane.length > 0) + 1 };
}

/** By place and code, in text order. */
function together(spans: readonly PaintedSpan[]): Map<string, PaintedSpan[]> {
  const groups = new Map<string, PaintedSpan[]>();
  for (const span of spans) {
    const key = `${span.from} ${span.to} ${span.path}`;
    const known = groups.get(key);
    if (known) known.push(span);
    else groups.set(key, [span]);
  }
  return groups;
}

/** One name for what overlaps and has the same code: two coders who agree are read as one line with both initials. */
function namesOf(groups: readonly Bar[]): Name[] {
  const merged: { spans: PaintedSpan[]; top: number; bottom: number }[] = [];
  const last = new Map<string, (typeof merged)[number]>();
  for (const { spans, top, bottom } of groups.toSorted((a, b) => a.top - b.top)) {
    const { path } = spans[0]!;
    const same = last.get(path);
    if (same && top < same.bottom) {
      same.spans.push(...spans);
      same.bottom = Math.max(same.bottom, bottom);
    } else {
      const own = { spans: [...spans], top, bottom };
      last.set(path, own);
      merged.push(own);
    }
  }
  const names: { spans: PaintedSpan[]; top: number; more: PaintedSpan[] }[] = [];
  let free = 0;
  for (const { spans, top } of merged) {
    const place = Math.max(top + 2, free);
    const above = names.at(-1);
    if (above && place > top + FAR) above.more.push(...spans);
    else {
      names.push({ spans, top: place, more: [] });
      free = place + NAME;
    }
  }
  return names;
}
