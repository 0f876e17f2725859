import { BagomError } from '@bagom/core';
import { readFile } from 'node:fs/promises';

/** Where the demo's material lies: beside the package's `src` and `dist`. */
const MATERIAL = new URL('../../demo/', import.meta.url);

/** A row of a table with the line it stands on, from 1. */
export type TsvRow<C extends string> = Readonly<Record<C, string>> & { readonly line: number };

export async function materialText(file: string): Promise<string> {
  return (await readFile(new URL(file, MATERIAL), 'utf8')).replace(/\r\n/g, '\n');
}

export async function materialBytes(file: string): Promise<Uint8Array> {
  return readFile(new URL(file, MATERIAL));
}

/** What is wrong with the material, and where; the builder's own tests are its readers. */
export function materialError(file: string, line: number, reason: string): BagomError {
  return new BagomError('demo.material', { file, line, reason });
}

/** A table of the material. Its first line must hold exactly these columns, in this order. */
export async function readTsv<const C extends string>(
  file: string,
  columns: readonly C[],
): Promise<TsvRow<C>[]> {
  const [head, ...lines] = (await materialText(file)).split('\n');
  if (head !== columns.join('\t')) throw materialError(file, 1, `columns ${head ?? ''}`);
  return lines.flatMap((text, index) => {
    if (text.trim() === '') return [];
    const cells = text.split('\t');
    if (cells.length !== columns.length)
      throw materialError(file, index + 2, `${cells.length} fields, not ${columns.length}`);
    const row = Object.fromEntries(columns.map((column, i) => [column, cells[i]!.trim()])) as Record<
      C,
      string
    >;
    return [{ ...row, line: index + 2 }];
  });
}

/** One of a table's allowed words. */
export function oneOf<const W extends string>(
  words: readonly W[],
  word: string,
  file: string,
  line: number,
): W {
  const found = words.find((known) => known === word);
  if (found === undefined) throw materialError(file, line, `"${word}" is none of ${words.join(', ')}`);
  return found;
}
