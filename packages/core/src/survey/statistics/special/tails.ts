/** The two sides of a distribution at a point. Both are kept: 1 less the one has no digits left when the other is 1e-23. */
export interface Tails {
  /** Probability of less. */
  readonly lower: number;
  /** Probability of more: the p-value of a test that is against the nought when large. */
  readonly upper: number;
}

/** Which side of a distribution a probability is on. */
export type Tail = keyof Tails;

export const UNKNOWN_TAILS: Tails = { lower: NaN, upper: NaN };

/** One tail known, the other is what is left. */
export function fromLower(lower: number): Tails {
  return { lower, upper: 1 - lower };
}

export function fromUpper(upper: number): Tails {
  return { lower: 1 - upper, upper };
}

/**
 * A continued fraction b0 + a1 / (b1 + a2 / (b2 + ...)), built from the front so that it cannot over- or underflow
 * (Lentz 1976, Applied Optics 15:668-671; Thompson & Barnett 1986).
 */
export function continuedFraction(b0: number, term: (n: number) => { a: number; b: number }): number {
  const tiny = 1e-300;
  let value = b0 || tiny;
  let c = value;
  let d = 0;
  for (let n = 1; n < 1_000_000; n++) {
    const { a, b } = term(n);
    d = 1 / (b + a * d || tiny);
    c = b + a / c || tiny;
    const step = c * d;
    value *= step;
    if (Math.abs(step - 1) < 1e-16) break;
  }
  return value;
}

/**
 * The point x >= 0 with probability p in the named tail of a distribution on [0, top], by halving: found to the last
 * digit, in the tail that is given, so that a p of 1e-30 is as good as one of 0.3.
 */
export function quantileOf(tailsAt: (x: number) => Tails, p: number, tail: Tail, top = Infinity): number {
  if (!(p >= 0 && p <= 1)) return NaN;
  // The smaller of the two probabilities is the one with digits.
  const side: Tail = p <= 0.5 ? tail : tail === 'lower' ? 'upper' : 'lower';
  const target = p <= 0.5 ? p : 1 - p;
  if (target === 0) return side === 'lower' ? 0 : top;
  const tooFar = (x: number) => {
    const reached = tailsAt(x)[side];
    return side === 'lower' ? reached > target : reached < target;
  };
  let high = Math.min(1, top);
  while (high < top && !tooFar(high)) high = Math.min(high * 2, top);
  let low = high / 2;
  while (low > 0 && tooFar(low)) {
    high = low;
    low /= 2;
  }
  for (let round = 0; round < 200; round++) {
    const middle = low + (high - low) / 2;
    if (middle <= low || middle >= high) break;
    if (tooFar(middle)) high = middle;
    else low = middle;
  }
  return low + (high - low) / 2;
}
