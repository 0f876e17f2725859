import { BagomError, GRAMMAR_NAMES, seenBy, type PublishedSection } from '@bagom/core';
import type { TranscriptFile } from '@bagom/formats';
import type { ImportOptions, ImportSummary } from '@bagom/server';
import type { StudyFile } from '@bagom/store';
import { basename } from 'node:path';
import { command, EXIT, JSON_OPTION } from '../command.js';
import { readBytes } from '../files.js';
import { questionnaireFile } from '../questionnaire-file.js';
import type { Language, Messages } from '../language.js';
import { leftOutField, SIGHT_OPTIONS, sightOf, type Sight } from '../sight.js';
import { table } from '../table.js';
import { UsageError } from '../usage-error.js';
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
    grammar: { kind: 'choice', value: 'NAME', choices: GRAMMAR_NAMES },
    speaker: { kind: 'texts', value: 'NAME' },
    'no-speaker': { kind: 'texts', value: 'NAME' },
    questionnaire: { kind: 'text', value: 'FILE' },
    'questionnaire-language': { kind: 'text', value: 'LANG' },
    'missing-codes': { kind: 'text', value: 'CODES' },
    'keep-codes': { kind: 'flag' },
    replace: { kind: 'text', value: 'SOURCE' },
    'dry-run': { kind: 'flag' },
    ...SIGHT_OPTIONS,
    ...JSON_OPTION,
  },
  async run({ operands: [name = '', ...paths], options, io, messages, language, json }) {
    if (options.replace && paths.length > 1)
      throw new UsageError('usage.too-many-arguments', { argument: paths[1] ?? '' });
    const files = await Promise.all(paths.map(async (path) => ({ path, bytes: await readBytes(path) })));
    const dryRun = options['dry-run'];
    const { grammar } = options;
    const { replace } = options;
    const speakers = Object.fromEntries([
      ...options.speaker.map((label) => [label, true] as const),
      ...options['no-speaker'].map((label) => [label, false] as const),
    ]);
    const answered = Object.keys(speakers).length > 0;
    const transcriptOnly = grammar ?? replace ?? answered;
    if (transcriptOnly && options.as && options.as !== 'transcript')
      throw new UsageError('usage.bad-value', { option: '--as', given: options.as, allowed: 'transcript' });
    // Only a transcript has a grammar or an earlier version.
    const as = transcriptOnly ? 'transcript' : options.as;
    const reads = { ...(grammar ? { grammar } : {}), ...(answered ? { speakers } : {}) };
    const wish = { ...(as ? { as } : {}), wish: reads };
    const questionnaire = await questionnaireFile(options);
    // Only a text's next version tells of codings: those that follow it, and those that cannot.
    let sight: Sight | null = null;
    const reading = (dry: boolean) => (study: StudyFile) => {
      if (replace) sight ??= sightOf(study.state, options, { io, messages });
      return importAll(study, files, {
        ...wish,
        ...questionnaire,
        ...(replace ? { replaces: sourceNamed(study, replace) } : {}),
        ...(sight ? { seen: seenBy(study.state, sight.who) } : {}),
        dryRun: dry,
      });
    };
    // All or none: everything is read once before the study is opened for writing, which already touches its file.
    const dry = await withStudy(name, 'read', reading(true));
    for (const name of Object.keys(speakers))
      if (!dry.some(({ summary }) => summary.reading && standsBeforeColon(summary.reading, name)))
        throw new BagomError('transcript.no-such-speaker', { name, file: basename(paths[0] ?? '') });
    const read = dryRun ? dry : await withStudy(name, 'write', reading(false));
    if (json) {
      const told = await Promise.all(read.map((file) => fileJson(file, dryRun, language)));
      const leftOut = sight ? leftOutField(sight) : {};
      io.out(JSON.stringify(told.length === 1 ? { ...told[0], ...leftOut } : { files: told }));
    } else for (const file of read) io.out(await fileText(file, dryRun, messages, language));
    return read.some(({ summary }) => (summary.version?.report.counts.lost ?? 0) > 0)
      ? EXIT.findings
      : EXIT.done;
  },
});

const standsBeforeColon = ({ possible, speakers }: TranscriptFile, name: string): boolean =>
  [...possible, ...speakers].some(({ label }) => label.toLowerCase() === name.toLowerCase());

/** The one source with this id, title or person's pseudonym. */
function sourceNamed({ state }: StudyFile, name: string): string {
  if (state.sources.has(name)) return name;
  const found = [...state.sources.values()].filter(
    ({ title, participantId }) =>
      title === name || (participantId && state.participants.get(participantId)?.pseudonym === name),
  );
  const [source] = found;
  if (!source || found.length > 1) throw new BagomError('source.not-one', { name, found: found.length });
  return source.id;
}

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

