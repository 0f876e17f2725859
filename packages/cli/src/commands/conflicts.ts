import {
  BagomError,
  conflictKind,
  conflictsToDecide,
  seenBy,
  type MergeConflict,
  type StudyState,
} from '@bagom/core';
import type { SettledConflict } from '@bagom/store';
import { command, EXIT, JSON_OPTION } from '../command.js';
import { conflictLines } from '../conflict-lines.js';
import type { Messages } from '../language.js';
import { leftOutField, SIGHT_OPTIONS, sightOf } from '../sight.js';
import { UsageError } from '../usage-error.js';
import { withStudy } from '../with-study.js';

export const conflicts = command({
  name: 'conflicts',
  operands: [
    { name: 'STUDY', required: true },
    { name: 'NUMBER', required: false, many: true },
  ],
  options: {
    ...SIGHT_OPTIONS,
    choose: { kind: 'choice', value: 'CHOICE', choices: ['ours', 'theirs', 'both'] },
    ...JSON_OPTION,
  },
  async run({ operands: [name = '', ...numbers], options, io, messages, json }) {
    const { choose } = options;
    if (numbers.length > 0 && !choose) throw new UsageError('usage.missing-option', { option: '--choose' });
    const { settleConflict } = await import('@bagom/store');
    const { settled, left, state, sight } = await withStudy(
      name,
      choose ? 'write' : 'read',
      async (study) => {
        const sight = sightOf(study.state, options, { io, messages });
        // What is coded blind is settled by who may see it.
        const seen = () => new Set(seenBy(study.state, sight.who).mergeConflicts.keys());
        const settled: { number: number; done: SettledConflict }[] = [];
        if (choose)
          for (const { number, conflict } of chosen(numbered(study.state, seen()), numbers, choose)) {
            const done = await settleConflict(study, conflict.id, { choose });
            // How many places follow would tell of codings that are made blind.
            settled.push({ number, done: sight.leftOut ? { ...done, texts: null } : done });
          }
        return { settled, left: numbered(study.state, seen()), state: study.state, sight };
      },
    );
    const open = left.filter(({ conflict }) => conflict.state === 'open');
    if (json)
      io.out(
        JSON.stringify({
          settled: settled.map(({ number, done: { texts } }) => ({ number, texts })),
          conflicts: left.map(({ number, conflict }) => ({ number, ...conflict })),
          ...leftOutField(sight),
        }),
      );
    else {
      for (const { number, done } of settled) io.out(told(number, done, messages));
      io.out(open.length === 0 ? messages.conflicts.none : conflictLines(state, open, messages));
    }
    return open.length > 0 ? EXIT.findings : EXIT.done;
  },
});

interface Numbered {
  number: number;
  conflict: MergeConflict;
}

/** Every conflict that may be seen with its number, which it keeps: in the order in which they came. */
function numbered(state: StudyState, seen: ReadonlySet<string>): Numbered[] {
  return conflictsToDecide(state)
    .map((conflict, i) => ({ number: i + 1, conflict }))
    .filter(({ conflict }) => seen.has(conflict.id));
}

/** Those named by number; all open ones when none is. With `both`, the texts among these. */
function chosen(all: readonly Numbered[], numbers: readonly string[], choose: 'ours' | 'theirs' | 'both') {
  if (numbers.length > 0)
    return numbers.map((number) => {
      const found = all.find((one) => String(one.number) === number);
      if (!found) throw new BagomError('merge.no-conflict', { number });
      return found;
    });
  const open = all.filter(({ conflict }) => conflict.state === 'open');
  return choose === 'both' ? open.filter(({ conflict }) => conflictKind(conflict) === 'version') : open;
}

function told(number: number, { texts }: SettledConflict, { conflicts: say }: Messages): string {
  if (!texts) return say.settled(number);
  const { counts, found, clashes, version } = texts;
  return [
    say.settledText(number, version),
    say.followed(counts.same + counts.moved + counts.changed, counts.changed),
    ...(counts.lost > 0 ? [say.lost(counts.lost)] : []),
    ...(found > 0 ? [say.found(found)] : []),
    ...clashes.map(({ ours, theirs }) => say.clash(ours, theirs)),
  ].join('\n');
}
