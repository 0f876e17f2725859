import type { Indicators } from './data.js';

/** One indicator within a block. */
interface BlockItem {
  readonly item: number;
  /** Digits it takes: its categories, and one before them for "missing" where someone is missing. */
  readonly radix: number;
  /** 1 when digit 0 means missing, else 0. */
  readonly missing: 0 | 1;
}

/** Indicators that are read together: their joint categories are the cells of one look-up table. */
export interface Block {
  readonly items: readonly BlockItem[];
  readonly cells: number;
  /** Position of the block's first cell among the cells of all blocks. */
  readonly start: number;
}

export interface BlockPlan {
  readonly blocks: readonly Block[];
  /** Cells of all blocks together. */
  readonly cells: number;
  /** Cell of each active pattern in each block, pattern after pattern, times `width`. */
  readonly codes: Int32Array;
}

/** Cells that a block may have. Tables are rebuilt at every step, so they stay small against the patterns. */
function cellLimit(patterns: number): number {
  if (patterns < 500) return 16;
  if (patterns < 20_000) return 64;
  return patterns < 100_000 ? 256 : 1024;
}

/**
 * Groups indicators into blocks of at most `limit` cells. With 24 binary indicators in four blocks of six, a
 * pattern costs four look-ups instead of 24. The number of blocks is a multiple of four, the last ones possibly
 * without indicators, because estimation reads them by fours. `width` is the number of values a cell holds.
 */
export function planBlocks(
  data: Indicators,
  width: number,
  limit = cellLimit(data.activePatterns),
): BlockPlan {
  const patterns = data.activePatterns;
  const items = data.names.length;

  const groups: BlockItem[][] = [];
  let size = Infinity;
  for (let item = 0; item < items; item++) {
    let missing: 0 | 1 = 0;
    for (let u = 0; u < patterns && missing === 0; u++)
      if (data.patternCodes[u * items + item] === 0) missing = 1;
    const radix = data.categories[item]! + missing;
    if (size * radix > limit) {
      groups.push([]);
      size = 1;
    }
    groups.at(-1)!.push({ item, radix, missing });
    size *= radix;
  }
  while (groups.length % 4 > 0) groups.push([]);

  let start = 0;
  const blocks = groups.map((group) => {
    const cells = group.reduce((product, { radix }) => product * radix, 1);
    const block: Block = { items: group, cells, start };
    start += cells;
    return block;
  });
  const codes = new Int32Array(blocks.length * patterns);
  for (const [b, block] of blocks.entries()) {
    for (let u = 0; u < patterns; u++) {
      let cell = 0;
      for (const { item, radix, missing } of block.items) {
        cell = cell * radix + data.patternCodes[u * items + item]! - 1 + missing;
      }
      codes[u * blocks.length + b] = (block.start + cell) * width;
    }
  }
  return { blocks, cells: start, codes };
}
