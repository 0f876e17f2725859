import { BagomError } from '../../study/bagom-error.js';
import { rowsWhere, update, type Draft, type StudyState } from '../../study/state.js';
import { codePath, withDescendants } from '../codebook.js';
import type { Code } from '../coding.js';
import { codeEvent, type Stamp } from './code-event.js';

/** The codes under a parent, in the researcher's order. */
export function siblingsUnder(state: StudyState, parentId: string | null): Code[] {
  return rowsWhere(state, 'codes', { parentId }).sort(
    (a, b) => a.position - b.position || (a.id < b.id ? -1 : 1),
  );
}

/**
 * Moves a code, with all that is under it, under another (null: to the top), before a sibling (null: last). A new order among the
 * same siblings is no event; a new parent is.
 * @throws BagomError `code.own-descendant`, or `row.missing` when `before` is no sibling there.
 */
export function placeCode(
  state: StudyState,
  code: Code,
  { parentId, before }: { parentId: string | null; before: string | null },
  stamp: Stamp,
): Draft[] {
  if (parentId !== null && withDescendants(state, [code.id]).has(parentId))
    throw new BagomError('code.own-descendant');
  const siblings = siblingsUnder(state, parentId).filter(({ id }) => id !== code.id);
  const at = before === null ? siblings.length : siblings.findIndex(({ id }) => id === before);
  if (at === -1) throw new BagomError('row.missing', { table: 'codes', id: before });
  siblings.splice(at, 0, code);
  const drafts = siblings.flatMap(({ id, position: was }, position): Draft[] => {
    if (id === code.id) return [update('codes', id, { parentId, position })];
    return was === position ? [] : [update('codes', id, { position })];
  });
  if (parentId === code.parentId) return drafts;
  const [from, to] = [code.parentId, parentId].map((id) => (id === null ? '' : codePath(state, id)));
  return [...drafts, codeEvent(stamp, code.id, 'moved', { from: from!, to: to! })];
}
