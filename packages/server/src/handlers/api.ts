import { contract } from '@bagom/contract';
import {
  BagomError,
  isInside,
  wholeLetters,
  type Draft,
  type Operation,
  type Source,
  type Span,
  type TableName,
  type Tables,
} from '@bagom/core';
import { implement } from '@orpc/server';
import { createHash } from 'node:crypto';
import type { Blob, StudyFile } from '@bagom/store';
import type { ServerContext } from '../context.js';

/** The contract, to be filled in: `api.coding.add.handler(...)`. */
export const api = implement(contract).$context<ServerContext>();

/** An operation as the undo button names it. */
export function brief({ seq, kind, subject }: Pick<Operation, 'seq' | 'kind' | 'subject'>) {
  return { seq, kind, subject };
}

/** Carries drafts out as one operation and answers as the contract does. */
export async function change(
  study: StudyFile,
  kind: string,
  subject: string,
  drafts: readonly Draft[],
  id?: string,
  blobs: readonly Blob[] = [],
) {
  const operation = await study.commit(kind, subject, drafts, blobs);
  return id === undefined ? { operation: brief(operation) } : { operation: brief(operation), id };
}

/** The row with this id, or a `row.missing` that says what to do. */
export function rowOf<T extends TableName>(
  { state }: Pick<StudyFile, 'state'>,
  table: T,
  id: string,
): Tables[T] {
  const row = state[table].get(id);
  if (!row) throw new BagomError('row.missing', { table, id });
  return row;
}

/** A draft that adds the row or changes the one with its id, whichever it takes. */
export function put<T extends TableName>(study: StudyFile, table: T, row: Tables[T]): Draft {
  return study.state[table].has(row.id)
    ? ({ do: 'update', table, id: row.id, set: row } as unknown as Draft)
    : ({ do: 'insert', table, row } as unknown as Draft);
}

type Given<T> = { [K in keyof T]: Exclude<T[K], undefined> };

/** The values that were given: the keys of a request that stand for "leave as it is" are left out. */
export function given<T extends object>(values: T): Given<T> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Given<T>;
}

/** A span inside a text, without the white space around its words, of whole letters. */
export function trimmedSpan(text: string, span: Span): Span {
  const outside = { from: span.from, to: span.to, length: text.length };
  if (!isInside(span, text.length)) throw new BagomError('span.outside-text', outside);
  const words = text.slice(span.from, span.to);
  const from = span.from + (words.length - words.trimStart().length);
  const to = span.from + words.trimEnd().length;
  if (from >= to) throw new BagomError('span.outside-text', outside);
  return wholeLetters(text, { from, to });
}

/** The text that a request speaks of must be the one that is shown now. */
export function checkVersion(source: Source, version: number): void {
  if (source.version !== version) throw new BagomError('span.other-version', { version: source.version });
}

export function quoteHash(words: string): string {
  return createHash('sha256').update(words, 'utf8').digest('hex');
}

/** Words for an operation's subject: short, on one line. */
export function short(words: string, length = 60): string {
  const line = words.replace(/\s+/g, ' ').trim();
  if (line.length <= length) return line;
  // Half a surrogate pair is no text that a database keeps.
  return `${line.slice(0, length - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}
