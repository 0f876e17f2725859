import { codeCounts, type CodeCount, type CodingManual, type ManualEntry } from '@bagom/core';
import { extname } from 'node:path';
import { command, EXIT, JSON_OPTION } from '../command.js';
import { refuseStudy, writeWhole } from '../files.js';
import type { Messages } from '../language.js';
import { leftOutField, SIGHT_OPTIONS, sightOf } from '../sight.js';
import { table } from '../table.js';
import { UsageError } from '../usage-error.js';
import { withStudy } from '../with-study.js';

export const codes = command({
  name: 'codes',
  operands: [{ name: 'STUDY', required: true }],
  options: { out: { kind: 'text', value: 'FILE' }, ...SIGHT_OPTIONS, ...JSON_OPTION },
  async run({ operands: [name = ''], options, io, messages, json }) {
    const { out } = options;
    const render = out === undefined ? undefined : RENDERERS[extname(out).toLowerCase()];
    if (out !== undefined) {
      await refuseStudy(out);
      if (!render)
        throw new UsageError('usage.bad-value', {
          option: '--out',
          given: out,
          allowed: Object.keys(RENDERERS).join(', '),
        });
    }
    const { counted, manual, bytes, sight } = await withStudy(name, 'read', async (study) => {
      const sight = sightOf(study.state, options, { io, messages });
      const { studyManual } = await import('@bagom/server');
      const printed = render || json ? await studyManual(study, new Date(), sight.who) : undefined;
      return {
        counted: codeCounts(sight.seen),
        manual: printed,
        bytes: render && printed ? await render(printed) : undefined,
        sight,
      };
    });
    if (out !== undefined && bytes !== undefined) await writeWhole(out, bytes);
    if (json) {
      const list = (manual?.codes ?? []).map(listed);
      const file = out === undefined ? {} : { file: out };
      io.out(JSON.stringify({ ...file, codes: list, ...leftOutField(sight) }));
    } else if (out !== undefined) io.out(messages.codes.written(out, counted.length));
    else io.out(drawn(counted, messages));
    return EXIT.done;
  },
});

type Render = (manual: CodingManual) => Promise<Uint8Array | string>;

/** How the coding manual is written, by the ending of its file. */
const RENDERERS: Readonly<Record<string, Render>> = {
  '.docx': async (manual) => (await import('@bagom/server')).manualDocx(manual),
  '.html': async (manual) => (await import('@bagom/server')).manualHtml(manual),
  '.txt': async (manual) => (await import('@bagom/server')).manualText(manual),
};

/** A code as it may leave the study: its examples have passed the gate, and the history tells of none that was. */
function listed(code: ManualEntry) {
  const { path, name, shortName, definition, use, useNot, origin, persons, passages } = code;
  const examples = code.printedExamples;
  const history = code.history.map(({ kind, detail, note, by, at }) => {
    const told = Object.fromEntries(Object.entries(detail).filter(([key]) => key !== 'example'));
    return { kind, detail: told, note, by, at };
  });
  const status = code.status ?? 'active';
  const meaning = { path, name, shortName, definition, use, useNot, examples, origin, status };
  return { ...meaning, persons, passages, history };
}

function drawn(counted: readonly CodeCount[], { codes: say }: Messages): string {
  const rows = counted.map(({ depth, name, shortName, status, persons, passages }) => [
    '  '.repeat(depth) + name,
    shortName ?? '',
    say.statuses[status ?? 'active'],
    String(persons),
    String(passages),
  ]);
  return table([say.columns, ...rows], [3, 4]);
}
