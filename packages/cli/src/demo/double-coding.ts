import {
  codedTexts,
  disagreementsIn,
  drawTexts,
  insert,
  questionOf,
  type DoubleCoding,
  type Resolution,
} from '@bagom/core';
import { newId } from '@bagom/store';
import { change, type Demo } from './demo.js';
import { locate } from './locate.js';
import { materialError, oneOf, readTsv } from './tsv.js';

/** A third of the texts, of all three life phases. */
const SAMPLE = { count: 9, axis: 'phase', seed: 2025 } as const;
const NAME = 'Ni tekster, kodet hver for sig';
const AGREED_BY = 'Signe Bruun og Karen Toft Lund';

/** A sample that both coders coded blind, and what they settled when they compared. No coding is changed by it. */
export async function addDoubleCoding(demo: Demo): Promise<void> {
  const { state } = demo.study;
  const sample: DoubleCoding = {
    id: newId(),
    name: NAME,
    seed: SAMPLE.seed,
    sourceIds: drawTexts(state, SAMPLE).flatMap(({ drawn }) => drawn),
    coderIds: [...demo.coders.values()],
    codeIds: [],
    blind: false,
    createdAt: '2025-08-08T10:00:00.000Z',
    doneCoderIds: null,
  };
  await change(demo, 'double-coding.draw', NAME, [insert('doubleCodings', sample)]);
  await settle(demo, sample);
}

async function settle(demo: Demo, sample: DoubleCoding): Promise<void> {
  const file = 'resolutions.tsv';
  const { state } = demo.study;
  const { question } = questionOf(state, { doubleCodingId: sample.id, unit: 'characters' });
  const rows = await readTsv(file, ['transcript', 'code', 'quote', 'decision', 'borders', 'reason']);
  for (const [index, row] of rows.entries()) {
    const source = demo.sources.get(Number(row.transcript));
    const codeId = demo.codes.get(row.code);
    if (!source || codeId === undefined || !sample.sourceIds.includes(source.id))
      throw materialError(file, row.line, `${row.transcript} ${row.code} is not in the sample`);
    const span = locate(source.text, row.quote);
    if (typeof span === 'string') throw materialError(file, row.line, span);
    const asked = { ...question, sourceIds: [source.id] };
    const [text] = codedTexts(state, new Map([[source.id, source.text]]), asked);
    const differ = disagreementsIn(text!, [codeId]).find(
      ({ from, to }) => from <= span.from && span.to <= to,
    );
    if (!differ) throw materialError(file, row.line, 'the coders do not differ here');
    const coder =
      row.borders === '' ? -1 : ['A', 'B'].indexOf(oneOf(['A', 'B'], row.borders, file, row.line));
    const resolution: Resolution = {
      id: newId(),
      doubleCodingId: sample.id,
      sourceId: source.id,
      version: source.version,
      from: differ.from,
      to: differ.to,
      codeId,
      decision: oneOf(['keep', 'drop'], row.decision, file, row.line),
      reason: row.reason,
      by: AGREED_BY,
      at: `2025-10-06T13:${String(10 + 5 * index).padStart(2, '0')}:00.000Z`,
      spans: coder === -1 ? null : [...(differ.coded[coder] ?? [])],
    };
    await change(demo, 'resolution.save', row.code, [insert('resolutions', resolution)]);
  }
}
