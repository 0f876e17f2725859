import { numberOf } from './apply-questionnaire.js';
import type { CodeLabel } from './questionnaire.js';
import type { ValueLabel } from './survey.js';

/** A column of codes as numbers, and what each code became. */
export interface NumberedCodes {
  readonly values: Float64Array;
  readonly labels: readonly ValueLabel[];
  readonly userMissing: readonly number[];
  /** Each code with its number, in the questionnaire's order. */
  readonly numbers: ReadonlyMap<string, number>;
}

/**
 * Answers in letter codes (`A1`, `yes`, `-oth-`) as numbers that can be counted on and fitted. A code that is a number keeps it;
 * the others get the next whole numbers in the questionnaire's order. Null where an answer is none of the codes: then the
 * column is words, and stays so.
 */
export function numberedCodes(
  answers: readonly string[],
  codes: readonly CodeLabel[],
  missing: readonly string[] = [],
): NumberedCodes | null {
  if (codes.length === 0) return null;
  const words = new Map<string, string>();
  for (const { value, label } of codes) if (!words.has(value)) words.set(value, label);
  for (const value of missing) if (!words.has(value)) words.set(value, '');
  const numbers = numbersOf([...words.keys()]);
  const values = new Float64Array(answers.length);
  for (const [row, answer] of answers.entries()) {
    const number = answer === '' ? NaN : numbers.get(answer);
    if (number === undefined) return null;
    values[row] = number;
  }
  const labels = [...words]
    .flatMap(([code, label]) => (label === '' ? [] : [{ value: numbers.get(code)!, label }]))
    .sort((a, b) => a.value - b.value);
  const userMissing = missing.map((code) => numbers.get(code)!).sort((a, b) => a - b);
  return { values, labels, userMissing, numbers };
}

/** Numbers for codes: their own where each is a different number, else counted on from the largest. */
function numbersOf(codes: readonly string[]): Map<string, number> {
  const own = new Map<string, number>();
  const taken = new Set<number>();
  for (const code of codes) {
    const number = numberOf(code);
    if (number === null || taken.has(number)) continue;
    own.set(code, number);
    taken.add(number);
  }
  let next = Math.max(0, ...taken);
  const numbers = new Map<string, number>();
  for (const code of codes) numbers.set(code, own.get(code) ?? (next = Math.floor(next) + 1));
  return numbers;
}
