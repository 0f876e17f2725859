import { describe, expect, test } from 'vitest';
import { bytesOf, sample } from '../samples.fixture.js';
import { zipped } from '../zip/made-zip.fixture.js';
import { readTranscript, type TranscriptFile } from './read.js';

const told = ({ unread }: TranscriptFile) => unread.map(({ kind, text }) => [kind, text]);
const turnsOf = ({ text, turns }: TranscriptFile) =>
  turns.map(({ label, from, to }) => [label, text.slice(from, to)]);

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const docx = (body: string, more: Record<string, string | Uint8Array> = {}, head = '') =>
  zipped({
    'word/document.xml': `<?xml version="1.0"?>${head}<w:document ${W}><w:body>${body}</w:body></w:document>`,
    ...more,
  });
const p = (text: string) => `<w:p><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;
const odt = (body: string, more: Record<string, string | Uint8Array> = {}, head = '') =>
  zipped({
    mimetype: 'application/vnd.oasis.opendocument.text',
    'content.xml': `<?xml version="1.0"?>${head}<office:document-content xmlns:office="o" xmlns:text="t" xmlns:draw="d" xmlns:xlink="x"><office:body><office:text>${body}</office:text></office:body></office:document-content>`,
    ...more,
  });

describe('a document that is a bomb', () => {
  const zeros = new Uint8Array(110 * 1024 * 1024);

  test.each([
    ['docx', docx],
    ['odt', odt],
  ] as const)('%s: one that unpacks to more than any interview is refused', async (form, make) => {
    const swollen = make('', { [form === 'docx' ? 'word/media/a.bin' : 'Pictures/a.bin']: zeros });
    expect(swollen.length).toBeLessThan(1024 * 1024);
    await expect(readTranscript(swollen, `a.${form}`)).rejects.toMatchObject({
      code: `${form}.damaged`,
      data: { reason: 'too-large' },
    });
  });

  test('one with more parts than any document is refused', async () => {
    const parts = Object.fromEntries(Array.from({ length: 2100 }, (_, i) => [`word/p${i}.xml`, '']));
    await expect(readTranscript(docx('', parts), 'a.docx')).rejects.toMatchObject({
      data: { reason: 'too-many-entries' },
    });
  });

  const LAUGHS =
    '<!DOCTYPE z [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;"><!ENTITY x SYSTEM "file:///etc/passwd">]>';

  test('entities that multiply or point to a file are not looked up, and told', async () => {
    const file = await readTranscript(
      docx(`${p('I: Hvad &c; så &x;?')}${p('P: Ikke noget.')}`, {}, LAUGHS),
      'a.docx',
    );
    expect(file.text).not.toMatch(/haha|root:/);
    expect(turnsOf(file)[1]).toEqual(['P', 'Ikke noget.']);
    expect(told(file).filter(([kind]) => kind === 'entity').length).toBeGreaterThan(1);
    const open = await readTranscript(odt('<text:p>I: Hvad &x;?</text:p>', {}, LAUGHS), 'a.odt');
    expect(open.text).not.toContain('root:');
  });

  test('elements a hundred thousand deep are read', async () => {
    const deep = 100_000;
    const file = await readTranscript(
      docx(`${'<w:sdt><w:sdtContent>'.repeat(deep)}${p('I: Hej?')}${'</w:sdtContent></w:sdt>'.repeat(deep)}`),
      'a.docx',
    );
    expect(turnsOf(file)).toEqual([['I', 'Hej?']]);
  });
});

describe('a document that points outside itself', () => {
  test('docx: templates, pictures and parts elsewhere are told and not fetched; a link is words', async () => {
    const rel = (type: string, target: string) =>
      `<Relationship Id="r" Type="http://x/${type}" Target="${target}" TargetMode="External"/>`;
    const file = await readTranscript(
      docx(p('I: Hej?'), {
        'word/_rels/document.xml.rels': `<Relationships>${rel('image', 'http://198.51.100.1/a.png')}${rel('hyperlink', 'https://eksempel.dk')}</Relationships>`,
        'word/_rels/settings.xml.rels': `<Relationships>${rel('attachedTemplate', 'file:///tmp/a.dotm')}</Relationships>`,
        'word/vbaProject.bin': 'macro',
      }),
      'a.docx',
    );
    expect(told(file)).toEqual([
      ['outside', 'http://198.51.100.1/a.png'],
      ['outside', 'file:///tmp/a.dotm'],
      ['script', 'word/vbaProject.bin'],
    ]);
  });

  test('odt: pictures and sections elsewhere', async () => {
    const file = await readTranscript(
      odt(
        '<text:section><text:section-source xlink:href="../../etc/passwd"/><text:p>I: Hej? <draw:image xlink:href="http://198.51.100.1/a.png"/><text:a xlink:href="http://a.dk">her</text:a></text:p></text:section>',
      ),
      'a.odt',
    );
    expect(told(file).filter(([kind]) => kind === 'outside')).toEqual([
      ['outside', '../../etc/passwd'],
      ['outside', 'http://198.51.100.1/a.png'],
    ]);
    expect(file.text).toBe('I: Hej? her\n');
  });

  test('a locked odt says that it is locked', async () => {
    const locked = odt('', { 'META-INF/manifest.xml': '<m><manifest:encryption-data/></m>' });
    await expect(readTranscript(locked, 'a.odt')).rejects.toMatchObject({ data: { reason: 'encrypted' } });
  });

  test('names of parts that climb out of the zip are only names', async () => {
    const bytes = docx(p('I: Hej?'), { 'word/xx/xx/evil.xml': '<a/>' });
    const climbing = Buffer.from(bytes)
      .toString('latin1')
      .replaceAll('word/xx/xx/evil.xml', '../../../../evil.xml');
    await expect(
      readTranscript(new Uint8Array(Buffer.from(climbing, 'latin1')), 'a.docx'),
    ).rejects.toMatchObject({
      code: 'docx.damaged',
    });
  });
});

describe('RTF', () => {
  const rtf = (body: string) => readTranscript(bytesOf(`{\\rtf1\\ansi\\ansicpg1252 ${body}}`), 'a.rtf');

  test('letters in code pages and in Unicode, with what stands for them left out', async () => {
    const file = await rtf(
      "I: bl\\'e5b\\u230\\'e6r \\u-10179?\\u-8694? {\\uc2 \\u248\\'f8\\'f8}l \\emdash  \\lquote ja\\rquote\\~nej\\par P: nej\\par I: ok?\\par",
    );
    expect(turnsOf(file)[0]).toEqual(['I', 'blåbær 😊 øl — ‘ja’\u00A0nej']);
  });

  test('a font’s character set decides, and DOS’s pages are known', async () => {
    const file = await rtf(
      "{\\fonttbl{\\f0\\fcharset0 A;}{\\f1\\fcharset204 B;}{\\f2\\fcharset255 C;}}I: {\\f1\\'c4\\'e0} {\\f2\\'91\\'9b\\'86}?\\par P: ja\\par I: ja?\\par",
    );
    expect(turnsOf(file)[0]).toEqual(['I', 'Да æøå?']);
  });

  test('pictures, objects, fields and binary data are no words', async () => {
    const file = await rtf(
      'I: Se {\\pict\\pngblip 89504e470d0a}{\\object{\\*\\objdata 0105}{\\result her}}{\\field{\\*\\fldinst HYPERLINK "http://a.dk"}{\\fldrslt linket}}\\bin5 }}}}} nu?\\par P: ja\\par',
    );
    expect(turnsOf(file)[0]).toEqual(['I', 'Se linket nu?']);
    expect(told(file).map(([kind]) => kind)).toEqual(['picture', 'object']);
  });

  test('a million groups in each other, and none of them closed', async () => {
    const deep = `${'{\\b '.repeat(1_000_000)}I: Hej?\\par P: Ja.\\par`;
    const file = await readTranscript(bytesOf(`{\\rtf1 ${deep}`), 'a.rtf');
    expect(turnsOf(file)).toEqual([
      ['I', 'Hej?'],
      ['P', 'Ja.'],
    ]);
    expect(told(file)[0]?.[0]).toBe('cut-short');
    const closed = await readTranscript(
      bytesOf(`{\\rtf1 ${'{'.repeat(1e6)}I: Hej?${'}'.repeat(1e6)}}`),
      'a.rtf',
    );
    expect(turnsOf(closed)).toEqual([['I', 'Hej?']]);
  });
});

describe('PDF', () => {
  test.each([
    ['garbage after the head', bytesOf(`%PDF-1.7\n${'x'.repeat(5000)}`)],
    ['a file cut short', sample('pages.pdf').slice(0, 2000)],
  ])('%s is refused', async (_, bytes) => {
    await expect(readTranscript(bytes, 'a.pdf')).rejects.toThrow(/pdf\.(damaged|no-text)/);
  });

  test('a scanned one is told from its lack of words', async () => {
    const scan =
      '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF';
    await expect(readTranscript(bytesOf(scan), 'a.pdf')).rejects.toMatchObject({
      code: 'pdf.no-text',
      data: { file: 'a.pdf', pages: 1 },
    });
  });

  test('bytes overwritten in the middle give what can be read, or a refusal, and never anything else', async () => {
    for (const at of [300, 3000, 9000, 15000, 20000]) {
      const bytes = sample('pages.pdf');
      bytes.fill(0x41, at, at + 400);
      const outcome = await readTranscript(bytes, 'a.pdf').then(
        () => 'read',
        (error: { code?: string }) => error.code,
      );
      expect(['read', 'pdf.damaged', 'pdf.no-text']).toContain(outcome);
    }
  });
});

describe('HTML', () => {
  test('scripts, styles, hidden words and what is elsewhere are told; none of it is text', async () => {
    const file = await readTranscript(
      bytesOf(
        '<!doctype html><html><head><title>T</title><style>p{}</style><script>alert("a")</script></head><body onload="alert(1)"><p>I: Hej<script>document.write("x")</script>?</p><p>P: <img src="http://198.51.100.1/a.png" onerror="alert(2)">Ja <span style="display:none">skjult</span>&lt;script&gt;alert(3)&lt;/script&gt;</p><!-- husk mig --></body></html>',
      ),
      'a.html',
    );
    expect(turnsOf(file)).toEqual([
      ['I', 'Hej?'],
      ['P', 'Ja <script>alert(3)</script>'],
    ]);
    expect(told(file)).toEqual([
      ['script', 'onload=alert(1)'],
      ['script', 'document.write("x")'],
      ['outside', 'http://198.51.100.1/a.png'],
      ['script', 'onerror=alert(2)'],
      ['hidden-text', 'skjult'],
      ['comment', 'husk mig'],
    ]);
  });

  test('elements two hundred thousand deep: what stands before them is read, the rest is told', async () => {
    const file = await readTranscript(
      bytesOf(`<html><p>I: Hej?</p>${'<b><div>'.repeat(200_000)}P: Ja.`),
      'a.html',
    );
    expect(turnsOf(file)).toEqual([['I', 'Hej?']]);
    expect(told(file)).toEqual([['too-deep', expect.any(String)]]);
  });

  test('a page says its own encoding', async () => {
    const page = Buffer.from('<html><meta charset="iso-8859-5"><p>I: \xd4\xd0?', 'latin1');
    expect(turnsOf(await readTranscript(new Uint8Array(page), 'a.html'))).toEqual([['I', 'да?']]);
  });
});

test('a hundred thousand subtitles are read, and a hundred thousand faults are counted', async () => {
  const clock = (s: number) => new Date(s * 1000).toISOString().slice(11, 23);
  const cues = Array.from(
    { length: 100_000 },
    (_, i) => `${clock(i * 0.5)} --> ${clock(i * 0.5 + 0.6)}\n<v ${i % 2 ? 'Ida' : 'Bo'}>ord ${i}`,
  );
  const file = await readTranscript(bytesOf(`WEBVTT\n\n${cues.join('\n\n')}\n`), 'a.vtt');
  expect(file.turns).toHaveLength(100_000);
  const overlaps = file.unread.filter(({ kind }) => kind === 'cue-overlap');
  expect([overlaps.length, overlaps.at(-1)?.text]).toEqual([101, '+99899']);
});

test('50 MB of talk is read whole', async () => {
  const turn =
    'Interviewer: Hvordan gik det så?\n\nIP: Det gik, som det plejer, og så gik vi hjem igen. [griner]\n\n';
  const times = Math.ceil((50 * 1024 * 1024) / Buffer.byteLength(turn));
  const file = await readTranscript(new Uint8Array(Buffer.from(turn.repeat(times))), 'a.txt');
  expect(file.turns).toHaveLength(2 * times);
  expect(file.marks).toHaveLength(times);
  const last = file.turns.at(-1)!;
  expect(file.text.slice(last.from, last.to)).toBe(
    'Det gik, som det plejer, og så gik vi hjem igen. [griner]',
  );
}, 180_000);

describe('letters', () => {
  test('emoji, combining letters and right-to-left words keep their places', async () => {
    const file = await readTranscript(
      bytesOf('I: Hvad 👩‍👩‍👧 så e\u0301n?\nP: \u202Bשלום עולם\u202C og مرحبا (griner) 🇩🇰.\nI: \u0301ok?\n'),
      'a.txt',
    );
    expect(turnsOf(file)).toEqual([
      ['I', 'Hvad 👩‍👩‍👧 så én?'],
      ['P', '\u202Bשלום עולם\u202C og مرحبا (griner) 🇩🇰.'],
      ['I', '\u0301ok?'],
    ]);
    const [mark] = file.marks;
    expect(file.text.slice(mark!.from, mark!.to)).toBe('(griner)');
  });
});
