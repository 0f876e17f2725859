import { createStudy, openStudy } from '@bagom/store';
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { run, temporaryFolder } from './run-line.fixture.js';

/** The store's own reader of SQLite. */
const { DatabaseSync } = createRequire(new URL('../../store/package.json', import.meta.url))(
  '@photostructure/sqlite',
) as { DatabaseSync: new (path: string) => { exec(sql: string): void; close(): void } };

const at = temporaryFolder();
const study = at('study.bagom');
const hashOf = (path: string) => createHash('sha256').update(readFileSync(path)).digest('hex');

beforeAll(async () => {
  await (await createStudy(study, { title: 'Small', language: 'da', actor: 'test' })).close();
  writeFileSync(at('text.bagom'), 'Dear diary, this is no study.');
  writeFileSync(at('half.bagom'), readFileSync(study).subarray(0, 5000));
  copyFileSync(study, at('newer.bagom'));
  const newer = new DatabaseSync(at('newer.bagom'));
  newer.exec("update meta set value = '99' where key = 'version'");
  newer.close();
  writeFileSync(at('empty.csv'), '');
  writeFileSync(at('heads.csv'), 'a;b;c\n');
  writeFileSync(at('ragged.csv'), 'a;b;c\n1;2;3\n1;2\n');
  writeFileSync(
    at('good.txt'),
    'Interviewer: Hvordan går det?\n\nIP: Fint nok.\n\nInterviewer: Godt.\n\nIP: Ja.\n',
  );
  writeFileSync(at('binary.txt'), Buffer.from([73, 80, 58, 32, 0, 1, 2, 3, 255]));
  writeFileSync(at('blank.txt'), ' \n\n \n');
  writeFileSync(at('cut.docx'), Buffer.concat([Buffer.from([0x50, 0x4b, 3, 4]), Buffer.alloc(60)]));
  writeFileSync(at('plain.txt'), 'Et brev uden uddrag.\n\nDet har to afsnit.\n');
  mkdirSync(at('folder.txt'));
});

interface Case {
  /** The file that must be as it was. */
  kept: string;
  line: (at: (name: string) => string) => string[];
  code: string;
}

const toStudy = (...line: string[]) => ['import', study, ...line];
const cases: Record<string, Case> = {
  'a file that is no study': {
    kept: 'text.bagom',
    line: (at) => ['info', at('text')],
    code: 'study.not-a-study',
  },
  'half a study': { kept: 'half.bagom', line: (at) => ['check', at('half')], code: 'study.not-a-study' },
  'a study of a newer version': {
    kept: 'newer.bagom',
    line: (at) => ['info', at('newer')],
    code: 'study.newer-version',
  },
  'a study that is not there': {
    kept: 'study.bagom',
    line: (at) => ['info', at('nowhere')],
    code: 'study.not-found',
  },
  'a study that is there already': { kept: 'study.bagom', line: () => ['new', study], code: 'study.exists' },
  'a study in a folder that is not there': {
    kept: 'study.bagom',
    line: (at) => ['new', at('none/study')],
    code: 'file.not-written',
  },
  'a demo where a study is': { kept: 'study.bagom', line: () => ['demo', study], code: 'study.exists' },
  'a file that is not there': {
    kept: 'study.bagom',
    line: (at) => toStudy(at('none.txt')),
    code: 'file.not-found',
  },
  'a folder for a file': {
    kept: 'study.bagom',
    line: (at) => toStudy(at('folder.txt')),
    code: 'file.not-found',
  },
  'a survey without a byte': {
    kept: 'study.bagom',
    line: (at) => toStudy(at('empty.csv')),
    code: 'file.empty',
  },
  'a survey without answers': {
    kept: 'study.bagom',
    line: (at) => toStudy(at('heads.csv')),
    code: 'survey.no-rows',
  },
  'a survey with a short line': {
    kept: 'study.bagom',
    line: (at) => toStudy(at('ragged.csv')),
    code: 'survey.ragged',
  },
  'a binary transcript': {
    kept: 'study.bagom',
    line: (at) => toStudy(at('binary.txt')),
    code: 'text.binary',
  },
  'a transcript without words': {
    kept: 'study.bagom',
    line: (at) => toStudy(at('blank.txt'), '--as', 'transcript'),
    code: 'transcript.no-words',
  },
  'a Word document cut short': {
    kept: 'study.bagom',
    line: (at) => toStudy(at('cut.docx')),
    code: 'docx.damaged',
  },
  'a report without excerpts': {
    kept: 'study.bagom',
    line: (at) => toStudy(at('plain.txt'), '--as', 'report'),
    code: 'report.no-excerpts',
  },
  'a good file with a bad one': {
    kept: 'study.bagom',
    line: (at) => toStudy(at('good.txt'), at('binary.txt')),
    code: 'text.binary',
  },
  'an audit of no report': {
    kept: 'study.bagom',
    line: (at) => ['audit', at('plain.txt')],
    code: 'report.no-excerpts',
  },
  'an audit of nothing': {
    kept: 'study.bagom',
    line: (at) => ['audit', at('empty.csv')],
    code: 'file.empty',
  },
  'classes of a study without a survey': {
    kept: 'study.bagom',
    line: () => ['classes', study],
    code: 'classes.no-survey',
  },
  'classes of a file that is not there': {
    kept: 'study.bagom',
    line: (at) => ['classes', at('none.csv')],
    code: 'file.not-found',
  },
  'a report in a folder that is not there': {
    kept: 'study.bagom',
    line: (at) => ['report', study, '--out', at('none/report.html')],
    code: 'file.not-written',
  },
};

