import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { measured } from './measured.fixture.js';
import { ALL, dta, goodFiles, HUGE, patched, sav, zsavBomb } from './survey-files.fixture.js';

// What docs/reference/files.md promises, above what the program takes for a good file of a few lines: a file that is refused
// takes four times its size and 300 MB at most, one that is read into a study 32 times its size.
const REFUSED = { factor: 4, free: 300 };
const READ = 32;
const MB = 1024 * 1024;

let folder: string;
let study: string;
let itself: number;
const at = (name: string) => join(folder, name);
const hashOf = (path: string) => createHash('sha256').update(readFileSync(path)).digest('hex');

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'bagom-hostile-'));
  study = at('study.bagom');
  measured('new', study);
  writeFileSync(at('good.csv'), 'a;b\n1;2\n2;1\n1;1\n2;2\n');
  const good = [measured('classes', at('good.csv')), measured('import', study, at('good.csv'), '--dry-run')];
  const failed = good.find(({ code }) => code !== 0);
  if (failed) throw new Error(failed.message);
  itself = Math.max(...good.map(({ memory }) => memory));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/**
 * How a file is refused by both ways in. Whatever it is refused for: in words, within the memory promised, and with nothing of it in
 * the study.
 */
function refusal(name: string, bytes: Uint8Array): { classes: string | null; import: string | null } {
  const path = at(name);
  writeFileSync(path, bytes);
  const before = hashOf(study);
  const refusedBy = (...line: string[]): string | null => {
    const { code, error, message, memory } = measured(...line);
    expect([code, message]).toEqual([1, expect.not.stringMatching(/\{\w+\}|undefined|Error:/)]);
    expect((memory - itself) / MB).toBeLessThan(REFUSED.free + (REFUSED.factor * bytes.length) / MB);
    return error;
  };
  const found = { classes: refusedBy('classes', path), import: refusedBy('import', study, path) };
  expect(hashOf(study)).toBe(before);
  rmSync(path);
  return found;
}
const both = (code: string) => ({ classes: code, import: code });

test('a good file of any kind takes no more memory than so many times its size', () => {
  for (const [kind, bytes] of Object.entries(goodFiles(400_000))) {
    const path = at(`good.${kind}`);
    writeFileSync(path, bytes);
    for (const line of [
      ['classes', path, '--classes', '2-2', '--starts', '2'],
      ['import', study, path, '--dry-run'],
    ]) {
      const { code, memory } = measured(...line);
      expect([kind, line[0], code]).toEqual([kind, line[0], 0]);
      expect((memory - itself) / bytes.length).toBeLessThan(READ);
    }
  }
});

describe('text that is no table', () => {
  const line = (size: number, filler: string) => Buffer.alloc(size, filler);

  test('one line of 100 MB', () =>
    expect(refusal('line.csv', line(100 * MB, 'x'))).toEqual(both('survey.long-field')));

  test('one line of 100 MB that is all delimiters, and one of a million names', () => {
    expect(refusal('columns.csv', Buffer.concat([Buffer.from('a'), line(100 * MB, ';b')]))).toEqual(
      both('survey.too-many-variables'),
    );
    const names = Array.from({ length: 1_000_000 }, (_, n) => `v${n}`).join(';');
    expect(refusal('million.csv', Buffer.from(`${names}\n`))).toEqual(both('survey.too-many-variables'));
  });

  test('a second line of 100 MB', () =>
    expect(refusal('second.csv', Buffer.concat([Buffer.from('a;b\n'), line(100 * MB, '1;')]))).toEqual(
      both('survey.ragged'),
    ));

  test('a quotation mark that is never closed, with 100 MB after it', () => {
    const file = Buffer.concat([Buffer.from('a;b\n1;"2\n'), line(100 * MB, '1;2\n')]);
    expect(refusal('quote.csv', file)).toEqual(both('survey.long-field'));
    expect(
      refusal('quote-in-names.csv', Buffer.concat([Buffer.from('a;"b\n'), line(50 * MB, '"";\n')])),
    ).toEqual(both('survey.long-field'));
  });

  test('a zero byte 50 MB into the file, and nothing but zeros', () => {
    const file = Buffer.concat([Buffer.from('a;b\n'), line(60 * MB, '1;2\n')]);
    file[50 * MB] = 0;
    expect(refusal('zero.csv', file)).toEqual(both('text.binary'));
    expect(refusal('zeros.csv', Buffer.alloc(20 * MB))).toEqual({
      classes: 'survey.unsupported',
      import: 'text.binary',
    });
  });

  test('100 MB of blank lines', () =>
    expect(refusal('blank.csv', Buffer.concat([Buffer.from('a;b\n'), line(100 * MB, '\n')]))).toEqual(
      both('survey.no-rows'),
    ));

  test('UTF-16 with half a sign at its end', () => {
    const wide = Buffer.from(`\uFEFFa;b\n${'1;2\n'.repeat(1_000_000)}`, 'utf16le');
    expect(refusal('wide.csv', wide.subarray(0, -1))).toEqual(both('text.binary'));
  });
});

