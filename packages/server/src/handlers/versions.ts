import {
  BagomError,
  diffText,
  checkChanged,
  dropLost,
  placeLost,
  rowsWhere,
  type LostSpan,
} from '@bagom/core';
import type { StudyFile } from '@bagom/store';
import { seenFile, seenStudy } from '../seen-study.js';
import { currentText } from '../source-entries.js';
import { lostOf, saveVersion } from '../transcripts/save-version.js';
import { api, change, checkVersion, given, quoteHash, rowOf, short, trimmedSpan } from './api.js';

export const versions = {
  versions: api.transcripts.versions.handler(({ context: { study }, input: { id } }) => ({
    shown: rowOf(study, 'sources', id).version,
    versions: rowsWhere(study.state, 'sourceVersions', { sourceId: id })
      .map(({ id: own, number, length, turns, reason }) => ({
        id: own,
        number,
        length,
        turns: turns.length,
        reason,
      }))
      .sort((a, b) => b.number - a.number),
  })),

  difference: api.transcripts.difference.handler(async ({ context: { study }, input: { id, from, to } }) => {
    const before = await versionText(study, id, from);
    const after = await versionText(study, id, to);
    return { before, after, changes: [...diffText(before, after)] };
  }),

  correct: api.transcripts.correct.handler(async ({ context, input: { id, version, ...values } }) => {
    checkVersion(rowOf(context.study, 'sources', id), version);
    return saveVersion(context.study, id, given(values), await seenStudy(context));
  }),

  lost: api.transcripts.lost.handler(async ({ context, input: { id } }) => {
    const { text } = await currentText(context.study, id);
    return lostOf(await seenStudy(context), id, text);
  }),

  placeLost: api.transcripts.placeLost.handler(async ({ context, input: { id, version, ...place } }) => {
    const { study } = context;
    const lost = openLost(await seenFile(context), id);
    const { source, text } = await currentText(study, lost.sourceId);
    checkVersion(source, version);
    const span = trimmedSpan(text, place);
    const words = text.slice(span.from, span.to);
    const drafts = placeLost(study.state, lost, span, version, quoteHash(words));
    return change(study, 'lost.place', short(words), drafts);
  }),

  dropLost: api.transcripts.dropLost.handler(async ({ context, input: { id, reason } }) => {
    const { study } = context;
    const lost = openLost(await seenFile(context), id);
    return change(
      study,
      'lost.drop',
      short(`${short(lost.quote, 50)} – ${reason}`, 120),
      dropLost(lost, reason),
    );
  }),

  checkChanged: api.transcripts.checkChanged.handler(async ({ context, input: { ids } }) => {
    const { study } = context;
    const seen = await seenFile(context);
    const changed = ids.map((id) => rowOf(seen, 'lostSpans', id));
    if (changed.some(({ state }) => state !== 'changed')) throw new BagomError('lost.not-changed');
    return change(study, 'lost.check', short(changed[0]?.quote ?? ''), checkChanged(changed));
  }),
};

function openLost(study: Pick<StudyFile, 'state'>, id: string): LostSpan {
  const lost = rowOf(study, 'lostSpans', id);
  if (lost.state !== 'open') throw new BagomError('lost.not-open');
  return lost;
}

/** The text of one version, which must be this source's. */
async function versionText(study: StudyFile, sourceId: string, versionId: string): Promise<string> {
  const version = rowOf(study, 'sourceVersions', versionId);
  if (version.sourceId !== sourceId)
    throw new BagomError('row.missing', { table: 'sourceVersions', id: versionId });
  return study.text(version.text);
}
