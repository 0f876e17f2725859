import {
  BagomError,
  codeCounts,
  insert,
  MEMO_TABLES,
  NO_PLACE,
  remove,
  rowsWhere,
  update,
  withDescendants,
  type Code,
  type Draft,
  type Memo,
} from '@bagom/core';
import { newId, type StudyFile } from '@bagom/store';
import { seenStudy } from '../seen-study.js';
import { currentText, openSource } from '../source-entries.js';
import { api, change, checkVersion, given, put, quoteHash, rowOf, short, trimmedSpan } from './api.js';

export const coding = {
  codebook: api.coding.codebook.handler(async ({ context }) => {
    const { study, remembered, coderId } = context;
    const seen = await seenStudy(context);
    const key = `codebook ${seen === study.state ? '' : coderId}`;
    return {
      codes: remembered.get(await study.operationCount(), key, () => codeCounts(seen)),
      coders: [...study.state.coders.values()],
    };
  }),

  read: api.coding.read.handler(async ({ context, input: { sourceId } }) => {
    const { study } = context;
    const seen = await seenStudy(context);
    const open = await openSource(study, sourceId, seen);
    const codings = rowsWhere(seen, 'codings', { sourceId, version: open.source.version });
    const ids = new Set(codings.map(({ id }) => id));
    const memos = [...seen.memos.values()].filter(
      ({ about, aboutId }) =>
        about === 'code' ||
        (about === 'source' && aboutId === sourceId) ||
        (about === 'coding' && ids.has(aboutId)),
    );
    return {
      ...open,
      codings: codings.sort((a, b) => a.from - b.from || b.to - a.to),
      memos,
    };
  }),

  add: api.coding.add.handler(async ({ context: { study }, input }) => {
    const { source, text } = await currentText(study, input.sourceId);
    checkVersion(source, input.version);
    rowOf(study, 'coders', input.coderId);
    const span = trimmedSpan(text, input);
    const codes = [...new Set(input.codeIds)].map((id) => rowOf(study, 'codes', id));
    const where = { sourceId: source.id, version: source.version, ...span, coderId: input.coderId };
    const there = rowsWhere(study.state, 'codings', where);
    const missing = codes.filter(({ id }) => !there.some(({ codeId }) => codeId === id));
    if (missing.length === 0) throw new BagomError('row.exists', { table: 'codings', id: there[0]!.id });
    const createdAt = new Date().toISOString();
    const rows = missing.map(({ id: codeId }) => ({
      id: newId(),
      ...where,
      codeId,
      quoteHash: quoteHash(text.slice(span.from, span.to)),
      createdAt,
    }));
    const subject = missing.map(({ name }) => name).join(', ');
    return change(
      study,
      'coding.add',
      short(subject),
      rows.map((row) => insert('codings', row)),
      rows[0]!.id,
    );
  }),

  remove: api.coding.remove.handler(async ({ context: { study }, input: { id } }) => {
    const { codeId, sourceId } = rowOf(study, 'codings', id);
    const { name } = rowOf(study, 'codes', codeId);
    // A memo outlives the coding it was written at: it goes on at the text.
    const memos = rowsWhere(study.state, 'memos', { about: 'coding', aboutId: id }).map((memo) =>
      update('memos', memo.id, { about: 'source', aboutId: sourceId }),
    );
    return change(study, 'coding.remove', name, [...memos, remove('codings', id)], id);
  }),

  saveCode: api.coding.saveCode.handler(async ({ context: { study }, input }) => {
    const known = input.id ? rowOf(study, 'codes', input.id) : undefined;
    const parentId = input.parentId === undefined ? (known?.parentId ?? null) : input.parentId;
    if (parentId) checkParent(study, known?.id, parentId);
    const siblings = siblingsOf(study, parentId);
    const row: Code = {
      ...(known ?? {
        parentId,
        position: (siblings.at(-1)?.position ?? -1) + 1,
        definition: '',
        use: '',
        useNot: '',
        example: '',
        origin: 'inductive' as const,
        hue: nextHue(study),
        shortName: null,
        status: null,
      }),
      ...given(input),
      name: input.name.trim(),
      id: known?.id ?? newId(),
    };
    return change(study, 'code.save', row.name, [put(study, 'codes', row)], row.id);
  }),

  moveCode: api.coding.moveCode.handler(async ({ context: { study }, input: { id, parentId, before } }) => {
    const code = rowOf(study, 'codes', id);
    if (parentId) checkParent(study, id, parentId);
    const siblings = siblingsOf(study, parentId).filter((sibling) => sibling.id !== id);
    const at = before === null ? siblings.length : siblings.findIndex((sibling) => sibling.id === before);
    if (at === -1) throw new BagomError('row.missing', { table: 'codes', id: before });
    siblings.splice(at, 0, code);
    const drafts = siblings.flatMap((sibling, position): Draft[] => {
      if (sibling.id === id) return [update('codes', id, { parentId, position })];
      return sibling.position === position ? [] : [update('codes', sibling.id, { position })];
    });
    return change(study, 'code.move', code.name, drafts, id);
  }),

  removeCode: api.coding.removeCode.handler(async ({ context: { study }, input: { id } }) => {
    const { name } = rowOf(study, 'codes', id);
    const { state } = study;
    const by = [
      ['codings', rowsWhere(state, 'codings', { codeId: id }).length],
      ['codes', rowsWhere(state, 'codes', { parentId: id }).length],
      // Claims and matrices hold codes in lists, which the database does not watch.
      ['claims', [...state.claims.values()].filter(({ codes }) => codes.includes(id)).length],
      ['blocks', [...state.blocks.values()].filter(({ matrix }) => matrix?.codes.includes(id)).length],
    ].find(([, n]) => n !== 0);
    if (by) throw new BagomError('row.in-use', { by: by[0]! });
    return change(study, 'code.remove', name, [remove('codes', id)], id);
  }),

  saveCoder: api.coding.saveCoder.handler(async ({ context: { study }, input }) => {
    if (input.id) rowOf(study, 'coders', input.id);
    const row = { ...input, id: input.id ?? newId() };
    return change(study, 'coder.save', row.name, [put(study, 'coders', row)], row.id);
  }),

  saveMemo: api.coding.saveMemo.handler(async ({ context: { study }, input }) => {
    const known = input.id ? rowOf(study, 'memos', input.id) : undefined;
    if (input.about !== 'study') rowOf(study, MEMO_TABLES[input.about], input.aboutId);
    const row = {
      ...input,
      ...(await placeOf(study, input)),
      id: known?.id ?? newId(),
      createdAt: known?.createdAt ?? new Date().toISOString(),
    };
    return change(study, 'memo.save', short(row.title || row.body), [put(study, 'memos', row)], row.id);
  }),

  removeMemo: api.coding.removeMemo.handler(async ({ context: { study }, input: { id } }) => {
    const { title, body } = rowOf(study, 'memos', id);
    return change(study, 'memo.remove', short(title || body), [remove('memos', id)], id);
  }),
};

