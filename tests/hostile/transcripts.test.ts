import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ZipFile } from 'yazl';
import { servedStudy, type ServedStudy } from '../../packages/server/src/small-study.fixture.js';
import { measured } from './measured.fixture.js';

// What docs/reference/files.md promises of transcripts, above what the program takes for a good file of a few lines: one that is
// refused takes four times its size and 300 MB at most, one that is read 48 times its size.
const REFUSED = { factor: 4, free: 300 };
const READ = 48;
const MB = 1024 * 1024;

let folder: string;
let study: string;
let itself: number;
let served: ServedStudy;
const at = (name: string) => join(folder, name);
const hashOf = (path: string) => createHash('sha256').update(readFileSync(path)).digest('hex');

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'bagom-hostile-'));
  study = at('study.bagom');
  measured('new', study);
  writeFileSync(at('good.txt'), 'I: Hej?\nP: Hej.\nI: Ja?\nP: Nej.\n');
  const good = measured('import', study, at('good.txt'), '--dry-run');
  if (good.code !== 0) throw new Error(good.message);
  itself = good.memory;
  served = await servedStudy();
});
afterAll(async () => {
  await served.close();
  rmSync(folder, { recursive: true, force: true });
});

async function zipped(parts: Record<string, string | Uint8Array>): Promise<Uint8Array> {
  const zip = new ZipFile();
  for (const [name, bytes] of Object.entries(parts))
    zip.addBuffer(Buffer.from(bytes as string), name, { compress: name !== 'mimetype' });
  zip.end();
  const pieces: Buffer[] = [];
  for await (const piece of zip.outputStream) pieces.push(piece as Buffer);
  return Buffer.concat(pieces);
}
const docx = (body: string, more: Record<string, string | Uint8Array> = {}, head = '') =>
  zipped({
    'word/document.xml': `<?xml version="1.0"?>${head}<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`,
    ...more,
  });
const odt = (body: string, more: Record<string, string | Uint8Array> = {}) =>
  zipped({
    mimetype: 'application/vnd.oasis.opendocument.text',
    'content.xml': `<office:document-content xmlns:office="o" xmlns:text="t"><office:body><office:text>${body}</office:text></office:body></office:document-content>`,
    ...more,
  });
const utf16 = (text: string, bigEndian = false): Buffer => {
  const bytes = Buffer.from(text, 'utf16le');
  return bigEndian ? bytes.swap16() : bytes;
};
const TALK = 'I: Hvad så, Åse?\nP: Blåbær og æbler.\nI: Ja?\nP: Øh, nej.\n';
const SCAN =
  '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF';
const zeros = new Uint8Array(110 * MB);

type Outcome = string | { words: string; encoding?: string | null };
const words = 'Blåbær og æbler.';
/** A file and what both ways in make of it: the code it is refused by, or words that are read, and how. */
const CASES: Record<string, { file: string; bytes: () => Uint8Array | Promise<Uint8Array>; is: Outcome }> = {
  'Latin-1': {
    file: 'a.txt',
    bytes: () => Buffer.from(TALK, 'latin1'),
    is: { words, encoding: 'windows-1252' },
  },
  'UTF-16 with a mark': {
    file: 'a.txt',
    bytes: () => utf16(`\uFEFF${TALK}`),
    is: { words, encoding: 'utf-16le' },
  },
  'UTF-16 without one': { file: 'a.txt', bytes: () => utf16(TALK), is: { words, encoding: 'utf-16le' } },
  'UTF-16 the other way round, without one': {
    file: 'a.txt',
    bytes: () => utf16(TALK, true),
    is: { words, encoding: 'utf-16be' },
  },
  'two encodings in one file': {
    file: 'a.txt',
    bytes: () => Buffer.concat([Buffer.from(TALK), Buffer.from('I: Så?\nP: Blåt.\n', 'latin1')]),
    is: { words: 'Blåt.' },
  },
  'NUL bytes': { file: 'a.txt', bytes: () => Buffer.from('I: Hej\0\0?\nP: \0ja.\n'), is: 'text.binary' },
  'a Word document that swells': {
    file: 'a.docx',
    bytes: () => docx('', { 'word/media/a.bin': zeros }),
    is: 'docx.damaged',
  },
  'an OpenDocument that swells': {
    file: 'a.odt',
    bytes: () => odt('', { 'Pictures/a.bin': zeros }),
    is: 'odt.damaged',
  },
  'a zip in a zip in a zip': {
    file: 'a.docx',
    bytes: async () => zipped({ 'a.zip': await zipped({ 'b.zip': await zipped({ 'c.bin': zeros }) }) }),
    is: 'docx.damaged',
  },
  'more parts than any document': {
    file: 'a.docx',
    bytes: () => docx('', Object.fromEntries(Array.from({ length: 2500 }, (_, i) => [`word/p${i}`, '']))),
    is: 'docx.damaged',
  },
  'entities that multiply': {
    file: 'a.docx',
    bytes: () =>
      docx(
        '<w:p><w:r><w:t>I: &j;?</w:t></w:r></w:p><w:p><w:r><w:t>P: Blåbær og æbler.</w:t></w:r></w:p>',
        {},
        `<!DOCTYPE z [<!ENTITY a "ha">${Array.from('bcdefghij', (letter, i) => `<!ENTITY ${letter} "${`&${'abcdefghi'[i]};`.repeat(10)}">`).join('')}]>`,
      ),
    is: { words },
  },
  'RTF a million groups deep': {
    file: 'a.rtf',
    bytes: () =>
      Buffer.from(
        `{\\rtf1\\ansi ${'{\\b '.repeat(1_000_000)}I: Hej?\\par P: Bl\\'e5b\\'e6r og \\'e6bler.\\par`,
      ),
    is: { words },
  },
  'a PDF that is a picture': { file: 'a.pdf', bytes: () => Buffer.from(SCAN), is: 'pdf.no-text' },
  'a page with scripts': {
    file: 'a.html',
    bytes: () =>
      Buffer.from(
        '<html><body onload="window.ran=1"><p>I: Hej<script>window.ran=1</script>?</p><p>P: Blåbær og æbler.<img src=x onerror="window.ran=1"></p></body></html>',
      ),
    is: { words },
  },
  'subtitles with scripts': {
    file: 'a.vtt',
    bytes: () =>
      Buffer.from(
        'WEBVTT\n\n00:01.000 --> 00:02.000\n<v Ida>Blåbær og æbler.<script>window.ran=1</script>\n\n00:03.000 --> 00:04.000\n<v Bo>Ja.\n',
      ),
    is: { words },
  },
  'nothing but labels, seven million of them': {
    file: 'a.txt',
    bytes: () => Buffer.alloc(20 * MB, 'I:\nP:\n'),
    is: 'text.too-many-lines',
  },
  'labels over each other': {
    file: 'a.txt',
    bytes: () => Buffer.from('I: P: Hej?\nP: I: Blåbær og æbler.\nI: P: I:\nP:I: ja\nI/P: begge\n'),
    is: { words },
  },
};

