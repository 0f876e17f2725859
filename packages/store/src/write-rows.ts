import { BagomError, type Change, type Row } from '@bagom/core';
import type { Kysely } from 'kysely';
import { encodeRow } from './row.js';
import { anyTables, type AnyTables, type Database } from './schema.js';

/** Far below SQLite's 32,766 and PostgreSQL's 65,535 values in a statement. */
const MOST_ROWS = 500;

const kindOf = ({ before, after }: Change): 'insert' | 'remove' | 'update' =>
  before === null ? 'insert' : after === null ? 'remove' : 'update';

/** Neighbouring changes of one kind in one table, so that an import is few statements. */
function* runs(changes: readonly Change[]): Iterable<Change[]> {
  let run: Change[] = [];
  for (const change of changes) {
    const [first] = run;
    const fits =
      first !== undefined &&
      first.table === change.table &&
      kindOf(first) === kindOf(change) &&
      kindOf(change) !== 'update' &&
      run.length < MOST_ROWS;
    if (!fits && run.length > 0) {
      yield run;
      run = [];
    }
    run.push(change);
  }
  if (run.length > 0) yield run;
}

async function write(database: AnyTables, run: readonly Change[]): Promise<void> {
  const [first] = run;
  if (first === undefined) return;
  const { table, id, after } = first;
  let touched: bigint;
  if (kindOf(first) === 'insert') {
    const rows = run.map((change) => encodeRow(table, change.after as Row));
    await database.insertInto(table).values(rows).execute();
    return;
  }
  if (after === null) {
    const ids = run.map((change) => change.id);
    touched = (await database.deleteFrom(table).where('id', 'in', ids).executeTakeFirstOrThrow())
      .numDeletedRows;
  } else {
    const { id: _, ...values } = encodeRow(table, after);
    const query = database.updateTable(table).set(values).where('id', '=', id);
    touched = (await query.executeTakeFirstOrThrow()).numUpdatedRows;
  }
  // Memory said that the rows were there: someone changed the database behind the program.
  if (touched !== BigInt(run.length)) throw new BagomError('row.missing', { table, id });
}

/** Carries changes out on the rows, in order. */
export async function writeRows(database: Kysely<Database>, changes: readonly Change[]): Promise<void> {
  for (const run of runs(changes)) await write(anyTables(database), run);
}
