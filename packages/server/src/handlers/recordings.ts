import {
  BagomError,
  insert,
  onOneClock,
  remove,
  rowsWhere,
  update,
  type Recording,
  type Span,
} from '@bagom/core';
import { readTranscript } from '@bagom/formats';
import { blobOf, newId, type StudyFile } from '@bagom/store';
import type { ServerContext } from '../context.js';
import { transcriptPreview } from '../imports/transcript-preview.js';
import { checkRecogniser, readRecogniser, writeRecogniser } from '../recognition/recogniser.js';
import { runRecogniser } from '../recognition/run-recogniser.js';
import { currentText } from '../source-entries.js';
import { saveVersion } from '../transcripts/save-version.js';
import { api, change, rowOf } from './api.js';

export const recordings = {
  create: api.transcripts.create.handler(async ({ context: { study }, input: { title, participantId } }) => {
    if (participantId) rowOf(study, 'participants', participantId);
    const id = newId();
    const blob = blobOf('\n');
    const drafts = [
      insert('sources', {
        id,
        title,
        kind: 'transcript',
        participantId: participantId ?? null,
        language: [...study.state.studies.values()][0]?.language ?? 'da',
        fileName: '',
        original: '',
        fromLine: null,
        toLine: null,
        version: 1,
      }),
      insert('sourceVersions', {
        id: newId(),
        sourceId: id,
        number: 1,
        text: blob.hash,
        length: 1,
        turns: [],
        marks: [],
        reason: '',
      }),
    ];
    return change(study, 'transcript.create', title, drafts, id, [blob]);
  }),

  recordings: api.transcripts.recordings.handler(async ({ context: { study }, input: { id } }) => {
    rowOf(study, 'sources', id);
    return Promise.all(
      recordingsOf(study, id).map(async ({ id: own, fileName, mime, seconds, peaks, start }) => ({
        id: own,
        fileName,
        mime,
        seconds,
        peaks: peaks ? Buffer.from(await study.blob(peaks)).toString('base64') : '',
        start: start ?? null,
      })),
    );
  }),

  keepPeaks: api.transcripts.keepPeaks.handler(
    async ({ context: { study }, input: { id, seconds, peaks } }) => {
      const { fileName } = rowOf(study, 'recordings', id);
      const blob = peaks ? blobOf(new Uint8Array(Buffer.from(peaks, 'base64'))) : null;
      return change(
        study,
        'recording.read',
        fileName,
        [update('recordings', id, { seconds, ...(blob ? { peaks: blob.hash } : {}) })],
        id,
        blob ? [blob] : [],
      );
    },
  ),

  changeRecording: api.transcripts.changeRecording.handler(
    async ({ context: { study }, input: { id, start } }) => {
      const { fileName } = rowOf(study, 'recordings', id);
      return change(study, 'recording.change', fileName, [update('recordings', id, { start })], id);
    },
  ),

  removeRecording: api.transcripts.removeRecording.handler(async ({ context: { study }, input: { id } }) => {
    const { fileName } = rowOf(study, 'recordings', id);
    return change(study, 'recording.remove', fileName, [remove('recordings', id)], id);
  }),

  readDraft: api.transcripts.readDraft.handler(async ({ context: { study }, input: { id } }) => {
    const { drafts } = study.originals;
    const { version } = rowOf(study, 'sources', id);
    const draft = draftOf(await drafts?.read(id));
    // Written on a version that is no longer shown: its places mean nothing now.
    return { draft: draft?.version === version ? draft : null, kept: drafts !== null };
  }),

  keepDraft: api.transcripts.keepDraft.handler(async ({ context: { study }, input: { id, ...draft } }) => {
    rowOf(study, 'sources', id);
    await writable(study).originals.drafts?.keep(id, JSON.stringify(draft));
    return { kept: study.originals.drafts !== null };
  }),

  removeDraft: api.transcripts.removeDraft.handler(async ({ context: { study }, input: { id } }) => {
    await writable(study).originals.drafts?.remove(id);
    return { kept: study.originals.drafts !== null };
  }),

  recogniser: api.transcripts.recogniser.handler(async ({ context: { settingsPath } }) => ({
    recogniser: await readRecogniser(settingsPath),
  })),

  setRecogniser: api.transcripts.setRecogniser.handler(
    async ({ context: { settingsPath }, input: { recogniser } }) => {
      await writeRecogniser(settingsPath, recogniser);
      return { recogniser };
    },
  ),

  recognise: api.transcripts.recognise.handler(async ({ context, input: { id } }) => {
    const { study, jobs, recognised, settingsPath } = context;
    const { id: recordingId, original, sourceId } = rowOf(study, 'recordings', id);
    const recogniser = await readRecogniser(settingsPath);
    if (!recogniser) throw new BagomError('recogniser.none');
    await checkRecogniser(recogniser);
    const path = await study.originals.path(original);
    if (path === null) throw new BagomError('recogniser.no-path');
    const { language } = rowOf(study, 'sources', sourceId);
    const job = jobs.start('recognise', (report) =>
      runRecogniser(
        recogniser,
        { path, language: /^[a-z]{2}$/.test(language) ? language : 'auto' },
        report,
        (json) => {
          recognised.set(job.id, { recordingId, json });
          return Promise.resolve([]);
        },
      ),
    );
    return job;
  }),

  recognised: api.transcripts.recognised.handler(async ({ context, input: { id, add = false } }) => {
    const { sourceId, read } = await heard(context, id);
    const version = await versionOf(context.study, sourceId, read, add);
    const { report } = await saveVersion(context.study, sourceId, { ...version, dryRun: true });
    return { preview: transcriptPreview(read), report };
  }),

  keepRecognised: api.transcripts.keepRecognised.handler(async ({ context, input: { id, add = false } }) => {
    const { sourceId, read } = await heard(context, id);
    const kept = await saveVersion(
      context.study,
      sourceId,
      await versionOf(context.study, sourceId, read, add),
    );
    context.recognised.delete(id);
    return { operation: kept.operation, version: kept.version };
  }),
};