async function fileJson(file: ReadFile, dryRun: boolean, language: Language) {
  const { as, fileName, made, notes, id, questionnaire } = file.summary;
  const summary = {
    as,
    file: fileName,
    dryRun,
    id,
    made: Object.fromEntries(made.map(({ what, n }) => [what, n])),
    notes,
    ...(questionnaire ? { questionnaire } : {}),
    ...(file.summary.version ? { version: file.summary.version } : {}),
  };
  const { reading } = file.summary;
  if (reading) return { ...summary, ...(await readingJson(reading, language)) };
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

/** How a transcript was understood: each turn, each speaker, marks by kind, and what was not read, with why. */
async function readingJson(reading: TranscriptFile, language: Language) {
  const { importNoteWords } = await import('@bagom/contract');
  const marks: Record<string, number> = {};
  for (const { kind } of reading.marks) marks[kind] = (marks[kind] ?? 0) + 1;
  const languages: Record<string, number> = {};
  for (const turn of reading.turns) {
    const own = turn.language ?? 'unknown';
    languages[own] = (languages[own] ?? 0) + 1;
  }
  return {
    form: reading.form,
    encoding: reading.encoding,
    grammar: reading.grammar,
    grammars: reading.grammars,
    turns: reading.turns.map(({ label, role, from, to, time }) => ({ speaker: label, role, from, to, time })),
    speakers: reading.speakers,
    possible: reading.possible,
    marks,
    languages,
    unread: reading.unread.map((one) => ({ ...one, why: importNoteWords(one.kind, language) })),
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
  const { reading } = file.summary;
  if (reading)
    lines.push(
      `  ${say.grammar(say.grammars[reading.grammar] ?? reading.grammar)}`,
      ...speakersText(reading, say),
      ...possibleText(reading, say),
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
  if (file.summary.version) lines.push(...versionText(file.summary.version, say, number));
  const { importNoteWords, isQuietNote } = await import('@bagom/contract');
  const told = notes.filter(({ kind }) => !isQuietNote(kind));
  if (told.length > 0) {
    const shown = told
      .slice(0, NOTES_SHOWN)
      .map(({ line, kind, text, unit }) => [
        `  ${say.place(line, unit ?? 'line')}`,
        importNoteWords(kind, language),
        text.slice(0, 72),
      ]);
    lines.push('', say.notes(told.length), table(shown));
    if (told.length > shown.length) lines.push(`  ${say.more(told.length - shown.length)}`);
  }
  return lines.join('\n');
}

/** What became of what stood on the text: how many follow, and each that does not. */
function versionText(
  { version, report }: NonNullable<ImportSummary['version']>,
  { version: say, more }: Messages['imported'],
  number: Messages['number'],
): string[] {
  const { counts, rows, evidenceLost, blocksLost } = report;
  const lost = rows.filter(({ is }) => is === 'lost');
  const changed = rows.filter(({ is }) => is === 'changed');
  const words = (text = '') => text.replace(/\s+/g, ' ').slice(0, 60);
  const lines = [
    `  ${say.made(number(version), number(report.changes))}`,
    `  ${say.counts(number(counts.same), number(counts.changed), number(counts.moved), number(counts.lost))}`,
  ];
  if (evidenceLost + blocksLost > 0) lines.push(`  ${say.rests(number(evidenceLost), number(blocksLost))}`);
  if (lost.length > 0)
    lines.push(
      '',
      say.lost,
      table(
        lost
          .slice(0, NOTES_SHOWN)
          .map(({ table: where, name, before }) => [
            `  ${say.tables[where]}`,
            name.slice(0, 32),
            words(before.words),
          ]),
      ),
    );
  if (lost.length > NOTES_SHOWN) lines.push(`  ${more(lost.length - NOTES_SHOWN)}`);
  if (changed.length > 0)
    lines.push(
      '',
      say.changed,
      table(
        changed
          .slice(0, NOTES_SHOWN)
          .map(({ table: where, name, before, after }) => [
            `  ${say.tables[where]}`,
            name.slice(0, 32),
            `${words(before.words)} → ${words(after?.words)}`,
          ]),
      ),
    );
  if (changed.length > NOTES_SHOWN) lines.push(`  ${more(changed.length - NOTES_SHOWN)}`);
  return lines;
}

/** Who may be a speaker, to be answered with `--speaker` or `--no-speaker`. */
function possibleText({ possible }: TranscriptFile, say: Messages['imported']): string[] {
  const open = possible.filter(({ speaks }) => speaks === null);
  if (open.length === 0) return [];
  return [
    '',
    say.possible,
    table(
      open.map(({ label, n, text }) => [`  ${label}:`, String(n), text]),
      [1],
    ),
  ];
}

/** Each speaker with the role and the number of turns. */
function speakersText({ speakers }: TranscriptFile, { roles }: Messages['imported']): string[] {
  if (speakers.length === 0) return [];
  return [
    table(
      speakers.map(({ label, role, turns }) => [`  ${label}`, roles[role] ?? role, String(turns)]),
      [2],
    ),
  ];
}

/** Turns of the interviewer and of the interviewee, and those that no label says whose they are. */
function turnsOf({ interviewerTurns, intervieweeTurns, unlabelledTurns }: PublishedSection): string {
  return `${interviewerTurns}/${intervieweeTurns}${unlabelledTurns > 0 ? `+${unlabelledTurns}` : ''}`;
}
