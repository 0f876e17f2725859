import { BagomError } from '@bagom/core';
import { latin1 } from '../bytes/byte-cursor.js';
import {
  packedNumbers,
  packedTexts,
  type PackedColumn,
  type PackedTable,
  type ReadOptions,
} from '../survey/packed-table.js';
import type { SurveyNote } from '../survey/table.js';
import { ByteText, TEXT_HEAD } from '../text/byte-text.js';
import type { TextEncoding } from '../text/decode.js';
import { NotUtf8 } from '../text/text-reader.js';
import { ByteFields, type FieldTaker, LONGEST_FIELD } from './byte-fields.js';
import { cellText, CsvColumn, type ForeignText } from './csv-column.js';
import { delimiterOf } from './records.js';

export interface PackedCsv extends PackedTable {
  readonly delimiter: string;
  readonly encoding: TextEncoding;
}

/** What is taken for granted while a file is read; where it turns out wrong, the file is read again under another plan. */
export interface CsvPlan {
  readonly encoding: ForeignText;
  /** Positions of columns that are text, though they begin with numbers. */
  readonly texts: ReadonlySet<number>;
}

export const FIRST_PLAN: CsvPlan = { encoding: 'utf-8', texts: new Set() };

/** More columns than any questionnaire has: the file is something else. */
const MOST_VARIABLES = 10_000;

/** One reading of a delimited file under a plan. */
export class CsvPass implements FieldTaker {
  readonly #file: string;
  readonly #plan: CsvPlan;
  readonly #options: ReadOptions;
  readonly #text: ByteText;
  #fields: ByteFields | null = null;
  #delimiter = ',';
  #next: CsvPlan | null = null;
  /** Null while the first line is read. */
  #columns: CsvColumn[] | null = null;
  readonly #names: string[] = [];
  #rows = 0;
  /** Whether the record that is being read is a blank line, and how many of these may still turn out to be answers. */
  #blank = false;
  #blanks = 0;

  constructor(file: string, plan: CsvPlan, options: ReadOptions, head?: number) {
    this.#file = file;
    this.#plan = plan;
    this.#options = options;
    this.#text = new ByteText(file, plan.encoding, head);
  }

  /** Reads on; false once it is known that the file has to be read again. */
  write(chunk: Uint8Array): boolean {
    return this.#guarded(() => this.#read(this.#text.write(chunk)));
  }

  /** The table, or the plan for another pass. */
  end(): PackedCsv | CsvPlan {
    if (this.#next === null) {
      this.#guarded(() => {
        this.#read(this.#text.end());
        const open = this.#fields?.end() ?? null;
        if (open !== null) throw new BagomError('survey.open-quote', { file: this.#file, line: open });
      });
    }
    return this.#next ?? this.#table();
  }

  #guarded(read: () => void): boolean {
    if (this.#next !== null) return false;
    try {
      read();
      return true;
    } catch (error) {
      if (!(error instanceof NotUtf8)) throw error;
      this.#next = { encoding: 'windows-1252', texts: new Set() };
      return false;
    }
  }

