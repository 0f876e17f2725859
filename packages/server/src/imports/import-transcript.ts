import { insert, rowsWhere, update, type Draft, type Participant, type StudyState } from '@bagom/core';
import { readTranscript, type TranscriptFile } from '@bagom/formats';
import { blobOf, newId, type StudyFile } from '@bagom/store';
import { rowOf } from '../handlers/api.js';
import { made, stem, type ImportNote, type ImportOptions, type ImportSummary } from './import-summary.js';

/** Reads an interview's transcript into a source of its own, and ties it to the person when it is known whose it is. */
export async function importTranscript(
  study: StudyFile,
  bytes: Uint8Array,
  { fileName, participantId, dryRun }: ImportOptions,
): Promise<ImportSummary> {
  const read = await readTranscript(bytes, fileName);
  const notes: ImportNote[] = [...read.notes];
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
      language: [...study.state.studies.values()][0]?.language ?? 'da',
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
