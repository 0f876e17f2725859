import { printableName } from '../imports/printable-name.js';
import { addQuestionnaire } from '../survey/add-questionnaire.js';
import { exportWave } from '../survey/export-wave.js';
import type { QuestionnaireFile } from '../survey/questionnaire.js';
import { api, brief, given } from './api.js';

export const surveyFiles = {
  questionnaire: api.survey.questionnaire.handler(async ({ context: { study, columns }, input }) => {
    const { waveId, file, dryRun } = given(input);
    const asked = await questionnaireFile(file, input);
    const { operation, ...added } = await addQuestionnaire(study, columns, waveId, asked, dryRun === true);
    return { ...added, operation: operation && brief(operation) };
  }),

  exported: api.survey.exported.handler(
    async ({ context: { study, columns }, input: { waveId, ...wishes } }) => {
      const { bytes, notes, leftOut, texts, added, ...about } = await exportWave(
        study,
        columns,
        waveId,
        wishes,
      );
      return {
        ...about,
        bytes: bytes.length,
        notes: [...notes],
        leftOut: [...leftOut],
        texts: [...texts],
        added: [...added],
      };
    },
  ),
};

interface QuestionnaireFields {
  language?: string | undefined;
  missingCodes?: string | undefined;
  keepCodes?: boolean | undefined;
}

/** A questionnaire out of a form. */
export async function questionnaireFile(file: File, fields: QuestionnaireFields): Promise<QuestionnaireFile> {
  const { language, missingCodes, keepCodes = false } = fields;
  const bytes = new Uint8Array(await file.arrayBuffer());
  return {
    bytes,
    fileName: printableName(file.name),
    keepCodes,
    ...(language ? { language } : {}),
    ...(missingCodes ? { missingCodes } : {}),
  };
}
