import { ZipFile } from 'yazl';
import { xmlAttribute, xmlText } from '../xml/write.js';
import type { Cell } from './cells.js';

/** A zip file of these parts, in this order; one name may come twice. */
export async function zipped(
  parts: readonly (readonly [string, string | Uint8Array])[],
): Promise<Uint8Array> {
  const zip = new ZipFile();
  for (const [name, content] of parts) zip.addBuffer(Buffer.from(content as string), name);
  zip.end();
  const pieces: Buffer[] = [];
  for await (const piece of zip.outputStream) pieces.push(piece as Buffer);
  return Buffer.concat(pieces);
}

/** The parts of a workbook, with texts as shared strings, as Excel has them. */
export function workbookParts(
  sheets: Readonly<Record<string, readonly (readonly Cell[])[]>>,
): [string, string][] {
  const strings: string[] = [];
  const shared = (text: string): number => {
    const at = strings.indexOf(text);
    return at >= 0 ? at : strings.push(text) - 1;
  };
  const names = Object.keys(sheets);
  const bodies = names.map((name) =>
    sheets[name]!.map((row, r) => {
      const cells = row.map((cell, c) => {
        const at = `${String.fromCharCode(65 + c)}${r + 1}`;
        if (cell === null) return '';
        if (typeof cell === 'string') return `<c r="${at}" t="s"><v>${shared(cell)}</v></c>`;
        if (typeof cell === 'boolean') return `<c r="${at}" t="b"><v>${Number(cell)}</v></c>`;
        return `<c r="${at}"><v>${cell}</v></c>`;
      });
      return `<row r="${r + 1}">${cells.join('')}</row>`;
    }).join(''),
  );
  const worksheet = (body: string) => `<worksheet xmlns="${MAIN}"><sheetData>${body}</sheetData></worksheet>`;
  return [
    [
      'xl/workbook.xml',
      `<workbook xmlns="${MAIN}" xmlns:r="r"><sheets>${names
        .map((name, n) => `<sheet name="${xmlAttribute(name)}" sheetId="${n + 1}" r:id="rId${n + 1}"/>`)
        .join('')}</sheets></workbook>`,
    ],
    [
      'xl/_rels/workbook.xml.rels',
      `<Relationships>${names
        .map((_, n) => `<Relationship Id="rId${n + 1}" Target="worksheets/sheet${n + 1}.xml"/>`)
        .join('')}</Relationships>`,
    ],
    ...bodies.map((body, n): [string, string] => [`xl/worksheets/sheet${n + 1}.xml`, worksheet(body)]),
    [
      'xl/sharedStrings.xml',
      `<sst xmlns="${MAIN}">${strings.map((text) => `<si><t>${xmlText(text)}</t></si>`).join('')}</sst>`,
    ],
  ];
}

export const workbook = (sheets: Parameters<typeof workbookParts>[0]): Promise<Uint8Array> =>
  zipped(workbookParts(sheets));

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
