import type { QuestionnaireFile } from '@bagom/server';
import { basename } from 'node:path';
import { readBytes } from './files.js';

/** The questionnaire a line names, with how it is to be read; nothing where it names none. */
export async function questionnaireFile(options: {
  readonly questionnaire?: string | undefined;
  readonly 'questionnaire-language'?: string | undefined;
  readonly 'missing-codes'?: string | undefined;
  readonly 'keep-codes': boolean;
}): Promise<{ questionnaire?: QuestionnaireFile }> {
  const { questionnaire: path, 'questionnaire-language': language, 'missing-codes': missingCodes } = options;
  if (path === undefined) return {};
  return {
    questionnaire: {
      bytes: await readBytes(path),
      fileName: basename(path),
      keepCodes: options['keep-codes'],
      ...(language ? { language } : {}),
      ...(missingCodes ? { missingCodes } : {}),
    },
  };
}
