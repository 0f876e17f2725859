/**
 * Stata has 27 ways of no answer: `.`, which is NaN here, and `.a` to `.z`, which are user-missing. They are the numbers Stata
 * itself keeps them as, all larger than any answer can be, so that none is ever mistaken for one: 2^1023 * (1 + n / 4096).
 */
export function extendedMissing(letter: string): number {
  const n = letter.charCodeAt(0) - 96;
  if (letter.length !== 1 || n < 1 || n > 26) throw new RangeError(`no letter from a to z: ${letter}`);
  return extendedMissingAt(n);
}

/** The n-th of them, from 1: `.a`. */
export const extendedMissingAt = (n: number): number => 2 ** 1023 * (1 + n / 4096);

/** The letter of such a number, or null for any other number. */
export function missingLetter(value: number): string | null {
  const n = (value / 2 ** 1023 - 1) * 4096;
  return Number.isInteger(n) && n >= 1 && n <= 26 ? String.fromCharCode(96 + n) : null;
}
