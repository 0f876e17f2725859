import { BagomError } from '../../study/bagom-error.js';
import { update, type Draft, type StudyState } from '../../study/state.js';

/** The rows that name codes in a list, which no pointer of the database watches. */
export function codeLists(state: StudyState): {
  table: 'claims' | 'blocks' | 'doubleCodings';
  id: string;
  codes: readonly string[];
  /** An empty list means something else here (all codes), so the last code cannot go. */
  emptyMeansAll: boolean;
  write: (codes: string[]) => Draft;
}[] {
  return [
    ...[...state.claims.values()].map(({ id, codes }) => ({
      table: 'claims' as const,
      id,
      codes,
      emptyMeansAll: false,
      write: (next: string[]) => update('claims', id, { codes: next }),
    })),
    ...[...state.blocks.values()].flatMap(({ id, matrix }) =>
      matrix
        ? [
            {
              table: 'blocks' as const,
              id,
              codes: matrix.codes,
              emptyMeansAll: true,
              write: (next: string[]) => update('blocks', id, { matrix: { ...matrix, codes: next } }),
            },
          ]
        : [],
    ),
    ...[...state.doubleCodings.values()].map(({ id, codeIds }) => ({
      table: 'doubleCodings' as const,
      id,
      codes: codeIds,
      emptyMeansAll: true,
      write: (next: string[]) => update('doubleCodings', id, { codeIds: next }),
    })),
  ];
}

/**
 * Writes every list of codes anew: `become` says which codes stand for one now (none: it goes).
 * @throws BagomError `code.last-of-list` where the last code of a list would go and the empty list would mean all codes.
 */
export function followCodes(state: StudyState, become: (codeId: string) => readonly string[]): Draft[] {
  return codeLists(state).flatMap(({ table, codes, emptyMeansAll, write }): Draft[] => {
    const next = [...new Set(codes.flatMap(become))];
    if (next.length === codes.length && next.every((id, i) => id === codes[i])) return [];
    if (next.length === 0 && emptyMeansAll) throw new BagomError('code.last-of-list', { by: table });
    return [write(next)];
  });
}

/** Codings and examples that lost their place in a text wait with their code; when it becomes another, they must find that one. */
export function followLostPlaces(state: StudyState, into: ReadonlyMap<string, string>): Draft[] {
  return [...state.lostSpans.values()].flatMap(({ id, table, row }): Draft[] => {
    if (table !== 'codings' && table !== 'examples') return [];
    const lost = row as { codeId?: unknown };
    const to = typeof lost.codeId === 'string' ? into.get(lost.codeId) : undefined;
    return to === undefined ? [] : [update('lostSpans', id, { row: { ...row, codeId: to } })];
  });
}
