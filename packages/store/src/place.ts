import type { Kysely } from 'kysely';
import type { Originals } from './media.js';
import type { Dialect } from './migrations/make-tables.js';
import type { Database } from './schema.js';

export type Mode = 'write' | 'read';

/** Where a study is kept. Everything outside of sqlite.ts and postgres.ts knows only this. */
export interface Place {
  /** As it may be shown: a password is taken out. */
  readonly location: string;
  readonly dialect: Dialect;
  readonly database: Kysely<Database>;
  readonly originals: Originals;
  /** Takes the right to write, or says who has it; does nothing while it is held. */
  lock(): Promise<void>;
  /** What the database itself finds damaged. */
  damage(): Promise<string[]>;
  /** Writes the study as it stands at one moment into a new SQLite file, without the kept files of these names. */
  writeTo(path: string, without: ReadonlySet<string>): Promise<void>;
  close(): Promise<void>;
}
