import type { SurveyTable } from '@bagom/formats';
import { extname } from 'node:path';
import { withAnswers } from '../answers.js';
import { command, EXIT, JSON_FILE_OPTION } from '../command.js';
import { refuseSource, refuseStudy, writeWhole } from '../files.js';
import { scoredText } from '../score/drawn.js';
import { readModel } from '../score/models.js';
import { scoreData, scoredRow, type Scored } from '../score/scored.js';
import { scoredTable } from '../score/table.js';
import { UsageError } from '../usage-error.js';

const FORMATS = ['.csv', '.sav', '.dta'];

export const score = command({
  name: 'score',
  operands: [
    { name: 'MODEL', required: true },
    { name: 'STUDY|DATA', required: true },
  ],
  options: {
    classes: { kind: 'whole', value: 'K', min: 1, max: 9 },
    unknown: { kind: 'choice', value: 'RULE', choices: ['refuse', 'missing'] },
    out: { kind: 'text', value: 'FILE' },
    ...JSON_FILE_OPTION,
  },
  async run({ operands: [model = '', data = ''], options, io, messages, json }) {
    const { classes, unknown = 'refuse', out } = options;
    const file = typeof options.json === 'string' ? options.json : undefined;
    if (out !== undefined && !FORMATS.includes(extname(out).toLowerCase()))
      throw new UsageError('usage.bad-value', { option: '--out', given: out, allowed: FORMATS.join(', ') });
    for (const path of [out, file])
      if (path !== undefined) {
        await refuseStudy(path);
        await refuseSource(path, data);
        await refuseSource(path, model);
      }
    const found = await readModel(model, classes);
    const names = out === undefined ? new Set(found.file.model.names) : undefined;
    const { scored, table } = await withAnswers(data, { names, texts: true }, async (answers) => {
      const scored = await scoreData(answers, found.file, unknown);
      return { scored, table: out === undefined ? null : await scoredTable(answers, scored, messages) };
    });
    if (json) io.out(JSON.stringify(scoredJson(scored)));
    else io.out(scoredText(scored, found.chosen, messages));
    if (file !== undefined) {
      await writeWhole(file, `${JSON.stringify(scoredJson(scored))}\n`);
      io.out(`\n${messages.classes.written(file)}`);
    }
    if (out !== undefined && table) {
      await writeWhole(out, await bytesOf(table, out));
      if (!json) io.out(`\n${messages.classes.written(out)}`);
    }
    return EXIT.done;
  },
});

function scoredJson(scored: Scored) {
  const { rows, unknown, scores, file } = scored;
  return {
    classes: scores.classes,
    rows,
    items: file.model.names,
    scores: Array.from({ length: rows }, (_, row) => scoredRow(scored, row)),
    unknown: unknown.map(({ name, value, rows: times, firstRow }) => ({
      name,
      value,
      rows: times,
      firstRow: firstRow + 1,
    })),
  };
}

async function bytesOf(table: SurveyTable, out: string): Promise<Uint8Array> {
  const { writeCsv, writeDta, writeSav } = await import('@bagom/formats');
  switch (extname(out).toLowerCase()) {
    case '.sav':
      return writeSav(table).bytes;
    case '.dta':
      return writeDta(table).bytes;
    default:
      return writeCsv(table);
  }
}
