import {
  BagomError,
  planMerge,
  type Change,
  type MergeConflict,
  type Operation,
  type Row,
  type TableName,
} from '@bagom/core';
import { blobOf, type Blob } from '../blobs.js';
import { newId } from '../new-id.js';
import { keptRow } from '../row.js';
import { BLOB_COLUMNS, ORIGINAL_COLUMNS } from '../schema.js';
import type { Merged, StudyFile } from '../study-file.js';
import { textDifferences } from './text-differences.js';

/** What a merge came to. */
export interface MergeReport {
  /** Operations of theirs that we had not, and how many rows they changed here. */
  operations: number;
  changes: number;
  /** What both had changed in different ways, kept in the study to be decided. */
  conflicts: MergeConflict[];
  /** Rows that we had removed and that came back because theirs rest on them. */
  restored: number;
  /** Places in texts that could not be carried from their version to ours; kept, to be placed by hand. */
  lost: number;
}

/**
 * Takes what was done in another copy of a study into ours, as one transaction; the other copy is only read. Doing it again
 * changes nothing. Two files are copies of one study when their histories begin with the same operation.
 */
export async function mergeStudies(ours: StudyFile, theirs: StudyFile): Promise<MergeReport> {
  const operations: Operation[] = [];
  for await (const operation of theirs.history()) operations.push(operation);
  for (;;) {
    const { merged, report } = await plan(ours, theirs, operations);
    // Somebody wrote meanwhile: it is planned anew on what stands now.
    if (merged === null || (await ours.takeIn(merged))) return report;
    await ours.refresh();
  }
}

async function plan(
  ours: StudyFile,
  theirs: StudyFile,
  operations: readonly Operation[],
): Promise<{ merged: Merged | null; report: MergeReport }> {
  const { head } = ours;
  const known = new Set<string>();
  for await (const { id } of ours.history()) known.add(id);
  if (operations[0] === undefined || !known.has(operations[0].id))
    throw new BagomError('merge.other-study', { file: theirs.location });
  const report: MergeReport = { operations: 0, changes: 0, conflicts: [], restored: 0, lost: 0 };
  const fresh = operations.filter(({ id }) => !known.has(id));
  if (fresh.length === 0) return { merged: null, report };

  const { inOurTexts, afterwards, conflicts: texts } = await textDifferences(ours, theirs);
  const found = planMerge({ ours: ours.state, known, theirs: theirs.state, operations: fresh, inOurTexts });
  const later = afterwards(found, new Date().toISOString());
  const conflicts = [...found.conflicts, ...texts].map((conflict): MergeConflict => ({
    ...conflict,
    id: newId(),
    state: 'open',
  }));
  const taken = found.operations.map(({ operation, changes }) => ({ operation, changes: changes.map(kept) }));
  return {
    report: {
      operations: taken.length,
      changes: taken.reduce((sum, { changes }) => sum + changes.length, 0),
      conflicts,
      restored: found.restored.length,
      lost: later.lost.length,
    },
    merged: {
      operations: taken,
      ending: [
        ...found.restored,
        ...later.changes,
        ...later.lost.map((row) => inserted('lostSpans', row)),
        ...conflicts.map((row) => inserted('mergeConflicts', row)),
      ].map(kept),
      subject: theirs.location.split(/[\\/]/).at(-1) ?? '',
      blobs: await blobsOf(fresh, ours, theirs),
      head,
    },
  };
}

const inserted = (table: TableName, row: Row): Change => ({ table, id: row.id, before: null, after: row });
/** With exactly the columns of today: the other copy may have been made before some of them. */
const kept = (change: Change): Change => ({
  ...change,
  after: change.after && keptRow(change.table, change.after),
});

/** Everything that their operations name and we may lack: texts, columns, and the files that were imported. */
async function blobsOf(
  operations: readonly Operation[],
  ours: StudyFile,
  theirs: StudyFile,
): Promise<Blob[]> {
  const named = (columns: readonly { table: TableName; column: string }[]): Set<string> => {
    const hashes = new Set<string>();
    for (const { changes } of operations)
      for (const { table, before, after } of changes)
        for (const { column } of columns.filter((one) => one.table === table))
          for (const row of [before, after]) {
            const hash = (row as Record<string, unknown> | null)?.[column];
            if (typeof hash === 'string' && hash !== '') hashes.add(hash);
          }
    return hashes;
  };
  for (const hash of named(ORIGINAL_COLUMNS)) await ours.keepOriginal(await theirs.original(hash));
  const blobs: Blob[] = [];
  for (const hash of named(BLOB_COLUMNS)) blobs.push(blobOf(await theirs.blob(hash)));
  return blobs;
}
