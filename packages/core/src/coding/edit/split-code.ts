import { BagomError } from '../../study/bagom-error.js';
import { insert, update, type Draft, type StudyState } from '../../study/state.js';
import { hueApart } from '../code-hue.js';
import type { Code } from '../coding.js';
import { codeEvent, type Stamp } from './code-event.js';
import { followCodes } from './code-lists.js';
import { followExamples } from './follow-examples.js';
import { codeOf } from './merge-codes.js';
import { siblingsUnder } from './place-code.js';

export interface SplitWish {
  codingIds: readonly string[];
  name: string;
  definition?: string;
  /** Under the old code rather than beside it. */
  under: boolean;
}

/**
 * Takes some of a code's codings out into a new code, which stands right after the old one or last under it. Beside it, claims,
 * matrices and samples that name the old code name the new one too, so that nobody is counted less because the codebook got finer.
 * @throws BagomError `coding.other-code` when a coding is not the code's; `code.nothing-to-split` without codings.
 */
export function splitCode(
  state: StudyState,
  codeId: string,
  { codingIds, name, definition = '', under }: SplitWish,
  stamp: Stamp,
): { drafts: Draft[]; id: string } {
  const code = codeOf(state, codeId);
  const chosen = [...new Set(codingIds)];
  if (chosen.length === 0) throw new BagomError('code.nothing-to-split', { name: code.name });
  for (const id of chosen)
    if (state.codings.get(id)?.codeId !== codeId)
      throw new BagomError('coding.other-code', { name: code.name });
  const id = stamp.newId();
  const parentId = under ? codeId : code.parentId;
  const siblings = siblingsUnder(state, parentId);
  const at = under ? siblings.length : siblings.findIndex((one) => one.id === codeId) + 1;
  const hue = hueApart(state.codes.values());
  const row: Code = {
    ...code,
    id,
    parentId,
    position: at,
    name,
    definition,
    use: '',
    useNot: '',
    example: '',
    hue,
    shortName: null,
    status: code.status === 'retired' ? null : code.status,
  };
  const drafts: Draft[] = [
    insert('codes', row),
    ...siblings.flatMap((sibling, index): Draft[] => {
      const position = index < at ? index : index + 1;
      return sibling.position === position ? [] : [update('codes', sibling.id, { position })];
    }),
    ...chosen.map((codingId) => update('codings', codingId, { codeId: id })),
    ...followExamples(state, new Set(chosen), id),
    ...(under ? [] : followCodes(state, (one) => (one === codeId ? [one, id] : [one]))),
    codeEvent(stamp, codeId, 'split', { into: name, intoId: id, codings: String(chosen.length) }),
    codeEvent(stamp, id, 'made', { name, from: code.name, fromId: codeId }),
  ];
  return { drafts, id };
}
