import type { Indicators } from './data.js';

/** One indicator within a block. */
interface BlockItem {
  readonly item: number;
  /** Digits it takes: its categories, and one before them for "missing" where someone is missing. */
  readonly radix: number;
  /** 1 when digit 0 means missing, else 0. */
  readonly missing: 0 | 1;
  /** Cells that the indicators before it make in this block. */
  readonly size: number;
  /** Its first row among those of the plan: one a digit. */
  readonly row: number;
}

/** Indicators that are read together: their joint categories are the cells of one look-up table. */
export interface Block {
  readonly items: readonly BlockItem[];
  readonly cells: number;
  /** Position of the block's first cell among the cells of all blocks. */
  readonly start: number;
}

/** How estimation reads the data, and how its numbers lie in memory: everything in rows of `width`, one a class. */
export interface BlockPlan {
  readonly blocks: readonly Block[];
  /** Classes, rounded up to an even number: processors work on two at once. The last may stand for none. */
  readonly width: number;
  /** Rows of probabilities: the shares, a row of ones, then one for every digit of every indicator. */
  readonly rows: number;
  /** Cells of all blocks together. Each holds a row of products and a row of sums. */
  readonly cells: number;
  /** Place of each active pattern's cell in each block, pattern after pattern, counted in numbers. */
  readonly codes: Int32Array;
}

/** Row of the shares, and the row of ones that blocks after the first begin with. */
export const SHARES_ROW = 0;
export const ONES_ROW = 1;

/** Cells that a block may have. Tables are rebuilt at every step, so they stay small against the patterns. */
function cellLimit(patterns: number): number {
  if (patterns < 500) return 16;
  if (patterns < 1000) return 64;
  return patterns < 100_000 ? 256 : 1024;
}

/**
 * Groups indicators into as few blocks as a limit on their cells allows, and of these into the most even ones. With
 * 24 binary indicators in four blocks of six, a pattern costs four look-ups instead of 24.
 */
export function planBlocks(
  data: Indicators,
  classes: number,
  limit = cellLimit(data.activePatterns),
): BlockPlan {
  const patterns = data.activePatterns;
  const items = data.names.length;
  const width = classes + (classes % 2);
  const missing = Array.from({ length: items }, (_, item): 0 | 1 => {
    for (let u = 0; u < patterns; u++) if (data.patternCodes[u * items + item] === 0) return 1;
    return 0;
  });
  const radices = data.categories.map((count, item) => count + missing[item]!);

  let start = 0;
  let rows = ONES_ROW + 1;
  const blocks = evenGroups(radices, limit).map((group) => {
    let size = 1;
    const placed = group.map((item) => {
      const radix = radices[item]!;
      const place = { item, radix, missing: missing[item]!, size, row: rows };
      size *= radix;
      rows += radix;
      return place;
    });
    const block: Block = { items: placed, cells: size, start };
    start += size;
    return block;
  });
  const codes = new Int32Array(blocks.length * patterns);
  for (const [b, block] of blocks.entries()) {
    for (let u = 0; u < patterns; u++) {
      let cell = 0;
      for (const { item, radix, missing } of block.items) {
        cell = cell * radix + data.patternCodes[u * items + item]! - 1 + missing;
      }
      codes[u * blocks.length + b] = (block.start + cell) * 2 * width;
    }
  }
  return { blocks, width, rows, cells: start, codes };
}

/** Neighbours in groups whose radices multiply to `limit` at most: no more groups, but as even as can be. */
function evenGroups(radices: readonly number[], limit: number): number[][] {
  const largest = (groups: number[][]) =>
    Math.max(...groups.map((group) => group.reduce((product, item) => product * radices[item]!, 1)));
  let groups = groupUpTo(radices, limit);
  for (;;) {
    const even = groupUpTo(radices, largest(groups) - 1);
    if (even.length > groups.length || largest(even) >= largest(groups)) return groups;
    groups = even;
  }
}

function groupUpTo(radices: readonly number[], limit: number): number[][] {
  const groups: number[][] = [];
  let size = Infinity;
  for (const [item, radix] of radices.entries()) {
    if (size * radix > limit) {
      groups.push([]);
      size = 1;
    }
    groups.at(-1)!.push(item);
    size *= radix;
  }
  return groups;
}
