import { ByteBuilder, cutToBytes, cutToLetters } from '../bytes/byte-builder.js';
import type { SurveyTable } from '../survey/table.js';
import { LossNotes, type WrittenSurvey } from '../survey/written.js';
import { planDta, type DtaPlan } from './plan.js';
import { typeOf } from './storage.js';
import { writeLongTexts, writeRows } from './write-rows.js';
import { writeValueLabels } from './write-value-labels.js';

export interface DtaOptions {
  /**
   * Stata has no user-missing numbers. `letters` makes them `.a`, `.b` and so on, with their labels; `values` leaves them what
   * they are, among the answers.
   */
  readonly userMissing?: 'letters' | 'values';
}

const TEXTS = { name: 129, format: 57, label: 321 };

/**
 * Writes a Stata file of version 118, which Stata 14 and later read. Measures, roles, the weight and labels of texts have no
 * place in it. Names, labels and missing values Stata cannot hold are changed and noted; an answer never is.
 */
export function writeDta(table: SurveyTable, { userMissing = 'letters' }: DtaOptions = {}): WrittenSurvey {
  const notes = new LossNotes();
  const plans = planDta(table, userMissing === 'letters', notes);
  const out = new ByteBuilder();
  out.text('<stata_dta><header><release>118</release><byteorder>LSF</byteorder><K>');
  out.u16(plans.length);
  out.text('</K><N>');
  out.u64(table.rows);
  out.text('</N><label>');
  const label = cutToLetters(table.label, 80);
  if (label !== table.label) notes.add('shortened-label', '');
  out.u16(Buffer.byteLength(label));
  out.text(label);
  out.text('</label><timestamp>');
  out.u8(0);
  out.text('</timestamp></header>');
  // Places of the 14 parts, from the file's beginning to its end; each is filled in when it is known.
  const parts: number[] = [0, out.length];
  const map = out.length + '<map>'.length;
  out.text('<map>');
  out.fill(0, 14 * 8);
  out.text('</map>');
  const section = (name: string, write: () => void): void => {
    parts.push(out.length);
    out.text(`<${name}>`);
    write();
    out.text(`</${name}>`);
  };
  const each = (write: (plan: DtaPlan) => void) => () => plans.forEach(write);
  section(
    'variable_types',
    each(({ storage }) => out.u16(typeOf(storage))),
  );
  section(
    'varnames',
    each(({ name }) => out.text(name, TEXTS.name)),
  );
  section('sortlist', () => out.fill(0, (plans.length + 1) * 2));
  section(
    'formats',
    each(({ format }) => out.text(cutToBytes(format, TEXTS.format - 1), TEXTS.format)),
  );
  section(
    'value_label_names',
    each((plan) => out.text(hasLabels(plan) ? plan.name : '', TEXTS.name)),
  );
  section(
    'variable_labels',
    each(({ label }) => out.text(label, TEXTS.label)),
  );
  section('characteristics', () => writeNotes(out, table.documents));
  section('data', () => writeRows(out, plans, table.rows));
  section('strls', () => writeLongTexts(out, plans, table.rows));
  section('value_labels', () => {
    for (const plan of plans)
      if (plan.kind === 'number' && hasLabels(plan)) writeValueLabels(out, plan.name, plan.labels);
  });
  parts.push(out.length);
  out.text('</stata_dta>');
  parts.push(out.length);
  parts.forEach((place, n) => out.setU64(map + n * 8, place));
  return { bytes: out.finish(), notes: notes.all };
}

const hasLabels = (plan: DtaPlan): boolean => plan.kind === 'number' && plan.labels.length > 0;

function writeNotes(out: ByteBuilder, documents: readonly string[]): void {
  if (documents.length === 0) return;
  [String(documents.length), ...documents].forEach((text, n) => {
    const length = Buffer.byteLength(text) + 1;
    out.text('<ch>');
    out.i32(TEXTS.name * 2 + length);
    out.text('_dta', TEXTS.name);
    out.text(`note${n}`, TEXTS.name);
    out.text(text, length);
    out.text('</ch>');
  });
}