describe('SPSS files that lie', () => {
  const damaged = (name: string, file: Buffer) => refusal(`${name}.sav`, file);

  test('about how many cases there are', () => {
    expect(damaged('cases', patched(sav(), 80, ...HUGE))).toEqual(both('sav.damaged'));
    expect(damaged('few', patched(sav(), 80, 1, 0, 0, 0))).toEqual(both('sav.damaged'));
    expect(damaged('less-than-none', patched(sav(), 80, ...ALL.slice(1), 0x80))).toEqual(both('sav.damaged'));
  });

  test('about widths, missing values and the length of a label', () => {
    const variable = (file: Buffer) => file.indexOf(Buffer.from([2, 0, 0, 0, 0, 0, 0, 0]));
    expect(damaged('width', patched(sav(), variable(sav()) + 4, ...HUGE))).toEqual(both('sav.damaged'));
    expect(damaged('label', patched(sav(), variable(sav()) + 8, 1, 0, 0, 0))).toEqual(both('sav.damaged'));
    expect(damaged('missing', patched(sav(), variable(sav()) + 12, ...HUGE))).toEqual(both('sav.damaged'));
  });

  test('about the size and number of an extension', () => {
    const extension = sav().indexOf(Buffer.from([7, 0, 0, 0, 3, 0, 0, 0]));
    expect(damaged('extension-size', patched(sav(), extension + 8, ...ALL))).toEqual(both('sav.damaged'));
    expect(damaged('extension-count', patched(sav(), extension + 12, ...ALL))).toEqual(both('sav.damaged'));
  });

  test('and those that end anywhere', () => {
    const { length } = sav();
    for (const share of [0.01, 0.2, 0.5, 0.9, 0.999])
      expect(damaged(`cut-${share}`, sav().subarray(0, Math.floor(length * share)))).toEqual(
        both('sav.damaged'),
      );
  });

  test('packed data that unpack to gigabytes of nothing, or to gigabytes of answers', () => {
    // Code 0 is filling, code 255 a missing answer.
    expect(refusal('nothing.zsav', zsavBomb({ blocks: 64, size: 64 * MB, byte: 0 }))).toEqual(
      both('sav.damaged'),
    );
    expect(refusal('answers.zsav', zsavBomb({ blocks: 15, size: 16 * MB, byte: 255 }))).toEqual(
      both('sav.damaged'),
    );
    expect(refusal('block.zsav', zsavBomb({ blocks: 1, size: 200 * MB, byte: 0 }))).toEqual(
      both('sav.damaged'),
    );
  });
});

describe('Stata files that lie', () => {
  const damaged = (name: string, file: Buffer) => refusal(`${name}.dta`, file);
  const after = (text: string) => dta().indexOf(text) + text.length;

  test('about rows, variables and types', () => {
    expect(damaged('rows', patched(dta(), after('<N>'), ...ALL, ...HUGE))).toEqual(both('dta.damaged'));
    expect(damaged('some-rows', patched(dta(), after('<N>'), ...HUGE, 0, 0, 0, 0))).toEqual(
      both('dta.damaged'),
    );
    expect(damaged('variables', patched(dta(), after('<K>'), 0xff, 0xff))).toEqual(both('dta.damaged'));
    expect(damaged('type', patched(dta(), after('<variable_types>'), 0xfd, 0x07))).toEqual(
      both('dta.damaged'),
    );
  });

  test('about the lengths of labels and characteristics', () => {
    expect(damaged('label', patched(dta(), after('<label>'), 0xff, 0xff))).toEqual(both('dta.damaged'));
    expect(damaged('data', patched(dta(), dta().indexOf('</data>'), 0))).toEqual(both('dta.damaged'));
  });

  test('and those that end anywhere', () => {
    const { length } = dta();
    for (const share of [0.05, 0.3, 0.6, 0.95, 0.999])
      expect(damaged(`cut-${share}`, dta().subarray(0, Math.floor(length * share)))).toEqual(
        both('dta.damaged'),
      );
  });
});
