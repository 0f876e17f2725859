import type { QuestionnaireFile } from '@bagom/server';
import { basename } from 'node:path';
import { readBytes } from './files.js';

/** The questionnaire a line names, with how it is to be read; nothing where it names none. */
export async function questionnaireFile(options: {
  readonly questionnaire?: string | undefined;
  readonly 'questionnaire-language'?: string | undefined;
  readonly 'keep-codes': boolean;
}): Promise<{ questionnaire?: QuestionnaireFile }> {
  const { questionnaire: path, 'questionnaire-language': language, 'keep-codes': keepCodes } = options;
  if (path === undefined) return {};
  const bytes = await readBytes(path);
  return { questionnaire: { bytes, fileName: basename(path), keepCodes, ...(language ? { language } : {}) } };
}