describe.each(Object.entries(CASES))('%s', (_, { file, bytes, is }) => {
  test('is read or refused by the command in words, in bounded memory, with nothing of it in the study', async () => {
    const made = await bytes();
    writeFileSync(at(file), made);
    const before = hashOf(study);
    const { code, error, message, memory, out } = measured(
      'import',
      study,
      at(file),
      '--as',
      'transcript',
      '--dry-run',
    );
    expect(hashOf(study)).toBe(before);
    const refused = typeof is === 'string';
    expect([code, error]).toEqual(refused ? [1, is] : [0, null]);
    expect([message === '', message]).toEqual([
      !refused,
      expect.not.stringMatching(/\{\w+\}|undefined|Error:/),
    ]);
    const factor = refused ? REFUSED.factor : READ;
    expect((memory - itself) / MB).toBeLessThan(REFUSED.free + (factor * made.length) / MB);
    const given = refused ? undefined : is.encoding;
    expect(given && (JSON.parse(out) as { encoding: string }).encoding).toBe(given);
  });

  test('is read or refused alike by the page', async () => {
    const form = new FormData();
    form.set('file', new File([Buffer.from(await bytes())], file));
    form.set('as', 'transcript');
    form.set('dryRun', 'true');
    const response = await served.ask('POST', '/api/import', form);
    const told = (await response.json()) as {
      data?: { code: string };
      transcript?: { turns: { text: string }[] };
    };
    const text = told.transcript?.turns.map((turn) => turn.text).join('\n') ?? '';
    const refused = typeof is === 'string';
    expect([response.status, told.data?.code ?? null]).toEqual(refused ? [422, is] : [200, null]);
    expect(text).toContain(refused ? '' : is.words);
    expect(text).not.toMatch(/<script|onerror|hahaha/);
  });
});

describe('a file of twenty megabytes', () => {
  const filled = (piece: string) => piece.repeat(Math.floor((20 * MB) / Buffer.byteLength(piece)));
  const clock = (s: number) => new Date(s * 1000).toISOString().slice(11, 23);
  const LARGE: Record<string, () => string> = {
    'a.txt': () => filled('Interviewer: Hvordan gik det så?\n\nIP: Det gik, som det plejer. [griner]\n\n'),
    'a.vtt': () =>
      `WEBVTT\n\n${Array.from({ length: 300_000 }, (_, i) => `${clock(i * 0.2)} --> ${clock(i * 0.2 + 0.1)}\n<v ${i % 2 ? 'Ida' : 'Bo'}>ord ${i} og lidt mere til\n`).join('\n')}`,
    'a.rtf': () =>
      `{\\rtf1\\ansi ${filled("Interviewer: Hvordan gik det s\\'e5?\\par IP: Det gik fint.\\par ")}}`,
    'a.html': () =>
      `<html><body>${filled('<p>Interviewer: Hvordan gik det?</p><p>IP: Fint nok, tak.</p>')}</body></html>`,
    'one line.txt': () => `I: ${filled('og så gik vi hjem ')}\nP: ja\n`,
    'only colons.txt': () =>
      `I: a\nP: b\nI: c\nP: d\n${Array.from({ length: 1_000_000 }, (_, i) => `Ord${i}: x`).join('\n')}`,
  };
  test.each(Object.entries(LARGE))(
    '%s is read within the memory promised',
    (name, make) => {
      const bytes = Buffer.from(make());
      writeFileSync(at(name), bytes);
      const { code, message, memory } = measured(
        'import',
        study,
        at(name),
        '--as',
        'transcript',
        '--dry-run',
      );
      rmSync(at(name));
      expect([code, message]).toEqual([0, '']);
      expect((memory - itself) / MB).toBeLessThan(REFUSED.free + (READ * bytes.length) / MB);
    },
    120_000,
  );
});
