import type { ReadingWish, StudyState } from '@bagom/core';
import type { TranscriptFile } from '@bagom/formats';
import type { ImportNote } from './import-note.js';
import type { ToldVersion } from '../transcripts/save-version.js';
import type { QuestionnaireFile, QuestionnaireSummary } from '../survey/questionnaire.js';

export type { ImportNote };

export type ImportKind = 'survey' | 'transcript' | 'report';

/** What an import read, made and could not carry. */
export interface ImportSummary {
  as: ImportKind;
  fileName: string;
  made: { what: string; n: number }[];
  notes: ImportNote[];
  /** Of a survey that came with its questionnaire: what that says. */
  questionnaire?: QuestionnaireSummary;
  /** The wave, the source or the first chapter that was made; null in a dry run. */
  id: string | null;
  /** Of a transcript: how it was understood, the text and every turn. */
  reading?: TranscriptFile;
  /** Of a corrected file: the version it became, and what became of what stood on the text. */
  version?: ToldVersion;
}

export interface ImportOptions {
  fileName: string;
  /** What the file is; told from its content when left out. */
  as?: ImportKind;
  /** Whose transcript it is. */
  participantId?: string;
  /** The questionnaire of a survey, where there is one beside it. */
  questionnaire?: QuestionnaireFile;
  /** The source whose next version this corrected transcript is. */
  replaces?: string;
  /** Read it on a thread of its own, because others are to be answered meanwhile; stopped by the signal. */
  apart?: { signal?: AbortSignal };
  /** Read and tell, but change nothing. */
  dryRun?: boolean;
  /** The study as whoever asks may see it: of that is told what becomes of it. All of it when absent. */
  seen?: StudyState;
  /** How a transcript is to be understood, where a person knows better. */
  wish?: ReadingWish;
}

/** The largest files that are read, in bytes. */
export const IMPORT_LIMITS: Readonly<Record<ImportKind, number>> = {
  survey: 128 * 1024 * 1024,
  transcript: 64 * 1024 * 1024,
  report: 20 * 1024 * 1024,
};

/** Counts worth telling. */
export function made(counts: Record<string, number>): ImportSummary['made'] {
  return Object.entries(counts).flatMap(([what, n]) => (n > 0 ? [{ what, n }] : []));
}

/** A file's name without its ending: what a source or wave is called until somebody names it. */
export function stem(fileName: string): string {
  return fileName.replace(/\.[^.]{1,8}$/, '') || fileName;
}
