import type * as SqliteModule from '@photostructure/sqlite';

export type SqliteDatabase = SqliteModule.DatabaseSyncInstance;
type Open = (path: string | URL, options?: { readOnly?: boolean }) => SqliteDatabase;

let opening: Promise<Open> | undefined;

/** SQLite through Node's own API: built in from 22.13, else the package that has the same API. */
async function load(): Promise<Open> {
  // A name that is no literal: Node 20 has no such module, and its types know none.
  const builtIn = 'node:sqlite';
  const module = await quietly(() =>
    import(/* @vite-ignore */ builtIn).catch(() => import('@photostructure/sqlite')),
  );
  const { DatabaseSync } = module as typeof SqliteModule;
  return (path, options = {}) => new DatabaseSync(path, options);
}

/** Node 22 and 24 call their SQLite experimental on the screen of everyone who starts the program: once is for us, not for them. */
async function quietly<T>(work: () => Promise<T>): Promise<T> {
  const emitWarning = process.emitWarning.bind(process);
  process.emitWarning = (warning: string | Error, ...rest: never[]) => {
    if (!String(warning).includes('SQLite')) emitWarning(warning, ...rest);
  };
  try {
    return await work();
  } finally {
    process.emitWarning = emitWarning;
  }
}

export async function openSqliteDatabase(
  path: string | URL,
  options?: { readOnly?: boolean },
): Promise<SqliteDatabase> {
  opening ??= load();
  return (await opening)(path, options);
}
