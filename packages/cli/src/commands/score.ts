import { BagomError } from '@bagom/core';
import type { SurveyTable } from '@bagom/formats';
import type { ColumnValues, ScoredPeople, ScoredRow } from '@bagom/server';
import { stat } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import { withAnswers, type OpenAnswers } from '../answers.js';
import { command, EXIT, JSON_FILE_OPTION } from '../command.js';
import { readBytes, refuseSource, refuseStudy, writeWhole } from '../files.js';
import { scoredText } from '../score/drawn.js';
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
  async run({ operands: [model = '', data = ''], options, io, messages, language, json }) {
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
    const { LARGEST_MODEL, readModel, scoredRow, scoredTable, scorePeople } = await import('@bagom/server');
    const size = (await stat(model).catch(() => undefined))?.size ?? 0;
    if (size > LARGEST_MODEL)
      throw new BagomError('file.too-large', { file: model, size, limit: LARGEST_MODEL });
    const found = readModel(await readBytes(model), model, classes);
    // Names are told apart by more than their capitals once they are all known.
    const plain = new Set(found.file.model.names.map((name) => name.trim().toLowerCase()));
    const names =
      out === undefined ? { has: (name: string) => plain.has(name.trim().toLowerCase()) } : undefined;
    const { scored, table } = await withAnswers(data, { names, texts: true }, async (answers) => {
      const scored = await scorePeople(found.file, answers.columns, { unknown, absent: 'refuse' });
      if (out === undefined) return { scored, table: null };
      const about = { all: true, name: basename(model), language, label: basename(data) };
      return { scored, table: scoredTable(await written(answers), scored, about) };
    });
    const people = Array.from(scored.scores.modal, (_, row) => scoredRow(scored, row));
    if (json) io.out(JSON.stringify(scoredJson(scored, people)));
    else io.out(scoredText(scored, people, found.chosen, messages));
    if (file !== undefined) {
      await writeWhole(file, `${JSON.stringify(scoredJson(scored, people))}\n`);
      io.out(`\n${messages.classes.written(file)}`);
    }
    if (out !== undefined && table) {
      await writeWhole(out, await bytesOf(table, out));
      if (!json) io.out(`\n${messages.classes.written(out)}`);
    }
    return EXIT.done;
  },
});

function scoredJson({ scores, file, indicators }: ScoredPeople, people: readonly ScoredRow[]) {
  return {
    classes: scores.classes,
    rows: people.length,
    items: file.model.names,
    scores: people,
    unknown: indicators.flatMap(({ name, unknown }) =>
      unknown.map(({ value, rows, firstRow }) => ({ name, value, rows, firstRow: firstRow + 1 })),
    ),
  };
}

/** All that the data hold, to be written beside the classes. */
async function written({ columns }: OpenAnswers) {
  const kept = [];
  const values: ColumnValues[] = [];
  for (const column of columns) {
    const own = await column.values();
    if (!own) continue;
    kept.push({
      ...column,
      labels: [...column.labels],
      userMissing: [...column.userMissing],
      role: 'none' as const,
    });
    values.push(Array.isArray(own) || own instanceof Float64Array ? own : own.floats());
  }
  return { respondents: values[0]?.length ?? 0, variables: kept, values };
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
