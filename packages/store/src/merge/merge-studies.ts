import {
  applyChanges,
  BagomError,
  planMerge,
  settleMerge,
  type Change,
  type MergeConflict,
  type Operation,
  type Row,
  type StudyState,
  type TableName,
} from '@bagom/core';
import { blobOf, type Blob } from '../blobs.js';
import { newId } from '../new-id.js';
import { keptRow } from '../row.js';
import { BLOB_COLUMNS, ORIGINAL_COLUMNS } from '../schema.js';
import type { Merged, StudyFile } from '../study-file.js';
import { textDifferences } from './text-differences.js';
import { takenBy } from './whole-merge.js';

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
  /** Codings that both had made alike, of which one is kept. */
  doubled: number;
  /** Participants and claims of theirs whose number was taken here. */
  renumbered: number;
  /** Names that two coders bear after the merge. */
  sameCoders: string[];
  /** Imported files that the copy did not have with it; to be added later. */
  missingOriginals: string[];
  /** Who did how much of what in the copy, and when. */
  people: MergedWork[];
}

export interface MergedWork {
  actor: string;
  since: string;
  until: string;
  /** How many operations of each kind, most first; what was taken back again is not among them. */
  kinds: { kind: string; n: number }[];
}

export interface MergeOptions {
  /** What the copy is called; its file's name when left out. */
  name?: string;
  /** Tell what it would come to, and change nothing. */
  dryRun?: boolean;
}

/**
 * Takes what was done in another copy of a study into ours, as one transaction; the other copy is only read. Doing it again
 * changes nothing. Two files are copies of one study when their histories begin with the same operation.
 */
export async function mergeStudies(
  ours: StudyFile,
  theirs: StudyFile,
  options: MergeOptions = {},
): Promise<MergeReport> {
  const problem = (await theirs.verify()).find(({ code }) => !code.startsWith('original.'));
  if (problem) throw new BagomError('merge.damaged', { file: options.name ?? theirs.location });
  const operations: Operation[] = [];
  for await (const operation of theirs.history()) operations.push(operation);
  for (;;) {
    const { merged, report } = await plan(ours, theirs, operations, options);
    // Somebody wrote meanwhile: it is planned anew on what stands now.
    if (merged === null || options.dryRun === true || (await ours.takeIn(merged))) return report;
    await ours.refresh();
  }
}

async function plan(
  ours: StudyFile,
  theirs: StudyFile,
  operations: readonly Operation[],
  { name = theirs.location.split(/[\\/]/).at(-1) ?? '', dryRun = false }: MergeOptions,
): Promise<{ merged: Merged | null; report: MergeReport }> {
  const { head } = ours;
  const known = new Set<string>();
  const merges = new Map<string, { taken: readonly string[]; stands: boolean }>();
  for await (const operation of ours.history()) {
    const { id, root, sense } = operation;
    known.add(id);
    const taken = id === root ? takenBy(operation) : (merges.get(root)?.taken ?? null);
    if (taken) merges.set(root, { taken, stands: sense === 1 });
  }
  if (operations[0] === undefined || !known.has(operations[0].id))
    throw new BagomError('merge.other-study', { file: name });
  // What they did since rests on what was taken back here: it would come in as nothing but conflicts.
  const inTheirs = new Set(operations.map(({ id }) => id));
  for (const { taken, stands } of merges.values())
    if (!stands && taken.some((id) => inTheirs.has(id)))
      throw new BagomError('merge.taken-back', { file: name });
  const fresh = operations.filter(({ id }) => !known.has(id));
  if (fresh.length === 0) return { merged: null, report: nothing() };

  const { inOurTexts, afterwards, conflicts: texts } = await textDifferences(ours, theirs);
  const found = planMerge({ ours: ours.state, known, theirs: theirs.state, operations: fresh, inOurTexts });
  const later = afterwards(found, new Date().toISOString());
  const merged = laidOver(ours.state, [
    ...found.operations.flatMap(({ changes }) => changes),
    ...found.restored,
    ...later.changes,
  ]);
  const settled = settleMerge(ours.state, merged, (table, id) => {
    const last = fresh.findLast(({ changes }) => changes.some((one) => one.table === table && one.id === id));
    return { by: last?.actor ?? '', at: last?.at ?? '' };
  });
  const conflicts = [...found.conflicts, ...texts.map(byWhom(fresh)), ...settled.conflicts].map(
    (conflict): MergeConflict => ({
      ...conflict,
      id: newId(),
      state: 'open',
    }),
  );
  const taken = found.operations.map(({ operation, changes }) => ({ operation, changes: changes.map(kept) }));
  const { blobs, missingOriginals } = await blobsOf(fresh, ours, theirs, dryRun);
  return {
    report: {
      people: workOf(fresh),
      doubled: settled.doubled,
      renumbered: settled.renumbered.length,
      sameCoders: settled.sameCoders,
      missingOriginals,
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
        ...settled.changes,
        ...conflicts.map((row) => inserted('mergeConflicts', row)),
        inserted('mergedCopies', { id: newId(), name, operations: fresh.map(({ id }) => id) }),
      ].map(kept),
      subject: name,
      blobs,
      head,
    },
  };
}

