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
 *
 * `open`: the question asks for a number, and the codes only say why there is none (`UNK`). Any number is an answer then, and
 * letters become -1, -2 and on, past those that were answered.
 */
export function numberedCodes(
  answers: readonly string[],
  codes: readonly CodeLabel[],
  missing: readonly string[] = [],
  open = false,
): NumberedCodes | null {
  const words = new Map<string, string>();
  for (const { value, label } of codes) if (!words.has(value)) words.set(value, label);
  for (const value of missing) if (!words.has(value)) words.set(value, '');
  if (words.size === 0) return null;
  const numbers = numbersOf([...words.keys()], open ? new Set(answers.map(numberOf)) : null);
  const values = new Float64Array(answers.length);
  for (const [row, answer] of answers.entries()) {
    const number = answer === '' ? NaN : (numbers.get(answer) ?? (open ? numberOf(answer) : null));
    if (number === null) return null;
    values[row] = number;
  }
  const labels = [...words]
    .flatMap(([code, label]) => (label === '' ? [] : [{ value: numbers.get(code)!, label }]))
    .sort((a, b) => a.value - b.value);
  const userMissing = missing.map((code) => numbers.get(code)!).sort((a, b) => a - b);
  return { values, labels, userMissing, numbers };
}

/** Numbers for codes: their own where each is a different number; else counted on from the largest, or down past the answered. */
function numbersOf(
  codes: readonly string[],
  answered: ReadonlySet<number | null> | null,
): Map<string, number> {
  const own = new Map<string, number>();
  const known = new Set<number>();
  const taken = new Set<number | null>(answered);
  for (const code of codes) {
    const number = numberOf(code);
    if (number === null || known.has(number)) continue;
    own.set(code, number);
    known.add(number);
    taken.add(number);
  }
  let next = answered ? 0 : Math.floor([...known].reduce((most, number) => Math.max(most, number), 0));
  const free = (): number => {
    do next += answered ? -1 : 1;
    while (taken.has(next));
    return next;
  };
  return new Map(codes.map((code) => [code, own.get(code) ?? free()]));
}
