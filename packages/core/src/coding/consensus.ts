import type { Span } from '../text/spans.js';
import type { StudyState } from '../study/state.js';
import type { CodedText } from './agreement/coded-text.js';
import { disagreementsIn } from './agreement/disagreements.js';
import { merged } from './agreement/text-units.js';
import { CONSENSUS_CODER, type Resolution } from './double-coding.js';

/** The latest resolution of each stretch and code of a double coding, by `resolutionKey`. */
export function resolutionsOf(state: StudyState, doubleCodingId: string): Map<string, Resolution> {
  const found = new Map<string, Resolution>();
  for (const resolution of state.resolutions.values()) {
    if (resolution.doubleCodingId !== doubleCodingId) continue;
    const key = resolutionKey(resolution);
    const known = found.get(key);
    if (!known || known.at <= resolution.at) found.set(key, resolution);
  }
  return found;
}

/** Of a disagreement and its resolution the same. */
export const resolutionKey = (
  at: Pick<Resolution, 'sourceId' | 'version' | 'from' | 'to' | 'codeId'>,
): string => [at.sourceId, at.version, at.from, at.to, at.codeId].join(' ');

/** Where a resolution says that the code stands. */
export const keptSpans = ({
  decision,
  spans,
  from,
  to,
}: Pick<Resolution, 'decision' | 'spans' | 'from' | 'to'>) =>
  decision === 'drop' ? [] : (spans ?? [{ from, to }]);

/** A stretch of a text that a code belongs on, by what coders agreed on or settled. */
export interface Agreed extends Span {
  sourceId: string;
  version: number;
  codeId: string;
}

/**
 * What coders agree on in a text: stretches that all its judges coded alike, and what was settled of the others. Stretches that
 * they differ on and have not settled are left out.
 */
export function agreedIn(
  text: CodedText,
  where: Pick<Agreed, 'sourceId' | 'version'>,
  codeIds: readonly string[],
  resolutions: ReadonlyMap<string, Resolution>,
): Agreed[] {
  if (text.judges.filter(Boolean).length < 2) return [];
  const differing = new Map<string, Span[]>();
  for (const { code, from, to } of disagreementsIn(text, codeIds)) {
    const spans = differing.get(code);
    if (spans) spans.push({ from, to });
    else differing.set(code, [{ from, to }]);
  }
  return codeIds.flatMap((codeId) => {
    const stretches = merged((text.codings.get(codeId) ?? []).flat());
    return stretches.flatMap((stretch): Agreed[] => {
      const settled = differing
        .get(codeId)
        ?.find(({ from, to }) => from === stretch.from && to === stretch.to);
      if (!settled) return [{ ...where, codeId, ...stretch }];
      const resolution = resolutions.get(resolutionKey({ ...where, codeId, ...stretch }));
      return resolution ? keptSpans(resolution).map((span) => ({ ...where, codeId, ...span })) : [];
    });
  });
}

/** What has to change for the consensus coder's codings to be these, where the stretches are those in question. */
export function consensusChanges(
  state: StudyState,
  wanted: readonly Agreed[],
  inQuestion: readonly Agreed[],
): { add: Agreed[]; remove: string[] } {
  const key = ({ sourceId, version, codeId, from, to }: Agreed) =>
    [sourceId, version, codeId, from, to].join(' ');
  const asked = new Map<string, Span[]>();
  for (const { sourceId, version, codeId, from, to } of inQuestion) {
    const at = [sourceId, version, codeId].join(' ');
    asked.set(at, [...(asked.get(at) ?? []), { from, to }]);
  }
  const want = new Map(wanted.map((one) => [key(one), one]));
  const remove: string[] = [];
  for (const coding of state.codings.values()) {
    if (coding.coderId !== CONSENSUS_CODER) continue;
    if (want.delete(key(coding))) continue;
    const stretches = asked.get([coding.sourceId, coding.version, coding.codeId].join(' ')) ?? [];
    if (stretches.some(({ from, to }) => from < coding.to && coding.from < to)) remove.push(coding.id);
  }
  return { add: [...want.values()], remove };
}
