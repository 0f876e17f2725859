import { update } from '@bagom/core';
import { openSource, sourceEntries } from '../source-entries.js';
import { api, change, given, rowOf } from './api.js';

export const transcripts = {
  list: api.transcripts.list.handler(({ context: { study } }) => sourceEntries(study.state)),

  read: api.transcripts.read.handler(({ context: { study }, input: { id } }) => openSource(study, id)),

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
};
