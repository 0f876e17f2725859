/** Answers to a variable under one name: single values, and all from one to another (both included; null: no end). */
export interface AnswerGroup {
  name: string;
  values: (number | string)[];
  range: { from: number | null; to: number | null } | null;
}

/** The first group an answer belongs to, or undefined: no group names it, or nothing was answered. */
export function groupOf<G extends AnswerGroup>(
  groups: readonly G[],
  answer: number | string | undefined,
): G | undefined {
  if (answer === undefined || answer === '' || (typeof answer === 'number' && Number.isNaN(answer)))
    return undefined;
  return groups.find(({ values, range }) => {
    if (values.includes(answer)) return true;
    if (range === null || typeof answer !== 'number') return false;
    return answer >= (range.from ?? -Infinity) && answer <= (range.to ?? Infinity);
  });
}
