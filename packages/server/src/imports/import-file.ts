import { BagomError } from '@bagom/core';
import type { StudyFile } from '@bagom/store';
import { IMPORT_LIMITS, type ImportKind, type ImportOptions, type ImportSummary } from './import-summary.js';
import { importReport } from './import-report.js';
import { importSurvey } from './import-survey.js';
import { importTranscript } from './import-transcript.js';
import { kindOfFile } from './kind-of-file.js';
import { printableName } from './printable-name.js';

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
  const as = given.as ?? kindOfFile(bytes, fileName);
  const limit = IMPORT_LIMITS[as];
  if (size > limit) throw new BagomError('file.too-large', { file: fileName, size, limit });
  if (given.questionnaire && as !== 'survey')
    throw new BagomError('questionnaire.needs-survey', { file: given.questionnaire.fileName });
  if (given.replaces && as !== 'transcript')
    throw new BagomError('version.not-transcript', { file: fileName });
  return READERS[as](study, bytes, { ...given, fileName });
}

const READERS: Readonly<
  Record<ImportKind, (study: StudyFile, bytes: Uint8Array, options: ImportOptions) => Promise<ImportSummary>>
> = { survey: importSurvey, transcript: importTranscript, report: importReport };
