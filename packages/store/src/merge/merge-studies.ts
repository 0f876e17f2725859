import {
  applyChanges,
  BagomError,
  conflictKind,
  conflictsToDecide,
  newsOf,
  planForward,
  planMerge,
  rowsWhere,
  settleMerge,
  stepOf,
  TABLE_NAMES,
  type Change,
  type MergeConflict,
  type MergePlan,
  type Operation,
  type Row,
  type Step,
  type StudyState,
  type TableName,
} from '@bagom/core';
import { blobOf, type Blob } from '../blobs.js';
import { newId } from '../new-id.js';
import { keptRow } from '../row.js';
import { BLOB_COLUMNS, ORIGINAL_COLUMNS } from '../schema.js';
import type { Merged, StudyFile } from '../study-file.js';
import { textDifferences } from './text-differences.js';
import { inOurNumbers, numbersHere } from './their-numbers.js';

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
  /** Imported files and recordings that the copy did not have with it; to be added later. */
  missingOriginals: MissingOriginal[];
  /** Who did how much of what in the copy, and when. */
  people: MergedWork[];
  /** The copy had taken in all of ours: what stands there stands here, its conflicts with it. */
  forward: boolean;
}

/** A kept file that is not here: its hash, by which it is known, and what it was called. */
export interface MissingOriginal {
  hash: string;
  name: string;
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
  const steps: Step[] = [];
  const merges = new Map<string, { taken: readonly string[]; stands: boolean; last: string }>();
  for await (const operation of ours.history()) {
    const step = stepOf(operation);
    steps.push(step);
    const taken = step.taken ?? merges.get(step.root)?.taken;
    if (taken) merges.set(step.root, { taken, stands: step.sense === 1, last: step.id });
  }
  if (operations[0] === undefined || operations[0].id !== steps[0]?.id)
    throw new BagomError('merge.other-study', { file: name });
  // What they did since rests on what was taken back here: it would come in as nothing but conflicts.
  const inTheirs = new Set(operations.map(({ id }) => id));
  for (const { taken, stands, last } of merges.values())
    if (!stands && !inTheirs.has(last) && taken.some((id) => inTheirs.has(id)))
      throw new BagomError('merge.taken-back', { file: name });
  const news = newsOf(steps, operations.map(stepOf));
  const fresh = operations.filter(({ id }) => news.fresh.has(id));
  if (fresh.length === 0) return { merged: null, report: nothing() };
  const { taken, ending, ...told } = news.forward
    ? forward(ours.state, theirs.state, fresh)
    : await together(ours, theirs, fresh);
  // Two settlements that came to the same study.
  if (
    news.forward &&
    taken.every(({ operation, changes }) => operation.kind === 'study.merge' && changes.length === 0)
  )
    return { merged: null, report: nothing() };
  const { blobs, missingOriginals } = await blobsOf(fresh, ours, theirs, dryRun);
  return {
    report: {
      ...told,
      people: workOf(fresh),
      missingOriginals,
      operations: taken.length,
      changes: taken.reduce((sum, { changes }) => sum + changes.length, 0),
      forward: news.forward,
    },
    merged: {
      operations: taken.map(({ operation, changes }) => ({ operation, changes: changes.map(kept) })),
      ending: [
        ...ending,
        inserted('mergedCopies', { id: newId(), name, operations: fresh.map(({ id }) => id) }),
      ].map(kept),
      subject: name,
      blobs,
      head,
    },
  };
}

/** What both come to, put together here. */
interface Together extends Pick<
  MergeReport,
  'conflicts' | 'restored' | 'lost' | 'doubled' | 'renumbered' | 'sameCoders'
> {
  taken: MergePlan['operations'];
  ending: readonly Change[];
}

/** Theirs knew all of ours: we come to where they stand, with what is still to be settled there. */
function forward(ours: StudyState, theirs: StudyState, fresh: readonly Operation[]): Together {
  const isNew = ({ id }: Row, table: 'mergeConflicts' | 'lostSpans') => !ours[table].has(id);
  return {
    taken: planForward(ours, theirs, fresh),
    ending: [],
    conflicts: conflictsToDecide(theirs).filter(
      (row) => row.state === 'open' && isNew(row, 'mergeConflicts'),
    ),
    lost: rowsWhere(theirs, 'lostSpans', { state: 'open' }).filter((row) => isNew(row, 'lostSpans')).length,
    restored: 0,
    doubled: 0,
    renumbered: 0,
    sameCoders: [],
  };
}

