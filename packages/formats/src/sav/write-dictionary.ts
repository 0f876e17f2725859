import { cutToBytes, type ByteBuilder } from '../bytes/byte-builder.js';
import { LOWEST } from './missing-numbers.js';
import type { SurveyColumn, SurveyTable } from '../survey/table.js';
import type { LossNotes } from '../survey/written.js';
import type { SavPlan } from './plan.js';
import { shortenedLabel } from './shortened-label.js';
import { writeExtensions } from './write-extensions.js';

const BLANK = 0x20;

const elementsOf = (width: number): number => Math.max(1, Math.ceil(width / 8));

/** Writes everything that stands between the header and the cases. */
export function writeDictionary(
  out: ByteBuilder,
  plans: readonly SavPlan[],
  table: SurveyTable,
  notes: LossNotes,
): void {
  writeVariables(out, plans, notes);
  writeValueLabels(out, plans, notes);
  writeDocuments(out, table.documents);
  writeExtensions(out, plans, table.rows, notes);
  out.i32(999);
  out.i32(0);
}

/** Writes a record for each variable, and those without meaning that a wide text needs. */
function writeVariables(out: ByteBuilder, plans: readonly SavPlan[], notes: LossNotes): void {
  for (const { column, parts, format } of plans)
    for (const [n, { short, width }] of parts.entries()) {
      const label = n === 0 ? shortenedLabel(column.label, column.name, notes) : '';
      const missing =
        n === 0
          ? missingBytes(column, parts.length === 1 && width <= 8)
          : { count: 0, numbers: [], texts: [] };
      out.i32(2);
      out.i32(width);
      out.i32(label === '' ? 0 : 1);
      out.i32(missing.count);
      const code = width === 0 ? format : (1 << 16) | (width << 8);
      out.i32(code);
      out.i32(code);
      out.text(short, 8, BLANK);
      if (label !== '') {
        const length = Buffer.byteLength(label);
        out.i32(length);
        out.text(label, Math.ceil(length / 4) * 4, BLANK);
      }
      for (const number of missing.numbers) out.f64(number);
      for (const text of missing.texts) out.text(text, 8, BLANK);
      for (let more = 1; more < elementsOf(width); more++) {
        out.i32(2);
        out.i32(-1);
        out.fill(0, 16);
        out.fill(BLANK, 8);
      }
    }
}

function missingBytes(
  column: SurveyColumn,
  short: boolean,
): { count: number; numbers: number[]; texts: readonly string[] } {
  if (column.kind === 'string') {
    const texts = short && column.missing.length <= 3 ? column.missing : [];
    return { count: texts.length, numbers: [], texts };
  }
  const { values, range } = column.missing;
  if (range === null) return { count: values.length, numbers: [...values], texts: [] };
  const from = range.from === -Infinity ? LOWEST : range.from;
  const to = range.to === Infinity ? Number.MAX_VALUE : range.to;
  return { count: -2 - values.length, numbers: [from, to, ...values], texts: [] };
}

/** Labels of numbers, and of texts of up to 8 bytes. */
function writeValueLabels(out: ByteBuilder, plans: readonly SavPlan[], notes: LossNotes): void {
  let element = 1;
  for (const { column, width, parts } of plans) {
    if (column.labels.length > 0 && width <= 8) {
      out.i32(3);
      out.i32(column.labels.length);
      for (const { value, label: given } of column.labels) {
        const label = shortenedLabel(given, column.name, notes);
        if (typeof value === 'number') out.f64(value);
        else out.text(value, 8, BLANK);
        const length = Buffer.byteLength(label);
        out.u8(length);
        out.text(label, Math.ceil((length + 1) / 8) * 8 - 1, BLANK);
      }
      out.i32(4);
      out.i32(1);
      out.i32(element);
    }
    for (const part of parts) element += elementsOf(part.width);
  }
}

/** What somebody wrote about the file, in lines of 80 bytes. */
function writeDocuments(out: ByteBuilder, documents: readonly string[]): void {
  const lines = documents.flatMap((document) =>
    document.split(/\r\n?|\n/).flatMap((line) => {
      const cut: string[] = [];
      let rest = line;
      do {
        cut.push(cutToBytes(rest, 80));
        rest = rest.slice(cut.at(-1)!.length);
      } while (rest !== '');
      return cut;
    }),
  );
  if (lines.length === 0) return;
  out.i32(6);
  out.i32(lines.length);
  for (const line of lines) out.text(line, 80, BLANK);
}
