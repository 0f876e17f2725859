import type { Language } from '@bagom/core';

/** A table as it is copied or saved: figures are numbers, so that a spreadsheet can count with them. */
export interface PlainTable {
  head: string[];
  rows: (string | number | null)[][];
}

/** As a spreadsheet in that language reads a file: semicolons and decimal commas in Danish, commas and points in English. */
export function csvOf(table: PlainTable, language: Language): string {
  const between = language === 'da' ? ';' : ',';
  const cell = (value: string | number | null) => {
    const text = cellText(value, language);
    return text.includes(between) || /["\r\n]/.test(text) ? quoted(text) : text;
  };
  return `\uFEFF${[table.head, ...table.rows].map((row) => row.map(cell).join(between)).join('\r\n')}\r\n`;
}

/** As the clipboard carries a table into a spreadsheet or a document: tabs between cells. */
export function tabbed(table: PlainTable, language: Language): string {
  return [table.head, ...table.rows]
    .map((row) => row.map((value) => cellText(value, language).replace(/[\t\r\n]+/g, ' ')).join('\t'))
    .join('\n');
}

const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;

function cellText(value: string | number | null, language: Language): string {
  if (value === null) return '';
  // A label out of a file must not become a formula in a spreadsheet.
  if (typeof value === 'string') return /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  const figure = String(Number(value.toPrecision(12)));
  return language === 'da' ? figure.replace('.', ',') : figure;
}
