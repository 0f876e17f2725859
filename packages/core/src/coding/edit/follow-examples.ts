import { rowsBy } from '../../study/rows-by.js';
import { remove, update, type Draft, type StudyState } from '../../study/state.js';
import { overlaps } from '../../text/spans.js';
import type { Example } from '../coding.js';

const place = ({ sourceId, version, from, to }: Example) => `${sourceId} ${version} ${from} ${to}`;

/**
 * The examples that stand on codings which get another code follow them: a passage that no longer has a code cannot show what the
 * code means. One stays where a coding of its code is left on its words, and where it never stood on a coding.
 */
export function followExamples(state: StudyState, codingIds: ReadonlySet<string>, toCodeId: string): Draft[] {
  const following = [...state.examples.values()].filter((example) => {
    const under = [...rowsBy(state, 'codings', 'sourceId', example.sourceId).values()].filter(
      (coding) =>
        coding.codeId === example.codeId && coding.version === example.version && overlaps(coding, example),
    );
    return under.length > 0 && under.every(({ id }) => codingIds.has(id));
  });
  return moveExamples(state, following, toCodeId);
}

/** Gives examples to another code; where it shows the same words already, one is enough. */
export function moveExamples(state: StudyState, examples: readonly Example[], toCodeId: string): Draft[] {
  const there = new Set([...rowsBy(state, 'examples', 'codeId', toCodeId).values()].map(place));
  return examples.flatMap((example): Draft[] => {
    if (example.codeId === toCodeId) return [];
    if (there.has(place(example))) return [remove('examples', example.id)];
    there.add(place(example));
    return [update('examples', example.id, { codeId: toCodeId })];
  });
}
