import { ByteBuilder, cutToBytes } from '../bytes/byte-builder.js';
import type { SurveyTable } from '../survey/table.js';
import { LossNotes, type WrittenSurvey } from '../survey/written.js';
import { planSav } from './plan.js';
import { writeCases } from './write-cases.js';
import { writeDictionary } from './write-dictionary.js';

export interface SavOptions {
  /** When the file says it was made. */
  readonly now?: Date;
}

const BLANK = 0x20;
const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

/**
 * Writes an SPSS file: compressed, in UTF-8, with labels, measures, roles, missing values and the weight. Names and labels
 * SPSS cannot hold are changed and noted; an answer never is: a text of more than 32,767 bytes is refused.
 */
export function writeSav(table: SurveyTable, { now = new Date() }: SavOptions = {}): WrittenSurvey {
  const notes = new LossNotes();
  const plans = planSav(table, notes);
  const out = new ByteBuilder();
  const two = (n: number) => String(n).padStart(2, '0');
  let elements = 0;
  let weight = 0;
  for (const { column, parts } of plans) {
    if (column.name === table.weight && column.kind === 'number') weight = elements + 1;
    for (const { width } of parts) elements += Math.max(1, Math.ceil(width / 8));
  }
  out.text('$FL2');
  out.text('@(#) SPSS DATA FILE - Bagom', 60, BLANK);
  for (const number of [2, elements, 1, weight, table.rows]) out.i32(number);
  out.f64(100);
  out.text(
    `${two(now.getUTCDate())} ${MONTHS[now.getUTCMonth()]!} ${two(now.getUTCFullYear() % 100)}`,
    9,
    BLANK,
  );
  out.text(`${two(now.getUTCHours())}:${two(now.getUTCMinutes())}:${two(now.getUTCSeconds())}`, 8, BLANK);
  const label = cutToBytes(table.label, 64);
  if (label !== table.label) notes.add('shortened-label', '');
  out.text(label, 64, BLANK);
  out.fill(0, 3);
  writeDictionary(out, plans, table, notes);
  writeCases(out, plans, table.rows);
  return { bytes: out.finish(), notes: notes.all };
}
