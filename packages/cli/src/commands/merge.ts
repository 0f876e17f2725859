import { conflictsToDecide, veilOver } from '@bagom/core';
import type { MergeReport } from '@bagom/store';
import { command, EXIT, JSON_OPTION } from '../command.js';
import { conflictLines } from '../conflict-lines.js';
import type { Messages } from '../language.js';
import { leftOutField, SIGHT_OPTIONS, sightOf } from '../sight.js';
import { studyLocation } from '../study-location.js';
import { withStudy } from '../with-study.js';

export const merge = command({
  name: 'merge',
  operands: [
    { name: 'STUDY', required: true },
    { name: 'OTHER', required: true },
  ],
  options: { ...SIGHT_OPTIONS, ...JSON_OPTION },
  async run({ operands: [name = '', other = ''], options, io, messages, json }) {
    const { mergeStudies, openStudy } = await import('@bagom/store');
    const { report, state, sight } = await withStudy(name, 'write', async (ours) => {
      const theirs = await openStudy(studyLocation(other), { mode: 'read' });
      try {
        const { conflicts, ...rest } = await mergeStudies(ours, theirs);
        const sight = sightOf(ours.state, options, { io, messages });
        const veil = veilOver(ours.state, sight.who);
        const told = conflicts.filter((conflict) => !veil?.hides('mergeConflicts', conflict));
        const report = { ...rest, conflicts: told, hiddenConflicts: conflicts.length - told.length };
        return { report, state: ours.state, sight };
      } finally {
        await theirs.close();
      }
    });
    const { conflicts, hiddenConflicts } = report;
    if (json) io.out(JSON.stringify({ ...report, ...leftOutField(sight) }));
    else {
      for (const line of summary(report, messages)) io.out(line);
      const numbers = new Map(conflictsToDecide(state).map(({ id }, i) => [id, i + 1]));
      const numbered = conflicts.map((conflict) => ({ number: numbers.get(conflict.id) ?? 0, conflict }));
      if (conflicts.length > 0) io.out(conflictLines(state, numbered, messages));
      if (hiddenConflicts > 0) io.out(messages.merge.hidden(hiddenConflicts));
    }
    return conflicts.length + hiddenConflicts + report.lost > 0 ? EXIT.findings : EXIT.done;
  },
});

/** What came in, by whom, and what is not as simple as that. */
function summary(report: MergeReport, { merge: say, number }: Messages): string[] {
  const { operations, changes, people, missingOriginals, sameCoders } = report;
  if (operations === 0) return [say.nothing];
  return [
    say.done(number(operations), number(changes)),
    ...people.map(({ actor, since, until, kinds }) => {
      const days = [since, until].map((at) => at.slice(0, 10));
      const work = kinds.map(({ kind, n }) => `${kind} ${number(n)}`).join(', ');
      return say.person(actor, days[0]!, days[1]!, work);
    }),
    ...(report.forward ? [say.forward] : []),
    ...(report.restored > 0 ? [say.restored(report.restored)] : []),
    ...(report.lost > 0 ? [say.lost(report.lost)] : []),
    ...(report.doubled > 0 ? [say.doubled(report.doubled)] : []),
    ...(report.renumbered > 0 ? [say.renumbered(report.renumbered)] : []),
    ...(sameCoders.length > 0 ? [say.sameCoders(sameCoders.join(', '))] : []),
    ...(missingOriginals.length > 0
      ? [say.missing(missingOriginals.map(({ hash, name }) => name || hash.slice(0, 12)).join(', '))]
      : []),
  ];
}
