import type { BagomError } from '@bagom/core';
import { expect, test } from 'vitest';
import { workbookParts, zipped } from '../xlsx/handmade.fixture.js';
import { XLSX_LIMITS } from '../xlsx/read.js';
import { XML_LIMITS } from '../xml/read.js';
import { plainText } from './plain-text.js';
import { readQuestionnaire } from './read.js';
import { sample } from './samples.fixture.js';
import { seeded } from '../survey/random-table.fixture.js';

const lss = (inside: string, before = '') =>
  `<?xml version="1.0"?>${before}<document><LimeSurveyDocType>Survey</LimeSurveyDocType>${inside}</document>`;
const refusal = async (given: string | Uint8Array) =>
  readQuestionnaire(typeof given === 'string' ? new TextEncoder().encode(given) : given, 'x').then(
    () => 'read',
    (error: BagomError) =>
      error.code === 'questionnaire.damaged' ? String(error.data['reason']) : (error.code ?? String(error)),
  );

test('a document type is refused, and with it every entity', async () => {
  const laughs = '<!DOCTYPE d [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>';
  expect(await refusal(lss('<x>&b;</x>', laughs))).toBe('doctype');
  expect(await refusal(lss('', '<!DOCTYPE d SYSTEM "file:///etc/passwd">'))).toBe('doctype');
  expect(await refusal(lss('<x>&b;</x>'))).toBe('entity');
  expect(await refusal('<!DOCTYPE codeBook SYSTEM "http://x/y.dtd"><x/>')).toBe('doctype');
});

test('nesting, number of parts and size have an end', async () => {
  expect(await refusal(lss('<a>'.repeat(XML_LIMITS.depth + 1)))).toBe('too-deep');
  expect(await refusal(lss('<a>'.repeat(200_000)))).toBe('too-deep');
  expect(await refusal(lss('<a/>'.repeat(XML_LIMITS.elements)))).toBe('too-many-elements');
  const attributes = Array.from({ length: XML_LIMITS.attributes + 1 }, (_, n) => `a${n}=""`).join(' ');
  expect(await refusal(lss(`<a ${attributes}/>`))).toBe('too-many-elements');
  expect(await refusal(new Uint8Array(33 * 1024 * 1024).fill(60))).toBe('file.too-large');
});

test('ten megabytes of nothing in particular are refused', async () => {
  const random = seeded(7);
  const noise = Uint8Array.from({ length: 10 * 1024 * 1024 }, () => Math.floor(random() * 256));
  expect(await refusal(noise)).toBe('text.binary');
  expect(await refusal('<'.repeat(10 * 1024 * 1024))).toBe('questionnaire.unknown');
  expect(await refusal(lss('<'.repeat(10 * 1024 * 1024)))).toBe('malformed');
  const words = lss(
    `<questions><rows><row><qid>1</qid><title>a</title><question>${'&lt;'.repeat(2_000_000)}</question></row></rows></questions>`,
  );
  expect(await refusal(words)).toBe('read');
  expect(plainText('<b'.repeat(1_000_000))).toHaveLength(2_000_000);
  expect(plainText('<script>'.repeat(100_000))).toBe('');
});

test('files cut anywhere are read or refused, never half read', async () => {
  const cut = async (name: string) => {
    const whole = sample(name);
    const found = new Set<string>();
    for (let length = 0; length < whole.length; length += 211)
      found.add(await refusal(whole.subarray(0, length)));
    expect([...found].filter((code) => !KNOWN.has(code))).toEqual([]);
    return found;
  };
  // XML says when it is whole; a CSV file may end after any line.
  expect(await cut('limesurvey.lss')).not.toContain('read');
  expect(await cut('codebook.xml')).not.toContain('read');
  expect(await cut('redcap-dictionary.csv')).toContain('read');
});

const KNOWN = new Set(
  'read malformed no-questions no-column file.empty questionnaire.unknown not-zip unreadable entity too-large no-sheet duplicate-name'.split(
    ' ',
  ),
);

test('a zip bomb, a zip that is no workbook, one name twice and a path that leads out are refused', async () => {
  expect(await refusal(await zipped([['xl/workbook.xml', new Uint8Array(XLSX_LIMITS.ratioFrom + 1)]]))).toBe(
    'too-large',
  );
  expect(await refusal(await zipped([['a.txt', 'hej']]))).toBe('unreadable');
  const twice = await zipped([
    ['xl/workbook.xml', '<workbook/>'],
    ['xl/workbook.xml', '<workbook/>'],
  ]);
  expect(await refusal(twice)).toBe('duplicate-name');
  const many = Array.from({ length: XLSX_LIMITS.entries + 1 }, (_, n): [string, string] => [`a${n}`, '']);
  expect(await refusal(await zipped(many))).toBe('too-many-entries');
  const out = Buffer.from(await zipped([['aa/evil.xml', '<a/>']]));
  for (let at = out.indexOf('aa/evil'); at !== -1; at = out.indexOf('aa/evil', at)) out.write('../evil', at);
  expect(await refusal(out)).toBe('unreadable');
  expect(
    await refusal(
      await zipped([['xl/workbook.xml', '<!DOCTYPE a [<!ENTITY b "c">]><workbook>&b;</workbook>']]),
    ),
  ).toBe('doctype');
});

test('a sheet that claims cells a million columns or rows away is refused', async () => {
  const parts = workbookParts({ survey: [['type', 'name']] });
  const withSheet = (body: string) =>
    zipped(
      parts.map(([name, text]) => [
        name,
        name.includes('sheet1') ? `<worksheet><sheetData>${body}</sheetData></worksheet>` : text,
      ]),
    );
  const far = (row: number) => `<row r="${row}"><c r="XFD${row}" t="n"><v>1</v></c></row>`;
  expect(await refusal(await withSheet('<row r="2000000"/>'))).toBe('unreadable');
  expect(await refusal(await withSheet('<row r="1"><c r="ZZZ1"><v>1</v></c></row>'))).toBe('unreadable');
  expect(await refusal(await withSheet('<row r="2"/><row r="1"/>'))).toBe('unreadable');
  expect(await refusal(await withSheet(Array.from({ length: 200 }, (_, n) => far(n + 1)).join('')))).toBe(
    'too-large',
  );
});

test('a workbook in which any byte is another is read or refused', async () => {
  const whole = await zipped(
    workbookParts({
      survey: [
        ['type', 'name'],
        ['text', 'a'],
      ],
    }),
  );
  const random = seeded(11);
  const found = new Set<string>();
  for (let n = 0; n < 400; n++) {
    const broken = whole.slice();
    broken[Math.floor(random() * whole.length)] = Math.floor(random() * 256);
    found.add(await refusal(broken));
  }
  for (let length = 4; length < whole.length; length += 97)
    found.add(await refusal(whole.subarray(0, length)));
  expect([...found].filter((code) => !KNOWN.has(code) && code !== 'text.binary')).toEqual([]);
});
