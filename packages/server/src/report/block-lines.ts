import type { PrintedBlock } from '@bagom/core';
import { classTable, matrixTable, type PrintedTable } from './tables.js';
import type { ReportWords } from './words.js';

/** A block that is no excerpt as paragraphs of plain text. */
export function blockLines(block: Exclude<PrintedBlock, { kind: 'excerpt' }>, w: ReportWords): string[] {
  switch (block.kind) {
    case 'prose':
      return [block.text];
    case 'claim':
      return [block.text, block.claim.statement];
    case 'withheld':
      return [block.leadIn, withheldSentence(block.reasons, w)];
    case 'matrix':
      return [
        block.caption,
        ...tableLines(matrixTable(block.matrix, block.smallCell, w)),
        ...(block.blindTexts > 0 ? [w.personsCounted(block.blindTexts)] : []),
      ];
    case 'classes':
      return [block.caption, ...tableLines(classTable(block.model, block.indicators, w))];
  }
}

export function withheldSentence(reasons: readonly string[], w: ReportWords): string {
  return `[${w.withheld}: ${reasons.map((reason) => w.reasons[reason] ?? reason).join('; ')}]`;
}

function tableLines({ header, rows }: PrintedTable): string[] {
  return rows.map(
    ({ head, cells }) => `${head}: ${cells.map((cell, i) => `${header[i + 1]} ${cell}`).join('; ')}.`,
  );
}
