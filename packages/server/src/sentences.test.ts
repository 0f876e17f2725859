import {
  ERRORS,
  errorSentence,
  IMPORT_NOTES,
  importNoteWords,
  PROBLEMS,
  problemSentence,
  REASONS,
} from '@bagom/contract';
import { DOCUMENT_REASONS, QUESTIONNAIRE_REASONS } from '@bagom/formats';
import { PROBLEM_CODES } from '@bagom/store';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const LANGUAGES = ['da', 'en'] as const;
const packages = new URL('../../', import.meta.url).pathname;

/** The sources under a folder, tests left out. */
function sourcesIn(folder: string): string[] {
  return readdirSync(join(packages, folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts') && !/\.(test|fixture)\.ts$/.test(path))
    .map((path) => readFileSync(join(packages, folder, path), 'utf8'));
}

test('everything that a check can find has its sentence, and no other', () => {
  expect(Object.keys(PROBLEMS).sort()).toEqual([...PROBLEM_CODES].sort());
});

test('the sentence of a problem says where it is', () => {
  const tampered = { code: 'row.tampered', table: 'codes', id: 'a', data: { columns: ['name', 'use'] } };
  expect(problemSentence(tampered, 'da')).toContain('(a: name, use)');
  expect(problemSentence({ code: 'never.heard', id: 'b', data: {} }, 'en')).toContain('never.heard');
});

test('every reason for refusing a Word file is said in words of our own, with one full stop', () => {
  expect(Object.keys(REASONS['docx.damaged']!).toSorted()).toEqual([...DOCUMENT_REASONS].toSorted());
  for (const language of LANGUAGES)
    for (const reason of DOCUMENT_REASONS) {
      const sentence = errorSentence('docx.damaged', { file: 'a.docx', reason }, language);
      expect(sentence).not.toMatch(/\.\.|\?/);
      expect(sentence).not.toContain(`: ${reason}.`);
    }
});

test('so is every reason for refusing a questionnaire', () => {
  expect(Object.keys(REASONS['questionnaire.damaged']!)).toEqual([...QUESTIONNAIRE_REASONS]);
  for (const language of LANGUAGES)
    for (const reason of QUESTIONNAIRE_REASONS) {
      const sentence = errorSentence('questionnaire.damaged', { file: 'a.lss', reason, at: 7 }, language);
      expect(sentence).not.toMatch(/\.\.|\?/);
      expect(sentence).not.toContain(`: ${reason}.`);
    }
});

test('no sentence ends inside another’s', () => {
  for (const { da, en } of [...Object.values(ERRORS), ...Object.values(PROBLEMS)])
    expect(`${da}${en}`).not.toMatch(/\.\./);
});

test('every kind of note that an import can give has its words in both languages', () => {
  const kinds = new Set(
    [...sourcesIn('formats/src'), ...sourcesIn('server/src/imports')].flatMap((text) =>
      [...text.matchAll(/(?:notes\.push\(|notes: \[)\{\s*line: [^{}]*?kind: '([a-z-]+)'/g)].map(
        ([, kind]) => kind!,
      ),
    ),
  );
  for (const text of [...sourcesIn('formats/src'), ...sourcesIn('server/src/survey')])
    for (const [, kind] of text.matchAll(/\bnote(?:: |\()'([a-z-]+)'/g)) kinds.add(kind!);
  const slips = /type ReportAnomalyKind =([^;]+);/.exec(
    readFileSync(join(packages, 'core/src/report/published.ts'), 'utf8'),
  )![1]!;
  for (const [, kind] of slips.matchAll(/'([a-z-]+)'/g)) kinds.add(kind!);
  for (const made of ['speaker-interviewer', 'speaker-interviewee', 'speaker-other', 'leading-zeros'])
    kinds.add(made);
  for (const made of ['mixed-decimals', 'long-numbers', 'taken-as-respondent', 'taken-as-weight'])
    kinds.add(made);
  expect(kinds.size).toBeGreaterThan(30);
  expect([...kinds].filter((kind) => !IMPORT_NOTES[kind])).toEqual([]);
  for (const language of LANGUAGES)
    for (const kind of kinds) expect(importNoteWords(kind, language)).not.toBe(kind);
});
