import { plainText } from '../questionnaire/plain-text.js';
import type { Cell } from '../xlsx/cells.js';
import type { SheetRow } from '../xlsx/read.js';

/** A sheet with names in its first row. `label::Dansk (da)` is the column `label` in a language. */
export interface SheetTable {
  readonly columns: ReadonlySet<string>;
  readonly languages: readonly string[];
  readonly rows: readonly FormRow[];
}

/** A row of the sheet, with its number. */
export interface FormRow {
  readonly line: number;
  get(column: string): string | undefined;
  /** The words in this language, else those without one, else the first there are. */
  words(column: string, language: string): string;
}

interface Heading {
  readonly column: string;
  readonly language: string;
}

export function sheetTable([head, ...rows]: readonly SheetRow[]): SheetTable {
  const headings = head?.cells.map(headingOf) ?? [];
  const languages = headings.flatMap((heading) =>
    heading?.column === 'label' && heading.language !== '' ? [heading.language] : [],
  );
  return {
    columns: new Set(headings.flatMap((heading) => (heading ? [heading.column] : []))),
    languages: [...new Set(languages)],
    rows: rows.map((row) => formRow(row, headings)),
  };
}

function formRow({ line, cells }: SheetRow, headings: readonly (Heading | null)[]): FormRow {
  const values = new Map<string, Map<string, string>>();
  for (const [at, cell] of cells.entries()) {
    const heading = headings[at];
    if (!heading || cell === null) continue;
    const ofColumn = values.get(heading.column) ?? new Map<string, string>();
    values.set(heading.column, ofColumn);
    if (!ofColumn.has(heading.language)) ofColumn.set(heading.language, shown(cell));
  }
  return {
    line,
    get: (column) => values.get(column)?.get(''),
    words: (column, language) => {
      const ofColumn = values.get(column);
      return plainText(
        ofColumn?.get(language) ?? ofColumn?.get('') ?? [...(ofColumn?.values() ?? [])][0] ?? '',
      );
    },
  };
}

/** Excel turns TRUE into a boolean; in a form it is the word. */
const shown = (cell: Exclude<Cell, null>): string =>
  typeof cell === 'boolean' ? (cell ? 'TRUE' : 'FALSE') : String(cell);

/** `label::English (en)`, `label:English`, `list name`, `Type`: a column, and its language where it has one. */
function headingOf(cell: Cell): Heading | null {
  if (typeof cell !== 'string' || cell.trim() === '') return null;
  const [column = '', ...language] = cell
    .trim()
    .split(/\s*::\s*|(?<=^(?:label|hint|constraint_message|required_message))\s*:\s*/i);
  const name = column.toLowerCase().replace(/\s+/g, '_');
  // `bind::relevant` is a column with a path, not a language.
  if (name === 'bind' || name === 'control' || name === 'body')
    return { column: `${name}::${language.join('::')}`, language: '' };
  return { column: name, language: language.join('::') };
}
