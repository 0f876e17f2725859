import { insert, type Draft } from '@bagom/core';
import type { StudyFile } from '@bagom/store';
import { made, stem, type ImportOptions, type ImportSummary } from './import-summary.js';
import type { ReadSurvey } from './read-file.js';

/** Puts a survey that was read into a wave of its own, with its questionnaire where one came with it: a variable a column, a blob of answers each. */
export async function importSurvey(
  study: StudyFile,
  bytes: Uint8Array,
  { respondents, variables, blobs, notes, questionnaire }: ReadSurvey,
  { fileName, dryRun, questionnaire: given, waveId }: ImportOptions & { waveId: string },
): Promise<ImportSummary> {
  const summary = {
    as: 'survey' as const,
    fileName,
    made: made({
      respondents,
      variables: variables.length,
      questions: questionnaire?.matched ?? 0,
    }),
    notes: [...notes],
    ...(questionnaire ? { questionnaire: questionnaire.summary } : {}),
  };
  if (dryRun) return { ...summary, id: null };
  const drafts: Draft[] = [
    insert('waves', {
      id: waveId,
      name: stem(fileName),
      year: yearIn(fileName),
      respondents,
      fileName,
      original: await study.keepOriginal(bytes),
      questionnaireFile: given?.fileName ?? null,
      questionnaire: given ? await study.keepOriginal(given.bytes) : null,
      design: null,
    }),
    ...variables.map((variable, at) => insert('variables', { ...variable, column: blobs[at]!.hash })),
  ];
  await study.commit('survey.import', fileName, drafts, blobs);
  return { ...summary, id: waveId };
}

function yearIn(fileName: string): number | null {
  const year = /(?<!\d)(19|20)\d{2}(?!\d)/.exec(fileName)?.[0];
  return year === undefined ? null : Number(year);
}
