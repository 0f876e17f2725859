// Reads one hostile questionnaire in a process of its own, whose memory the test limits: node read-questionnaire.mjs CASE.
import { readQuestionnaire } from '@bagom/formats';
import { ZipFile } from 'yazl';

const SIZE = 10 * 1024 * 1024;
const filled = (piece, size = SIZE) => piece.repeat(Math.floor(size / piece.length));
const lss = (inside) =>
  `<?xml version="1.0"?><document><LimeSurveyDocType>Survey</LimeSurveyDocType>${inside}</document>`;
const ddi = (inside) => `<codeBook><dataDscr>${inside}</dataDscr></codeBook>`;
const HEAD = 'Variable / Field Name,Field Type,Field Label\n';

async function zipped(parts) {
  const zip = new ZipFile();
  for (const [name, text] of parts) zip.addBuffer(Buffer.from(text), name);
  zip.end();
  const pieces = [];
  for await (const piece of zip.outputStream) pieces.push(piece);
  return Buffer.concat(pieces);
}

/** A workbook of one sheet, `survey`. */
const workbook = (sheet, strings = '') =>
  zipped([
    ['xl/workbook.xml', '<workbook><sheets><sheet name="survey" id="a"/></sheets></workbook>'],
    ['xl/_rels/workbook.xml.rels', '<R><Relationship Id="a" Target="worksheets/a.xml"/></R>'],
    ['xl/worksheets/a.xml', `<worksheet><sheetData>${sheet}</sheetData></worksheet>`],
    ['xl/sharedStrings.xml', `<sst>${strings}</sst>`],
  ]);

const CASES = {
  elements: () => lss(filled('<a/>')),
  attributes: () => lss(`<a ${Array.from({ length: SIZE / 10 }, (_, n) => `a${n}=""`).join(' ')}/>`),
  'empty rows': () => lss(`<questions><rows>${filled('<row/>')}</rows></questions>`),
  'one long text': () => lss(`<questions><rows><row><qid>${filled('€')}</qid></row></rows></questions>`),
  variables: () => ddi(Array.from({ length: SIZE / 24 }, (_, n) => `<var name="v${n}"/>`).join('')),
  categories: () => ddi(`<var name="v">${filled('<catgry><catValu>1</catValu></catgry>')}</var>`),
  commas: () => HEAD + filled(','),
  lines: () => HEAD + filled('\n'),
  fields: () => HEAD + Array.from({ length: SIZE / 12 }, (_, n) => `f${n},text,x`).join('\n'),
  choices: () => `${HEAD.trim()},"Choices, Calculations, OR Slider Labels"\na,radio,x,"${filled('1,a|')}"\n`,
  tags: () => HEAD + `a,text,"${filled('<p>')}"`,
  'bomb of cells': () => workbook(filled('<row><c/></row>', 60 * 1024 * 1024)),
  'bomb of strings': () => workbook('', filled('<si><t>a</t></si>', 60 * 1024 * 1024)),
  'far cells': () => workbook(filled('<row><c r="XFD1"><v>1</v></c></row>', 4 * 1024 * 1024)),
};

const name = process.argv[2] ?? '';
if (name === '--cases') console.log(JSON.stringify(Object.keys(CASES)));
else {
  const made = await CASES[name]();
  const outcome = await readQuestionnaire(new Uint8Array(Buffer.from(made)), 'x').then(
    () => 'read',
    (error) =>
      error.code === undefined
        ? `unforeseen: ${error.stack}`
        : `${error.code} ${error.data.reason ?? ''}`.trim(),
  );
  console.log(outcome);
}