  #read(text: Uint8Array): void {
    if (text.length === 0) return;
    let from = 0;
    if (this.#fields === null) {
      const head = latin1(text.subarray(0, TEXT_HEAD));
      // Excel writes the delimiter on a line of its own when asked to.
      const hint = /^sep=([ -!#-~\t])\r?\n/.exec(head);
      from = hint?.[0].length ?? 0;
      this.#delimiter = hint?.[1] ?? delimiterOf(head);
      this.#fields = new ByteFields(this.#delimiter.charCodeAt(0), hint ? 2 : 1, this);
    }
    // In pieces, so that a field is as long as may be in a file that comes as one, too.
    for (; from < text.length; from += LONGEST_FIELD)
      this.#fields.write(text.subarray(from, from + LONGEST_FIELD));
  }

  field(column: number, bytes: Uint8Array, from: number, to: number, last: boolean): void {
    const columns = this.#columns;
    if (columns === null) {
      if (column < MOST_VARIABLES) this.#names.push(cellText(bytes, from, to, this.#foreign));
      return;
    }
    const size = to - from;
    if (column === 0 && last && this.#isBlank(bytes, from, to)) {
      this.#blank = true;
      return;
    }
    const into = columns[column];
    if (into === undefined) return;
    const byte = bytes[from]!;
    if (size === 1 && byte >= 0x30 && byte <= 0x39) into.digit(byte - 0x30);
    else if (size === 0) into.nothing();
    else into.cell(bytes, from, to);
  }

  record(fields: number, line: number): void {
    const columns = this.#columns;
    if (columns === null) {
      this.#columns = this.#begun(fields);
      return;
    }
    if (this.#blank) {
      // A blank line is an answer only where there is one column, and not at the end.
      this.#blank = false;
      this.#blanks++;
      return;
    }
    const expected = columns.length;
    if (fields !== expected)
      throw new BagomError('survey.ragged', { file: this.#file, line, found: fields, expected });
    this.#rows++;
  }

  tooLong(line: number): never {
    throw new BagomError('survey.long-field', { file: this.#file, line, limit: LONGEST_FIELD });
  }

  #isBlank(bytes: Uint8Array, from: number, to: number): boolean {
    const blank = from === to || cellText(bytes, from, to, this.#foreign) === '';
    if (!blank && this.#columns!.length === 1)
      for (; this.#blanks > 0; this.#blanks--) {
        this.#columns![0]!.nothing();
        this.#rows++;
      }
    return blank;
  }

  get #foreign(): ForeignText {
    return this.#text.encoding === 'windows-1252' ? 'windows-1252' : 'utf-8';
  }

  /** The columns, once their names are read. */
  #begun(found: number): CsvColumn[] {
    const file = this.#file;
    const names = this.#names;
    if (names.every((name) => name === '')) throw new BagomError('survey.no-columns', { file });
    if (found > MOST_VARIABLES)
      throw new BagomError('survey.too-many-variables', { file, found, limit: MOST_VARIABLES });
    const taken = new Set<string>();
    for (const name of names) {
      if (name !== '' && taken.has(name)) throw new BagomError('survey.duplicate-variable', { file, name });
      taken.add(name);
    }
    const { only = () => true, texts: keepTexts = true } = this.#options;
    return names.map((given, index) => {
      const name = given || freeName(`V${index + 1}`, taken);
      const asText = this.#plan.texts.has(index);
      return new CsvColumn(name, { kept: only(name), asText, keepTexts, foreign: this.#foreign });
    });
  }

  #table(): PackedCsv | CsvPlan {
    const columns = this.#columns;
    if (columns === null) throw new BagomError('survey.no-columns', { file: this.#file });
    if (this.#rows === 0) throw new BagomError('survey.no-rows', { file: this.#file });
    const late = [...columns.keys()].filter((index) => columns[index]!.late);
    if (late.length > 0) return { encoding: this.#plan.encoding, texts: new Set(late) };
    const { encoding } = this.#text;
    const notes: SurveyNote[] = [];
    if (encoding !== 'utf-8') notes.push({ line: null, kind: 'encoding', text: encoding });
    const kept = columns.flatMap((column, index): PackedColumn[] => {
      const unnamed = this.#names[index] === '';
      // A delimiter at the end of each line makes a column without name or answers.
      if (unnamed && column.empty) return [];
      const { name, textReason } = column;
      if (unnamed) notes.push({ line: 1, kind: 'unnamed-variable', text: name });
      if (column.empty) notes.push({ line: null, kind: 'empty-variable', text: name });
      if (textReason !== null && textReason !== 'text')
        notes.push({ line: null, kind: textReason, text: name });
      return textReason === null ? [packedNumbers(name, column.numbers)] : [packedTexts(name, column.texts)];
    });
    return {
      columns: kept,
      rows: this.#rows,
      label: '',
      documents: [],
      weight: null,
      delimiter: this.#delimiter,
      encoding,
      notes,
    };
  }
}

function freeName(wanted: string, taken: Set<string>): string {
  let name = wanted;
  for (let n = 2; taken.has(name); n++) name = `${wanted}_${n}`;
  taken.add(name);
  return name;
}
