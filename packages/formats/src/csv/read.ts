import { unpacked, type ReadOptions } from '../survey/packed-table.js';
import type { SurveyTable } from '../survey/table.js';
import type { TextEncoding } from '../text/decode.js';
import { CsvPass, FIRST_PLAN, type CsvPlan, type PackedCsv } from './csv-pass.js';

export interface CsvTable extends SurveyTable {
  readonly delimiter: string;
  readonly encoding: TextEncoding;
}

/** Bytes that are taken at a time of a file that is there whole. */
const PIECE = 1024 * 1024;

/** The chunks of a file from its beginning, each time it is called: a file may have to be read more than once. */
export type FileChunks = () => AsyncIterable<Uint8Array> | Iterable<Uint8Array>;

/**
 * Reads a survey from comma-, semicolon- or tab-separated text with variable names in its first line. A column is a number
 * when all its answers are; an empty cell is no answer. Numbers with leading zeros and numbers too long to be exact stay text.
 */
export function readSurvey(bytes: Uint8Array, fileName: string): CsvTable {
  const packed = readPackedCsv(bytes, fileName);
  const { delimiter, encoding } = packed;
  return { ...unpacked(packed), delimiter, encoding };
}

/** The same with the answers packed. */
export function readPackedCsv(bytes: Uint8Array, fileName: string, options: ReadOptions = {}): PackedCsv {
  for (let plan = FIRST_PLAN; ;) {
    const pass = new CsvPass(fileName, plan, options);
    for (let from = 0; from < bytes.length && pass.write(bytes.subarray(from, from + PIECE));) from += PIECE;
    const end = pass.end();
    if (!isPlan(end)) return end;
    plan = end;
  }
}

/**
 * The same from the chunks of a file, of which only one is held at a time. A file is read again where it is no UTF-8, and where a
 * column that began with numbers turns out to be text. `head` is how many bytes tell delimiter and encoding: the first line, at least.
 */
export async function readCsvChunks(
  chunks: FileChunks,
  fileName: string,
  options: ReadOptions = {},
  head?: number,
): Promise<PackedCsv> {
  for (let plan = FIRST_PLAN; ;) {
    const pass = new CsvPass(fileName, plan, options, head);
    for await (const chunk of chunks()) if (!pass.write(chunk)) break;
    const end = pass.end();
    if (!isPlan(end)) return end;
    plan = end;
  }
}

const isPlan = (end: PackedCsv | CsvPlan): end is CsvPlan => 'texts' in end;
