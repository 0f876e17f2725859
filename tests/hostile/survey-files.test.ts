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
  expect(measured('new', study).code).toBe(0);
  writeFileSync(at('good.csv'), 'a;b\n1;2\n2;1\n1;1\n2;2\n');
  const good = ['classes', 'import'].map((command) =>
    measured(
      ...(command === 'import' ? [command, study, at('good.csv'), '--dry-run'] : [command, at('good.csv')]),
    ),
  );
  expect(good.map(({ code }) => code)).toEqual([0, 0]);
  itself = Math.max(...good.map(({ memory }) => memory));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The file is refused by both ways in, in words, within the memory promised, and nothing of it is in the study. */
function refused(name: string, bytes: Uint8Array, code: string | { classes: string; import: string }): void {
  const path = at(name);
  writeFileSync(path, bytes);
  const codes = typeof code === 'string' ? { classes: code, import: code } : code;
  const before = hashOf(study);
  for (const [way, line] of [
    ['classes', ['classes', path]],
    ['import', ['import', study, path]],
  ] as const) {
    const { code, error, message, memory } = measured(...line);
    expect([way, code, error]).toEqual([way, 1, codes[way]]);
    expect(message).not.toMatch(/\{\w+\}|undefined|Error:/);
    expect((memory - itself) / MB).toBeLessThan(REFUSED.free + (REFUSED.factor * bytes.length) / MB);
  }
  expect(hashOf(study)).toBe(before);
  rmSync(path);
}

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

  test('one line of 100 MB', () => refused('line.csv', line(100 * MB, 'x'), 'survey.long-field'));

  test('one line of 100 MB that is all delimiters, and one of a million names', () => {
    refused(
      'columns.csv',
      Buffer.concat([Buffer.from('a'), line(100 * MB, ';b')]),
      'survey.too-many-variables',
    );
    const names = Array.from({ length: 1_000_000 }, (_, n) => `v${n}`).join(';');
    refused('million.csv', Buffer.from(`${names}\n`), 'survey.too-many-variables');
  });

  test('a second line of 100 MB', () =>
    refused('second.csv', Buffer.concat([Buffer.from('a;b\n'), line(100 * MB, '1;')]), 'survey.ragged'));

  test('a quotation mark that is never closed, with 100 MB after it', () => {
    const file = Buffer.concat([Buffer.from('a;b\n1;"2\n'), line(100 * MB, '1;2\n')]);
    refused('quote.csv', file, 'survey.long-field');
    refused(
      'quote-in-names.csv',
      Buffer.concat([Buffer.from('a;"b\n'), line(50 * MB, '"";\n')]),
      'survey.long-field',
    );
  });

  test('a zero byte 50 MB into the file, and nothing but zeros', () => {
    const file = Buffer.concat([Buffer.from('a;b\n'), line(60 * MB, '1;2\n')]);
    file[50 * MB] = 0;
    refused('zero.csv', file, 'text.binary');
    refused('zeros.csv', Buffer.alloc(20 * MB), { classes: 'survey.unsupported', import: 'text.binary' });
  });

  test('100 MB of blank lines', () =>
    refused('blank.csv', Buffer.concat([Buffer.from('a;b\n'), line(100 * MB, '\n')]), 'survey.no-rows'));

  test('UTF-16 with half a sign at its end', () => {
    const wide = Buffer.from(`\uFEFFa;b\n${'1;2\n'.repeat(1_000_000)}`, 'utf16le');
    refused('wide.csv', wide.subarray(0, -1), 'text.binary');
  });
});

describe('SPSS files that lie', () => {
  const damaged = (name: string, file: Buffer) => refused(`${name}.sav`, file, 'sav.damaged');

  test('about how many cases there are', () => {
    damaged('cases', patched(sav(), 80, ...HUGE));
    damaged('few', patched(sav(), 80, 1, 0, 0, 0));
    damaged('less-than-none', patched(sav(), 80, ...ALL.slice(1), 0x80));
  });

  test('about widths, missing values and the length of a label', () => {
    const variable = (file: Buffer) => file.indexOf(Buffer.from([2, 0, 0, 0, 0, 0, 0, 0]));
    damaged('width', patched(sav(), variable(sav()) + 4, ...HUGE));
    damaged('label', patched(sav(), variable(sav()) + 8, 1, 0, 0, 0));
    damaged('missing', patched(sav(), variable(sav()) + 12, ...HUGE));
  });

  test('about the size and number of an extension', () => {
    const extension = sav().indexOf(Buffer.from([7, 0, 0, 0, 3, 0, 0, 0]));
    damaged('extension-size', patched(sav(), extension + 8, ...ALL));
    damaged('extension-count', patched(sav(), extension + 12, ...ALL));
  });

  test('and those that end anywhere', () => {
    const { length } = sav();
    for (const share of [0.01, 0.2, 0.5, 0.9, 0.999])
      damaged(`cut-${share}`, sav().subarray(0, Math.floor(length * share)));
  });

  test('packed data that unpack to gigabytes of nothing, or to gigabytes of answers', () => {
    // Code 0 is filling, code 255 a missing answer.
    refused('nothing.zsav', zsavBomb({ blocks: 64, size: 64 * MB, byte: 0 }), 'sav.damaged');
    refused('answers.zsav', zsavBomb({ blocks: 15, size: 16 * MB, byte: 255 }), 'sav.damaged');
    refused('block.zsav', zsavBomb({ blocks: 1, size: 200 * MB, byte: 0 }), 'sav.damaged');
  });
});

describe('Stata files that lie', () => {
  const damaged = (name: string, file: Buffer) => refused(`${name}.dta`, file, 'dta.damaged');
  const after = (text: string) => dta().indexOf(text) + text.length;

  test('about rows, variables and types', () => {
    damaged('rows', patched(dta(), after('<N>'), ...ALL, ...HUGE));
    damaged('some-rows', patched(dta(), after('<N>'), ...HUGE, 0, 0, 0, 0));
    damaged('variables', patched(dta(), after('<K>'), 0xff, 0xff));
    damaged('type', patched(dta(), after('<variable_types>'), 0xfd, 0x07));
  });

  test('about the lengths of labels and characteristics', () => {
    damaged('label', patched(dta(), after('<label>'), 0xff, 0xff));
    damaged('data', patched(dta(), dta().indexOf('</data>'), 0));
  });

  test('and those that end anywhere', () => {
    const { length } = dta();
    for (const share of [0.05, 0.3, 0.6, 0.95, 0.999])
      damaged(`cut-${share}`, dta().subarray(0, Math.floor(length * share)));
  });
});
