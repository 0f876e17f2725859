import {
  BagomError,
  changeEvents,
  codeCounts,
  hangingOnCode,
  hueApart,
  insert,
  keepMemos,
  NEW_CODE,
  placeCode,
  remove,
  removeCode,
  rowsWhere,
  siblingsUnder,
  update,
  type Code,
} from '@bagom/core';
import { newId, type StudyFile } from '@bagom/store';
import { seenFile, seenStudy, veilOf } from '../seen-study.js';
import { codedSince, codedSource } from '../coded-source.js';
import { currentText } from '../source-entries.js';
import { api, change, checkVersion, given, put, quoteHash, rowOf, short, trimmedSpan } from './api.js';
import { stampOf } from './codebook.js';

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

  read: api.coding.read.handler(({ context, input: { sourceId } }) => codedSource(context, sourceId)),

  since: api.coding.since.handler(({ context, input: { sourceId, seq } }) =>
    codedSince(context, sourceId, seq),
  ),

  add: api.coding.add.handler(async ({ context: { study }, input }) => {
    const { source, text } = await currentText(study, input.sourceId);
    checkVersion(source, input.version);
    rowOf(study, 'coders', input.coderId);
    const span = trimmedSpan(text, input);
    const known = [...new Set(input.codeIds)].map((id) => rowOf(study, 'codes', id));
    refuseRetired(known);
    const made = input.newCode && newCode(study, input.newCode);
    const codes = made ? [...known, made] : known;
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
    const making = made ? [insert('codes', made), ...changeEvents(undefined, made, stampOf(study))] : [];
    const drafts = [...making, ...rows.map((row) => insert('codings', row))];
    return { ...(await change(study, 'coding.add', short(subject), drafts, rows[0]!.id)), codings: rows };
  }),

  remove: api.coding.remove.handler(async ({ context, input: { id } }) => {
    const { study } = context;
    const { codeId, sourceId } = rowOf(await seenFile(context), 'codings', id);
    const { name } = rowOf(study, 'codes', codeId);
    // A memo outlives the coding it was written at: it goes on at the text.
    const heir = { about: 'source', aboutId: sourceId } as const;
    const memos = keepMemos(study.state, 'coding', new Set([id]), () => heir);
    return change(study, 'coding.remove', name, [...memos, remove('codings', id)], id);
  }),

  saveCode: api.coding.saveCode.handler(async ({ context: { study }, input: { note, ...input } }) => {
    const { state } = study;
    const known = input.id ? rowOf(study, 'codes', input.id) : undefined;
    const parentId = input.parentId === undefined ? (known?.parentId ?? null) : input.parentId;
    if (parentId) rowOf(study, 'codes', parentId);
    const stamp = stampOf(study, note);
    const made = known ?? newCode(study, { name: input.name, parentId });
    const row: Code = { ...made, ...given(input), name: input.name.trim(), id: made.id };
    // A new place is a move, in the history too.
    const place =
      known && parentId !== known.parentId ? placeCode(state, known, { parentId, before: null }, stamp) : [];
    const { parentId: _, position: __, ...rest } = row;
    const save = known ? update('codes', row.id, rest) : put(study, 'codes', row);
    const drafts = [...place, save, ...changeEvents(known, row, stamp)];
    return change(study, 'code.save', row.name, drafts, row.id);
  }),

  moveCode: api.coding.moveCode.handler(async ({ context: { study }, input: { id, note, ...place } }) => {
    const code = rowOf(study, 'codes', id);
    if (place.parentId) rowOf(study, 'codes', place.parentId);
    return change(
      study,
      'code.move',
      code.name,
      placeCode(study.state, code, place, stampOf(study, note)),
      id,
    );
  }),

  removeCode: api.coding.removeCode.handler(async ({ context, input: { id, withAll, note } }) => {
    const { study } = context;
    const { name } = rowOf(study, 'codes', id);
    // It would take codings along that may not be seen; to refuse only then would tell that there are some.
    if ((await veilOf(context)) !== null) throw new BagomError('code.blind', { name });
    const { persons: _, memos: __, ...hanging } = hangingOnCode(study.state, id);
    const by = Object.entries(hanging).find(([, n]) => n !== 0);
    if (by && !withAll) throw new BagomError('row.in-use', { by: by[0] });
    return change(study, 'code.remove', name, removeCode(study.state, id, stampOf(study, note)), id);
  }),

  saveCoder: api.coding.saveCoder.handler(async ({ context: { study }, input }) => {
    if (input.id) rowOf(study, 'coders', input.id);
    const row = { ...input, id: input.id ?? newId() };
    return change(study, 'coder.save', row.name, [put(study, 'coders', row)], row.id);
  }),
};

/** A code of this name, the last of those under its parent, in a colour apart. */
function newCode(study: StudyFile, { name, parentId }: { name: string; parentId: string | null }): Code {
  const { state } = study;
  if (parentId) rowOf(study, 'codes', parentId);
  return {
    ...NEW_CODE,
    id: newId(),
    name: name.trim(),
    parentId,
    position: (siblingsUnder(state, parentId).at(-1)?.position ?? -1) + 1,
    hue: hueApart(state.codes.values()),
  };
}

/** A retired code keeps its codings and takes no new ones. */
export function refuseRetired(codes: readonly Code[]): void {
  const retired = codes.find(({ status }) => status === 'retired');
  if (retired) throw new BagomError('code.retired', { name: retired.name });
}
