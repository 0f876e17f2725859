/** One record of a delimited file: its fields, whether each was quoted, and the line it begins on, from 1. */
export interface CsvRecord {
  fields: string[];
  quoted: boolean[];
  line: number;
}

/**
 * Cuts delimited text into records, piece by piece: a field or a quoted line break may lie across two pieces. Inside quotes
 * a doubled quote is a quote; quotes inside an unquoted field are letters.
 */
export class CsvRecords {
  readonly #delimiter: string;
  readonly #take: (record: CsvRecord) => void;
  #state: 'start' | 'plain' | 'quoted' | 'closed' = 'start';
  #field = '';
  #wasQuoted = false;
  #record: CsvRecord = { fields: [], quoted: [], line: 1 };
  #line = 1;
  #quoteLine = 0;
  #afterReturn = false;

  constructor(delimiter: string, take: (record: CsvRecord) => void) {
    this.#delimiter = delimiter;
    this.#take = take;
  }

  write(piece: string): void {
    for (let i = 0; i < piece.length; i++) {
      const sign = piece[i]!;
      if (this.#afterReturn) {
        this.#afterReturn = false;
        if (sign === '\n') continue;
      }
      if (this.#state === 'quoted') {
        if (sign === '"') this.#state = 'closed';
        else {
          this.#field += sign;
          if (sign === '\n') this.#line++;
        }
        continue;
      }
      if (sign === this.#delimiter) this.#endField();
      else if (sign === '\n' || sign === '\r') {
        this.#afterReturn = sign === '\r';
        this.#endField();
        this.#endRecord();
      } else if (sign === '"' && this.#state === 'start') {
        this.#state = 'quoted';
        this.#wasQuoted = true;
        this.#quoteLine = this.#line;
      } else if (sign === '"' && this.#state === 'closed') {
        this.#field += '"';
        this.#state = 'quoted';
      } else {
        this.#field += sign;
        this.#state = 'plain';
      }
    }
  }

  /** Hands over the last record. Returns the line of a quote that was never closed, or null. */
  end(): number | null {
    if (this.#state === 'quoted') return this.#quoteLine;
    if (this.#state !== 'start' || this.#record.fields.length > 0) {
      this.#endField();
      this.#endRecord();
    }
    return null;
  }

  #endField(): void {
    this.#record.fields.push(this.#field);
    this.#record.quoted.push(this.#wasQuoted);
    this.#field = '';
    this.#wasQuoted = false;
    this.#state = 'start';
  }

  #endRecord(): void {
    this.#take(this.#record);
    this.#line++;
    this.#record = { fields: [], quoted: [], line: this.#line };
  }
}

/** The delimiter of a file, told from its first line: the most frequent of `;`, tab and `,` outside quotes. */
export function delimiterOf(text: string): string {
  const counts = new Map([
    [';', 0],
    ['\t', 0],
    [',', 0],
  ]);
  let quoted = false;
  for (const sign of text.slice(0, 1_000_000)) {
    if (sign === '"') quoted = !quoted;
    else if (!quoted && (sign === '\n' || sign === '\r')) break;
    else if (!quoted && counts.has(sign)) counts.set(sign, counts.get(sign)! + 1);
  }
  return [...counts].reduce((best, entry) => (entry[1] > best[1] ? entry : best))[0];
}
