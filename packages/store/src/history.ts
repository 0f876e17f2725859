import { FIRST_HASH, hashedPart, type Change, type Operation } from '@bagom/core';
import { sql, type Kysely, type Selectable } from 'kysely';
import { sha256 } from './blobs.js';
import type { Dialect } from './migrations/make-tables.js';
import { newId } from './new-id.js';
import type { Database, OperationsTable } from './schema.js';

/** The end of the chain: the last operation's number and hash. */
export interface Head {
  seq: number;
  hash: string;
}

export const BEGINNING: Head = { seq: 0, hash: FIRST_HASH };

/** An operation's name, without its changes. */
export interface OperationName {
  seq: number;
  root: string;
  at: string;
  actor: string;
  kind: string;
  subject: string;
}

/** What is to become an operation. `root` null: it is new. */
export interface Planned {
  kind: string;
  subject: string;
  root: string | null;
  sense: 1 | -1;
  changes: Change[];
}

/** Half surrogate pairs and NUL come in with file names; no database keeps them. */
const keepable = (text: string): string => text.replace(/\0|\p{Surrogate}/gu, '\uFFFD');

/** The next link of the chain. One that was made in another copy of the study keeps its id and its time. */
export function nextOperation(
  head: Head,
  actor: string,
  planned: Planned,
  { id, at }: { id: string; at: string } = { id: newId(), at: new Date().toISOString() },
): Operation {
  const operation = {
    seq: head.seq + 1,
    id,
    at,
    actor: keepable(actor),
    kind: planned.kind,
    subject: keepable(planned.subject),
    root: planned.root ?? id,
    sense: planned.sense,
    changes: planned.changes,
    previous: head.hash,
  };
  return { ...operation, hash: sha256(hashedPart(operation)) };
}

function decodeOperation(row: Selectable<OperationsTable>): Operation {
  return {
    ...row,
    seq: Number(row.seq),
    sense: Number(row.sense) === 1 ? 1 : -1,
    changes: JSON.parse(row.changes) as Change[],
  };
}

/** Appends to the chain and moves its end. */
export async function writeOperation(database: Kysely<Database>, operation: Operation): Promise<void> {
  await database
    .insertInto('operations')
    .values({ ...operation, changes: JSON.stringify(operation.changes) })
    .execute();
  const head: Head = { seq: operation.seq, hash: operation.hash };
  await database
    .updateTable('meta')
    .set({ value: JSON.stringify(head) })
    .where('key', '=', 'head')
    .execute();
}

export async function readHead(database: Kysely<Database>): Promise<Head> {
  const row = await database.selectFrom('meta').select('value').where('key', '=', 'head').executeTakeFirst();
  return row === undefined ? BEGINNING : (JSON.parse(row.value) as Head);
}

/** The end of the chain, held against everyone else until the transaction ends. */
export async function lockHead(database: Kysely<Database>, dialect: Dialect): Promise<Head> {
  // On SQLite the transaction began by taking the whole file.
  if (dialect === 'postgres') {
    await database.selectFrom('meta').select('value').where('key', '=', 'head').forUpdate().execute();
  }
  return readHead(database);
}

/** Operations after `after`, oldest first, some at a time: an import's changes are large. */
export async function* operationsAfter(database: Kysely<Database>, after: number): AsyncIterable<Operation> {
  for (let seq = after; ;) {
    const rows = await database
      .selectFrom('operations')
      .selectAll()
      .where('seq', '>', seq)
      .orderBy('seq')
      .limit(200)
      .execute();
    for (const row of rows) yield decodeOperation(row);
    const last = rows.at(-1);
    if (last === undefined) return;
    seq = Number(last.seq);
  }
}

export async function readOperations(
  database: Kysely<Database>,
  { limit = 100, before }: { limit?: number; before?: number } = {},
): Promise<Operation[]> {
  let query = database.selectFrom('operations').selectAll().orderBy('seq', 'desc').limit(limit);
  if (before !== undefined) query = query.where('seq', '<', before);
  return (await query.execute()).map(decodeOperation);
}

export async function readOperation(database: Kysely<Database>, id: string): Promise<Operation | null> {
  const row = await database.selectFrom('operations').selectAll().where('id', '=', id).executeTakeFirst();
  return row === undefined ? null : decodeOperation(row);
}

/** Whether an original now counts as done (1) or taken back (-1): the sense of the last operation with this root. */
export async function senseOf(database: Kysely<Database>, root: string): Promise<1 | -1 | null> {
  const row = await database
    .selectFrom('operations')
    .select('sense')
    .where('root', '=', root)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row === undefined ? null : Number(row.sense) === 1 ? 1 : -1;
}

const NAME = ['seq', 'root', 'at', 'actor', 'kind', 'subject'] as const;
const nameOf = (
  row: (Omit<OperationName, 'seq'> & { seq: number | string }) | undefined,
): OperationName | null => (row === undefined ? null : { ...row, seq: Number(row.seq) });

/**
 * The newest operation that is not taken back. The first, which made the study, stays; one that changed no row (an export,
 * noted down) is no step to take back.
 */
export async function nextToUndo(database: Kysely<Database>): Promise<OperationName | null> {
  const row = await database
    .selectFrom('operations as o')
    .select(NAME)
    .whereRef('o.root', '=', 'o.id')
    .where('o.seq', '>', 1)
    .where('o.changes', '<>', '[]')
    .where(
      (e) =>
        e
          .selectFrom('operations as last')
          .select('last.sense')
          .whereRef('last.root', '=', 'o.id')
          .orderBy('last.seq', 'desc')
          .limit(1),
      '=',
      1,
    )
    .orderBy('o.seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  return nameOf(row);
}

/** The operation taken back last, unless something new was done since. */
export async function nextToRedo(database: Kysely<Database>): Promise<OperationName | null> {
  const row = await database
    .selectFrom('operations as u')
    .select(NAME)
    .where('u.sense', '=', -1)
    .where('u.seq', '>', (e) =>
      e
        .selectFrom('operations as o')
        .select(sql<number>`coalesce(max(o.seq), 0)`.as('newest'))
        .whereRef('o.root', '=', 'o.id')
        .where('o.changes', '<>', '[]'),
    )
    .where((e) =>
      e.not(
        e.exists(
          e
            .selectFrom('operations as later')
            .select('later.seq')
            .whereRef('later.root', '=', 'u.root')
            .whereRef('later.seq', '>', 'u.seq'),
        ),
      ),
    )
    .orderBy('u.seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  return nameOf(row);
}

/** The newest operation that changed this row. */
export async function lastOn(
  database: Kysely<Database>,
  table: string,
  id: string,
): Promise<Operation | null> {
  const rows = await database
    .selectFrom('operations')
    .selectAll()
    // Both stand in the changes as they are; what only looks alike is sorted out below.
    .where('changes', 'like', `%${id.replace(/[%_\\]/g, '_')}%`)
    .orderBy('seq', 'desc')
    .execute();
  return (
    rows
      .map(decodeOperation)
      .find(({ changes }) => changes.some((change) => change.table === table && change.id === id)) ?? null
  );
}
