import { BagomError, remove, rowsWhere, update } from '@bagom/core';
import { keptMemos } from '../kept-memos.js';
import { seenStudy, veilOf } from '../seen-study.js';
import { openSource, sourceEntries } from '../source-entries.js';
import { api, change, given, rowOf } from './api.js';

export const transcripts = {
  list: api.transcripts.list.handler(async ({ context }) => sourceEntries(await seenStudy(context))),

  read: api.transcripts.read.handler(async ({ context, input: { id } }) =>
    openSource(context.study, id, await seenStudy(context)),
  ),

  change: api.transcripts.change.handler(async ({ context: { study }, input: { id, ...values } }) => {
    const source = rowOf(study, 'sources', id);
    if (values.participantId) rowOf(study, 'participants', values.participantId);
    return change(
      study,
      'source.change',
      values.title ?? source.title,
      [update('sources', id, given(values))],
      id,
    );
  }),

  remove: api.transcripts.remove.handler(async ({ context, input: { id } }) => {
    const { study } = context;
    const { title } = rowOf(study, 'sources', id);
    if ((await veilOf(context))?.sourceIds.has(id)) throw new BagomError('source.blind', { name: title });
    const { state } = study;
    const own = { sourceId: id };
    const codings = rowsWhere(state, 'codings', own).map((coding) => coding.id);
    const coded = new Set(codings);
    const by = {
      evidence: [...state.evidence.values()].filter(({ codingId }) => coded.has(codingId)).length,
      blocks: rowsWhere(state, 'blocks', own).length,
      wishes: rowsWhere(state, 'wishes', own).length,
      barriers: rowsWhere(state, 'barriers', own).length,
    };
    if (Object.values(by).some((n) => n > 0)) throw new BagomError('source.in-use', by);
    const drafts = [
      ...keptMemos(state, 'coding', codings),
      ...keptMemos(state, 'source', [id]),
      ...codings.map((coding) => remove('codings', coding)),
      ...rowsWhere(state, 'examples', own).map((row) => remove('examples', row.id)),
      ...rowsWhere(state, 'bookmarks', own).map((row) => remove('bookmarks', row.id)),
      ...rowsWhere(state, 'mentions', own).map((row) => remove('mentions', row.id)),
      ...rowsWhere(state, 'lostSpans', own).map((row) => remove('lostSpans', row.id)),
      ...rowsWhere(state, 'recordings', own).map((row) => remove('recordings', row.id)),
      ...rowsWhere(state, 'sourceVersions', own).map((row) => remove('sourceVersions', row.id)),
      remove('sources', id),
    ];
    const removed = await change(study, 'source.remove', title, drafts, id);
    await study.originals.drafts?.remove(id);
    return removed;
  }),
};
