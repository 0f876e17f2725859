import { BagomError } from '@bagom/core';
import { newId, type StudyFile } from '@bagom/store';
import { importReport } from './import-report.js';
import { IMPORT_LIMITS, type ImportOptions, type ImportSummary } from './import-summary.js';
import { importSurvey } from './import-survey.js';
import { importTranscript } from './import-transcript.js';
import { printableName } from './printable-name.js';
import { readFile } from './read-file.js';
import { readOnThread } from './read-on-thread.js';

/**
 * Reads a file into the study as one operation, and keeps its bytes. Whatever is wrong with the file is said before anything
 * is changed.
 */
export async function importFile(
  study: StudyFile,
  bytes: Uint8Array,
  given: ImportOptions,
): Promise<ImportSummary> {
  const fileName = printableName(given.fileName);
  const size = bytes.length;
  if (size === 0) throw new BagomError('file.empty', { file: fileName });
  const most = Math.max(...Object.values(IMPORT_LIMITS));
  if (size > most) throw new BagomError('file.too-large', { file: fileName, size, limit: most });
  const options = { ...given, fileName };
  const request = {
    bytes,
    fileName,
    as: given.as,
    wish: given.wish ?? {},
    waveId: newId(),
    questionnaire: given.questionnaire,
    language: [...study.state.studies.values()][0]?.language ?? 'da',
    dryRun: given.dryRun === true,
  };
  const found = given.apart ? await readOnThread(request, given.apart.signal) : await readFile(request);
  if (given.apart?.signal?.aborted) throw new BagomError('import.cancelled', { file: fileName });
  if (given.replaces && found.as !== 'transcript')
    throw new BagomError('version.not-transcript', { file: fileName });
  switch (found.as) {
    case 'survey':
      return importSurvey(study, bytes, found.read, { ...options, waveId: request.waveId });
    case 'transcript':
      return importTranscript(study, bytes, found.read, options);
    case 'report':
      return importReport(study, bytes, options);
  }
}
