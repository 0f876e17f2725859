import type { PublishedSection } from '@bagom/core';
import type { ImportOptions, ImportSummary } from '@bagom/server';
import type { StudyFile } from '@bagom/store';
import { basename } from 'node:path';
import { command, EXIT, JSON_OPTION } from '../command.js';
import { readBytes } from '../files.js';
import { questionnaireFile } from '../questionnaire-file.js';
import type { Language, Messages } from '../language.js';
import { table } from '../table.js';
import { withStudy } from '../with-study.js';

/** Notes shown of each file; the rest with `--json`. */
const NOTES_SHOWN = 12;

export const importFiles = command({
  name: 'import',
  operands: [
    { name: 'STUDY', required: true },
    { name: 'FILE', required: true, many: true },
  ],
  options: {
    as: { kind: 'choice', value: 'KIND', choices: ['survey', 'transcript', 'report'] },
    questionnaire: { kind: 'text', value: 'FILE' },
    'questionnaire-language': { kind: 'text', value: 'LANG' },
    'missing-codes': { kind: 'text', value: 'CODES' },
    'keep-codes': { kind: 'flag' },
    'dry-run': { kind: 'flag' },
    ...JSON_OPTION,
  },
  async run({ operands: [name = '', ...paths], options, io, messages, language, json }) {
    const files = await Promise.all(paths.map(async (path) => ({ path, bytes: await readBytes(path) })));
    const dryRun = options['dry-run'];
    const as = options.as ? { as: options.as } : {};
    const questionnaire = await questionnaireFile(options);
    const reading = (dry: boolean) => (study: StudyFile) =>
      importAll(study, files, { ...as, ...questionnaire, dryRun: dry });
    // All or none: everything is read once before the study is opened for writing, which already touches its file.
    const dry = await withStudy(name, 'read', reading(true));
    const read = dryRun ? dry : await withStudy(name, 'write', reading(false));
    if (json) {
      const told = await Promise.all(read.map((file) => fileJson(file, dryRun)));
      io.out(JSON.stringify(told.length === 1 ? told[0] : { files: told }));
    } else for (const file of read) io.out(await fileText(file, dryRun, messages, language));
    return EXIT.done;
  },
});

interface ReadFile {
  bytes: Uint8Array;
  summary: ImportSummary;
}

async function importAll(
  study: StudyFile,
  files: readonly { path: string; bytes: Uint8Array }[],
  options: Omit<ImportOptions, 'fileName'>,
): Promise<ReadFile[]> {
  const { importFile } = await import('@bagom/server');
  const read: ReadFile[] = [];
  for (const { path, bytes } of files)
    read.push({ bytes, summary: await importFile(study, bytes, { ...options, fileName: basename(path) }) });
  return read;
}

/** What a report holds besides what the import made of it. */
async function reportOf({ bytes, summary }: ReadFile) {
  const { reportIn } = await import('@bagom/server');
  return reportIn(bytes, summary.fileName);
}

async function fileJson(file: ReadFile, dryRun: boolean) {
  const { as, fileName, made, notes, id, questionnaire } = file.summary;
  const summary = {
    as,
    file: fileName,
    dryRun,
    id,
    made: Object.fromEntries(made.map(({ what, n }) => [what, n])),
    notes,
    ...(questionnaire ? { questionnaire } : {}),
  };
  if (as !== 'report') return summary;
  const { title, excerpts, people, sections, anomalies } = await reportOf(file);
  return {
    ...summary,
    title,
    excerpts: excerpts.length,
    people,
    sections: sections.map((section) => ({ ...section, people: section.people.length })),
    anomalies,
  };
}

async function fileText(
  file: ReadFile,
  dryRun: boolean,
  { imported: say, number }: Messages,
  language: Language,
): Promise<string> {
  const { as, fileName, made, notes } = file.summary;
  const lines = [dryRun ? say.dry(fileName, say.kinds[as]) : say.as(fileName, say.kinds[as])];
  lines.push(
    `  ${made.map(({ what, n }) => `${number(n)} ${say.made[what]?.[n === 1 ? 0 : 1] ?? what}`).join(', ')}`,
  );
  if (as === 'report') {
    const { sections } = await reportOf(file);
    const rows = sections
      .filter(({ excerpts }) => excerpts > 0)
      .map((section) => [
        `${section.number} ${section.title}`.slice(0, 64),
        String(section.excerpts),
        String(section.people.length),
        turnsOf(section),
      ]);
    lines.push('', table([say.section, ...rows], [1, 2, 3]));
  }
  const { importNoteWords, isQuietNote } = await import('@bagom/contract');
  const told = notes.filter(({ kind }) => !isQuietNote(kind));
  if (told.length > 0) {
    const shown = told
      .slice(0, NOTES_SHOWN)
      .map(({ line, kind, text }) => [
        `  ${say.line(line)}`,
        importNoteWords(kind, language),
        text.slice(0, 72),
      ]);
    lines.push('', say.notes(told.length), table(shown));
    if (told.length > shown.length) lines.push(`  ${say.more(told.length - shown.length)}`);
  }
  return lines.join('\n');
}

/** Turns of the interviewer and of the interviewee, and those that no label says whose they are. */
function turnsOf({ interviewerTurns, intervieweeTurns, unlabelledTurns }: PublishedSection): string {
  return `${interviewerTurns}/${intervieweeTurns}${unlabelledTurns > 0 ? `+${unlabelledTurns}` : ''}`;
}
