import { TABLE_NAMES, type TableName } from '@bagom/core';
import { sql, type Kysely } from 'kysely';
import { migrate } from './migrations/index.js';
import { inSnapshot } from './read-rows.js';
import { anyTables, columnsOf, type Database, type StoredRow } from './schema.js';

const ROWS_AT_ONCE = 500;
const BLOBS_AT_ONCE = 20;

/**
 * Carries a study out of one database into another that is empty, as it stands at one moment: every row in its order, the whole
 * history, every blob but those that are kept files (`without`), which a study file has beside it.
 */
export function copyRows(
  from: Kysely<Database>,
  to: Kysely<Database>,
  without: ReadonlySet<string>,
): Promise<void> {
  return inSnapshot(from, async (snapshot) => {
    await migrate(to, 'sqlite', 0);
    await to
      .insertInto('meta')
      .values(await snapshot.selectFrom('meta').selectAll().execute())
      .execute();
    for (let seq = 0; ;) {
      const some = await snapshot
        .selectFrom('operations')
        .selectAll()
        .where('seq', '>', seq)
        .orderBy('seq')
        .limit(ROWS_AT_ONCE)
        .execute();
      const last = some.at(-1);
      if (!last) break;
      const rows = some.map((row) => ({ ...row, seq: Number(row.seq), sense: Number(row.sense) }));
      await to.insertInto('operations').values(rows).execute();
      seq = Number(last.seq);
    }
    const ordinal = sql.ref<number>('ordinal');
    for (const table of TABLE_NAMES)
      for (let after = -1; ;) {
        const some = (await anyTables(snapshot)
          .selectFrom(table)
          .selectAll()
          .where(ordinal, '>', after)
          .orderBy('ordinal')
          .limit(ROWS_AT_ONCE)
          .execute()) as StoredRow[];
        const last = some.at(-1);
        if (!last) break;
        await anyTables(to)
          .insertInto(table)
          .values(some.map((row) => numbered(table, row)))
          .execute();
        after = Number(last['ordinal']);
      }
    const hashes = await snapshot.selectFrom('blobs').select('hash').orderBy('hash').execute();
    const wanted = hashes.map(({ hash }) => hash).filter((hash) => !without.has(hash));
    for (let i = 0; i < wanted.length; i += BLOBS_AT_ONCE)
      for (const { hash, bytes } of await snapshot
        .selectFrom('blobs')
        .selectAll()
        .where('hash', 'in', wanted.slice(i, i + BLOBS_AT_ONCE))
        .execute())
        await to
          .insertInto('blobs')
          .values({ hash, bytes: new Uint8Array(bytes) })
          .execute();
  });
}

/** PostgreSQL hands over its 64-bit whole numbers as text. */
function numbered(table: TableName, row: StoredRow): StoredRow {
  const numbers = columnsOf(table).flatMap(([name, { type }]) =>
    type === 'integer' || type === 'boolean' ? [name] : [],
  );
  const set = ['ordinal', ...numbers].map((name) => [name, row[name] === null ? null : Number(row[name])]);
  return { ...row, ...(Object.fromEntries(set) as StoredRow) };
}