const nothing = (): MergeReport => ({
  operations: 0,
  changes: 0,
  conflicts: [],
  restored: 0,
  lost: 0,
  doubled: 0,
  renumbered: 0,
  sameCoders: [],
  missingOriginals: [],
  people: [],
});

/** The study with these changes, beside the one that stands. */
function laidOver(state: StudyState, changes: readonly Change[]): StudyState {
  const touched = new Set(changes.map(({ table }) => table));
  const copy = { ...state } as Record<TableName, ReadonlyMap<string, Row>>;
  for (const table of touched) copy[table] = new Map(state[table] as ReadonlyMap<string, Row>);
  applyChanges(copy as unknown as StudyState, changes);
  return copy as unknown as StudyState;
}

/** A text that both corrected: who corrected it in the copy. */
const byWhom =
  (fresh: readonly Operation[]) =>
  <C extends { rowId: string }>(conflict: C): C => {
    const last = fresh.findLast(({ changes }) =>
      changes.some(({ table, id }) => table === 'sources' && id === conflict.rowId),
    );
    return last ? { ...conflict, by: last.actor, at: last.at } : conflict;
  };

function workOf(operations: readonly Operation[]): MergedWork[] {
  const sense = new Map<string, number>();
  for (const { root, sense: way } of operations) sense.set(root, way);
  const people = new Map<string, { since: string; until: string; kinds: Map<string, number> }>();
  for (const { id, root, actor, at, kind } of operations) {
    const found = people.get(actor) ?? { since: at, until: at, kinds: new Map<string, number>() };
    people.set(actor, found);
    if (at < found.since) found.since = at;
    if (at > found.until) found.until = at;
    if (id === root && sense.get(root) === 1) found.kinds.set(kind, (found.kinds.get(kind) ?? 0) + 1);
  }
  return [...people].map(([actor, { since, until, kinds }]) => ({
    actor,
    since,
    until,
    kinds: [...kinds].map(([kind, n]) => ({ kind, n })).toSorted((a, b) => b.n - a.n),
  }));
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
  dryRun: boolean,
): Promise<{ blobs: Blob[]; missingOriginals: string[] }> {
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
  const missing = await theirs.missingOriginals();
  const without = await ours.missingOriginals();
  const missingOriginals: string[] = [];
  for (const hash of named(ORIGINAL_COLUMNS)) {
    if (await ours.hasOriginal(hash)) continue;
    if (await theirs.hasOriginal(hash)) {
      if (!dryRun) await ours.keepOriginal(await theirs.original(hash));
    } else if (missing.has(hash) && !without.has(hash)) missingOriginals.push(missing.get(hash) || hash);
  }
  const blobs: Blob[] = [];
  if (!dryRun) for (const hash of named(BLOB_COLUMNS)) blobs.push(blobOf(await theirs.blob(hash)));
  return { blobs, missingOriginals };
}