type Read = Awaited<ReturnType<typeof readTranscript>>;

/** What was heard as the text's next version: in its place, or after what is there. */
async function versionOf(study: StudyFile, sourceId: string, { text, turns, marks }: Read, add: boolean) {
  const before = add ? await currentText(study, sourceId) : null;
  const shared = { reason: 'whisper.cpp', kind: 'transcript.recognise' };
  if (!before || before.text.trim() === '') return { ...shared, text, turns: { turns, marks } };
  const lead = `${before.text.trimEnd()}\n\n`;
  const after = <S extends Span>(span: S): S => ({
    ...span,
    from: span.from + lead.length,
    to: span.to + lead.length,
  });
  return {
    ...shared,
    text: lead + text,
    turns: {
      turns: [...before.version.turns, ...turns.map(after)],
      marks: [...before.version.marks, ...marks.map(after)],
    },
  };
}

/** What a job heard, read as any other file that whisper wrote; its times are on the text's clock. */
async function heard(
  { study, recognised }: ServerContext,
  id: string,
): Promise<{ sourceId: string; read: Read }> {
  const found = recognised.get(id);
  if (!found) throw new BagomError('job.missing');
  const { sourceId } = rowOf(study, 'recordings', found.recordingId);
  const placed = onOneClock(recordingsOf(study, sourceId));
  const { from } = placed.find(({ recording }) => recording.id === found.recordingId)!;
  const read = await readTranscript(found.json, 'speech.json');
  const turns = read.turns.map((turn) => ({ ...turn, time: turn.time === null ? null : turn.time + from }));
  const marks = read.marks.map((mark) =>
    mark.kind === 'time' && mark.seconds !== undefined ? { ...mark, seconds: mark.seconds + from } : mark,
  );
  return { sourceId, read: { ...read, turns, marks } };
}

/** In the order in which they were added. */
const recordingsOf = (study: StudyFile, sourceId: string): Recording[] =>
  rowsWhere(study.state, 'recordings', { sourceId }).sort((a, b) => (a.id < b.id ? -1 : 1));

function writable(study: StudyFile): StudyFile {
  if (study.mode === 'read') throw new BagomError('study.read-only', { location: study.location });
  return study;
}

interface Draft {
  version: number;
  changes: { from: number; to: number; insert: string }[];
  times: { at: number; seconds: number }[];
}

/** A draft as it lay on the disk; one that cannot be read is none. */
function draftOf(json: string | null | undefined): Draft | null {
  try {
    const value = JSON.parse(json ?? 'null') as Draft | null;
    return value && Array.isArray(value.changes) && Array.isArray(value.times) ? value : null;
  } catch {
    return null;
  }
}
