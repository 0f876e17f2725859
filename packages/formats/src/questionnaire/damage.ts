import { BagomError } from '@bagom/core';

/** Why a questionnaire file is refused. The sentences are in the contract, under `questionnaire.damaged`. */
export const QUESTIONNAIRE_REASONS = [
  'doctype',
  'entity',
  'malformed',
  'too-deep',
  'too-many-elements',
  'not-zip',
  'too-many-entries',
  'too-large',
  'duplicate-name',
  'unreadable',
  'no-sheet',
  'no-column',
  'no-questions',
  'duplicate-variable',
  'too-many-variables',
  'other-document',
] as const;
export type QuestionnaireReason = (typeof QUESTIONNAIRE_REASONS)[number];

/** Makes the error for one file: what is wrong, and where in it (a line, a sheet, a variable). */
export type Refuse = (reason: QuestionnaireReason, at?: string | number) => BagomError;

export const refuseQuestionnaire =
  (file: string): Refuse =>
  (reason, at = '') =>
    new BagomError('questionnaire.damaged', { file, reason, at });

/** A questionnaire with more columns than this is something else. */
export const MOST_QUESTIONS = 20_000;
