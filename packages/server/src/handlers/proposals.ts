import { BagomError, insert, rowsWhere, type Draft } from '@bagom/core';
import { newId } from '@bagom/store';
import { proposeCodings } from '../propose-codings.js';
import { seenStudy } from '../seen-study.js';
import { currentText } from '../source-entries.js';
import { api, change, checkVersion, quoteHash, rowOf, short, trimmedSpan } from './api.js';
import { refuseRetired } from './coding.js';

export const proposals = {
  propose: api.coding.propose.handler(async ({ context, input: { topicId, ...wish } }) => {
    const { study } = context;
    const topic = topicId ? rowOf(study, 'guideTopics', topicId) : undefined;
    return proposeCodings(study, { ...wish, topic, codings: (await seenStudy(context)).codings });
  }),

  acceptProposals: api.coding.acceptProposals.handler(async ({ context: { study }, input }) => {
    const { codeId, coderId, spans } = input;
    const code = rowOf(study, 'codes', codeId);
    refuseRetired([code]);
    rowOf(study, 'coders', coderId);
    const there = new Set(
      rowsWhere(study.state, 'codings', { codeId, coderId }).map(
        (coding) => `${coding.sourceId} ${coding.version} ${coding.from} ${coding.to}`,
      ),
    );
    const createdAt = new Date().toISOString();
    const drafts: Draft[] = [];
    for (const { sourceId, version, ...place } of spans) {
      const { source, text } = await currentText(study, sourceId);
      checkVersion(source, version);
      const span = trimmedSpan(text, place);
      const key = `${sourceId} ${version} ${span.from} ${span.to}`;
      if (there.has(key)) continue;
      there.add(key);
      const hash = quoteHash(text.slice(span.from, span.to));
      const row = { id: newId(), sourceId, version, ...span, codeId, coderId, quoteHash: hash, createdAt };
      drafts.push(insert('codings', row));
    }
    if (drafts.length === 0) throw new BagomError('proposal.all-there', { name: code.name });
    const done = await change(study, 'coding.accept', short(`${code.name} (${drafts.length})`), drafts);
    return { ...done, added: drafts.length, there: spans.length - drafts.length };
  }),
};
