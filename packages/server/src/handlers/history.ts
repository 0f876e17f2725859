import { BagomError, decideConflict, rowName, type Row, type TableName } from '@bagom/core';
import { createHash } from 'node:crypto';
import { historyEntries, historyEntry } from '../history/audit.js';
import { printableName } from '../imports/printable-name.js';
import { mergeUpload } from '../merge/merge-upload.js';
import { shownConflict } from '../merge/shown-conflicts.js';
import { api, brief, change, given, rowOf } from './api.js';

export const history = {
  list: api.history.list.handler(({ context: { study }, input: { limit, ...filter } }) =>
    historyEntries(study, given(filter), limit),
  ),

  entry: api.history.entry.handler(({ context: { study }, input: { id, limit } }) =>
    historyEntry(study, id, limit),
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

  conflicts: api.history.conflicts.handler(async ({ context: { study } }) => ({
    conflicts: [...study.state.mergeConflicts.values()].map((conflict) =>
      shownConflict(study.state, conflict),
    ),
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