/** The words an annotation is about, as they are kept; a memo about something as a whole has no place. */
async function placeOf(
  study: StudyFile,
  { about, aboutId, version, from, to }: Pick<Memo, 'about' | 'aboutId' | 'version' | 'from' | 'to'>,
): Promise<Pick<Memo, keyof typeof NO_PLACE>> {
  if (about !== 'source' || version === null || from === null || to === null) return NO_PLACE;
  const { source, text } = await currentText(study, aboutId);
  checkVersion(source, version);
  const span = trimmedSpan(text, { from, to });
  return { version, ...span, quoteHash: quoteHash(text.slice(span.from, span.to)) };
}

function checkParent(study: StudyFile, id: string | undefined, parentId: string): void {
  rowOf(study, 'codes', parentId);
  if (id && withDescendants(study.state, [id]).has(parentId)) throw new BagomError('code.own-descendant');
}

function siblingsOf({ state }: StudyFile, parentId: string | null): Code[] {
  return rowsWhere(state, 'codes', { parentId }).sort(
    (a, b) => a.position - b.position || (a.id < b.id ? -1 : 1),
  );
}

/** The golden angle: however many codes there are, the next one's hue lies far from the last ones'. */
function nextHue({ state }: StudyFile): number {
  return Math.round(state.codes.size * 137.508) % 360;
}
