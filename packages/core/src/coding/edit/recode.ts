import { BagomError } from '../../study/bagom-error.js';
import type { Draft, StudyState } from '../../study/state.js';
import { codePath } from '../codebook.js';
import type { Coding } from '../coding.js';
import { codeEvent, type Stamp } from './code-event.js';
import { codeOf } from './merge-codes.js';
import { followExamples } from './follow-examples.js';
import { moveCodings } from './move-codings.js';
import { statusOf } from './save-code.js';

/**
 * Gives chosen codings another code; the codes they had stay, and each of them keeps how many it gave away.
 * @throws BagomError `row.missing`, `code.retired`, `code.nothing-to-recode` when all of them have the code already.
 */
export function recode(
  state: StudyState,
  codingIds: readonly string[],
  toId: string,
  stamp: Stamp,
): { drafts: Draft[]; moved: number; joined: number } {
  const to = codeOf(state, toId);
  if (statusOf(to) === 'retired') throw new BagomError('code.retired', { name: to.name });
  const chosen = [...new Set(codingIds)].flatMap((id): Coding[] => {
    const coding = state.codings.get(id);
    if (!coding) throw new BagomError('row.missing', { table: 'codings', id });
    return coding.codeId === toId ? [] : [coding];
  });
  if (chosen.length === 0) throw new BagomError('code.nothing-to-recode', { name: to.name });
  const { drafts, moved, joined } = moveCodings(state, chosen, toId);
  drafts.push(...followExamples(state, new Set(chosen.map(({ id }) => id)), toId));
  const given = new Map<string, number>();
  for (const { codeId } of chosen) given.set(codeId, (given.get(codeId) ?? 0) + 1);
  const into = codePath(state, toId);
  for (const [codeId, n] of given) {
    const from = codePath(state, codeId);
    drafts.push(codeEvent(stamp, codeId, 'recoded', { into, intoId: toId, codings: String(n) }));
    drafts.push(codeEvent(stamp, toId, 'recoded', { from, fromId: codeId, codings: String(n) }));
  }
  return { drafts, moved, joined };
}
