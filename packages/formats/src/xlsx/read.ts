import type { Refuse } from '../questionnaire/damage.js';
import { readXml, child, children, type XmlElement } from '../xml/read.js';
import { readZip, ZipError } from '../zip/read.js';
import { cellReader, type Cell } from './cells.js';
import { richText } from './rich-text.js';

/** One worksheet: its rows that are not empty, in order. */
export interface Sheet {
  readonly name: string;
  readonly rows: readonly SheetRow[];
}

/** A row's number in the sheet, from 1, and its cells, without the empty ones at the end. */
export interface SheetRow {
  readonly line: number;
  readonly cells: readonly Cell[];
}

/** What a workbook may be before it is taken for an attack. */
export const XLSX_LIMITS = {
  entries: 2000,
  bytes: 64 * 1024 * 1024,
  ratio: 200,
  ratioFrom: 5 * 1024 * 1024,
  sheets: 200,
  /** Cells, blank ones that come before others too. Rows that are empty cost nothing: some programs write one a million rows down. */
  cells: 2_000_000,
};

const PARTS =
  /^(xl\/workbook\.xml|xl\/_rels\/workbook\.xml\.rels|xl\/sharedStrings\.xml|xl\/styles\.xml|xl\/worksheets\/[^/]+\.xml)$/;

/** Reads the worksheets that are asked for: texts, numbers, booleans, and days as ISO text. Formulas give what they last came to. */
export async function readXlsx(
  bytes: Uint8Array,
  refuse: Refuse,
  isWanted: (sheet: string) => boolean = () => true,
): Promise<Sheet[]> {
  const files = await unpacked(bytes, refuse);
  const part = (path: string, skip?: ReadonlySet<string>): XmlElement | undefined => {
    const found = files.get(path);
    return found && readXml(decoded(found, refuse), refuse, skip);
  };
  const workbook = part('xl/workbook.xml');
  if (!workbook) throw refuse('unreadable');
  const targets = new Map<string, string>();
  for (const { attributes } of children(part('xl/_rels/workbook.xml.rels') ?? workbook, 'Relationship'))
    targets.set(attributes['Id'] ?? '', partPath(attributes['Target'] ?? ''));
  const named = children(child(workbook, 'sheets') ?? workbook, 'sheet');
  if (named.length > XLSX_LIMITS.sheets) throw refuse('too-large');
  const strings = sharedStrings(part('xl/sharedStrings.xml', new Set(['rPh', 'phoneticPr'])));
  const is1904 = child(workbook, 'workbookPr')?.attributes['date1904'];
  const read = cellReader(strings, part('xl/styles.xml'), is1904 === '1' || is1904 === 'true');
  const budget = { left: XLSX_LIMITS.cells };
  return named.flatMap(({ attributes }): Sheet[] => {
    const name = attributes['name'] ?? '';
    if (!isWanted(name)) return [];
    const sheet = part(targets.get(attributes['id'] ?? '') ?? '');
    if (!sheet) return [];
    return [{ name, rows: rowsOf(sheet, read, budget, refuse) }];
  });
}

async function unpacked(bytes: Uint8Array, refuse: Refuse): Promise<ReadonlyMap<string, Uint8Array>> {
  try {
    return (await readZip(bytes, XLSX_LIMITS, (name) => PARTS.test(name))).files;
  } catch (error) {
    throw error instanceof ZipError ? refuse(error.reason) : error;
  }
}

function decoded(bytes: Uint8Array, refuse: Refuse): string {
  try {
    const wide = bytes[0] === 0xff && bytes[1] === 0xfe;
    return new TextDecoder(wide ? 'utf-16le' : 'utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw refuse('unreadable');
  }
}

/** A relation's target is relative to `xl/`, or absolute in the package. */
const partPath = (target: string): string => (target.startsWith('/') ? target.slice(1) : `xl/${target}`);

/** Texts that cells refer to by number; a text may stand in pieces of different type. */
function sharedStrings(root: XmlElement | undefined): string[] {
  return root ? children(root, 'si').map(richText) : [];
}

function rowsOf(
  sheet: XmlElement,
  read: (cell: XmlElement) => Cell,
  budget: { left: number },
  refuse: Refuse,
): SheetRow[] {
  const rows: SheetRow[] = [];
  let last = 0;
  for (const row of children(child(sheet, 'sheetData') ?? sheet, 'row')) {
    const line = Number(row.attributes['r'] ?? last + 1);
    if (!Number.isInteger(line) || line <= last || line > 1_048_576) throw refuse('unreadable');
    last = line;
    const cells: Cell[] = [];
    let next = 0;
    for (const cell of children(row, 'c')) {
      const column = columnOf(cell.attributes['r'], next);
      if (column < next || column >= 16_384) throw refuse('unreadable');
      next = column + 1;
      const value = read(cell);
      if (value === null) continue;
      budget.left -= next - cells.length;
      if (budget.left < 0) throw refuse('too-large');
      while (cells.length < column) cells.push(null);
      cells.push(value);
    }
    if (cells.length > 0) rows.push({ line, cells });
  }
  return rows;
}

/** The column of `BC12`, from 0; the next one where the cell does not say. */
function columnOf(reference: string | undefined, next: number): number {
  const letters = /^[A-Z]{1,3}(?=\d)/.exec(reference ?? '')?.[0];
  if (letters === undefined) return reference === undefined ? next : -1;
  let column = 0;
  for (const letter of letters) column = column * 26 + (letter.charCodeAt(0) - 64);
  return column - 1;
}
