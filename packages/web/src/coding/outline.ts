import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { queries } from '../api.js';
import type { Code } from './coding-types.js';

const sameButCounts = (a: Code, b: Code): boolean =>
  a === b ||
  (Object.keys(a) as (keyof Code)[]).every(
    (key) => key === 'persons' || key === 'passages' || a[key] === b[key],
  );

/** The codes as a tree draws them: the same value until something other than counts is another, so that a coding draws no tree anew. */
export function useOutline(codes: readonly Code[]): readonly Code[] {
  const [kept, keep] = useState(codes);
  const same = kept.length === codes.length && codes.every((code, i) => sameButCounts(code, kept[i]!));
  if (!same) keep(codes);
  return same ? kept : codes;
}

/** How many persons and passages stand in a code and under it; whoever asks is drawn anew when these are others. */
export function useCounts(id: string): { persons: number; passages: number } {
  const { data } = useQuery({
    ...queries.codebook(),
    select: ({ codes }) => {
      const { persons = 0, passages = 0 } = codes.find((code) => code.id === id) ?? {};
      return { persons, passages };
    },
  });
  return data ?? { persons: 0, passages: 0 };
}
