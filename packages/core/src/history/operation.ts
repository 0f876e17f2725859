import type { Row, TableName } from '../study/tables.js';

/** One row before and after: `before: null` is an insertion, `after: null` a removal. Swapping the two is the inverse. */
export interface Change {
  table: TableName;
  id: string;
  before: Row | null;
  after: Row | null;
}

/** Every change of a study: who, when, what, with its inverse inside the changes, chained by hash. */
export interface Operation {
  seq: number;
  id: string;
  /** ISO 8601, UTC. */
  at: string;
  actor: string;
  /** What was done, as `noun.verb`: `coding.add`, `consent.withdraw`, `survey.import`. */
  kind: string;
  /** What it was done to, in the user's words: a code's name, a file's name. */
  subject: string;
  /** The operation that this one undoes (sense -1) or does again (sense 1); its own id when it is new. */
  root: string;
  sense: 1 | -1;
  changes: Change[];
  previous: string;
  hash: string;
}

/** The changes that take back `changes`, last one first. */
export function inverse(changes: readonly Change[]): Change[] {
  return changes
    .map(({ table, id, before, after }) => ({ table, id, before: after, after: before }))
    .reverse();
}

/** JSON with sorted keys and no white space, so that equal values have equal hashes on every machine. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((v) => canonicalJson(v ?? null)).join(',')}]`;
  if (value !== null && typeof value === 'object') {
    const entries = Object.entries(value)
      .filter(([, v]) => v !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
    return `{${entries.map(([k, v]) => `${JSON.stringify(k)}:${canonicalJson(v)}`).join(',')}}`;
  }
  return JSON.stringify(value ?? null);
}

/** What is hashed: everything of an operation but its own hash, the previous hash included. */
export function hashedPart(operation: Omit<Operation, 'hash'>): string {
  const { seq, id, at, actor, kind, subject, root, sense, changes, previous } = operation;
  return canonicalJson({ seq, id, at, actor, kind, subject, root, sense, changes, previous });
}

/** The previous hash of a study's first operation. */
export const FIRST_HASH = '0'.repeat(64);
