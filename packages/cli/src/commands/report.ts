import type { Onlooker, PrintedReport } from '@bagom/core';
import type { StudyFile } from '@bagom/store';
import { extname } from 'node:path';
import { command, EXIT, JSON_OPTION } from '../command.js';
import { refuseStudy, writeWhole } from '../files.js';
import { leftOutField, SIGHT_OPTIONS, sightOf } from '../sight.js';
import { UsageError } from '../usage-error.js';
import { withStudy } from '../with-study.js';

export const report = command({
  name: 'report',
  operands: [{ name: 'STUDY', required: true }],
  options: { out: { kind: 'text', value: 'FILE' }, ...SIGHT_OPTIONS, ...JSON_OPTION },
  async run({ operands: [name = ''], options, io, messages, json }) {
    const { out } = options;
    if (out === undefined) throw new UsageError('usage.missing-option', { option: '--out' });
    // Before the study is opened: it may be the study itself that would be overwritten.
    await refuseStudy(out);
    const render = RENDERERS[extname(out).toLowerCase()];
    if (!render)
      throw new UsageError('usage.bad-value', {
        option: '--out',
        given: out,
        allowed: Object.keys(RENDERERS).join(', '),
      });
    const { printed, bytes, sight } = await withStudy(name, 'read', async (study) => {
      const sight = sightOf(study.state, options, { io, messages });
      const { printedReport } = await import('@bagom/server');
      const printed = await printedReport(study, sight.who);
      return { printed, bytes: await render(printed, study, sight.who), sight };
    });
    await writeWhole(out, bytes);
    const { excerpts, persons, withheld } = printed;
    if (json) io.out(JSON.stringify({ file: out, excerpts, persons, withheld, ...leftOutField(sight) }));
    else {
      io.out(messages.report.written(out, excerpts, persons));
      if (withheld > 0) io.out(messages.report.withheld(withheld));
    }
    return EXIT.done;
  },
});

type Render = (printed: PrintedReport, study: StudyFile, who: Onlooker) => Promise<Uint8Array | string>;

/** How a report is written, by the ending of its file. */
const RENDERERS: Readonly<Record<string, Render>> = {
  '.html': async (printed, study) => (await import('@bagom/server')).reportHtml(printed, smallCellOf(study)),
  '.docx': async (printed, study) => (await import('@bagom/server')).reportDocx(printed, smallCellOf(study)),
  '.txt': async (_, study, who) => (await import('@bagom/server')).reportText(study, who),
};

function smallCellOf({ state }: StudyFile): { smallCell: number } {
  return { smallCell: [...state.studies.values()][0]?.smallCell ?? 3 };
}
