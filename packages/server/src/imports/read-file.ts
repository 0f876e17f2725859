import { BagomError, type ReadingWish, type Variable } from '@bagom/core';
import { readTranscript, type TranscriptFile } from '@bagom/formats';
import { blobOf, type Blob } from '@bagom/store';
import { withTextCodes } from '../survey/codes-as-numbers.js';
import { bytesOfColumn } from '../survey/columns.js';
import {
  describeWave,
  readAs,
  type QuestionnaireFile,
  type QuestionnaireSummary,
} from '../survey/questionnaire.js';
import { readWave } from '../survey/wave-answers.js';
import type { ImportNote } from './import-note.js';
import { IMPORT_LIMITS, type ImportKind } from './import-summary.js';
import { kindOfFile } from './kind-of-file.js';

/** A file to be read: plain data that can be sent to a thread. */
export interface ReadRequest {
  readonly bytes: Uint8Array;
  readonly fileName: string;
  /** What it is; told from its content where absent. */
  readonly as?: ImportKind | undefined;
  readonly wish: ReadingWish;
  readonly waveId: string;
  readonly questionnaire?: QuestionnaireFile | undefined;
  /** The study's language, for a questionnaire in several. */
  readonly language: string;
  /** Nothing will be kept, so the answers need not be made ready for that. */
  readonly dryRun: boolean;
}

/** A survey as it was read: its variables, and of each the answers as the study keeps them (none in a dry run). */
export interface ReadSurvey {
  readonly respondents: number;
  readonly variables: readonly Variable[];
  readonly blobs: readonly Blob[];
  readonly notes: readonly ImportNote[];
  /** What the questionnaire said, and of how many columns. */
  readonly questionnaire: { readonly summary: QuestionnaireSummary; readonly matched: number } | null;
}

export type ReadFile =
  | { as: 'survey'; read: ReadSurvey }
  | { as: 'transcript'; read: TranscriptFile }
  /** A report is read against the study, where that is. */
  | { as: 'report' };

/** Tells what a file is and reads it. Refuses what is too large, and what is no such file. */
export async function readFile(request: ReadRequest): Promise<ReadFile> {
  const { bytes, fileName, wish, questionnaire } = request;
  const as = request.as ?? kindOfFile(bytes, fileName);
  const limit = IMPORT_LIMITS[as];
  if (bytes.length > limit)
    throw new BagomError('file.too-large', { file: fileName, size: bytes.length, limit });
  if (questionnaire && as !== 'survey')
    throw new BagomError('questionnaire.needs-survey', { file: questionnaire.fileName });
  if (as === 'survey') return { as, read: await readSurvey(request) };
  if (as === 'transcript') return { as, read: await readTranscript(bytes, fileName, wish) };
  return { as };
}

async function readSurvey(request: ReadRequest): Promise<ReadSurvey> {
  const { bytes, fileName, waveId, questionnaire: given, language, dryRun } = request;
  const read = readWave(bytes, fileName, waveId);
  const described = given && describeWave(await readAs(given, language), read, given);
  if (described?.matched.length === 0)
    throw new BagomError('questionnaire.nothing-matched', { file: given!.fileName });
  const { variables, values, notes } = withTextCodes(
    described ? { ...described, notes: [...read.notes, ...described.notes] } : read,
    given,
  );
  return {
    respondents: read.respondents,
    variables,
    blobs: dryRun ? [] : values.map((column) => blobOf(bytesOfColumn(column))),
    notes,
    questionnaire: described ? { summary: described.summary, matched: described.matched.length } : null,
  };
}
