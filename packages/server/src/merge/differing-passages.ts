import type { TextChanges } from '@bagom/core';

/** A stretch that is as it was in both texts, or reads otherwise in one than in the other. */
export interface Piece {
  ours: string;
  theirs: string;
}

/** Letters around what differs. */
const AROUND = 60;

/**
 * Where two texts differ, with the words around: changes that lie so near each other that they would stand in each other's
 * surroundings are one passage, since what is between them is the same in both texts and what is around them is not.
 */
export function differingPassages(text: string, changes: TextChanges): Piece[][] {
  const passages: Piece[][] = [];
  let end = -Infinity;
  changes.forEach(({ from, to, insert }, i) => {
    const near = from - end <= 2 * AROUND;
    const pieces = near ? passages.at(-1)! : [];
    if (near) pieces.push(same(text.slice(end, from)));
    else {
      passages.push(pieces);
      pieces.push(same(text.slice(Math.max(0, from - AROUND), from).replace(/^\S*\s/, '')));
    }
    pieces.push({ ours: text.slice(from, to), theirs: insert });
    end = to;
    if ((changes[i + 1]?.from ?? Infinity) - to > 2 * AROUND)
      pieces.push(same(text.slice(to, to + AROUND).replace(/\s\S*$/, '')));
  });
  return passages.map((pieces) => pieces.filter(({ ours, theirs }) => ours !== '' || theirs !== ''));
}

const same = (words: string): Piece => ({ ours: words, theirs: words });
