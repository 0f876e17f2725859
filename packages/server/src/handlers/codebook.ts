import {
  BagomError,
  codeEvent,
  codePath,
  hangingOnCode,
  insert,
  mergeCodes,
  recode,
  recolour,
  remove,
  rowsWhere,
  splitCode,
  type Stamp,
} from '@bagom/core';
import { newId, type StudyFile } from '@bagom/store';
import { codingsWithWords } from '../code-words.js';
import { placedExamples } from '../placed-examples.js';
import { seenFile, seenStudy } from '../seen-study.js';
import { currentText } from '../source-entries.js';
import { api, change, checkVersion, quoteHash, rowOf, short, trimmedSpan } from './api.js';

/** Who edits the codebook, when and why. */
export function stampOf(study: StudyFile, note = ''): Stamp {
  return { by: study.actor, at: new Date().toISOString(), note, newId };
}

/** What a code means is its examples too: the codebook's history tells that they changed. */
const exampleEvent = (study: StudyFile, codeId: string) =>
  codeEvent(stampOf(study), codeId, 'redefined', { fields: ['example'] });

export const codebook = {
  codeHistory: api.coding.codeHistory.handler(async ({ context, input: { id } }) => ({
    events: rowsWhere(await seenStudy(context), 'codeEvents', { codeId: id }).sort((a, b) =>
      a.at < b.at ? 1 : a.at > b.at ? -1 : 0,
    ),
  })),

  codeCodings: api.coding.codeCodings.handler(async ({ context, input: { id } }) => {
    const { study } = context;
    rowOf(study, 'codes', id);
    const seen = await seenStudy(context);
    return { codings: await codingsWithWords(study, rowsWhere(seen, 'codings', { codeId: id })) };
  }),

  codeExamples: api.coding.codeExamples.handler(async ({ context, input: { id } }) => {
    const { study } = context;
    rowOf(study, 'codes', id);
    const seen = await seenStudy(context);
    return { examples: await placedExamples(study, rowsWhere(seen, 'examples', { codeId: id })) };
  }),

  addExample: api.coding.addExample.handler(async ({ context, input: { id, ...input } }) => {
    const { study } = context;
    const { name } = rowOf(study, 'codes', id);
    const { source, text } = await currentText(study, input.sourceId);
    checkVersion(source, input.version);
    const place = { sourceId: source.id, version: source.version, ...trimmedSpan(text, input) };
    const [there] = rowsWhere(await seenStudy(context), 'examples', { codeId: id, ...place });
    if (there) throw new BagomError('row.exists', { table: 'examples', id: there.id });
    const hash = quoteHash(text.slice(place.from, place.to));
    const { coderId } = input;
    const row = { id: newId(), codeId: id, ...place, quoteHash: hash, chosenHash: hash, coderId };
    const drafts = [insert('examples', row), exampleEvent(study, id)];
    return change(study, 'example.add', name, drafts, row.id);
  }),

  removeExample: api.coding.removeExample.handler(async ({ context, input: { id } }) => {
    const { study } = context;
    const { codeId } = rowOf(await seenFile(context), 'examples', id);
    const { name } = rowOf(study, 'codes', codeId);
    return change(study, 'example.remove', name, [remove('examples', id), exampleEvent(study, codeId)], id);
  }),

  hangingOnCode: api.coding.hangingOnCode.handler(async ({ context, input: { id } }) => {
    rowOf(context.study, 'codes', id);
    return hangingOnCode(await seenStudy(context), id);
  }),

  mergeCodes: api.coding.mergeCodes.handler(async ({ context, input: { id, codeIds, note } }) => {
    const { study } = context;
    const { state } = study;
    const names = codeIds.map((one) => rowOf(study, 'codes', one).name);
    const { drafts } = mergeCodes(state, codeIds, id, stampOf(study, note));
    // All codings get the code that stays; told are those that may be seen.
    const { moved, joined } = mergeCodes(await seenStudy(context), codeIds, id, stampOf(study));
    const subject = short(`${names.join(', ')} → ${codePath(state, id)}`);
    return { ...(await change(study, 'code.merge', subject, drafts, id)), moved, joined };
  }),

  splitCode: api.coding.splitCode.handler(async ({ context, input: { id, note, ...wish } }) => {
    const { study } = context;
    const { name } = rowOf(study, 'codes', id);
    const seen = await seenFile(context);
    for (const codingId of wish.codingIds) rowOf(seen, 'codings', codingId);
    const { drafts, id: made } = splitCode(study.state, id, wish, stampOf(study, note));
    return change(study, 'code.split', short(`${name} → ${wish.name}`), drafts, made);
  }),

  recode: api.coding.recode.handler(async ({ context, input: { codingIds, codeId, note } }) => {
    const { study } = context;
    const seen = await seenFile(context);
    for (const id of codingIds) rowOf(seen, 'codings', id);
    const { drafts, moved, joined } = recode(study.state, codingIds, codeId, stampOf(study, note));
    const subject = short(codePath(study.state, codeId));
    return { ...(await change(study, 'coding.recode', subject, drafts, codeId)), moved, joined };
  }),

  recolour: api.coding.recolour.handler(async ({ context: { study }, input: { id, hue, branch } }) => {
    const { name } = rowOf(study, 'codes', id);
    return change(study, 'code.recolour', name, recolour(study.state, id, hue, branch, stampOf(study)), id);
  }),
};
