import { BagomError } from '@bagom/core';
import { decodeText, type TextEncoding } from '../text/decode.js';
import {
  numberColumn,
  stringColumn,
  type SurveyColumn,
  type SurveyNote,
  type SurveyTable,
} from '../survey/table.js';
import { CsvRecords, delimiterOf, type CsvRecord } from './records.js';

export interface CsvTable extends SurveyTable {
  readonly delimiter: string;
  readonly encoding: TextEncoding;
}

/** More columns than any questionnaire has: the file is something else. */
const MOST_VARIABLES = 10_000;
const NUMBER = /^[+-]?(?:\d+(?:[.,]\d*)?|[.,]\d+)(?:[eE][+-]?\d+)?$/;

/**
 * Reads a survey from comma-, semicolon- or tab-separated text with variable names in its first line. A column is a number
 * when all its answers are; an empty cell is no answer. Numbers with leading zeros and numbers too long to be exact stay text.
 */
export function readSurvey(bytes: Uint8Array, fileName: string): CsvTable {
  const { text: decoded, encoding } = decodeText(bytes, fileName);
  // Excel writes the delimiter on a line of its own when asked to.
  const hint = /^sep=(.)\r?\n/.exec(decoded);
  const text = hint ? decoded.slice(hint[0].length) : decoded;
  const delimiter = hint?.[1] ?? delimiterOf(text);
  const records: CsvRecord[] = [];
  const tokenizer = new CsvRecords(delimiter, (record) => records.push(record));
  tokenizer.write(text);
  const open = tokenizer.end();
  if (open !== null) throw new BagomError('survey.open-quote', { file: fileName, line: open });

  const header = records[0];
  const names = header?.fields.map((name) => name.trim()) ?? [];
  if (names.every((name) => name === '')) throw new BagomError('survey.no-columns', { file: fileName });
  if (names.length > MOST_VARIABLES)
    throw new BagomError('survey.too-many-variables', {
      file: fileName,
      found: names.length,
      limit: MOST_VARIABLES,
    });
  const seen = new Set<string>();
  for (const name of names) {
    if (name !== '' && seen.has(name))
      throw new BagomError('survey.duplicate-variable', { file: fileName, name });
    seen.add(name);
  }
  const rows = answers(records, names.length);
  for (const { fields, line } of rows)
    if (fields.length !== names.length)
      throw new BagomError('survey.ragged', {
        file: fileName,
        line: line + (hint ? 1 : 0),
        found: fields.length,
        expected: names.length,
      });
  if (rows.length === 0) throw new BagomError('survey.no-rows', { file: fileName });

  const notes: SurveyNote[] = [];
  if (encoding !== 'utf-8') notes.push({ line: null, kind: 'encoding', text: encoding });
  const columns = names.flatMap((given, index): SurveyColumn[] => {
    const cells = rows.map(({ fields }) => fields[index]!.trim());
    const empty = cells.every((cell) => cell === '');
    // A delimiter at the end of each line makes a column without name or answers.
    if (given === '' && empty) return [];
    const name = given || freeName(`V${index + 1}`, seen);
    if (given === '') notes.push({ line: 1, kind: 'unnamed-variable', text: name });
    if (empty) notes.push({ line: null, kind: 'empty-variable', text: name });
    const comma = delimiter !== ',' || rows.some(({ quoted }) => quoted[index]);
    const why = notNumber(cells, comma);
    if (why === null) return [numberColumn(name, Float64Array.from(cells, numberOf))];
    if (why !== 'text') notes.push({ line: null, kind: why, text: name });
    return [stringColumn(name, cells)];
  });
  return {
    columns,
    rows: rows.length,
    label: '',
    documents: [],
    weight: null,
    delimiter,
    encoding,
    notes,
  };
}

/** The records after the first, without blank lines: a blank line is an answer only where there is one column. */
function answers(records: readonly CsvRecord[], width: number): CsvRecord[] {
  const rows = records.slice(1);
  const isBlank = ({ fields }: CsvRecord) => fields.length === 1 && fields[0]!.trim() === '';
  if (width > 1) return rows.filter((record) => !isBlank(record));
  while (rows.length > 0 && isBlank(rows.at(-1)!)) rows.pop();
  return rows;
}

/** Why these cells are no numbers, or null if they are. */
function notNumber(
  cells: readonly string[],
  comma: boolean,
): 'text' | 'leading-zeros' | 'mixed-decimals' | 'long-numbers' | null {
  let commas = false;
  let points = false;
  let zeros = false;
  let long = false;
  for (const cell of cells) {
    if (cell === '') continue;
    if (!NUMBER.test(cell) || (!comma && cell.includes(','))) return 'text';
    commas ||= cell.includes(',');
    points ||= cell.includes('.');
    zeros ||= /^[+-]?0\d/.test(cell);
    long ||= /^[+-]?\d{16,}$/.test(cell);
  }
  if (commas && points) return 'mixed-decimals';
  if (zeros) return 'leading-zeros';
  return long ? 'long-numbers' : null;
}

const numberOf = (cell: string): number => (cell === '' ? NaN : Number(cell.replace(',', '.')));

function freeName(wanted: string, taken: Set<string>): string {
  let name = wanted;
  for (let n = 2; taken.has(name); n++) name = `${wanted}_${n}`;
  taken.add(name);
  return name;
}
