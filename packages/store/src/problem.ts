/** Everything that a check may find, each with its sentence in `PROBLEMS` of the contract. */
export const PROBLEM_CODES = [
  'file.damaged',
  'history.chain-broken',
  'blob.missing',
  'blob.damaged',
  'original.missing',
  'original.damaged',
  'row.lost',
  'row.tampered',
  'row.unexplained',
  'row.dangling',
  'text.other-length',
  'source.no-version',
  'span.no-version',
  'span.outside-text',
  'span.other-words',
  'memo.orphan',
] as const;
export type ProblemCode = (typeof PROBLEM_CODES)[number];

/** Something that is not as it should be, and where. */
export interface Problem {
  code: ProblemCode;
  table?: string;
  id?: string;
  seq?: number;
  data: Record<string, unknown>;
}
