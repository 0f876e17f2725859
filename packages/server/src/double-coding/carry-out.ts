import {
  agreedIn,
  CONSENSUS_CODER,
  consensusChanges,
  codedTexts,
  insert,
  questionOf,
  remove,
  resolutionsOf,
  rowsWhere,
  studyLanguage,
  update,
  type Agreed,
  type DoubleCoding,
  type Draft,
} from '@bagom/core';
import { newId, type StudyFile } from '@bagom/store';
import { quoteHash } from '../handlers/api.js';

const NAMES = { da: ['Enighed', 'EN'], en: ['Consensus', 'CO'] } as const;

/**
 * What has to change for the consensus coder to have coded `wanted`, where `inQuestion` is settled. The coders' own codings stay
 * as they made them: agreement can always be measured again.
 */
export async function carryOut(
  study: StudyFile,
  wanted: readonly Agreed[],
  inQuestion: readonly Agreed[],
): Promise<{ drafts: Draft[]; added: number; removed: number }> {
  const { state } = study;
  const { add, remove: gone } = consensusChanges(state, wanted, inQuestion);
  const drafts: Draft[] = [];
  if (add.length > 0 && !state.coders.has(CONSENSUS_CODER)) {
    const [name, initials] = NAMES[studyLanguage(state)];
    drafts.push(insert('coders', { id: CONSENSUS_CODER, name, initials }));
  }
  const texts = await study.texts(new Set(add.map(({ sourceId }) => sourceId)));
  const createdAt = new Date().toISOString();
  for (const { sourceId, version, codeId, from, to } of add)
    drafts.push(
      insert('codings', {
        id: newId(),
        sourceId,
        version,
        from,
        to,
        codeId,
        coderId: CONSENSUS_CODER,
        quoteHash: quoteHash(texts.get(sourceId)!.slice(from, to)),
        createdAt,
      }),
    );
  for (const id of gone) {
    // A memo outlives the coding it was written at: it goes on at the text.
    for (const memo of rowsWhere(state, 'memos', { about: 'coding', aboutId: id }))
      drafts.push(update('memos', memo.id, { about: 'source', aboutId: state.codings.get(id)!.sourceId }));
    drafts.push(remove('codings', id));
  }
  return { drafts, added: add.length, removed: gone.length };
}

/**
 * All that the coders of a double coding agreed on or settled, and every stretch that any of them coded. Texts that are coded
 * blind in another sample (`without`) are left alone.
 */
export async function agreedInSample(
  study: StudyFile,
  sample: DoubleCoding,
  without: ReadonlySet<string> = new Set(),
): Promise<{ wanted: Agreed[]; inQuestion: Agreed[] }> {
  const { question } = questionOf(study.state, { doubleCodingId: sample.id, unit: 'characters', without });
  const settled = resolutionsOf(study.state, sample.id);
  const texts = await study.texts(question.sourceIds);
  const wanted: Agreed[] = [];
  const inQuestion: Agreed[] = [];
  for (const sourceId of question.sourceIds) {
    const where = { sourceId, version: study.state.sources.get(sourceId)!.version };
    const [text] = codedTexts(study.state, texts, { ...question, sourceIds: [sourceId] });
    wanted.push(...agreedIn(text!, where, question.codeIds, settled));
    for (const codeId of question.codeIds)
      for (const span of (text!.codings.get(codeId) ?? []).flat())
        inQuestion.push({ ...where, codeId, ...span });
  }
  return { wanted, inQuestion };
}
