import type { PrintedBlock, PrintedReport } from '@bagom/core';
import { writeDocx, type WordPart } from '@bagom/formats';
import { withheldSentence } from './block-lines.js';
import { classTable, matrixTable, type PrintedTable } from './tables.js';
import { words, type ReportWords } from './words.js';

/** The printed report as a Word document. */
export function reportDocx(
  report: PrintedReport,
  { smallCell = 3 }: { smallCell?: number } = {},
): Promise<Uint8Array> {
  const w = words(report.language);
  const parts: WordPart[] = report.chapters.flatMap(({ number, level, title, blocks }) =>
    number === '' && blocks.length === 0
      ? []
      : [
          { kind: 'heading' as const, level, text: `${number} ${title}`.trim() },
          ...blocks.flatMap((block) => printed(block, w)),
        ],
  );
  parts.push(
    { kind: 'heading', level: 1, text: w.method },
    {
      kind: 'paragraph',
      text: w.methodNote(report.excerpts, report.persons, report.withheld, smallCell),
      style: 'note',
    },
  );
  return writeDocx({ title: report.title, language: report.language, contents: w.contents, parts });
}

function printed(block: PrintedBlock, w: ReportWords): WordPart[] {
  switch (block.kind) {
    case 'prose':
      return prose(block.text);
    case 'claim':
      return [...prose(block.text), ...prose(block.claim.statement)];
    case 'withheld':
      return [
        ...prose(block.leadIn),
        { kind: 'paragraph', text: withheldSentence(block.reasons, w), style: 'note' },
      ];
    case 'excerpt':
      return [
        ...prose(block.leadIn),
        {
          kind: 'talk',
          turns: block.turns.map(({ label, text }) => ({ label, text })),
          attribution: block.attribution ? w.age(block.attribution.name, block.attribution.age) : '',
        },
      ];
    case 'matrix':
      return table(
        block.caption,
        matrixTable(block.matrix, block.smallCell, w),
        w.personsCounted(block.blindTexts),
      );
    case 'classes':
      return table(
        block.caption,
        classTable(block.model, block.indicators, w),
        w.classNote(Math.round(block.model.fit.n), block.model.classes),
      );
  }
}

const prose = (text: string): WordPart[] =>
  text
    .split(/\n+/)
    .flatMap((part) => (part.trim() === '' ? [] : [{ kind: 'paragraph' as const, text: part }]));

function table(caption: string, { header, rows }: PrintedTable, note: string): WordPart[] {
  return [
    { kind: 'paragraph', text: caption, style: 'caption' },
    // Figure spaces hold an indented row's place: a table cell has no list levels.
    {
      kind: 'table',
      header,
      rows: rows.map(({ head, depth, cells }) => ['\u2007'.repeat(2 * depth) + head, ...cells]),
    },
    { kind: 'paragraph', text: note, style: 'note' },
  ];
}
