import { BagomError, insert } from '@bagom/core';
import { blobOf, newId, type StudyFile } from '@bagom/store';
import { brief, rowOf } from '../handlers/api.js';
import { printableName } from '../imports/printable-name.js';
import { audioKind, HEAD } from './audio-kind.js';
import { wavPeaks } from './wav-peaks.js';

/** Twelve hours of uncompressed speech in stereo. */
export const RECORDING_LIMIT = 4 * 1024 ** 3;

/**
 * Keeps a recording as its bytes come, and ties it to its text. Of a WAV file the outline is read at once; other kinds the page
 * reads, since it can play them. A file that is no sound is refused; one that was half written is kept and it is said.
 */
export async function keepRecording(
  study: StudyFile,
  sourceId: string,
  given: { fileName: string; bytes: AsyncIterable<Uint8Array> },
) {
  const source = rowOf(study, 'sources', sourceId);
  const file = printableName(given.fileName);
  const { originals } = study;
  if (study.mode === 'read') throw new BagomError('study.read-only', { location: study.location });
  const { head, bytes } = await withHead(given.bytes);
  if (head.length === 0) throw new BagomError('file.empty', { file });
  const mime = audioKind(head);
  if (mime === null) throw new BagomError('recording.not-sound', { file });
  const original = await originals.keepStream(bytes, RECORDING_LIMIT);
  if (original === null)
    throw new BagomError('file.too-large', { file, size: RECORDING_LIMIT + 1, limit: RECORDING_LIMIT });
  const wave =
    mime === 'audio/wav'
      ? await wavPeaks(await originals.size(original), (from, to) => originals.piece(original, from, to))
      : null;
  if (mime === 'audio/wav' && (!wave || wave.seconds === 0))
    throw new BagomError('recording.no-sound', { file });
  const blob = wave && blobOf(new Uint8Array(wave.peaks.buffer, wave.peaks.byteOffset, wave.peaks.length));
  const id = newId();
  const operation = await study.commit(
    'recording.add',
    source.title,
    [
      insert('recordings', {
        id,
        sourceId,
        fileName: file,
        original,
        mime,
        seconds: wave?.seconds ?? null,
        peaks: blob?.hash ?? '',
        start: null,
      }),
    ],
    blob ? [blob] : [],
  );
  return {
    id,
    operation: brief(operation),
    seconds: wave?.seconds ?? null,
    promised: wave?.promised ?? null,
  };
}

/** The first bytes, and all of them. */
async function withHead(bytes: AsyncIterable<Uint8Array>) {
  const iterator = bytes[Symbol.asyncIterator]();
  const first: Uint8Array[] = [];
  let length = 0;
  while (length < HEAD) {
    const { value, done } = await iterator.next();
    if (done) break;
    first.push(value);
    length += value.length;
  }
  const start = Buffer.concat(first);
  async function* all() {
    if (start.length > 0) yield start;
    for (;;) {
      const { value, done } = await iterator.next();
      if (done) return;
      yield value;
    }
  }
  return { head: start.subarray(0, HEAD), bytes: all() };
}
