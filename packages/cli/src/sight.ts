import { keptBack, LEADS, seenBy, type Onlooker, type StudyState } from '@bagom/core';
import type { OptionSpecs } from './arguments.js';
import type { Io } from './command.js';
import type { Messages } from './language.js';
import type { LeftOut } from './left-out.js';
import { coderNamed } from './named.js';
import { UsageError } from './usage-error.js';

/** The options of every command that tells of codings: who looks, while some of them are made blind. */
export const SIGHT_OPTIONS = {
  'seen-by': { kind: 'text', value: 'NAME' },
  unveil: { kind: 'flag' },
} as const satisfies OptionSpecs;

/** The study as whoever runs a command may see it. */
export interface Sight {
  who: Onlooker;
  seen: StudyState;
  /** Null: nothing. */
  leftOut: LeftOut | null;
}

interface Asked {
  'seen-by': string | undefined;
  unveil: boolean;
}

/**
 * Who runs a command holds the whole file and says who they are: nobody in particular (what every coder may see), a coder, or the
 * one who leads the study. What is left out for them is said on standard error at once, whatever comes of the command.
 */
export function sightOf(
  state: StudyState,
  { 'seen-by': coder, unveil }: Asked,
  { io, messages }: { io: Io; messages: Messages },
): Sight {
  if (coder !== undefined && unveil)
    throw new UsageError('usage.not-both', { option: '--seen-by', other: '--unveil' });
  const who = unveil ? LEADS : coder === undefined ? null : coderNamed(state, coder, '--seen-by');
  const kept = keptBack(state, who);
  const leftOut: LeftOut | null = kept && {
    ...kept,
    texts: kept.texts.map(({ sourceId, ...text }) => ({
      source: state.sources.get(sourceId)?.title ?? sourceId,
      ...text,
    })),
    why: 'blind',
  };
  if (leftOut) io.err(messages.leftOut(leftOut));
  return { who, seen: seenBy(state, who), leftOut };
}

/** The same as a field of a JSON answer; none where nothing is left out. */
export const leftOutField = ({ leftOut }: Pick<Sight, 'leftOut'>): { leftOut?: LeftOut } =>
  leftOut ? { leftOut } : {};
