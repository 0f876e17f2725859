import { BagomError } from '@bagom/core';

interface DatabaseError {
  message?: string;
  code?: string;
  /** SQLite's extended result code. */
  errcode?: number;
  /** PostgreSQL's table of a violated constraint. */
  table?: string;
}

const LOST =
  /^(08|28|3D|53|57P)|^(ECONN|ENOTFOUND|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|EPIPE|EAI_|ENOENT|EACCES|EPERM|EROFS|ENOSPC|EIO)/;
const LOST_WORDS =
  /connection terminated|timeout exceeded|not queryable|client was closed|after calling end/i;

/** What a database said, in the study's words; anything unknown comes back as it was. */
export function inStudyWords(error: unknown, location: string): unknown {
  if (error instanceof BagomError || !(error instanceof Error)) return error;
  const { code = '', errcode, table, message = '' } = error as DatabaseError;
  if (errcode !== undefined) {
    const primary = errcode & 0xff;
    if (primary === 11 || primary === 26) {
      return new BagomError('study.not-a-study', { location, reason: message });
    }
    if (primary === 8) return new BagomError('study.read-only', { location });
    if (primary === 5)
      return new BagomError('study.locked', { location, pid: null, host: null, since: null });
    if (primary === 10 || primary === 13 || primary === 14) {
      return new BagomError('database.unreachable', { location, reason: message });
    }
    // SQLite does not say which pointer it was.
    if (errcode === 787) return new BagomError('row.in-use', { table: null, id: null, by: null });
    return error;
  }
  if (code === '23503') return new BagomError('row.in-use', { table: null, id: null, by: table ?? null });
  if (LOST.test(code) || LOST_WORDS.test(message)) {
    return new BagomError('database.unreachable', { location, reason: message || code });
  }
  return error;
}
