import { guessedReader, NotUtf8, type TextReader } from '../text/text-reader.js';
import type { PackedTable } from './packed-table.js';

/** Reads a file that does not say its encoding: as UTF-8, and once more as Windows-1252 where it does not fit that. */
export function readGuessing(read: (text: TextReader) => PackedTable): PackedTable {
  try {
    return noted(read, guessedReader('utf-8'));
  } catch (error) {
    if (!(error instanceof NotUtf8)) throw error;
    return noted(read, guessedReader('windows-1252'));
  }
}

/** That it was a guess is said only where it made a difference. */
function noted(read: (text: TextReader) => PackedTable, text: TextReader): PackedTable {
  const table = read(text);
  if (!text.foreign) return table;
  return { ...table, notes: [{ line: null, kind: 'guessed-encoding', text: text.encoding }, ...table.notes] };
}