/** Both have done something that the other has not: ours stands where they disagree, and that is told. */
async function together(
  ours: StudyFile,
  theirs: StudyFile,
  operations: readonly Operation[],
): Promise<Together> {
  const numbers = numbersHere(ours.state, theirs.state);
  const fresh = inOurNumbers(operations, numbers);
  const {
    inOurTexts,
    afterwards,
    conflicts: texts,
  } = await textDifferences(
    ours,
    theirs,
    fresh,
    ({ sourceId, number }) => numbers.get(sourceId)?.get(number) ?? number,
  );
  const found = planMerge({ ours: ours.state, theirs: theirs.state, operations: fresh, inOurTexts });
  const first = [...found.operations.flatMap(({ changes }) => changes), ...found.restored];
  const merged = laidOver(ours.state, first);
  const later = afterwards(found, merged);
  applyChanges(merged, later.changes);
  const settled = settleMerge(ours.state, merged, (table, id) => {
    const last = fresh.findLast(({ changes }) => changes.some((one) => one.table === table && one.id === id));
    return { by: last?.actor ?? '', at: last?.at ?? '' };
  });
  const { conflicts, told } = conflictRows(merged, [
    ...found.conflicts,
    ...texts.map(byWhom(fresh)),
    ...settled.conflicts,
  ]);
  applyChanges(merged, told);
  const asked = new Set(conflictsToDecide(merged));
  return {
    taken: found.operations,
    ending: [...found.restored, ...later.changes, ...settled.changes, ...told],
    conflicts: conflicts.filter((row) => asked.has(row)),
    restored: found.restored.length,
    lost: later.lost,
    doubled: settled.doubled,
    renumbered: settled.renumbered.length,
    sameCoders: settled.sameCoders,
  };
}

/** The rows of what they disagree on. Two texts of one source that are not settled yet are one conflict, whichever they are now. */
function conflictRows(
  state: StudyState,
  found: readonly Omit<MergeConflict, 'id' | 'state'>[],
): { conflicts: MergeConflict[]; told: Change[] } {
  const rows = found.map((conflict) => {
    const { rowId } = conflict;
    const open =
      conflictKind(conflict) === 'version'
        ? rowsWhere(state, 'mergeConflicts', { table: 'sources', column: 'version', rowId, state: 'open' })
        : [];
    const [before = null] = open;
    const row: MergeConflict = { ...conflict, id: before?.id ?? newId(), state: 'open' };
    return { row, change: { ...inserted('mergeConflicts', row), before } };
  });
  return { conflicts: rows.map(({ row }) => row), told: rows.map(({ change }) => change) };
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
  forward: false,
});

/** The study with these changes, beside the one that stands. */
function laidOver(state: StudyState, changes: readonly Change[]): StudyState {
  const copy = { ...state } as Record<TableName, ReadonlyMap<string, Row>>;
  for (const table of TABLE_NAMES) copy[table] = new Map(state[table] as ReadonlyMap<string, Row>);
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
): Promise<{ blobs: Blob[]; missingOriginals: MissingOriginal[] }> {
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
  const missingOriginals: MissingOriginal[] = [];
  for (const hash of named(ORIGINAL_COLUMNS)) {
    if (await ours.hasOriginal(hash)) continue;
    if (await theirs.hasOriginal(hash)) {
      if (!dryRun) await takeOriginal(ours, theirs, hash);
    } else if (missing.has(hash) && !without.has(hash))
      missingOriginals.push({ hash, name: missing.get(hash) ?? '' });
  }
  const blobs: Blob[] = [];
  if (!dryRun) for (const hash of named(BLOB_COLUMNS)) blobs.push(blobOf(await theirs.blob(hash)));
  return { blobs, missingOriginals };
}

/** In pieces, because a recording may be larger than memory; kept under what it turns out to be. */
async function takeOriginal(ours: StudyFile, theirs: StudyFile, hash: string): Promise<void> {
  const { originals } = theirs;
  const bytes = originals.piece(hash, 0, await originals.size(hash));
  if ((await ours.originals.keepStream(bytes, Infinity)) !== hash)
    throw new BagomError('blob.damaged', { hash });
}
