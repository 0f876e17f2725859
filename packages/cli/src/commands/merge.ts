import { veilOver } from '@bagom/core';
import { command, EXIT, JSON_OPTION } from '../command.js';
import { studyLocation } from '../study-location.js';
import { leftOutField, SIGHT_OPTIONS, sightOf } from '../sight.js';
import { table } from '../table.js';
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
    const { report, sight } = await withStudy(name, 'write', async (ours) => {
      const theirs = await openStudy(studyLocation(other), { mode: 'read' });
      try {
        const { conflicts, ...rest } = await mergeStudies(ours, theirs);
        const sight = sightOf(ours.state, options, { io, messages });
        const veil = veilOver(ours.state, sight.who);
        const told = conflicts.filter((conflict) => !veil?.hides('mergeConflicts', conflict));
        return {
          report: { ...rest, conflicts: told, hiddenConflicts: conflicts.length - told.length },
          sight,
        };
      } finally {
        await theirs.close();
      }
    });
    const { conflicts, hiddenConflicts } = report;
    if (json) io.out(JSON.stringify({ ...report, ...leftOutField(sight) }));
    else {
      const { merge: say, number } = messages;
      io.out(say.done(number(report.operations), number(report.changes), report.restored, report.lost));
      if (conflicts.length > 0) {
        const shown = conflicts.map(({ table: where, rowId, column, ours, theirs }) => [
          where,
          rowId,
          column,
          short(ours),
          short(theirs),
        ]);
        io.out([say.conflicts(conflicts.length), table([say.columns, ...shown], [])].join('\n'));
      }
      if (hiddenConflicts > 0) io.out(say.hidden(hiddenConflicts));
    }
    return conflicts.length + hiddenConflicts + report.lost > 0 ? EXIT.findings : EXIT.done;
  },
});

/** A value in a line: of a row only its words. */
function short(value: unknown): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
}
