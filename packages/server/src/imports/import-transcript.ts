import {
  BagomError,
  insert,
  rowsWhere,
  update,
  type Draft,
  type Participant,
  type StudyState,
} from '@bagom/core';
import type { TranscriptFile } from '@bagom/formats';
import { blobOf, newId, type StudyFile } from '@bagom/store';
import { rowOf } from '../handlers/api.js';
import { saveVersion, type Correction } from '../transcripts/save-version.js';
import { made, stem, type ImportNote, type ImportOptions, type ImportSummary } from './import-summary.js';

/** Puts an interview's transcript that was read into a source of its own, and ties it to the person when it is known whose it is. */
export async function importTranscript(
  study: StudyFile,
  bytes: Uint8Array,
  read: TranscriptFile,
  { fileName, participantId, dryRun, replaces, seen, wish = {} }: ImportOptions,
): Promise<ImportSummary> {
  if (wish.grammar && wish.grammar !== read.grammar)
    throw new BagomError('transcript.other-grammar', { file: fileName, grammar: wish.grammar });
  const notes: ImportNote[] = read.unread.map(({ unit, ...note }) =>
    unit === 'line' ? note : { ...note, unit },
  );
  if (read.encoding !== null && read.encoding !== 'utf-8')
    notes.unshift({ line: null, kind: 'encoding', text: read.encoding });
  if (replaces)
    return replaceText(study, bytes, read, notes, { fileName, replaces, dryRun: dryRun === true, seen });
  const person = participantId
    ? rowOf(study, 'participants', participantId)
    : personIn(study.state, read, fileName);
  if (!person) notes.push({ line: null, kind: 'no-person', text: fileName });
  else if (!participantId) notes.push({ line: null, kind: 'person-by-name', text: person.pseudonym });
  for (const { label, role, turns } of read.speakers)
    notes.push({ line: null, kind: `speaker-${role}`, text: `${label} (${turns})` });
  const summary = {
    as: 'transcript' as const,
    fileName,
    made: made({ sources: 1, turns: read.turns.length, marks: read.marks.length }),
    notes,
    reading: read,
  };
  if (dryRun) return { ...summary, id: null };
  const id = newId();
  const blob = blobOf(read.text);
  const drafts: Draft[] = [
    insert('sources', {
      id,
      title: person?.pseudonym ?? stem(fileName),
      kind: 'transcript',
      participantId: person?.id ?? null,
      language: languageOfTurns(read) ?? [...study.state.studies.values()][0]?.language ?? 'da',
      fileName,
      original: await study.keepOriginal(bytes),
      fromLine: null,
      toLine: null,
      version: 1,
    }),
    insert('sourceVersions', {
      id: newId(),
      sourceId: id,
      number: 1,
      text: blob.hash,
      length: read.text.length,
      turns: read.turns,
      marks: read.marks,
      reason: '',
    }),
  ];
  // An interview that waited for its transcript has it now.
  const waiting = person
    ? rowsWhere(study.state, 'interviews', { participantId: person.id, state: 'held' })
    : [];
  if (waiting.length === 1) drafts.push(update('interviews', waiting[0]!.id, { state: 'transcribed' }));
  await study.commit('transcript.import', fileName, drafts, [blob]);
  return { ...summary, id };
}

/** A corrected file becomes the text's next version; the text keeps its person, title and language. */
async function replaceText(
  study: StudyFile,
  bytes: Uint8Array,
  read: TranscriptFile,
  notes: ImportNote[],
  {
    fileName,
    replaces,
    dryRun,
    seen,
  }: { fileName: string; replaces: string; dryRun: boolean; seen: StudyState | undefined },
): Promise<ImportSummary> {
  rowOf(study, 'sources', replaces);
  const original = dryRun ? '' : await study.keepOriginal(bytes);
  const { text, turns, marks } = read;
  const correction: Correction = {
    text,
    turns: { turns, marks },
    reason: fileName,
    kind: 'transcript.replace',
    drafts: [update('sources', replaces, { fileName, original })],
    dryRun,
  };
  const version = await saveVersion(study, replaces, correction, seen);
  return {
    as: 'transcript',
    fileName,
    made: made({ sourceVersions: 1, turns: turns.length, marks: marks.length }),
    notes,
    reading: read,
    version,
    id: dryRun ? null : replaces,
  };
}

/** The one participant whose pseudonym stands in the file's name or as a speaker's label. */
function personIn(
  state: StudyState,
  { speakers }: TranscriptFile,
  fileName: string,
): Participant | undefined {
  const words = new Set(
    [...stem(fileName).split(/[^\p{L}]+/u), ...speakers.map(({ label }) => label)].map((word) =>
      word.toLowerCase(),
    ),
  );
  const found = [...state.participants.values()].filter(({ pseudonym }) =>
    words.has(pseudonym.toLowerCase()),
  );
  return found.length === 1 ? found[0] : undefined;
}

/** The language that most of the words are in, when it is four fifths of those whose language can be told. */
function languageOfTurns({ turns }: TranscriptFile): string | null {
  const lengths = new Map<string, number>();
  let all = 0;
  for (const { from, to, language } of turns) {
    if (!language || language === 'other') continue;
    lengths.set(language, (lengths.get(language) ?? 0) + to - from);
    all += to - from;
  }
  const [most] = [...lengths].sort((a, b) => b[1] - a[1]);
  // A few words tell too little to say against the study's own language.
  return most && all >= 300 && most[1] >= all * 0.8 ? (most[0] === 'no' ? 'nb' : most[0]) : null;
}
