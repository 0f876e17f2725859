/** The category probabilities of one indicator in one class, in one group or in several that are held equal. */
export interface Block {
  /** Position of the first category in the vector of all probabilities. */
  readonly from: number;
  readonly length: number;
  readonly item: number;
  readonly inClass: number;
  /** True where the probabilities are given and not estimated. */
  readonly fixed: boolean;
}

/** Which probabilities a person's answer depends on. */
export interface Blocks {
  readonly list: readonly Block[];
  /** Length of the vector of all probabilities. */
  readonly size: number;
  /** Probabilities of one class in all groups: all classes have theirs in the same order. */
  readonly stride: number;
  /** Where the probabilities of an indicator start, for a class in a group. */
  at(group: number, inClass: number, item: number): number;
}

/** What holds for one indicator: its probabilities differ between groups, are equal in all of them, or are known. */
export type BlockRule = 'free' | 'equal' | 'fixed';

/** Lays out the probabilities for some groups, class by class, indicator by indicator. */
export function blocksOf(
  classes: number,
  categories: readonly number[],
  groups: number,
  rules: readonly BlockRule[],
): Blocks {
  const items = categories.length;
  const first = new Int32Array(groups * items);
  let stride = 0;
  for (const [item, length] of categories.entries()) {
    for (let group = 0; group < groups; group++) {
      if (group === 0 || rules[item] === 'free') stride += length;
      first[group * items + item] = stride - length;
    }
  }
  const starts = [...new Set(first)].sort((a, b) => a - b);
  const list = Array.from({ length: classes }, (_, k) =>
    starts.map((start): Block => {
      const item = first.indexOf(start) % items;
      const fixed = rules[item] === 'fixed';
      return { from: k * stride + start, length: categories[item]!, item, inClass: k, fixed };
    }),
  ).flat();
  return {
    list,
    stride,
    size: classes * stride,
    at: (group, k, item) => k * stride + first[group * items + item]!,
  };
}
