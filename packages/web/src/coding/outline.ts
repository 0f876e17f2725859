import { useState } from 'react';
import type { Code } from './coding-types.js';

const sameButCounts = (a: Code, b: Code): boolean =>
  a === b ||
  (Object.keys(a) as (keyof Code)[]).every(
    (key) => key === 'persons' || key === 'passages' || a[key] === b[key],
  );

/** The codes but for their counts: the same value until something else is another, so that a coding has the text painted no more than once. */
export function useOutline(codes: readonly Code[]): readonly Code[] {
  const [kept, keep] = useState(codes);
  const same = kept.length === codes.length && codes.every((code, i) => sameButCounts(code, kept[i]!));
  if (!same) keep(codes);
  return same ? kept : codes;
}
