import { BagomError, decideConflict, rowName, type Row, type TableName } from '@bagom/core';
import { createHash } from 'node:crypto';
import type { ServerContext } from '../context.js';
import { historyEntries, historyEntry, type Sight } from '../history/audit.js';
import { printableName } from '../imports/printable-name.js';
import { mergeUpload } from '../merge/merge-upload.js';
import { shownConflict } from '../merge/shown-conflicts.js';
import { seenFile, seenStudy, veilOf } from '../seen-study.js';
import { api, brief, change, given, rowOf } from './api.js';

export const history = {
  list: api.history.list.handler(async ({ context, input: { limit, ...filter } }) =>
    historyEntries(context.study, given(filter), limit, await sightOf(context)),
  ),

  entry: api.history.entry.handler(async ({ context, input: { id, limit } }) =>
    historyEntry(context.study, id, limit, await sightOf(context)),
  ),

  merge: api.history.merge.handler(async ({ context, input: { file, dryRun = false } }) => {
    const { study } = context;
    const { conflicts: all, ...report } = await mergeUpload(study, file, dryRun);
    const veil = await veilOf(context);
    const conflicts = all.filter((conflict) => !veil?.hides('mergeConflicts', conflict));
    const done = !dryRun && report.operations > 0;
    const [ending] = done ? await study.operations({ limit: 1 }) : [];
    return {
      ...report,
      conflicts: conflicts.length,
      operation: ending ? brief(ending) : null,
      root: ending?.root ?? null,
    };
  }),

  conflicts: api.history.conflicts.handler(async ({ context }) => {
    const seen = await seenStudy(context);
    const missing = await context.study.missingOriginals();
    return {
      conflicts: [...seen.mergeConflicts.values()].map((conflict) => shownConflict(seen, conflict)),
      missingOriginals: [...missing].map(([hash, name]) => ({ hash, name })),
    };
  }),

  decide: api.history.decide.handler(async ({ context, input: { id, choose, text = '' } }) => {
    const { study } = context;
    const conflict = rowOf(await seenFile(context), 'mergeConflicts', id);
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

async function sightOf(context: ServerContext): Promise<Sight> {
  return { seen: await seenStudy(context), veil: await veilOf(context) };
}
