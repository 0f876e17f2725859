import { update, type Draft, type StudyState } from '../../study/state.js';
import { branchHues } from '../code-hue.js';
import { flatTree, codeTree, withDescendants } from '../codebook.js';
import { codeEvent, type Stamp } from './code-event.js';
import { codeOf } from './merge-codes.js';

/** Gives a code another hue; with `branch` all that is under it too, in hues near it. */
export function recolour(
  state: StudyState,
  codeId: string,
  hue: number,
  branch: boolean,
  stamp: Stamp,
): Draft[] {
  codeOf(state, codeId);
  const inBranch = branch ? withDescendants(state, [codeId]) : new Set([codeId]);
  const codes = flatTree(codeTree(state)).filter(({ code }) => inBranch.has(code.id));
  const hues = branchHues(hue, codes.length);
  return [
    ...codes.map(({ code }, i) => update('codes', code.id, { hue: hues[i]! })),
    codeEvent(stamp, codeId, 'recoloured', { codes: String(codes.length) }),
  ];
}
