import { takes } from './recode.js';

/** Answers to a variable under one name: single values, and all from one to another (both included; null: no end). */
export interface AnswerGroup {
  name: string;
  values: (number | string)[];
  range: { from: number | null; to: number | null } | null;
}

/**
 * The place of the first group an answer belongs to; -1: in none, or nothing was answered. `userMissing`: the value counts
 * as no answer, and is in a group only that names it.
 */
export function groupAt(
  groups: readonly AnswerGroup[],
  answer: number | string | undefined,
  userMissing = false,
): number {
  if (answer === undefined || answer === '' || Number.isNaN(answer)) return -1;
  return groups.findIndex(({ values, range }) => takes({ values, range, to: null }, answer, userMissing));
}
