import { expect, test } from 'vitest';
import { refuseQuestionnaire } from '../questionnaire/damage.js';
import { workbookParts, zipped } from './handmade.fixture.js';
import { readXlsx } from './read.js';

const read = async (body: string, more: [string, string][] = []) => {
  const parts = workbookParts({ Ark: [['x']] }).map(([name, text]): [string, string] => [
    name,
    name.includes('sheet1') ? `<worksheet><sheetData>${body}</sheetData></worksheet>` : text,
  ]);
  const [sheet] = await readXlsx(await zipped([...parts, ...more]), refuseQuestionnaire('a.xlsx'));
  return sheet?.rows.map(({ line, cells }) => [line, ...cells]);
};

test('shared, inline and formula texts, numbers, booleans and errors; blank cells keep their place, and rows their number', async () => {
  expect(
    await read(
      '<row r="2"><c r="B2" t="s"><v>0</v></c><c r="C2" t="inlineStr"><is><r><t>a </t></r><r><t>b</t></r><rPh><t>no</t></rPh></is></c>' +
        '<c r="D2" t="str"><f>A1</f><v>sum</v></c><c r="E2"><v>1.5e2</v></c><c r="F2" t="b"><v>1</v></c><c r="G2" t="e"><v>#N/A</v></c></row>' +
        '<row><c><v>7</v></c></row>',
    ),
  ).toEqual([
    [2, null, 'x', 'a b', 'sum', 150, true],
    [3, 7],
  ]);
});

test('an empty row a million rows down is nothing', async () => {
  const rows = await read('<row r="1"><c><v>1</v></c></row><row r="1048576"><c r="A1048576"/></row>');
  expect(rows).toEqual([[1, 1]]);
});

test('a number is a day or a time where its style says so', async () => {
  const styles =
    '<styleSheet><numFmts><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd hh:mm"/><numFmt numFmtId="165" formatCode="&quot;dage&quot; 0"/></numFmts>' +
    '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="20"/><xf numFmtId="165"/></cellXfs></styleSheet>';
  const cell = (style: number, value: number) => `<c s="${style}"><v>${value}</v></c>`;
  const row = `<row>${cell(0, 45000)}${cell(1, 45000)}${cell(2, 45000.25)}${cell(3, 0.5)}${cell(4, 3)}</row>`;
  expect(await read(row, [['xl/styles.xml', styles]])).toEqual([
    [1, 45000, '2023-03-15', '2023-03-15T06:00:00', '12:00:00', 3],
  ]);
});
