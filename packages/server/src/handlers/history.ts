import {
  BagomError,
  decideConflict,
  hidesOperation,
  rowName,
  veilOver,
  type MergeConflict,
  type Row,
  type StudyState,
  type TableName,
  type Veil,
} from '@bagom/core';
import { createHash } from 'node:crypto';
import { historyEntries, historyEntry } from '../history/audit.js';
import { printableName } from '../imports/printable-name.js';
import { mergeUpload } from '../merge/merge-upload.js';
import { shownConflict } from '../merge/shown-conflicts.js';
import { api, brief, change, given, rowOf } from './api.js';

export const history = {
  list: api.history.list.handler(({ context: { study, coderId }, input: { limit, ...filter } }) =>
    historyEntries(study, given(filter), limit, veilOver(study.state, coderId)),
  ),

  entry: api.history.entry.handler(({ context: { study, coderId }, input: { id, limit } }) =>
    historyEntry(study, id, limit, veilOver(study.state, coderId)),
  ),

  merge: api.history.merge.handler(async ({ context: { study }, input: { file, dryRun = false } }) => {
    const { conflicts, ...report } = await mergeUpload(study, file, dryRun);
    const done = !dryRun && report.operations > 0;
    const [ending] = done ? await study.operations({ limit: 1 }) : [];
    return {
      ...report,
      conflicts: conflicts.length,
      operation: ending ? brief(ending) : null,
      root: ending?.root ?? null,
    };
  }),

  conflicts: api.history.conflicts.handler(async ({ context: { study, coderId } }) => ({
    conflicts: [...study.state.mergeConflicts.values()]
      .filter((conflict) => !isHidden(study.state, veilOver(study.state, coderId), conflict))
      .map((conflict) => shownConflict(study.state, conflict)),
    missingOriginals: [...(await study.missingOriginals())].map(([hash, name]) => ({ hash, name })),
  })),

  decide: api.history.decide.handler(async ({ context: { study }, input: { id, choose, text = '' } }) => {
    const conflict = rowOf(study, 'mergeConflicts', id);
    const table = conflict.table as TableName;
    const row = (study.state[table].get(conflict.rowId) ?? conflict.ours ?? conflict.theirs) as Row | null;
    const drafts = decideConflict(study.state, conflict, choose === 'other' ? { choose, text } : { choose });
    return change(study, 'conflict.decide', row ? rowName(study.state, table, row) : '', drafts, id);
  }),

  addOriginal: api.history.addOriginal.handler(async ({ context: { study }, input: { file } }) => {
    const bytes = new Uint8Array(await file.arrayBuffer());
    const missing = (await study.missingOriginals()).get(createHash('sha256').update(bytes).digest('hex'));
    if (missing === undefined) throw new BagomError('merge.not-missing', { file: printableName(file.name) });
    await study.keepOriginal(bytes);
    return { name: missing };
  }),
};

/** A conflict about something that the coder of a request may not see yet. */
function isHidden(state: StudyState, veil: Veil | null, conflict: MergeConflict): boolean {
  const { rowId: id, column, ours, theirs } = conflict;
  const table = conflict.table as TableName;
  const rows = [state[table].get(id) ?? null, ...(column === '' ? [ours, theirs] : [])] as (Row | null)[];
  return rows.some(
    (row) => row !== null && hidesOperation(veil, { changes: [{ table, id, before: null, after: row }] }),
  );
}
