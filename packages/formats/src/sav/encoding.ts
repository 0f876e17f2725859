import type { ByteCursor } from '../bytes/byte-cursor.js';
import { latin1 } from '../bytes/byte-cursor.js';
import { encodingOfNumber, textReader, type TextReader } from '../text/text-reader.js';
import { savUnsupported } from './damage.js';
import type { SavDictionary } from './dictionary.js';

/**
 * A reader of the encoding a file names: by its name in record 20, or by its Windows number in record 3. Null where it names
 * none; numbers up to 4 only tell ASCII from EBCDIC.
 */
export function statedEncoding(
  cursor: ByteCursor,
  { extensions }: SavDictionary,
  file: string,
): TextReader | null {
  const machine = extensions.get(3);
  const numbers =
    machine && machine.size === 4 && machine.count === 8
      ? Array.from({ length: 8 }, (_, n) => cursor.view.getInt32(machine.at + n * 4, cursor.littleEndian))
      : [];
  if (numbers[4] === 2 || numbers[4] === 3) throw savUnsupported(file, 'numbers of a mainframe');
  const code = numbers[7] ?? 2;
  if (code === 1) throw savUnsupported(file, 'the encoding EBCDIC');
  const record = extensions.get(20);
  const name = record
    ? latin1(record.bytes).replace(/[\0 ]+$/, '')
    : code > 4
      ? encodingOfNumber(code)
      : null;
  if (name === null) {
    if (code > 4) throw savUnsupported(file, `the encoding number ${code}`);
    return null;
  }
  if (/^(us-)?ascii$/i.test(name)) return null;
  const text = textReader(name);
  if (!text) throw savUnsupported(file, `the encoding ${name.replace(/[^ -~]/g, '?').slice(0, 40)}`);
  return text;
}
