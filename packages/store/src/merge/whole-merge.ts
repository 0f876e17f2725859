import { canonicalJson, inverse, type MergedCopy, type Operation } from '@bagom/core';
import type { Kysely } from 'kysely';
import { operationsAfter } from '../history.js';
import type { Database } from '../schema.js';

/** The operations that a merge brought, by id, told by the operation that ended it; null: it ended none. */
export function takenBy(ending: Operation): readonly string[] | null {
  if (ending.kind !== 'study.merge') return null;
  const made = ending.changes.find(({ table, before }) => table === 'mergedCopies' && before === null);
  return made ? (made.after as MergedCopy).operations : null;
}

/**
 * What must be taken back for a merge to be undone, or done again: its operations and all that was done to them since, newest first,
 * without those that took each other back already. Null: `ending` ended no merge that was made in this copy. One that was made in
 * another copy, and came here inside a merge, brought nothing here by itself.
 *
 * @param sense -1: undo the merge; 1: do it again, after it was undone as a whole.
 */
export async function wholeMerge(
  database: Kysely<Database>,
  ending: Operation,
  sense: 1 | -1,
): Promise<Operation[] | null> {
  const taken = takenBy(ending);
  if (!taken) return null;
  const first = ending.seq - taken.length;
  const roots = new Set([ending.root]);
  const since: Operation[] = [];
  for await (const operation of operationsAfter(database, first - 1)) {
    if (operation.seq < ending.seq) {
      if (operation.id !== taken[operation.seq - first]) return null;
      roots.add(operation.root);
    }
    if (roots.has(operation.root)) since.push(operation);
  }
  if (sense === -1) return left(since);
  const undone = since.findLast(({ root, sense: way }) => root === ending.id && way === -1);
  return undone ? left(since.filter(({ seq }) => seq >= undone.seq)) : null;
}

/** Those that still have an effect, newest first: an operation and the one that took exactly it back leave nothing. */
function left(operations: readonly Operation[]): Operation[] {
  const standing = new Map<string, Operation[]>();
  for (const operation of operations) {
    const stack = standing.get(operation.root) ?? [];
    standing.set(operation.root, stack);
    const last = stack.at(-1);
    const tookBack =
      last?.sense === -operation.sense &&
      canonicalJson(inverse(last.changes)) === canonicalJson(operation.changes);
    if (tookBack) stack.pop();
    else stack.push(operation);
  }
  return [...standing.values()].flat().toSorted((a, b) => b.seq - a.seq);
}

/** The merge that a taken-back operation was taken back with: to do again the last step is to do again all of it. */
export async function mergeUndoneWith(database: Kysely<Database>, root: string): Promise<Operation | null> {
  const found = await database
    .selectFrom('operations as o')
    .select(['o.id', 'o.seq'])
    .where('o.kind', '=', 'study.merge')
    .whereRef('o.root', '=', 'o.id')
    .orderBy('o.seq', 'desc')
    .execute();
  for (const { id, seq } of found) {
    const last = await database
      .selectFrom('operations')
      .select('sense')
      .where('root', '=', id)
      .orderBy('seq', 'desc')
      .limit(1)
      .executeTakeFirst();
    if (Number(last?.sense) !== -1) continue;
    for await (const ending of operationsAfter(database, Number(seq) - 1)) {
      const undone = await wholeMerge(database, ending, 1);
      if (undone?.some((operation) => operation.root === root)) return ending;
      break;
    }
  }
  return null;
}
