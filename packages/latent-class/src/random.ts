import { log } from './elementary.js';

/** A source of uniform numbers in (0, 1), never exactly 0 or 1. */
export type Random = () => number;

/**
 * A stream of random numbers that is fixed by a seed and a stream number: start 17 of seed 1 draws the same
 * numbers whichever thread runs it, and whatever ran before.
 *
 * The generator is sfc32 (Doty-Humphrey, PractRand), its state filled by splitmix32 so that neighbouring
 * seeds and neighbouring streams have nothing in common.
 */
export function randomStream(seed: number, stream = 0): Random {
  const fill = splitmix32(
    // Each word is scrambled before the next is added, so that (1, 2) and (2, 1) differ.
    [seed, Math.floor(seed / 2 ** 32), stream, Math.floor(stream / 2 ** 32)].reduce(
      (state, word) => splitmix32((state ^ word) | 0)(),
      0x2545f491,
    ),
  );
  let a = fill();
  let b = fill();
  let c = fill();
  let counter = 1;
  const next = (): number => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (c << 21) | (c >>> 11);
    c = (c + sum) | 0;
    // Half a step is added so that 0 cannot come out: its logarithm is taken.
    return ((sum >>> 0) + 0.5) / 2 ** 32;
  };
  for (let i = 0; i < 12; i++) next();
  return next;
}

/** A proportion vector drawn evenly from all proportion vectors of that length (Dirichlet with all ones). */
export function randomSimplex(random: Random, length: number): number[] {
  const drawn = new Float64Array(length);
  fillSimplex(random, drawn, 0, length);
  return [...drawn];
}

/** The same, written to the places `from` up to `to`. */
export function fillSimplex(random: Random, into: Float64Array, from: number, to: number): void {
  let total = 0;
  for (let i = from; i < to; i++) total += into[i] = -log(random());
  for (let i = from; i < to; i++) into[i] = into[i]! / total;
}

function splitmix32(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x9e3779b9) | 0;
    let word = state ^ (state >>> 16);
    word = Math.imul(word, 0x21f0aaad);
    word ^= word >>> 15;
    word = Math.imul(word, 0x735a2d97);
    return word ^ (word >>> 15);
  };
}
