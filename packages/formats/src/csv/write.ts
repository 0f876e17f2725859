import { isoText } from '../survey/calendar.js';
import { missingLetter } from '../survey/extended-missing.js';
import type { SurveyColumn, SurveyTable } from '../survey/table.js';

export interface CsvOptions {
  /** Between fields; `;` is what Excel expects where the decimal sign is a comma. */
  readonly delimiter?: ',' | ';' | '\t';
  readonly decimal?: '.' | ',';
  /** Whether a byte order mark comes first, by which Excel knows UTF-8. */
  readonly bom?: boolean;
  /** Puts an apostrophe before texts that a spreadsheet would run as formulas: answers come from strangers. */
  readonly guardFormulas?: boolean;
}

/** What Excel opens by a double click on a Danish computer. */
export const DANISH_EXCEL: CsvOptions = { delimiter: ';', decimal: ',', bom: true, guardFormulas: true };

/**
 * Writes a survey as delimited UTF-8 text, variable names in the first line. Values are codes, not labels; no answer is an
 * empty field, Stata's letters are `.a` to `.z`, days and times are written as in ISO 8601.
 */
export function writeCsv(table: SurveyTable, options: CsvOptions = {}): Uint8Array {
  const { delimiter = ',', decimal = '.', bom = false, guardFormulas = false } = options;
  const special = delimiter === '\t' ? /["\r\n\t]/ : delimiter === ';' ? /["\r\n;]/ : /["\r\n,]/;
  const quoted = (text: string): string => (special.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  const field = (text: string): string =>
    quoted(guardFormulas && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text);
  const cell = (column: SurveyColumn, row: number): string =>
    column.kind === 'string'
      ? field(column.values[row]!)
      : quoted(numberText(column, column.values[row]!, decimal));
  const lines = [table.columns.map(({ name }) => field(name)).join(delimiter)];
  for (let row = 0; row < table.rows; row++)
    lines.push(table.columns.map((column) => cell(column, row)).join(delimiter));
  return Buffer.from(`${bom ? '\uFEFF' : ''}${lines.join('\r\n')}\r\n`);
}

function numberText({ format }: SurveyColumn, value: number, decimal: '.' | ','): string {
  if (Number.isNaN(value)) return '';
  const letter = missingLetter(value);
  if (letter !== null) return `.${letter}`;
  if (format?.calendar) return isoText(format.calendar, value) || String(value);
  return decimal === ',' ? String(value).replace('.', ',') : String(value);
}
