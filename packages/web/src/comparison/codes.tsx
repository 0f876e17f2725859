import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { queries, type Outputs } from '../api.js';
import { codeColour } from '../parts/code-colour.js';

export type CodeEntry = Outputs['coding']['codebook']['codes'][number];

/** The codebook in tree order, and each code by its id. Empty until it is read. */
export function useCodes(): {
  codes: readonly CodeEntry[];
  byId: ReadonlyMap<string, CodeEntry>;
  read: boolean;
} {
  const { data } = useQuery(queries.codebook());
  return useMemo(() => {
    const codes = data?.codes ?? NONE;
    return { codes, byId: new Map(codes.map((code) => [code.id, code])), read: data !== undefined };
  }, [data]);
}
const NONE: readonly CodeEntry[] = [];

/** A code by name, with its stripe; where it stands in the tree on hover. */
export function CodeChip({ code }: { code: CodeEntry | undefined }) {
  if (!code) return null;
  return (
    <span className="code-chip" style={codeColour(code.hue)} title={code.path.replaceAll('/', ' › ')}>
      {code.name}
    </span>
  );
}
