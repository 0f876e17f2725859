import {
  BagomError,
  remove,
  rowsWhere,
  update,
  type Block,
  type Chapter,
  type Draft,
  type Finding,
} from '@bagom/core';
import { newId, type StudyFile } from '@bagom/store';
import { auditOnThread } from '../jobs/run-audit.js';
import { replacementsIn, reportText } from '../report/audit-study.js';
import { printedReport } from '../report/published-study.js';
import { traceBlock } from '../report/trace.js';
import { currentText } from '../source-entries.js';
import { api, change, put, rowOf, short, trimmedSpan } from './api.js';

export const report = {
  read: api.report.read.handler(({ context: { study } }) => printedReport(study)),

  audit: api.report.audit.handler(async ({ context: { study, remembered } }) => {
    const findings: Finding[] = await remembered.get(await study.operationCount(), 'audit', async () =>
      auditOnThread(await reportText(study), replacementsIn(study.state)),
    );
    return { findings: findings.map((finding) => ({ ...finding, passages: [...finding.passages] })) };
  }),

  trace: api.report.trace.handler(async ({ context: { study }, input: { blockId } }) => ({
    steps: await traceBlock(study, blockId),
  })),

  saveChapter: api.report.saveChapter.handler(async ({ context: { study }, input }) => {
    const known = input.id ? rowOf(study, 'chapters', input.id) : undefined;
    if (input.parentId) checkAbove(study, known?.id, input.parentId);
    const siblings = rowsWhere(study.state, 'chapters', { parentId: input.parentId })
      .filter(({ id }) => id !== known?.id)
      .sort((a, b) => a.position - b.position);
    const stays = known?.parentId === input.parentId && input.position === undefined;
    const row: Chapter = {
      id: known?.id ?? newId(),
      parentId: input.parentId,
      position: 0,
      title: titleFor(input.title, known?.title),
    };
    if (stays) {
      const set = { ...row, position: known.position };
      return change(study, 'chapter.save', row.title, [put(study, 'chapters', set)], row.id);
    }
    siblings.splice(input.position ?? siblings.length, 0, row);
    const drafts = siblings.flatMap((sibling, position): Draft[] => {
      if (sibling.id === row.id) return [put(study, 'chapters', { ...row, position })];
      return sibling.position === position ? [] : [update('chapters', sibling.id, { position })];
    });
    return change(study, known ? 'chapter.move' : 'chapter.save', row.title, drafts, row.id);
  }),

  removeChapter: api.report.removeChapter.handler(async ({ context: { study }, input: { id } }) => {
    const { title } = rowOf(study, 'chapters', id);
    const under = chaptersUnder(study, id);
    const drafts: Draft[] = [];
    for (const block of study.state.blocks.values())
      if (under.includes(block.chapterId)) drafts.push(remove('blocks', block.id));
    // A claim is worth keeping when its chapter goes.
    for (const claim of study.state.claims.values())
      if (claim.chapterId && under.includes(claim.chapterId))
        drafts.push(update('claims', claim.id, { chapterId: null }));
    drafts.push(...under.reverse().map((chapterId) => remove('chapters', chapterId)));
    return change(study, 'chapter.remove', title, drafts, id);
  }),

  saveBlock: api.report.saveBlock.handler(async ({ context: { study }, input }) => {
    const known = input.id ? rowOf(study, 'blocks', input.id) : undefined;
    rowOf(study, 'chapters', input.chapterId);
    if (input.kind === 'claim') rowOf(study, 'claims', input.claimId ?? '');
    for (const codeId of input.matrix?.codes ?? []) rowOf(study, 'codes', codeId);
    const row: Block = { ...input, id: known?.id ?? newId(), position: 0 };
    if (input.kind === 'excerpt') {
      const { text } = await currentText(study, input.sourceId ?? '');
      Object.assign(row, trimmedSpan(text, { from: input.from ?? 0, to: input.to ?? text.length }));
    }
    const siblings = blocksOf(study, input.chapterId).filter(({ id }) => id !== row.id);
    const was =
      known && known.chapterId === input.chapterId
        ? siblings.filter((b) => b.position < known.position).length
        : undefined;
    const at = input.position ?? was ?? siblings.length;
    siblings.splice(at, 0, row);
    const drafts = siblings.flatMap((sibling, position): Draft[] => {
      if (sibling.id === row.id) return [put(study, 'blocks', { ...row, position })];
      return sibling.position === position ? [] : [update('blocks', sibling.id, { position })];
    });
    return change(study, 'block.save', short(row.text) || row.kind, drafts, row.id);
  }),

  moveBlock: api.report.moveBlock.handler(async ({ context: { study }, input: { id, by } }) => {
    const block = rowOf(study, 'blocks', id);
    const siblings = blocksOf(study, block.chapterId);
    const at = siblings.findIndex((sibling) => sibling.id === id);
    const other = siblings[at + by];
    if (!other) throw new BagomError('input.invalid', { reason: by === 1 ? 'last' : 'first' });
    siblings[at] = other;
    siblings[at + by] = block;
    const drafts = siblings.flatMap((sibling, position) =>
      sibling.position === position ? [] : [update('blocks', sibling.id, { position })],
    );
    return change(study, 'block.move', short(block.text) || block.kind, drafts, id);
  }),

  removeBlock: api.report.removeBlock.handler(async ({ context: { study }, input: { id } }) => {
    const block = rowOf(study, 'blocks', id);
    return change(study, 'block.remove', short(block.text) || block.kind, [remove('blocks', id)], id);
  }),
};

/** A chapter that came with a printed number keeps it when it is renamed by its title alone. */
function titleFor(title: string, before: string | undefined): string {
  const number = before === undefined ? undefined : /^\d+(?:\.\d+)*\.?\s+/.exec(before)?.[0];
  return number === undefined || /^\d+(?:\.\d+)*\.?\s/.test(title) ? title : `${number}${title}`;
}

function checkAbove(study: StudyFile, id: string | undefined, parentId: string): void {
  rowOf(study, 'chapters', parentId);
  if (id !== undefined && chaptersUnder(study, id).includes(parentId))
    throw new BagomError('input.invalid', { reason: 'a chapter cannot stand under itself' });
}

/** A chapter and everything under it, parents first. */
function chaptersUnder(study: StudyFile, id: string): string[] {
  return [
    id,
    ...rowsWhere(study.state, 'chapters', { parentId: id }).flatMap((child) =>
      chaptersUnder(study, child.id),
    ),
  ];
}

function blocksOf(study: StudyFile, chapterId: string): Block[] {
  return rowsWhere(study.state, 'blocks', { chapterId }).sort((a, b) => a.position - b.position);
}