test.each(Object.entries(cases))(
  '%s: one sentence in each language, exit code 1, nothing changed',
  async (_, given) => {
    const kept = at(given.kept);
    const line = given.line(at);
    const before = { hash: hashOf(kept), files: readdirSync(dirname(kept)).sort() };
    const english = await run(...line, '--lang', 'en');
    const danish = await run(...line, '--lang', 'da');
    const told = await run(...line, '--json', '--lang', 'en');
    for (const { code, out, err } of [english, danish]) {
      expect([code, out]).toEqual([1, '']);
      expect(err.trim().split('\n')).toHaveLength(1);
      expect(err).not.toMatch(/\{\w+\}|undefined|\?\.|Error:|\.[jt]s:/);
    }
    expect(english.err).not.toBe(danish.err);
    const { error } = JSON.parse(told.out) as { error: { code: string; data: object; message: string } };
    expect([told.code, told.err, error.code]).toEqual([1, '', given.code]);
    expect(english.err).toBe(`bagom: ${error.message}\n`);
    expect(hashOf(kept)).toBe(before.hash);
    expect(readdirSync(dirname(kept)).sort()).toEqual(before.files);
  },
);

test('a report is not written over a study or a key, whatever they are called', async () => {
  writeFileSync(at('study.html'), readFileSync(study));
  for (const out of [study, at('study.html'), at('any.key')]) {
    const { code, err } = await run('report', study, '--out', out, '--lang', 'en');
    expect(code).toBe(1);
    expect(err).toContain('is not overwritten');
  }
  expect(hashOf(at('study.html'))).toBe(hashOf(study));
  expect(existsSync(at('any.key'))).toBe(false);
});

test('a dry run reads and tells, and changes nothing', async () => {
  const before = hashOf(study);
  const { code, out } = await run('import', study, at('good.txt'), '--dry-run', '--lang', 'en');
  expect(code).toBe(0);
  expect(out).toContain('nothing was changed');
  expect(out).toContain('4 turns');
  expect(hashOf(study)).toBe(before);
});

test('a study that is open in another program is left to it, and the second is told who has it', async () => {
  // Not hashed meanwhile: reading a file that is open here would let go of its locks.
  const open = await openStudy(study, { actor: 'first' });
  try {
    for (const [language, words] of [
      ['da', 'undersøgelsen er åben i et andet program'],
      ['en', 'the study is open in another program'],
    ] as const) {
      const { code, out, err } = await run('import', study, at('good.txt'), '--lang', language);
      expect([code, out]).toEqual([1, '']);
      expect(err).toContain(words);
      expect(err).toContain(String(process.pid));
    }
    expect(await open.operationCount()).toBe(1);
    // Who only reads is not kept out.
    expect((await run('info', study)).code).toBe(0);
  } finally {
    await open.close();
  }
});
