import { BagomError } from '../../study/bagom-error.js';
import { remove, update, type Draft, type StudyState } from '../../study/state.js';
import { codePath, withDescendants } from '../codebook.js';
import type { Code } from '../coding.js';
import { codeEvent, type Stamp } from './code-event.js';
import { followCodes, followLostPlaces } from './code-lists.js';
import { moveExamples } from './follow-examples.js';
import { followMemos } from './follow-memos.js';
import { moveCodings } from './move-codings.js';
import { siblingsUnder } from './place-code.js';
import { statusOf } from './save-code.js';

/**
 * Makes several codes one. Their codings get the code that stays (see `moveCodings`), the codes under them move under it, and
 * whatever names them names it: examples, memos, claims, matrices, samples of double coding and how disagreements were settled. What they
 * were called and meant stays in the history, at the code that stays.
 * @throws BagomError `code.retired` when the code that stays takes no codings, `row.missing`.
 */
export function mergeCodes(
  state: StudyState,
  ids: readonly string[],
  intoId: string,
  stamp: Stamp,
): { drafts: Draft[]; moved: number; joined: number } {
  const into = codeOf(state, intoId);
  const gone = [...new Set(ids)].filter((id) => id !== intoId).map((id) => codeOf(state, id));
  if (gone.length === 0) throw new BagomError('code.nothing-to-merge', { name: into.name });
  if (statusOf(into) === 'retired') throw new BagomError('code.retired', { name: into.name });
  const becomes = new Map(gone.map(({ id }) => [id, intoId]));
  const codings = [...state.codings.values()].filter(({ codeId }) => becomes.has(codeId));
  const { drafts, moved, joined } = moveCodings(state, codings, intoId);
  drafts.push(
    ...followMemos(state, 'code', becomes),
    ...followCodes(state, (id) => [becomes.get(id) ?? id]),
    ...followLostPlaces(state, becomes),
    ...moveExamples(
      state,
      [...state.examples.values()].filter(({ codeId }) => becomes.has(codeId)),
      intoId,
    ),
    ...[...state.resolutions.values()].flatMap(({ id, codeId }) =>
      becomes.has(codeId) ? [update('resolutions', id, { codeId: intoId })] : [],
    ),
    ...orphans(state, into, becomes),
    ...gone.flatMap(({ id, name, definition, use, useNot, example }) => {
      const path = codePath(state, id);
      const was = { name, path, definition, use, useNot, example };
      const meant = Object.fromEntries(Object.entries(was).filter(([, text]) => text !== ''));
      return [
        codeEvent(stamp, id, 'merged', { ...meant, into: into.name, intoId }),
        codeEvent(stamp, intoId, 'merged', { ...meant, fromId: id }),
        remove('codes', id),
      ];
    }),
  );
  return { drafts, moved, joined };
}

/** Where the codes under those that go shall stand, and the code that stays, when it stood under one of them. */
function orphans(state: StudyState, into: Code, becomes: ReadonlyMap<string, string>): Draft[] {
  /** The first code above that stays. */
  const above = (parentId: string | null): string | null =>
    parentId !== null && becomes.has(parentId) ? above(state.codes.get(parentId)!.parentId) : parentId;
  const drafts: Draft[] = [];
  const intoParent = above(into.parentId);
  let position = (siblingsUnder(state, into.id).at(-1)?.position ?? -1) + 1;
  if (intoParent !== into.parentId) drafts.push(update('codes', into.id, { parentId: intoParent }));
  for (const { id, parentId } of state.codes.values()) {
    if (id === into.id || becomes.has(id) || parentId === null || !becomes.has(parentId)) continue;
    // A code that the one which stays is under cannot move under it: it moves up instead.
    if (withDescendants(state, [id]).has(into.id))
      drafts.push(update('codes', id, { parentId: above(parentId) }));
    else drafts.push(update('codes', id, { parentId: into.id, position: position++ }));
  }
  return drafts;
}

/** @throws BagomError `row.missing` */
export function codeOf(state: StudyState, id: string): Code {
  const code = state.codes.get(id);
  if (!code) throw new BagomError('row.missing', { table: 'codes', id });
  return code;
}
